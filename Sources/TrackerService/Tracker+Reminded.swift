package import TrackerDomain
internal import TrackerStorage

/// A reminder that went out for an obligation.
package struct ReminderSent: Sendable {
    package let recipient: AgencyID
    package let recipientName: String
    package let channel: String
    /// The day of the stage that it was for; a late run sends the newest one.
    package let stage: CivilDate
    package let sentOn: CivilDate
}

extension Tracker {
    /// Who was reminded of each of some obligations, and when, up to a day; the newest first.
    package func remindersSent(
        for obligations: [Int64], asOf: CivilDate? = nil
    ) throws(TrackerError) -> [Int64: [ReminderSent]] {
        guard !obligations.isEmpty else { return [:] }
        let day = asOf ?? today
        let sent = try store.read { try $0.remindersSent(for: obligations, through: day) }
        return Dictionary(grouping: sent, by: \.obligation).mapValues { reminders in
            reminders.map {
                ReminderSent(
                    recipient: $0.recipient, recipientName: $0.recipientName, channel: $0.channel, stage: $0.stage,
                    sentOn: $0.sentOn)
            }
        }
    }
}
