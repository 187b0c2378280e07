package import TrackerDomain

/// A rendered message as the ledger keeps it: everything a channel needs to send it, and to send the very same again after a
/// crash.
package struct OutgoingMessage: Codable, Hashable, Sendable {
    /// The number in the ledger.
    package var number: Int64
    /// "<…@…>" (RFC 5322, section 3.6.4); the same however often the message is sent, so that a receiver knows a repeat.
    package var messageID: String
    /// The agency's id, "son-la/so-noi-vu".
    package var recipient: String
    package var recipientName: String
    /// Where it goes: e-mail addresses, or one URL for a webhook; empty for standard output.
    package var addresses: [String]
    /// When it was written: milliseconds since 1970-01-01T00:00:00Z.
    package var writtenAt: Int64
    /// The day that it speaks of, "2026-11-21".
    package var day: String
    package var language: Language
    package var subject: String
    package var text: String
    package var html: String
    package var items: [Item]

    /// One obligation in the message.
    package struct Item: Codable, Hashable, Sendable {
        package var obligation: Int64
        package var deadlineVersion: Int
        /// "before-30", "due", "overdue-7".
        package var stage: String

        package init(obligation: Int64, deadlineVersion: Int, stage: String) {
            self.obligation = obligation
            self.deadlineVersion = deadlineVersion
            self.stage = stage
        }
    }

    package init(
        number: Int64, messageID: String, recipient: String, recipientName: String, addresses: [String],
        writtenAt: Int64, day: String, language: Language, subject: String, text: String, html: String, items: [Item]
    ) {
        self.number = number
        self.messageID = messageID
        self.recipient = recipient
        self.recipientName = recipientName
        self.addresses = addresses
        self.writtenAt = writtenAt
        self.day = day
        self.language = language
        self.subject = subject
        self.text = text
        self.html = html
        self.items = items
    }
}

/// Why a message could not be handed over.
package struct DeliveryFailure: Error, Hashable, Sendable {
    /// What went wrong, in words for the ledger and the operator, in both languages.
    package let reason: LocalizedText
    /// Whether sending the same again later may succeed.
    package let isTransient: Bool

    package init(_ reason: LocalizedText, isTransient: Bool) {
        self.reason = reason
        self.isTransient = isTransient
    }
}

/// A way to hand messages over. Returning means that the receiving side has taken the message.
package protocol Delivery: Sendable {
    /// The channel's name in the ledger: "stdout", "eml", "sendmail", "webhook".
    var channel: String { get }

    func send(_ message: OutgoingMessage) throws(DeliveryFailure)
}
