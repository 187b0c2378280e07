import TrackerDomain
import TrackerService

extension Parameter {
    static let plan = Parameter("plan", .text, vi: "Số kế hoạch hoặc số ký hiệu.", en: "A plan's number or symbol.")
    static let agency = Parameter("agency", .text, vi: "Mã hoặc tên cơ quan.", en: "An agency's id or name.")
    static let section = Parameter("section", .text, vi: "Mục, ví dụ III.", en: "A section, such as III.")
    static let stage = Parameter(
        "stage", .choice(Stage.allCases.map(\.rawValue)), vi: "Trạng thái.", en: "The stage.")
    static let year = Parameter("year", .integer(1900...2200), vi: "Năm của thời hạn.", en: "The year of the deadline.")
    static let search = Parameter(
        "search", .text, vi: "Từ cần tìm, có dấu hay không dấu.", en: "Words, with or without diacritics.")
    static let asOf = Parameter("asOf", .day, vi: "Như tại ngày này.", en: "As it stood on this day.")
    static let after = Parameter(
        "after", .pattern("^[0-9]{1,15}$"), vi: "Giá trị “next” của trang trước.",
        en: "The “next” value of the page before.")
    static let limit = Parameter("limit", .integer(ListRequest.limits), vi: "Số dòng, mặc định 50.", en: "Default 50.")

    static let dryRun = Parameter("dryRun", .flag, vi: "Chỉ cho xem, không ghi.", en: "Show only, write nothing.")

    /// How text is laid out.
    static let layout = [
        Parameter(
            "columns", .integer(40...400), vi: "Bề rộng của văn bản, mặc định 120.",
            en: "How wide text is, default 120."),
        Parameter("colour", .flag, vi: "Văn bản có màu của thiết bị đầu cuối.", en: "Text in a terminal's colours."),
    ]

    /// A cursor in a list by two keys: a due date or a plan, and a number.
    static func after(_ first: String) -> Parameter {
        Parameter("after", .pattern("^\(first)~[0-9]{1,15}$"), vi: after.description.vi, en: after.description.en)
    }
    /// A day that there is, leap days in leap years.
    private static let dueDate =
        "(20[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
        + "|02-(0[1-9]|1[0-9]|2[0-8]))|20([02468][048]|[13579][26])-02-29)"
    static let afterDueDate = after(dueDate)
    /// A cursor in a list that may have either order.
    static let afterEither = Parameter(
        "after", .pattern("^(\(dueDate)~)?[0-9]{1,15}$"), vi: after.description.vi, en: after.description.en)
    static let sort = Parameter(
        "sort", .choice(ListOrder.allCases.map(\.rawValue)),
        vi: "Theo số, hoặc theo ngày đến hạn (khi đó chỉ gồm nghĩa vụ có hạn). Mặc định number.",
        en: "By number, or by due date (then only what has one). Default number.")
    static let afterRow = after("[0-9]{1,15}")

    /// What every list of obligations takes, but for where it goes on.
    static let filters = [plan, agency, section, year, search, asOf, limit]
}

extension Call {
    func limit() throws(TrackerError) -> Int { try query.integer("limit", in: ListRequest.limits) ?? 50 }

    func plan() throws(TrackerError) -> Plan? {
        guard let name = try query.text("plan") else { return nil }
        return try tracker.plan(named: name)
    }

    /// The list that the query asks for, no more than the token lets its holder see.
    func listRequest(stage: Stage? = nil) throws(TrackerError) -> ListRequest {
        var request = ListRequest(
            asOf: try query.day("asOf"), after: try query.text("after"), limit: try limit())
        let plan = try plan()
        request.filter.plan = plan?.id
        if let name = try query.text("agency") {
            request.filter.agency = try tracker.agency(named: name, in: plan?.territory, on: request.asOf).id
        }
        request.filter.section = try query.text("section")
        request.filter.year = try query.integer("year", in: 1900...2200)
        request.filter.text = try query.text("search")
        request.filter.stage = stage
        request.access = access
        return request
    }
}
