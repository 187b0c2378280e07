import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

struct StatsCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: help(
            vi: "Thống kê: hoàn thành đúng hạn, quá hạn; chưa hoàn thành trong hạn, quá hạn.",
            en: "Counts: completed on time, late; not completed within the deadline, overdue."),
        discussion: example(
            "phuluc stats --by agency --plan 2407/QĐ-UBND", "phuluc stats --by year --as-of 31/12/2024",
            "phuluc stats --plan 2407/QĐ-UBND --report 2026-Q1")
    )

    @Option(help: argumentHelp(vi: "Nhóm theo.", en: "Group by.", valueName: "group"))
    var by = CountGrouping.plan

    @Option(help: argumentHelp(vi: "Chỉ kế hoạch này.", en: "Only this plan.", valueName: "plan"))
    var plan: String?

    @Option(
        help: argumentHelp(
            vi:
                "Số liệu của kỳ báo cáo: 2026-Q1, 2026-H1, 2026-9M, 2026, 2026-03; chốt theo chế độ báo cáo của kế hoạch.",
            en: "Counts of a report: 2026-Q1, 2026-H1, 2026-9M, 2026, 2026-03; cut off as the plan's regime says.",
            valueName: "period"))
    var report: ReportingPeriod?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        if let report, options.asOf != nil {
            throw TrackerError.invalidInput(
                name: "--report", value: report.description,
                hint: LocalizedText(
                    vi: "kỳ báo cáo có ngày chốt riêng; bỏ --as-of.",
                    en: "a report has its own cut-off; leave out --as-of."))
        }
        let query: ServerRequest.Query = [("by", by.rawValue), ("plan", plan), ("report", report?.description)]
        try context.show(ServerRequest("/v1/stats", query + options.query)) {
            let tracker = try context.tracker()
            let plan = try plan.map { name throws(TrackerError) in try tracker.plan(named: name) }
            let table =
                try report.map { report throws(TrackerError) in
                    try tracker.counts(by: by, plan: plan, forReportOf: report)
                } ?? tracker.counts(by: by, plan: plan, asOf: options.asOf)
            return CountsView(table: table)
        }
    }
}
