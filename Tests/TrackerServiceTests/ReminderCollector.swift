import Synchronization
import TrackerDelivery
import TrackerDomain
import TrackerService

/// A receiving side that keeps what it takes, and refuses the messages to some.
final class ReminderCollector: Delivery {
    let channel: String
    private let refused: Mutex<[String: DeliveryFailure]> = Mutex([:])
    private let taken: Mutex<[OutgoingMessage]> = Mutex([])

    init(_ channel: ReminderChannel = .stdout) { self.channel = channel.rawValue }

    var messages: [OutgoingMessage] { taken.withLock { $0 } }

    /// Refuses what comes for a recipient from now on; `nil` takes it again.
    func refuse(_ recipient: String, _ failure: DeliveryFailure?) {
        refused.withLock { $0[recipient] = failure }
    }

    func send(_ message: OutgoingMessage) throws(DeliveryFailure) {
        if let failure = refused.withLock({ $0[message.recipient] }) { throw failure }
        taken.withLock { $0.append(message) }
    }
}

extension DeliveryFailure {
    static let mailboxFull = DeliveryFailure(LocalizedText(vi: "hộp thư đầy.", en: "mailbox full."), isTransient: true)
    static let noSuchUser = DeliveryFailure(
        LocalizedText(vi: "không có người nhận.", en: "no such user."), isTransient: false)
}

extension Tracker {
    /// A run whose messages go to nobody in particular.
    @discardableResult
    func remind(_ options: ReminderOptions = .init()) throws(TrackerError) -> ReminderRun {
        try remind(options, through: ReminderCollector(options.channel))
    }
}

extension ReminderRun {
    /// "recipient: 1 before-7, 2 due" for each message.
    var summary: [String] {
        messages.map { message in
            "\(message.recipient): " + message.items.map { "\($0.obligation) \($0.stage)" }.joined(separator: ", ")
        }
    }
}
