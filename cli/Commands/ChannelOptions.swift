import ArgumentParser
import TrackerDelivery
import TrackerDomain
import TrackerService

/// How reminders leave the program.
struct ChannelOptions: ParsableArguments {
    @Option(
        help: argumentHelp(
            vi: "Kênh gửi; mỗi kênh có sổ riêng.", en: "The channel; each has its own ledger.", valueName: "channel"))
    var channel = ReminderChannel.stdout

    /// The options of the run, with those of the channel.
    func reminderOptions(in context: CommandContext) throws(TrackerError) -> ReminderOptions {
        var options = ReminderOptions()
        options.channel = channel
        options.language = context.language
        options.observe = ReminderInterruption.observer
        return options
    }

    /// What hands messages over; `printer` for standard output.
    func delivery(_ printer: ReminderPrinter) throws(TrackerError) -> any Delivery {
        switch channel {
        case .stdout: return printer
        case .eml, .sendmail, .webhook: throw .internal
        }
    }

    /// The options as they were typed, for a timer.
    var words: [String] {
        channel == .stdout ? [] : ["--channel", channel.rawValue]
    }
}
