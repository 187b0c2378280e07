import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

struct SettleCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: help(
            vi: "Điều cần làm rõ: thời hạn, cơ quan, dòng không đủ ô.",
            en: "What has to be settled: deadlines, agencies, rows that break off."),
        discussion: help(
            vi: "Sửa trong tệp rồi nhập lại bằng phuluc import; tiến độ đã ghi vẫn giữ nguyên.\n\n",
            en: "Correct the file and import it again with phuluc import; recorded progress stays.\n\n")
            + example("phuluc settle --plan 2407/QĐ-UBND"))

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
        let query: ServerRequest.Query = [("plan", plan), ("cooperating", cooperating.ifSet)]
        try context.show(ServerRequest("/v1/settle", query + page.query)) {
            let tracker = try context.tracker()
            let plan = try plan.map { name throws(TrackerError) in try tracker.plan(named: name) }
            let list = try tracker.questions(
                plan: plan, onlyCooperating: cooperating, after: page.after, limit: page.limit)
            return QuestionsView(list: list, asOf: tracker.today)
        }
    }
}
