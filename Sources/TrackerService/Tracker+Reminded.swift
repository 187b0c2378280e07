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
    /// Who was reminded of each of some obligations that a token lets its holder see, and when, up to a day; the newest
    /// first.
    package func remindersSent(
        for obligations: [Int64], asOf: CivilDate? = nil, access: AccessToken? = nil
    ) throws(TrackerError) -> [Int64: [ReminderSent]] {
        guard !obligations.isEmpty else { return [:] }
        let day = asOf ?? today
        let sent = try store.read { transaction in
            let visibility = try Self.visibility(for: access, on: today, in: transaction)
            let seen = try obligations.filter { try transaction.isVisible($0, to: visibility) }
            return try transaction.remindersSent(for: seen, through: day)
        }
        return Dictionary(grouping: sent, by: \.obligation).mapValues { reminders in
            reminders.map {
                ReminderSent(
                    recipient: $0.recipient, recipientName: $0.recipientName, channel: $0.channel, stage: $0.stage,
                    sentOn: $0.sentOn)
            }
        }
    }
}
