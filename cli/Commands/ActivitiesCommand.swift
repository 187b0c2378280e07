import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

struct ActivitiesCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "activities",
        abstract: help(vi: "Các dòng của phụ lục, nguyên văn.", en: "The plans' rows, word for word."),
        discussion: example("phuluc activities 2407/QĐ-UBND", "phuluc activities 1 --format csv --limit 500"))

    @Argument(
        help: argumentHelp(
            vi: "Kế hoạch: số trong kho hoặc số ký hiệu; mặc định: tất cả.",
            en: "The plan: its number here or its symbol; default: all of them.", valueName: "plan"))
    var plan: String?

    @OptionGroup var page: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.show(ServerRequest("/v1/activities", [("plan", plan)] + page.query)) {
            let tracker = try context.tracker()
            let plan = try plan.map { name throws(TrackerError) in try tracker.plan(named: name) }
            return ActivitiesView(list: try tracker.activities(of: plan, after: page.after, limit: page.limit))
        }
    }
}
