import HTTPTypes
import TrackerDomain
import TrackerImport
import TrackerOutput
import TrackerPayloads
import TrackerService

extension API {
    /// Plans and their rows.
    static let planEndpoints = [
        Endpoint(
            method: .get, path: "/v1/plans", operation: "listPlans",
            summary: LocalizedText(vi: "Các kế hoạch.", en: "All plans."), permission: .readReference, parameters: [],
            work: .list { PlansView(plans: try $0.tracker.plans(), asOf: $0.tracker.today) }, answers: "PlanList"),
        Endpoint(
            method: .get, path: "/v1/plans/{plan}", operation: "getPlan",
            summary: LocalizedText(vi: "Một kế hoạch.", en: "One plan."), permission: .readReference, parameters: [],
            work: .read { call in
                let id = try call.number("plan")
                guard let plan = try call.tracker.plans().first(where: { $0.plan.id == id }) else {
                    throw TrackerError.notFound(.plan(String(id)), nearest: [])
                }
                return Answer(PlanPayload(plan))
            }, answers: "Plan"),
        Endpoint(
            method: .get, path: "/v1/activities", operation: "listActivities",
            summary: LocalizedText(
                vi: "Các dòng của phụ lục, nguyên văn.", en: "The rows of the appendices, word for word."),
            permission: .readReference, parameters: [.plan, .afterRow, .limit],
            work: .list { call in
                let plan = try call.plan()
                return ActivitiesView(
                    list: try call.tracker.activities(
                        of: plan, after: try call.query.text("after"), limit: try call.limit()))
            }, answers: "ActivityList"),
        Endpoint(
            method: .post, path: "/v1/plans", operation: "importPlan",
            summary: LocalizedText(
                vi: "Nhập kế hoạch hoặc bản sửa đổi; cùng một tệp lần nữa thì không đổi gì.",
                en: "Imports a plan or a revised edition; the same file again changes nothing."),
            permission: .importPlans, parameters: importParameters,
            work: .write(takes: ["text/plain", "text/csv", "text/tab-separated-values"], importPlan),
            answers: "Import"),
    ]

    private static let importParameters = [
        .dryRun,
        Parameter("strict", .flag, vi: "Từ chối tệp có cảnh báo.", en: "Refuse a file with warnings."),
        Parameter("trackFrom", .day, vi: "Theo dõi từ ngày này.", en: "Track from this day."),
        Parameter("number", .text, vi: "Số, ký hiệu.", en: "Number and symbol."),
        Parameter("parent", .text, vi: "Số, ký hiệu văn bản cấp trên.", en: "The parent document's number."),
        Parameter("issuer", .text, vi: "Cơ quan ban hành.", en: "Issuing body."),
        Parameter("issued", .day, vi: "Ngày ban hành.", en: "Day of issue."),
        Parameter("title", .longText, vi: "Tên kế hoạch.", en: "Title."),
        Parameter("firstYear", .integer(1900...2200), vi: "Năm đầu.", en: "First year."),
        Parameter("lastYear", .integer(1900...2200), vi: "Năm cuối.", en: "Last year."),
        Parameter("regime", .text, vi: "Chế độ báo cáo.", en: "Reporting regime."),
        Parameter(
            "territory", .text, vi: "Địa phương, mặc định của mã truy cập.", en: "Territory, default the token's."),
        Parameter("standingAgency", .text, vi: "Cơ quan thường trực.", en: "The standing agency, by id or name."),
        Parameter(
            "beforeIncludesDay", .flag, vi: "“Trước ngày D” gồm cả ngày D.", en: "“Before D” includes the day D."),
        Parameter(
            "moveToWorkingDay", .flag, vi: "Hạn vào ngày nghỉ chuyển sang ngày làm việc kế tiếp.",
            en: "Due dates on days off move to the next working day."),
        Parameter("file", .text, vi: "Tên tệp, để nêu trong thông báo.", en: "The file's name, for messages."),
        Parameter("all", .flag, vi: "Văn bản kèm dòng không đổi.", en: "Text with unchanged rows as well."),
    ]

    /// The token's agency becomes the standing agency of a new plan; of one that is there it has to be it already.
    private static func importPlan(_ call: Call) throws -> ActionAnswer {
        let query = call.query
        var options = ImportOptions()
        options.isDryRun = try query.flag("dryRun")
        options.isStrict = try query.flag("strict")
        options.trackFrom = try query.day("trackFrom")
        var header = PlanHeaderDraft(
            issuer: try query.text("issuer"), issued: try query.day("issued"), title: try query.text("title"))
        header.number = try query.documentNumber("number")
        header.parent = try query.documentNumber("parent")
        if let first = try query.integer("firstYear", in: 1900...2200) {
            let last = try query.integer("lastYear", in: 1900...2200) ?? first
            guard first <= last else {
                throw query.refusal("lastYear", vi: "phải từ \(first).", en: "it has to be \(first) or later.")
            }
            header.years = first...last
        }
        var source = ImportSource(
            name: try query.text("file") ?? "request", bytes: call.body, header: header,
            settings: PlanSettingsDraft(
                regime: try query.text("regime"),
                beforeIncludesDay: query.has("beforeIncludesDay") ? try query.flag("beforeIncludesDay") : nil,
                movesToWorkingDay: query.has("moveToWorkingDay") ? try query.flag("moveToWorkingDay") : nil))
        source.territory = try query.text("territory")
        source.standingAgency = try query.text("standingAgency")
        let showsAll = try query.flag("all")
        return try call.tracker.importPlan(from: source, options: options, access: call.access, key: call.key) {
            report in
            StoredAnswer(
                status: 200, version: nil,
                body: call.written(ImportView(report: report, showsAllRows: showsAll || report.outcome == .added)))
        }
    }
}
