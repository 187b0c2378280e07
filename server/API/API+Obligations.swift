import HTTPTypes
import Hummingbird
import TrackerDomain
import TrackerPayloads
import TrackerService

extension API {
    /// Obligations one by one, and the list of all.
    static let obligationEndpoints = [
        Endpoint(
            method: .get, path: "/v1/obligations", operation: "listObligations",
            summary: LocalizedText(
                vi: "Các nghĩa vụ, theo thứ tự số.", en: "Obligations, in the order of their numbers."),
            permission: .readObligations, parameters: Parameter.filters + [.after, .stage],
            work: .read { call in
                let stage = try call.query.choice("stage", of: Stage.self)
                return Answer(ObligationListPayload(try call.tracker.list(try call.listRequest(stage: stage))))
            }, answers: "ObligationList"),
        Endpoint(
            method: .get, path: "/v1/obligations/{id}", operation: "getObligation",
            summary: LocalizedText(
                vi: "Một nghĩa vụ với lịch sử và việc người gọi được làm; ETag là phiên bản.",
                en: "One obligation with its history and what the caller may do; its ETag is its version."),
            permission: .readObligations, parameters: [.asOf],
            work: .read { call in
                let detail = try call.tracker.detail(
                    of: try call.number("id"), asOf: try call.query.day("asOf"), access: call.access)
                let answer = Answer(ObligationDetailPayload(detail, in: call.language))
                return answer.tagged(detail.entry.obligation.state.version)
            }, answers: "ObligationDetail"),
        Endpoint(
            method: .get, path: "/v1/obligations/{id}/events", operation: "listEvents",
            summary: LocalizedText(vi: "Lịch sử của một nghĩa vụ.", en: "The history of one obligation."),
            permission: .readObligations, parameters: [.asOf],
            work: .read { call in
                let detail = try call.tracker.detail(
                    of: try call.number("id"), asOf: try call.query.day("asOf"), access: call.access)
                return Answer(HistoryPayload(detail))
            }, answers: "History"),
    ]

    /// Lists of what needs attention.
    static let listEndpoints = [
        list(
            "/v1/overdue", "listOverdue", vi: "Quá hạn, lâu nhất trước.", en: "Overdue, the longest first.",
            by: .afterDueDate
        ) { Answer(ObligationListPayload(try $0.tracker.overdue(try $0.listRequest()), with: .conditionalPastDue)) },
        list(
            "/v1/due", "listDue", vi: "Sắp đến hạn.", en: "Due soon.", by: .afterDueDate,
            more: [
                Parameter(
                    "within", .integer(0...36_600), vi: "Trong bao nhiêu ngày, mặc định 30.",
                    en: "Within how many days, default 30.")
            ]
        ) { call in
            let days = try call.query.integer("within", in: 0...36_600) ?? 30
            return Answer(ObligationListPayload(try call.tracker.due(try call.listRequest(), withinDays: days)))
        },
        list(
            "/v1/conditional", "listConditional",
            vi: "Đã qua ngày trong kế hoạch mà chưa ai ghi nhận điều kiện.",
            en: "Past the written date while nobody has recorded the condition.", by: .afterDueDate
        ) { Answer(ObligationListPayload(try $0.tracker.conditionalPastDue(try $0.listRequest()))) },
        list("/v1/confirm", "listToConfirm", vi: "Đã trình, chờ xác nhận.", en: "Submitted, to be confirmed.") {
            Answer(ObligationListPayload(try $0.tracker.list(try $0.listRequest(stage: .submitted))))
        },
        list(
            "/v1/check-ins", "listMissingCheckIns", vi: "Việc thường xuyên chưa báo cáo trong kỳ.",
            en: "Ongoing work without a report this period."
        ) { Answer(ObligationListPayload(try $0.tracker.checkInsMissing(try $0.listRequest()), with: .reports)) },
        list("/v1/extensions", "listExtensionRequests", vi: "Đề nghị gia hạn đang chờ.", en: "Pending extensions.") {
            Answer(ObligationListPayload(try $0.tracker.extensionRequests(try $0.listRequest())))
        },
        list(
            "/v1/orphans", "listOrphans", vi: "Của cơ quan không còn hoạt động, chờ giao lại.",
            en: "Of agencies that no longer exist, to be reassigned."
        ) { Answer(ObligationListPayload(try $0.tracker.orphans(try $0.listRequest()))) },
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
            work: .read { call in
                let list = try call.tracker.questions(
                    plan: try call.plan(), onlyCooperating: try call.query.flag("cooperating"),
                    after: try call.query.text("after"), limit: try call.limit())
                return Answer(QuestionListPayload(list, asOf: call.tracker.today))
            }, answers: "QuestionList"),
    ]

    private static func list(
        _ path: String, _ operation: String, vi: String, en: String, by cursor: Parameter = .after,
        more: [Parameter] = [],
        _ answer: @escaping @Sendable (Call) throws -> Answer
    ) -> Endpoint {
        Endpoint(
            method: .get, path: path, operation: operation, summary: LocalizedText(vi: vi, en: en),
            permission: .readObligations, parameters: Parameter.filters + [cursor] + more, work: .read(answer),
            answers: "ObligationList")
    }
}
