internal import Crypto
internal import Foundation
internal import TrackerDomain

/// The secret that a webhook is signed with, as the open convention "Standard Webhooks" does, so that a receiver can check it
/// with a library that exists: HMAC-SHA-256 over the id, the time and the body.
package struct WebhookSecret: Sendable {
    private let key: SymmetricKey

    /// The contents of a secret file: "whsec_" and base64, or any text of at least 24 characters, whose bytes are the key.
    ///
    /// - Throws: a failure that says how to make a secret.
    package init(_ text: String) throws(DeliveryFailure) {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let prefix = "whsec_"
        let bytes = text.hasPrefix(prefix) ? Data(base64Encoded: String(text.dropFirst(prefix.count))) : Data(text.utf8)
        guard let bytes, bytes.count >= 24 else {
            throw DeliveryFailure(
                LocalizedText(
                    vi:
                        "khóa bí mật của webhook phải dài ít nhất 24 byte; tạo bằng: echo whsec_$(openssl rand -base64 32).",
                    en: "a webhook secret has at least 24 bytes; make one with: echo whsec_$(openssl rand -base64 32)."),
                isTransient: true)
        }
        key = SymmetricKey(data: bytes)
    }

    /// "v1,…": the value of the header `webhook-signature`.
    package func signature(id: String, timestamp: Int64, body: String) -> String {
        var code = HMAC<SHA256>(key: key)
        code.update(data: Data("\(id).\(timestamp).\(body)".utf8))
        return "v1,\(Data(code.finalize()).base64EncodedString())"
    }
}
