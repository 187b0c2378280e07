/// One run of reminders on a channel, as the store remembers it.
public struct RecordedRun: Hashable, Sendable {
    public let channel: ReminderChannel
    /// The day as if the run had been made on it.
    public let asOf: CivilDate
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let startedAt: Int64
    /// Milliseconds since 1970-01-01T00:00:00Z; `nil` where the run was interrupted, or is still on.
    public let finishedAt: Int64?
    /// How many messages it handed over.
    public let sent: Int
    /// How many it could not hand over.
    public let failed: Int

    public init(
        channel: ReminderChannel, asOf: CivilDate, startedAt: Int64, finishedAt: Int64?, sent: Int, failed: Int
    ) {
        self.channel = channel
        self.asOf = asOf
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.sent = sent
        self.failed = failed
    }
}

/// A recipient whose reminders wait because it has no address for the channel.
public struct UnreachableRecipient: Hashable, Sendable {
    public let recipient: AgencyID
    public let name: String
    /// How many obligations it waits to be reminded of.
    public let reminders: Int

    public init(recipient: AgencyID, name: String, reminders: Int) {
        self.recipient = recipient
        self.name = name
        self.reminders = reminders
    }
}
