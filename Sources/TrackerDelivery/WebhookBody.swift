internal import Foundation
internal import TrackerDomain

/// What a webhook is told, as JSON: the message with its obligations. The keys are sorted, so that the same message gives the
/// same bytes.
struct WebhookBody: Encodable {
    let type = "reminder"
    /// When the message was written, "2022-02-09T01:00:00Z".
    let timestamp: String
    let data: Payload

    struct Payload: Encodable {
        let id: String
        let number: Int64
        let recipient: String
        let recipientName: String
        let day: String
        let language: Language
        let subject: String
        let text: String
        let items: [OutgoingMessage.Item]
    }

    init(_ message: OutgoingMessage) {
        timestamp = Date(timeIntervalSince1970: Double(message.writtenAt / 1_000)).formatted(.iso8601)
        data = Payload(
            id: message.messageID, number: message.number, recipient: message.recipient,
            recipientName: message.recipientName, day: message.day, language: message.language,
            subject: message.subject, text: message.text, items: message.items)
    }

    func encoded() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
