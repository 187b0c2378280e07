import ArgumentParser
import TrackerOutput
import TrackerService

struct HistoryCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: help(vi: "Lịch sử một nghĩa vụ.", en: "The history of an obligation."),
        discussion: example("phuluc history 12"))

    @Argument(help: argumentHelp(vi: "Số của nghĩa vụ.", en: "The obligation's number.", valueName: "id"))
    var id: Int64

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.show(ServerRequest("/v1/obligations/\(id)/events", options.query)) {
            HistoryView(detail: try context.tracker().detail(of: id, as: nil, asOf: options.asOf))
        }
    }
}
