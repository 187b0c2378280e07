import ArgumentParser
import TrackerOutput
import TrackerService

struct CheckInsCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkins",
        abstract: help(
            vi: "Việc thường xuyên chưa báo cáo trong kỳ này.", en: "Ongoing tasks without a report this period."),
        discussion: help(
            vi: """
                Việc thường xuyên không có hạn và không bao giờ quá hạn; mỗi kỳ của chế độ báo cáo mà kế hoạch áp dụng thì \
                báo cáo tiến độ một lần.


                """,
            en: """
                Ongoing tasks have no deadline and are never overdue; progress is reported once in each period of the \
                plan's reporting regime.


                """)
            + example("phuluc checkins --agency \"Sở Nội vụ\""))

    @OptionGroup var filter: FilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.show(ServerRequest("/v1/check-ins", filter, page, options)) {
            let tracker = try context.tracker()
            let request = try context.request(filter, page: page, with: tracker)
            return ObligationListView(list: try tracker.checkInsMissing(request), topic: .checkIns)
        }
    }
}
