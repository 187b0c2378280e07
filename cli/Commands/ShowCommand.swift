import ArgumentParser
import TrackerOutput
import TrackerService

struct ShowCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: help(vi: "Một nghĩa vụ với mọi thông tin.", en: "One obligation with everything about it."),
        discussion: example("phuluc show 12", "phuluc show 12 --as \"Sở Tư pháp\" --format json"))

    @Argument(help: argumentHelp(vi: "Số của nghĩa vụ.", en: "The obligation's number.", valueName: "id"))
    var id: Int64

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.show(ServerRequest("/v1/obligations/\(id)", options.query)) {
            ObligationDetailView(
                detail: try context.tracker().detail(of: id, as: options.agency, asOf: options.asOf))
        }
    }
}
