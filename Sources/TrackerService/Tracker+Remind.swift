internal import Foundation
package import TrackerDelivery
package import TrackerDomain
internal import TrackerStorage

extension Tracker {
    /// Decides which reminders are due, writes them into the ledger with their messages, and hands every message that is not
    /// yet sent over to `delivery`.
    ///
    /// Never lost: each obligation gets its newest stage, however late the run; older stages are marked superseded. What a run
    /// before has left is sent with the same number and text, unless something in it was done or moved since.
    /// Never twice: a stage is in the ledger once for a recipient and a channel, and a message is claimed by one run at a time.
    package func remind(
        _ options: ReminderOptions = .init(), through delivery: any Delivery
    ) throws(TrackerError) -> ReminderRun {
        let day = options.asOf ?? today
        var run = ReminderRun(asOf: day, channel: options.channel, isDryRun: options.isDryRun)
        run.deferredTo = try store.read {
            try ReminderSession(on: day, options, now: ambient.now(), in: $0).deferredTo
        }
        guard run.deferredTo == nil else { return run }
        if options.isDryRun { return try rehearse(run, options) }
        let now = ambient.now()
        let record = try store.write { transaction in
            run.withoutRecipient = try plan(on: day, options, now: now, in: transaction)
            return try transaction.beginReminderRun(channel: options.channel, asOf: day, now: now)
        }
        try options.observe?(.planned)
        try send(nil, options, through: delivery, into: &run)
        let (sent, failed) = (run.messages.count, run.failures.count)
        run.unreachable = try store.write { transaction in
            try transaction.finishReminderRun(record, sent: sent, failed: failed, now: ambient.now())
            return try transaction.reading.unreachableRecipients(channel: options.channel)
        }
        return run
    }

    /// Hands messages over again that were given up, those of some numbers or all of the channel.
    package func resend(
        _ numbers: [Int64]?, _ options: ReminderOptions, through delivery: any Delivery
    ) throws(TrackerError) -> ReminderRun {
        let now = ambient.now()
        var run = ReminderRun(asOf: today, channel: options.channel, isDryRun: false)
        let revived = try store.write { transaction in
            let revived = try transaction.reviveMessages(numbers, channel: options.channel, now: now)
            let unknown = Set(numbers ?? []).subtracting(revived).min()
            if let unknown { throw TrackerError.notFound(.failedMessage(unknown), nearest: revived.map(String.init)) }
            return revived
        }
        try send(revived, options, through: delivery, into: &run)
        return run
    }

    private func plan(
        on day: CivilDate, _ options: ReminderOptions, now: Int64, in transaction: WriteTransaction
    ) throws -> Int {
        // A succession whose day has come since the last run changes whom a reminder goes to.
        try SuccessionRun(at: now, in: transaction.reading).apply(toPlan: nil, in: transaction)
        return try ReminderSession(on: day, options, now: now, in: transaction.reading).plan(in: transaction)
    }

    private func rehearse(_ run: ReminderRun, _ options: ReminderOptions) throws(TrackerError) -> ReminderRun {
        var run = run
        let now = ambient.now()
        return try store.rehearse { transaction in
            run.withoutRecipient = try plan(on: run.asOf, options, now: now, in: transaction)
            while let claimed = try transaction.claimMessage(channel: options.channel, now: now) {
                run.messages.append(try Self.message(from: claimed))
            }
            run.unreachable = try transaction.reading.unreachableRecipients(channel: options.channel)
            return run
        }
    }

    /// Claims one message after another and hands it over; one that fails does not keep the others.
    private func send(
        _ numbers: [Int64]?, _ options: ReminderOptions, through delivery: any Delivery, into run: inout ReminderRun
    ) throws(TrackerError) {
        while let claimed = try store.write({
            try $0.claimMessage(channel: options.channel, now: ambient.now(), among: numbers)
        }) {
            try options.observe?(.claimed)
            let message = try Self.message(from: claimed)
            do throws(DeliveryFailure) {
                try delivery.send(message)
            } catch {
                run.failures.append(try record(error, of: message, attempt: claimed.attempt))
                continue
            }
            try options.observe?(.sent)
            try store.write { try $0.markSent(claimed.number, at: ambient.now()) }
            run.messages.append(message)
        }
    }

    private func record(
        _ failure: DeliveryFailure, of message: OutgoingMessage, attempt: Int
    ) throws(TrackerError) -> ReminderFailure {
        let isFinal = !failure.isTransient || attempt >= ReminderRetry.attempts
        let again = isFinal ? nil : ambient.now() + ReminderRetry.milliseconds(after: attempt)
        try store.write { try $0.markFailed(message.number, failure.reason, againAt: again) }
        return ReminderFailure(message: message, reason: failure.reason, isFinal: isFinal)
    }

    private static func message(from claimed: ClaimedMessage) throws(TrackerError) -> OutgoingMessage {
        do {
            var message = try JSONDecoder().decode(OutgoingMessage.self, from: Data(claimed.body.utf8))
            message.addresses = claimed.addresses
            return message
        } catch {
            throw .internal
        }
    }
}
