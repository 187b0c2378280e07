import ArgumentParser
import Synchronization
import TrackerDelivery
import TrackerDomain
import TrackerOutput
import TrackerPayloads
import TrackerService

/// Writes messages to standard output, each as soon as it is handed over: what the ledger calls sent has been written. As JSON all is
/// one object, `{"messages":[…],…}`, which ends with the run.
final class ReminderPrinter: Delivery {
    private let context: CommandContext
    private let style: TextStyle
    /// The channel that the messages go out on; standard output may only tell of them.
    private let reportedChannel: ReminderChannel
    private let written = Mutex(0)

    var channel: String { ReminderChannel.stdout.rawValue }

    init(_ context: CommandContext, for channel: ReminderChannel) throws(TrackerError) {
        guard context.options.format != .csv else { throw CommandContext.notAList }
        self.context = context
        reportedChannel = channel
        style = context.textStyle
    }

    func send(_ message: OutgoingMessage) {
        let isFirst = written.withLock {
            $0 += 1
            return $0 == 1
        }
        switch context.options.format {
        case .json:
            let payload = JSONText.encode(ReminderMessagePayload(message, channel: reportedChannel))
            StandardStreams.out.write((isFirst ? "{\"messages\":[" : ",") + payload)
        case .text, .csv:
            StandardStreams.out.write(ReminderView.rule(style) + ReminderView.text(of: message, style))
        }
    }

    /// Writes what is to be said at the end of a run, and ends the program with a failure where something could not be sent.
    func finish(_ run: ReminderRun) throws {
        if run.isDryRun || (context.options.format == .json && run.channel != .stdout) {
            for message in run.messages { send(message) }
        }
        let isEmpty = written.withLock { $0 == 0 }
        let view = ReminderView(run: run)
        switch context.options.format {
        case .json:
            let end = JSONText.encode(view.json(context.language)).dropFirst()
            StandardStreams.out.write((isEmpty ? "{\"messages\":[" : "") + "],\(end)\n")
        case .text, .csv:
            StandardStreams.out.write((isEmpty ? "" : ReminderView.rule(style)) + view.text(style))
        }
        if !run.failures.isEmpty { throw ExitCode(ExitStatus.failed.rawValue) }
    }
}
