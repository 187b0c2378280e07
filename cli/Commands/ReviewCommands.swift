import ArgumentParser
import TrackerDomain

struct AcceptCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: help(vi: "Xác nhận hoàn thành.", en: "Accepts the submission."),
        discussion: example("phuluc accept 12"))

    @OptionGroup var action: ActionOptions

    func run() throws { try action.perform(.accept(note: action.composedNote)) }
}

struct ReturnCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: help(vi: "Trả lại, nêu lý do.", en: "Returns the submission with a reason."),
        discussion: example("phuluc return 12 --reason \"Thiếu báo cáo kèm theo\""))

    @OptionGroup var reason: ReasonOptions
    @OptionGroup var action: ActionOptions

    func run() throws { try action.perform(.return(reason: reason.words(or: action))) }
}
