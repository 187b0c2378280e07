import HTTPTypes
import TrackerDomain
import TrackerOutput
import TrackerPayloads
import TrackerService

extension API {
    /// Counts, the directory, the work calendar, explanations.
    static let referenceEndpoints = [
        Endpoint(
            method: .get, path: "/v1/stats", operation: "getCounts",
            summary: LocalizedText(vi: "Thống kê.", en: "Counts."), permission: .readReference,
            parameters: [
                Parameter(
                    "by", .choice(CountGrouping.allCases.map(\.rawValue)), vi: "Theo gì, mặc định plan.",
                    en: "By what, default plan."), .plan, .asOf,
                Parameter(
                    "report", .pattern("^20[0-9]{2}(-Q[1-4]|-H[12]|-9M|-0[1-9]|-1[0-2])?$"),
                    vi: "Kỳ báo cáo: 2026-Q1, 2026-H1, 2026-9M, 2026, 2026-03.",
                    en: "A report: 2026-Q1, 2026-H1, 2026-9M, 2026, 2026-03."),
            ],
            work: .list { call in
                let by = try call.query.choice("by", of: CountGrouping.self) ?? .plan
                let (plan, asOf) = (try call.plan(), try call.query.day("asOf"))
                guard let text = try call.query.text("report") else {
                    return CountsView(table: try call.tracker.counts(by: by, plan: plan, asOf: asOf))
                }
                guard asOf == nil, let report = ReportingPeriod(text) else {
                    throw call.query.refusal(
                        "report", vi: "viết như 2026-Q1, và không kèm asOf.",
                        en: "write it like 2026-Q1, and without asOf.")
                }
                return CountsView(table: try call.tracker.counts(by: by, plan: plan, forReportOf: report))
            }, answers: "Counts"),
        Endpoint(
            method: .get, path: "/v1/agencies", operation: "listAgencies",
            summary: LocalizedText(vi: "Danh bạ cơ quan.", en: "The directory of agencies."),
            permission: .readReference,
            parameters: [
                .search, Parameter("territory", .text, vi: "Địa phương, son-la.", en: "A territory, son-la."),
                Parameter("group", .text, vi: "Thành viên của nhóm này.", en: "Members of this group."),
                Parameter("all", .flag, vi: "Cả cơ quan đã chấm dứt.", en: "Also those that have ended."), .asOf,
            ],
            work: .list { call in
                var request = AgencyRequest()
                request.words = try call.query.text("search")
                request.territory = try call.query.text("territory")
                request.group = try call.query.text("group")
                request.showsEnded = try call.query.flag("all")
                request.asOf = try call.query.day("asOf")
                return AgencyListView(list: try call.tracker.agencies(request))
            }, answers: "AgencyList"),
        Endpoint(
            method: .get, path: "/v1/agencies/{territory}/{agency}", operation: "getAgency",
            summary: LocalizedText(
                vi: "Một cơ quan với các tên, tiền thân, kế nhiệm.",
                en: "One agency with its names, predecessors and successors."),
            permission: .readReference, parameters: [.asOf],
            work: .record { call in
                AgencyDetailView(
                    detail: try call.tracker.agencyDetail(
                        named: try call.agencyID().description, asOf: try call.query.day("asOf"),
                        access: call.access))
            }, answers: "AgencyDetail"),
        Endpoint(
            method: .get, path: "/v1/agency", operation: "findAgency",
            summary: LocalizedText(
                vi: "Một cơ quan theo mã hoặc tên, có dấu hay không dấu.",
                en: "One agency by its id or by a name, with or without diacritics."),
            permission: .readReference,
            parameters: [Parameter("name", .text, isRequired: true, vi: "Mã hoặc tên.", en: "Its id or name."), .asOf],
            work: .record { call in
                let name = try call.query.required("name", try call.query.text("name"))
                return AgencyDetailView(
                    detail: try call.tracker.agencyDetail(
                        named: name, asOf: try call.query.day("asOf"), access: call.access))
            }, answers: "AgencyDetail"),
        Endpoint(
            method: .get, path: "/v1/calendar", operation: "getCalendarYear",
            summary: LocalizedText(
                vi: "Ngày nghỉ và ngày làm bù của một năm.", en: "Days off and make-up days of a year."),
            permission: .readReference,
            parameters: [Parameter("year", .integer(1900...2100), vi: "Mặc định: năm nay.", en: "Default: this year.")],
            work: .list { call in
                let year = try call.query.integer("year", in: 1900...2100) ?? call.tracker.today.year
                return CalendarYearView(year: try call.tracker.calendar(of: year))
            }, answers: "CalendarYear"),
        Endpoint(
            method: .get, path: "/v1/calendar/{day}", operation: "getCalendarDay",
            summary: LocalizedText(vi: "Một ngày có làm việc không.", en: "Whether offices work on a day."),
            permission: .readReference, parameters: [],
            work: .list { call in
                guard let day = call.path["day"].flatMap({ CivilDate(iso: $0) }) else {
                    throw HTTPProblem.noSuchPath
                }
                return CalendarCheckView(check: try call.tracker.checkCalendar(day))
            }, answers: "CalendarDay"),
        Endpoint(
            method: .get, path: "/v1/explain", operation: "explain",
            summary: LocalizedText(
                vi: "Đọc thời hạn bằng lời ra ngày và nêu căn cứ.",
                en: "Reads a deadline in words into dates and says why."),
            permission: .readReference,
            parameters: [
                Parameter("text", .longText, vi: "Thời hạn bằng lời.", en: "The deadline in words."),
                Parameter("issued", .day, vi: "Ngày ban hành, mặc định hôm nay.", en: "Day of issue, default today."),
                Parameter(
                    "firstYear", .integer(1900...2200), vi: "Năm đầu của kế hoạch.", en: "The plan's first year."),
                Parameter("lastYear", .integer(1900...2200), vi: "Năm cuối.", en: "Its last year."), .limit,
                Parameter(
                    "regime", .text, vi: "Chế độ báo cáo, mặc định là kỳ theo lịch.",
                    en: "Reporting regime, default calendar periods."),
                Parameter("rrule", .flag, vi: "Văn bản kèm quy tắc lặp.", en: "Text with recurrence rules."),
            ],
            work: .record(explain), answers: "Explanation"),
    ]

    private static func explain(_ call: Call) throws -> ExplanationView {
        let query = call.query
        let issued = try query.day("issued") ?? call.tracker.today
        let until = try query.integer("lastYear", in: 1900...2200)
        let first = try query.integer("firstYear", in: 1900...2200) ?? min(issued.year, until ?? issued.year)
        let last = until ?? first + 4
        guard first <= last else {
            throw query.refusal("lastYear", vi: "phải từ \(first).", en: "it has to be \(first) or later.")
        }
        let regime = try query.text("regime") ?? ReportingRegime.calendar.id
        let explainer = try Explainer(
            context: DeadlineContext(
                issued: issued, years: first...last, regime: try call.tracker.regime(named: regime)),
            limit: try query.integer("limit", in: ListRequest.limits) ?? Explanation.limit, tracker: call.tracker)
        return ExplanationView(
            explanation: explainer.explain(try query.text("text") ?? ""), showsRules: try query.flag("rrule"))
    }

    /// The history as it is written.
    static let events = Endpoint(
        method: .get, path: "/v1/events", operation: "followEvents",
        summary: LocalizedText(
            vi: "Lịch sử theo thời gian thực (server-sent events), tiếp từ Last-Event-ID.",
            en: "The history as it is written (server-sent events), resumed with Last-Event-ID."),
        permission: .readObligations,
        parameters: [
            Parameter(
                "after", .integer(0...Int.max), vi: "Sau sự kiện số này; mặc định: từ bây giờ.",
                en: "After the event of this number; default: from now on.")
        ], work: .stream, answers: "EventStream")

    /// The caller itself.
    static let accessEndpoints = [
        events,
        Endpoint(
            method: .get, path: "/v1/me", operation: "getToken",
            summary: LocalizedText(vi: "Mã truy cập của người gọi.", en: "The caller's token."),
            permission: .readReference, parameters: [],
            work: .read { Answer(TokenPayload(try $0.tracker.describe($0.access))) }, answers: "Token"),
    ]
}
