import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

struct ConfirmCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: help(vi: "Kết quả đã trình, chờ xác nhận.", en: "What has been submitted and waits for acceptance."),
        discussion: example("phuluc confirm"))

    @OptionGroup var filter: FilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.show(ServerRequest("/v1/confirm", filter, page, options)) {
            let tracker = try context.tracker()
            let request = try context.request(filter, page: page, stage: .submitted, with: tracker)
            return ObligationListView(list: try tracker.list(request), topic: .confirm)
        }
    }
}
