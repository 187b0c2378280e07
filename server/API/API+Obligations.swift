import HTTPTypes
import Hummingbird
import TrackerDomain
import TrackerOutput
import TrackerService

extension API {
    /// Obligations one by one, and the list of all.
    static let obligationEndpoints = [
        Endpoint(
            method: .get, path: "/v1/obligations", operation: "listObligations",
            summary: LocalizedText(
                vi: "Các nghĩa vụ, theo số hoặc theo ngày đến hạn.", en: "Obligations, by number or by due date."),
            permission: .readObligations, parameters: Parameter.filters + [.afterEither, .sort, .stage],
            work: .list { call in
                var request = try call.listRequest(stage: try call.query.choice("stage", of: Stage.self))
                request.order = try call.query.choice("sort", of: ListOrder.self) ?? .byNumber
                return ObligationListView(list: try call.tracker.list(request), topic: .all)
            }, answers: "ObligationList"),
        Endpoint(
            method: .get, path: "/v1/obligations/{id}", operation: "getObligation",
            summary: LocalizedText(
                vi: "Một nghĩa vụ với lịch sử và việc người gọi được làm; ETag là phiên bản.",
                en: "One obligation with its history and what the caller may do; its ETag is its version."),
            permission: .readObligations, parameters: [.asOf],
            work: .read(as: Representation.ofRecord) { call in
                let detail = try call.tracker.detail(
                    of: try call.number("id"), asOf: try call.query.day("asOf"), access: call.access)
                let answer = Answer(ObligationDetailView(detail: detail), for: call)
                return answer.tagged(detail.entry.obligation.state.version)
            }, answers: "ObligationDetail"),
        Endpoint(
            method: .get, path: "/v1/obligations/{id}/events", operation: "listEvents",
            summary: LocalizedText(vi: "Lịch sử của một nghĩa vụ.", en: "The history of one obligation."),
            permission: .readObligations, parameters: [.asOf],
            work: .list { call in
                HistoryView(
                    detail: try call.tracker.detail(
                        of: try call.number("id"), asOf: try call.query.day("asOf"), access: call.access))
            }, answers: "History"),
    ]

    /// Lists of what needs attention.
    static let listEndpoints = [
        list(
            "/v1/overdue", "listOverdue", vi: "Quá hạn, lâu nhất trước.", en: "Overdue, the longest first.",
            by: .afterDueDate
        ) { ObligationListView(list: try $0.tracker.overdue(try $0.listRequest()), topic: .overdue) },
        list(
            "/v1/due", "listDue", vi: "Sắp đến hạn.", en: "Due soon.", by: .afterDueDate,
            more: [
                Parameter(
                    "within", .integer(0...36_600), vi: "Trong bao nhiêu ngày, mặc định 30.",
                    en: "Within how many days, default 30.")
            ]
        ) { call in
            let days = try call.query.integer("within", in: 0...36_600) ?? 30
            return ObligationListView(
                list: try call.tracker.due(try call.listRequest(), withinDays: days), topic: .due(days: days))
        },
        list(
            "/v1/conditional", "listConditional",
            vi: "Đã qua ngày trong kế hoạch mà chưa ai ghi nhận điều kiện.",
            en: "Past the written date while nobody has recorded the condition.", by: .afterDueDate
        ) { ObligationListView(list: try $0.tracker.conditionalPastDue(try $0.listRequest()), topic: .conditional) },
        list("/v1/confirm", "listToConfirm", vi: "Đã trình, chờ xác nhận.", en: "Submitted, to be confirmed.") {
            ObligationListView(list: try $0.tracker.list(try $0.listRequest(stage: .submitted)), topic: .confirm)
        },
        list(
            "/v1/check-ins", "listMissingCheckIns", vi: "Việc thường xuyên chưa báo cáo trong kỳ.",
            en: "Ongoing work without a report this period."
        ) { ObligationListView(list: try $0.tracker.checkInsMissing(try $0.listRequest()), topic: .checkIns) },
        list("/v1/extensions", "listExtensionRequests", vi: "Đề nghị gia hạn đang chờ.", en: "Pending extensions.") {
            ExtensionListView(list: try $0.tracker.extensionRequests(try $0.listRequest()))
        },
        list(
            "/v1/orphans", "listOrphans", vi: "Của cơ quan không còn hoạt động, chờ giao lại.",
            en: "Of agencies that no longer exist, to be reassigned."
        ) { ObligationListView(list: try $0.tracker.orphans(try $0.listRequest()), topic: .orphans) },
        Endpoint(
            method: .get, path: "/v1/settle", operation: "listQuestions",
            summary: LocalizedText(vi: "Điều cần làm rõ.", en: "What has to be settled."),
            permission: .readQuestions,
            parameters: [
                .plan,
                Parameter(
                    "cooperating", .flag, vi: "Dòng có cơ quan phối hợp không còn hoạt động.",
                    en: "Rows whose cooperating agency no longer exists."), .after, .limit,
            ],
            work: .list { call in
                let list = try call.tracker.questions(
                    plan: try call.plan(), onlyCooperating: try call.query.flag("cooperating"),
                    after: try call.query.text("after"), limit: try call.limit())
                return QuestionsView(list: list, asOf: call.tracker.today)
            }, answers: "QuestionList"),
    ]

    private static func list<View: Rendering & SendableMetatype>(
        _ path: String, _ operation: String, vi: String, en: String, by cursor: Parameter = .after,
        more: [Parameter] = [],
        _ view: @escaping @Sendable (Call) throws -> View
    ) -> Endpoint {
        Endpoint(
            method: .get, path: path, operation: operation, summary: LocalizedText(vi: vi, en: en),
            permission: .readObligations, parameters: Parameter.filters + [cursor] + more, work: .list(view),
            answers: "ObligationList")
    }
}
