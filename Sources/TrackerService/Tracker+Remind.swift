internal import AppendixData
internal import Foundation
package import TrackerDomain
internal import TrackerImport
internal import TrackerStorage

/// How a reminder run is made.
package struct ReminderOptions: Sendable {
    /// The day as if the run were made on it; today where it is `nil`.
    package var asOf: CivilDate?
    /// Decide and show, write nothing.
    package var isDryRun = false
    /// Send on a day off as well; otherwise the run waits for the next working day.
    package var ignoresDaysOff = false
    package var language = Language.vi
    package var channel = "stdout"

    package init() {}
}

extension Tracker {
    /// How long a run may take to send what it has claimed before another run takes it over.
    private static let leaseMilliseconds: Int64 = 10 * 60 * 1_000

    /// Decides which reminders are due, writes them into the ledger with their rendered messages, and returns the
    /// messages. The caller sends them and calls ``confirmSent(_:)``; what is never confirmed is sent by a later run.
    ///
    /// Never lost: each obligation gets its newest stage, however late the run; older stages are marked superseded.
    /// What a run before has left unsent is sent with the same text, unless something in it was done or moved since.
    /// Never twice: a stage that the ledger has for a recipient and a channel is not sent again.
    package func remind(_ options: ReminderOptions = .init()) throws(TrackerError) -> ReminderRun {
        let day = options.asOf ?? today
        let policy = try Self.builtInPolicy()
        let calendar = try store.read { try $0.workCalendar() }
        if !options.ignoresDaysOff, !calendar.isWorkingDay(day) {
            return ReminderRun(
                asOf: day, isDryRun: options.isDryRun, deferredTo: calendar.workingDay(onOrAfter: day), messages: [],
                withoutRecipient: 0)
        }
        let session = ReminderSession(day: day, today: today, policy: policy, options: options)
        if options.isDryRun {
            return try store.read { transaction in
                let decision = try session.decide(in: transaction)
                return session.run(messages: try session.render(decision, in: transaction), decision)
            }
        }
        let now = ambient.now()
        return try store.write { transaction in
            // A succession whose day has come since the last run changes whom a reminder goes to.
            try SuccessionRun(at: now, in: transaction.reading).apply(toPlan: nil, in: transaction)
            let lease = now + Self.leaseMilliseconds
            let unsent = try transaction.takeOverUnsentMessages(
                channel: options.channel, now: now, leaseUntil: lease
            ).filter { try !transaction.dropIfOutdated(message: $0.id) }
            let decision = try session.decide(in: transaction.reading)
            let messages = try session.record(decision, leaseUntil: lease, in: transaction)
            return session.run(messages: try unsent.map(ReminderSession.message(from:)) + messages, decision)
        }
    }

    /// Marks messages as sent: no run sends them again.
    package func confirmSent(_ run: ReminderRun) throws(TrackerError) {
        guard !run.isDryRun, !run.messages.isEmpty else { return }
        let now = ambient.now()
        try store.write { try $0.markSent(messages: run.messages.map(\.number), at: now) }
    }

    static func builtInPolicy() throws(TrackerError) -> ReminderPolicy {
        do {
            return try PolicyFile.policy(in: AppendixData.reminderPolicy)
        } catch {
            throw .internal
        }
    }
}
