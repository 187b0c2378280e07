import HTTPTypes
import TrackerDomain
import TrackerOutput
import TrackerService

extension API {
    /// Answers to what an import left open.
    static let settlementEndpoints = [
        Endpoint(
            method: .post, path: "/v1/settle/{id}", operation: "settleQuestion",
            summary: LocalizedText(
                vi: "Làm rõ một điều: thời hạn, cơ quan, hoặc đúng như đã đọc; chỉ một trong ba.",
                en: "Settles a question: with a deadline, an agency, or as it was read; one of the three."),
            permission: .act,
            parameters: [.dryRun],
            work: .write(takes: ["application/json"], body: settlementMembers, settle), answers: "Settlement")
    ]

    private static let settlementMembers = [
        Member("deadline", .text), Member("agency", .text), Member("asRead", .flag),
    ]

    private static func settle(_ call: Call) throws -> ActionAnswer {
        let fields = try Fields(json: call.body, members: settlementMembers)
        var answers: [SettleRequest.Answer] = []
        if let words = try fields.text("deadline") { answers.append(.deadline(words)) }
        if let name = try fields.text("agency") { answers.append(.agency(name)) }
        if try fields.flag("asRead") { answers.append(.asRead) }
        guard let answer = answers.first, answers.count == 1 else {
            throw fields.refusal(
                "asRead", vi: "gửi đúng một trong: deadline, agency, asRead.",
                en: "send exactly one of: deadline, agency, asRead.")
        }
        let request = SettleRequest(
            question: try call.number("id"), answer: answer, isDryRun: try call.query.flag("dryRun"),
            access: call.access)
        return try call.tracker.settle(request, key: call.key) { outcome in
            StoredAnswer(status: 200, version: nil, body: call.written(SettlementView(outcome: outcome)))
        }
    }
}
