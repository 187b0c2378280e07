/// A line of the ledger: a stage of an obligation for a recipient, and what became of it.
public struct RecordedReminder: Hashable, Sendable {
    /// Where a reminder stands.
    public enum State: String, CaseIterable, Sendable {
        /// Waits for an address, for a day on which messages go out, or for the next run.
        case waiting
        /// In a message that is not sent yet.
        case planned
        /// In a message that a run is handing over, or was when it was interrupted.
        case claimed
        case sent
        /// In a message that was given up.
        case failed
        /// A newer stage was reached before it could be sent.
        case superseded
        /// Done, moved or given to somebody else before it could be sent.
        case cancelled
    }

    public let stage: ReminderStage
    /// Of which deadline of the obligation (``ObligationState/deadlineVersion``).
    public let deadlineVersion: Int
    public let recipient: AgencyID
    public let recipientName: String
    public let channel: ReminderChannel
    /// The day of the run that decided it.
    public let decidedOn: CivilDate
    public let state: State
    /// The number of its message; `nil` while it has none.
    public let message: Int64?
    /// Milliseconds since 1970-01-01T00:00:00Z; `nil` until it is sent.
    public let sentAt: Int64?

    public init(
        stage: ReminderStage, deadlineVersion: Int, recipient: AgencyID, recipientName: String,
        channel: ReminderChannel, decidedOn: CivilDate, state: State, message: Int64?, sentAt: Int64?
    ) {
        self.stage = stage
        self.deadlineVersion = deadlineVersion
        self.recipient = recipient
        self.recipientName = recipientName
        self.channel = channel
        self.decidedOn = decidedOn
        self.state = state
        self.message = message
        self.sentAt = sentAt
    }
}

/// A message that was given up, for a person to look after.
public struct FailedMessage: Hashable, Sendable {
    public let number: Int64
    /// The day that it speaks of.
    public let day: CivilDate
    public let channel: ReminderChannel
    public let recipient: AgencyID
    public let recipientName: String
    public let attempts: Int
    public let reason: LocalizedText
    /// How many obligations it speaks of.
    public let obligations: Int

    public init(
        number: Int64, day: CivilDate, channel: ReminderChannel, recipient: AgencyID, recipientName: String,
        attempts: Int, reason: LocalizedText, obligations: Int
    ) {
        self.number = number
        self.day = day
        self.channel = channel
        self.recipient = recipient
        self.recipientName = recipientName
        self.attempts = attempts
        self.reason = reason
        self.obligations = obligations
    }
}
