package import TrackerDomain

/// A message of the ledger and what became of it, as programs read it.
package struct RecordedMessagePayload: Encodable, Sendable {
    package let number: Int64
    package let day: String
    package let channel: String
    package let state: String
    package let attempts: Int
    package let obligations: Int
    @Nullable package var failure: String?
    /// Milliseconds since 1970-01-01T00:00:00Z.
    @Nullable package var sentAt: Int64?

    package init(_ message: RecordedMessage, in language: Language) {
        number = message.number
        day = message.day.description
        channel = message.channel.rawValue
        state = message.state.rawValue
        attempts = message.attempts
        obligations = message.obligations
        failure = message.failure?(language)
        sentAt = message.sentAt
    }
}
