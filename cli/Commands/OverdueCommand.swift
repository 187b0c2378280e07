import ArgumentParser
import TrackerOutput
import TrackerService

struct OverdueCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "overdue",
        abstract: help(vi: "Nghĩa vụ quá hạn, lâu nhất trước.", en: "What is overdue, the longest first."),
        discussion: example(
            "phuluc overdue", "phuluc overdue --agency \"Sở Nội vụ\" --as-of 31/3/2022", "phuluc overdue --format csv"))

    @Flag(
        help: argumentHelp(
            vi: "Thay vào đó: nghĩa vụ có điều kiện chưa ghi nhận mà ngày trong kế hoạch đã qua.",
            en: "Instead: conditional obligations past their written date, the condition not recorded."))
    var conditional = false

    @OptionGroup var filter: FilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.show(ServerRequest(conditional ? "/v1/conditional" : "/v1/overdue", filter, page, options)) {
            let tracker = try context.tracker()
            let request = try context.request(filter, page: page, with: tracker)
            let list = try conditional ? tracker.conditionalPastDue(request) : tracker.overdue(request)
            return ObligationListView(list: list, topic: conditional ? .conditional : .overdue)
        }
    }
}
