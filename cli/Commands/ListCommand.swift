import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

struct ListCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: help(vi: "Các nghĩa vụ.", en: "The obligations."),
        discussion: example(
            "phuluc list --agency \"Sở Tư pháp\" --year 2022", "phuluc list --search \"cai cach the che\" --format csv")
    )

    @Option(help: argumentHelp(vi: "Chỉ trạng thái này.", en: "Only this stage.", valueName: "stage"))
    var stage: Stage?

    @OptionGroup var filter: FilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let asked = try ServerRequest("/v1/obligations", filter, page, options, more: [("stage", stage?.rawValue)])
        try context.show(asked) {
            let tracker = try context.tracker()
            let request = try context.request(filter, page: page, stage: stage, with: tracker)
            return ObligationListView(list: try tracker.list(request), topic: .all)
        }
    }
}
