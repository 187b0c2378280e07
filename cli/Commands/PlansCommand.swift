import ArgumentParser
import TrackerOutput
import TrackerService

struct PlansCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plans", abstract: help(vi: "Các kế hoạch trong kho.", en: "The plans in the store."),
        discussion: example("phuluc plans"))

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let tracker = try context.tracker()
        try context.write(PlansView(plans: try tracker.plans(), asOf: tracker.today))
    }
}
