import ArgumentParser
import TrackerOutput
import TrackerService

struct DueCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: help(vi: "Nghĩa vụ sắp đến hạn.", en: "What falls due soon."),
        discussion: example("phuluc due --within 30d", "phuluc due --agency \"Sở Tài chính\" --within 90"))

    @Option(
        help: argumentHelp(
            vi: "Trong bao nhiêu ngày: 30 hoặc 30d.", en: "Within how many days: 30 or 30d.", valueName: "days"))
    var within = DayCount(days: 30)

    @OptionGroup var filter: FilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let asked = try ServerRequest("/v1/due", filter, page, options, more: [("within", String(within.days))])
        try context.show(asked) {
            let tracker = try context.tracker()
            let request = try context.request(filter, page: page, with: tracker)
            let list = try tracker.due(request, withinDays: within.days)
            return ObligationListView(list: list, topic: .due(days: within.days))
        }
    }
}

/// A number of days, "30" or "30d".
struct DayCount: ExpressibleByArgument, CustomStringConvertible {
    let days: Int

    init(days: Int) {
        self.days = days
    }

    init?(argument: String) {
        guard let days = Int(argument.hasSuffix("d") ? String(argument.dropLast()) : argument),
            (0...36_600).contains(days)
        else { return nil }
        self.days = days
    }

    var description: String { "\(days)d" }
}
