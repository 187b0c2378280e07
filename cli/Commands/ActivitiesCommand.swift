import ArgumentParser
import TrackerService

struct ActivitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activities",
        abstract: help(vi: "Các dòng của phụ lục, nguyên văn.", en: "A plan's rows, word for word."),
        discussion: example("phuluc activities 2407/QĐ-UBND", "phuluc activities 1 --format csv --limit 500"))

    @Argument(
        help: argumentHelp(
            vi: "Kế hoạch: số trong kho hoặc số ký hiệu.", en: "The plan: its number here or its symbol.",
            valueName: "plan"))
    var plan: String

    @OptionGroup var page: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let tracker = try context.tracker()
        let plan = try tracker.plan(named: plan)
        try context.write(
            ActivitiesView(list: try tracker.activities(of: plan, after: page.after, limit: page.limit)))
    }
}
