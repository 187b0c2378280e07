/// A message of the ledger and what became of it.
///
/// Example: message 12 of 08/02/2022 to Sở Tư pháp by e-mail about 3 obligations, sent at the first attempt.
public struct RecordedMessage: Hashable, Sendable {
    public let number: Int64
    /// The day that it speaks of.
    public let day: CivilDate
    public let channel: ReminderChannel
    /// ``RecordedReminder/State/planned``, `claimed`, `sent`, `failed` or `cancelled`.
    public let state: RecordedReminder.State
    /// How often it was tried.
    public let attempts: Int
    /// How many lines of the ledger it carries.
    public let obligations: Int
    /// Why the newest attempt failed; `nil` where none did.
    public let failure: LocalizedText?
    /// Milliseconds since 1970-01-01T00:00:00Z; `nil` until it is sent.
    public let sentAt: Int64?

    public init(
        number: Int64, day: CivilDate, channel: ReminderChannel, state: RecordedReminder.State, attempts: Int,
        obligations: Int, failure: LocalizedText?, sentAt: Int64?
    ) {
        self.number = number
        self.day = day
        self.channel = channel
        self.state = state
        self.attempts = attempts
        self.obligations = obligations
        self.failure = failure
        self.sentAt = sentAt
    }
}
