import ArgumentParser
import TrackerDomain
import TrackerService

struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: help(
            vi: "Thống kê: hoàn thành đúng hạn, quá hạn; chưa hoàn thành trong hạn, quá hạn.",
            en: "Counts: completed on time, late; not completed within the deadline, overdue."),
        discussion: example("phuluc stats --by agency --plan 2407/QĐ-UBND", "phuluc stats --by year --as-of 31/12/2024")
    )

    @Option(help: argumentHelp(vi: "Nhóm theo.", en: "Group by.", valueName: "group"))
    var by = CountGrouping.plan

    @Option(help: argumentHelp(vi: "Chỉ kế hoạch này.", en: "Only this plan.", valueName: "plan"))
    var plan: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let tracker = try context.tracker()
        let plan = try plan.map { name throws(TrackerError) in try tracker.plan(named: name) }
        try context.write(CountsView(table: try tracker.counts(by: by, plan: plan, asOf: options.asOf)))
    }
}
