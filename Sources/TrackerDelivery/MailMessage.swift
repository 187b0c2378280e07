internal import Foundation
internal import TrackerDomain

/// A message as mail (RFC 5322, MIME): ASCII lines of at most 78 octets, text and HTML beside each other.
///
/// The same message gives the same bytes, so that what is sent twice can be told by its Message-ID.
package struct MailMessage: Sendable {
    private let message: OutgoingMessage
    private let sender: MailAddress
    private let recipients: [MailAddress]

    /// - Throws: a permanent failure where an address or the Message-ID is none: nothing is sent to the others either.
    package init(_ message: OutgoingMessage, from sender: MailAddress) throws(DeliveryFailure) {
        let id = message.messageID
        guard id.hasPrefix("<"), id.hasSuffix(">"), MailAddress(String(id.dropFirst().dropLast())) != nil else {
            throw Self.malformed(vi: "Message-ID", en: "Message-ID", id)
        }
        var recipients: [MailAddress] = []
        for text in message.addresses {
            guard let address = MailAddress(text, name: message.recipientName) else {
                throw Self.malformed(vi: "địa chỉ thư", en: "mail address", text)
            }
            recipients.append(address)
        }
        self.message = message
        self.sender = sender
        self.recipients = recipients
    }

    private static func malformed(vi: String, en: String, _ text: String) -> DeliveryFailure {
        DeliveryFailure(
            LocalizedText(
                vi: "\(vi) “\(text)” không đúng dạng tên@miền; sửa rồi gửi lại.",
                en: "the \(en) “\(text)” does not have the form name@domain; correct it and send again."),
            isTransient: false)
    }

    /// The whole message, with CRLF at the end of each line.
    package var text: String {
        let boundary = "=_phuluc"
        let lines =
            headers + [
                "MIME-Version: 1.0", "Content-Type: multipart/alternative; boundary=\"\(boundary)\"", "",
                "--\(boundary)", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
                Self.encoded(message.text), "--\(boundary)", "Content-Type: text/html; charset=utf-8",
                "Content-Transfer-Encoding: base64", "", Self.encoded(message.html), "--\(boundary)--", "",
            ]
        return lines.joined(separator: "\r\n")
    }

    private var headers: [String] {
        [
            "Date: \(MailHeader.date(ofMillisecondsSince1970: message.writtenAt))",
            "From: \(MailHeader.mailbox(sender))",
            // A group without members (RFC 5322, section 3.4) where only a person will say where it goes.
            "To: "
                + (recipients.isEmpty
                    ? MailHeader.phrase(message.recipientName) + " :;"
                    : recipients.map(MailHeader.mailbox).joined(separator: ",\r\n ")),
            "Subject: \(MailHeader.text(message.subject))",
            "Message-ID: \(message.messageID)",
            "Content-Language: \(message.language.rawValue)",
            // No out-of-office answers (RFC 3834); one name to sort by (RFC 2919).
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All",
            "List-Id: <nhac-viec.phuluc.\(sender.domain)>",
        ]
    }

    /// Text in base64 lines; line ends are CRLF within it too (RFC 2045, section 6.8).
    private static func encoded(_ text: String) -> String {
        let canonical = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        return Data(canonical.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
    }
}
