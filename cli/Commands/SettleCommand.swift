import ArgumentParser
import Foundation
import TrackerDomain
import TrackerOutput
import TrackerPayloads
import TrackerService

struct SettleCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: help(
            vi: "Điều cần làm rõ: thời hạn, cơ quan, dòng không đủ ô; làm rõ một điều.",
            en: "What has to be settled: deadlines, agencies, rows that break off; settles one."),
        discussion: help(
            vi:
                "Lời giải được giữ cả khi nhập lại cùng tệp. Sửa trong tệp rồi nhập lại cũng được; tiến độ đã ghi vẫn giữ "
                + "nguyên.\n\n",
            en:
                "An answer is kept when the same file is imported again. Correcting the file and importing it again settles "
                + "as well; recorded progress stays.\n\n")
            + example(
                "phuluc settle --plan 2407/QĐ-UBND", "phuluc settle 7 --deadline \"Quý IV/2022\" --dry-run",
                "phuluc settle 8 --agency \"Sở Tài chính\"", "phuluc settle 9 --as-read"))

    @Argument(
        help: argumentHelp(
            vi: "Số của điều cần làm rõ; không có: xem danh sách.", en: "The question's number; without it: the list.",
            valueName: "id"))
    var question: Int64?

    @Option(
        help: argumentHelp(
            vi: "Thời hạn đúng, bằng lời đọc được hoặc một ngày.",
            en: "What the deadline is, in words that can be read or a date.", valueName: "words"))
    var deadline: String?

    @Option(help: argumentHelp(vi: "Cơ quan chủ trì đúng.", en: "Who the lead agency is.", valueName: "agency"))
    var agency: String?

    @Flag(help: argumentHelp(vi: "Đúng như đã đọc.", en: "It is right as it was read."))
    var asRead = false

    @Flag(help: argumentHelp(vi: "Chỉ xem kết quả, không ghi.", en: "Show what would come of it, change nothing."))
    var dryRun = false

    @Option(help: argumentHelp(vi: "Chỉ kế hoạch này.", en: "Only this plan.", valueName: "plan"))
    var plan: String?

    @Flag(
        help: argumentHelp(
            vi: "Dòng có cơ quan phối hợp không còn hoạt động.",
            en: "Rows whose cooperating agency no longer exists."))
    var cooperating = false

    @OptionGroup var page: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let answer = try answer()
        guard let question else { return try list(in: context) }
        guard let answer else { throw Self.oneAnswer("") }
        let sent = ServerRequest(
            posting: Data(JSONText.encode(AnswerPayload(answer)).utf8), as: "application/json",
            to: "/v1/settle/\(question)", [("dryRun", dryRun.ifSet)])
        try context.show(sent) {
            let request = SettleRequest(question: question, answer: answer, agency: options.agency, isDryRun: dryRun)
            return SettlementView(outcome: try context.tracker().settle(request))
        }
    }

    private func list(in context: CommandContext) throws {
        let query: ServerRequest.Query = [("plan", plan), ("cooperating", cooperating.ifSet)]
        try context.show(ServerRequest("/v1/settle", query + page.query)) {
            let tracker = try context.tracker()
            let plan = try plan.map { name throws(TrackerError) in try tracker.plan(named: name) }
            let list = try tracker.questions(
                plan: plan, onlyCooperating: cooperating, after: page.after, limit: page.limit)
            return QuestionsView(list: list, asOf: tracker.today)
        }
    }

    /// The one answer that was given; none for the list.
    private func answer() throws(TrackerError) -> SettleRequest.Answer? {
        var given: [(name: String, answer: SettleRequest.Answer)] = []
        if let deadline { given.append(("--deadline", .deadline(deadline.precomposed))) }
        if let agency { given.append(("--agency", .agency(agency.precomposed))) }
        if asRead { given.append(("--as-read", .asRead)) }
        guard given.count < 2, question != nil || given.isEmpty else {
            throw Self.oneAnswer(given.map(\.name).joined(separator: " "))
        }
        return given.first?.answer
    }

    private static func oneAnswer(_ given: String) -> TrackerError {
        .invalidInput(
            name: "ID", value: given,
            hint: LocalizedText(
                vi: "nêu số và một trong --deadline, --agency, --as-read.",
                en: "give the number and one of --deadline, --agency, --as-read."))
    }
}

/// An answer as a server takes it.
private struct AnswerPayload: Encodable {
    var deadline: String?
    var agency: String?
    var asRead: Bool?

    init(_ answer: SettleRequest.Answer) {
        switch answer {
        case .deadline(let words): deadline = words
        case .agency(let name): agency = name
        case .asRead: asRead = true
        }
    }
}
