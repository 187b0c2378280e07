package import TrackerDomain

/// What a reminder run has decided: one message for each recipient.
package struct ReminderRun: Sendable {
    package let asOf: CivilDate
    package let isDryRun: Bool
    /// Offices do not work on this day: nothing was decided, and this is the next day on which a run sends.
    package let deferredTo: CivilDate?
    package let messages: [ReminderMessage]
    /// Obligations that are due for a reminder and have neither a known agency nor a standing agency to send it to.
    package let withoutRecipient: Int
}

/// One message, as it is stored in the ledger before it is sent.
package struct ReminderMessage: Sendable, Codable {
    package struct Item: Sendable, Codable {
        package let id: Int64
        /// "before-30", "due", "overdue-7".
        package let stage: String
    }

    /// The number in the ledger; 0 in a dry run.
    package var number: Int64 = 0
    package let recipient: String
    package let recipientName: String
    package let channel: String
    package let obligations: [Item]
    package let text: String

    private enum CodingKeys: String, CodingKey {
        case recipient, recipientName, channel, obligations, text
    }
}
