import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

struct ListCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: help(vi: "Các nghĩa vụ.", en: "The obligations."),
        discussion: example(
            "phuluc list --agency \"Sở Tư pháp\" --year 2022", "phuluc list --search \"cai cach the che\" --format csv",
            "phuluc list --sort due --stage inProgress")
    )

    @Option(help: argumentHelp(vi: "Chỉ trạng thái này.", en: "Only this stage.", valueName: "stage"))
    var stage: Stage?

    @Option(
        help: argumentHelp(
            vi: "Theo số, hoặc theo ngày đến hạn (khi đó chỉ gồm nghĩa vụ có hạn).",
            en: "By number, or by due date (then only what has one).", valueName: "order"))
    var sort: ListOrder?

    @OptionGroup var filter: FilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let asked = try ServerRequest(
            "/v1/obligations", filter, page, options, more: [("stage", stage?.rawValue), ("sort", sort?.rawValue)])
        try context.show(asked) {
            let tracker = try context.tracker()
            var request = try context.request(filter, page: page, stage: stage, with: tracker)
            request.order = sort ?? .byNumber
            return ObligationListView(list: try tracker.list(request), topic: .all)
        }
    }
}
