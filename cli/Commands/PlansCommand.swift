import ArgumentParser
import TrackerOutput
import TrackerService

struct PlansCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "plans", abstract: help(vi: "Các kế hoạch trong kho.", en: "The plans in the store."),
        discussion: example("phuluc plans"))

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.show(ServerRequest("/v1/plans")) {
            let tracker = try context.tracker()
            return PlansView(plans: try tracker.plans(), asOf: tracker.today)
        }
    }
}
