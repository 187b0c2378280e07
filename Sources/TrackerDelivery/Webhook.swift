internal import Foundation
internal import TrackerDomain

/// Messages by HTTP POST to the address of each agency, signed (``WebhookSecret``). HTTP goes through the program `curl`
/// (docs/decisions/0021): what it is to do stands on its standard input, never among its arguments.
package struct Webhook: Delivery {
    package let channel = "webhook"
    private let program: String
    private let secret: WebhookSecret
    private let timeout: Int
    private let now: @Sendable () -> Int64

    /// - Parameters:
    ///   - timeout: seconds for the whole exchange.
    ///   - now: milliseconds since 1970-01-01T00:00:00Z: a signature is good for some minutes, so each attempt is signed anew.
    /// - Throws: a failure where `curl` is missing.
    package init(
        secret: WebhookSecret, timeout: Int = 30, now: @escaping @Sendable () -> Int64
    ) throws(DeliveryFailure) {
        guard let path = ProcessRun.find("curl") else {
            throw .missingProgram("curl", package: "curl", option: LocalizedText(vi: "", en: ""))
        }
        program = path
        self.secret = secret
        self.timeout = timeout
        self.now = now
    }

    package func send(_ message: OutgoingMessage) throws(DeliveryFailure) {
        guard let address = message.addresses.first, Self.isAddress(address) else {
            throw DeliveryFailure(
                LocalizedText(
                    vi: "địa chỉ webhook “\(message.addresses.first ?? "")” không đúng; cần https://… hoặc http://….",
                    en:
                        "the webhook address “\(message.addresses.first ?? "")” is wrong; it begins with https:// or http://."
                ),
                isTransient: false)
        }
        guard let body = try? WebhookBody(message).encoded() else { throw .notWritable("JSON") }
        let bodyFile = try ScratchFile(Data(body.utf8))
        defer { bodyFile.remove() }
        let timestamp = now() / 1_000
        let instructions = CurlInstructions(
            url: address, timeout: timeout, bodyPath: bodyFile.path,
            headers: [
                "Content-Type: application/json", "User-Agent: phuluc", "Webhook-Id: \(message.messageID)",
                "Webhook-Timestamp: \(timestamp)",
                "Webhook-Signature: \(secret.signature(id: message.messageID, timestamp: timestamp, body: body))",
            ])
        // -q: the settings of whoever runs this do not count.
        let run = try ProcessRun(
            program, ["-q", "--config", "-"], input: Data(instructions.text.utf8), timeout: timeout + 5)
        try Self.judge(status: run.status, answer: Int(run.output) ?? 0, complaint: run.complaint)
    }

    /// An address of the web without blanks and control characters.
    package static func isAddress(_ text: String) -> Bool {
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), url.host?.isEmpty == false else {
            return false
        }
        return ["https", "http"].contains(scheme) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// Turns what curl says (EXIT CODES of curl(1)) and what the receiver answers into success or failure.
    static func judge(status: Int, answer: Int, complaint: String) throws(DeliveryFailure) {
        if status != 0 {
            throw DeliveryFailure(
                LocalizedText(
                    vi: "không gửi được (curl \(status)): \(complaint)",
                    en: "could not be sent (curl \(status)): \(complaint)"),
                isTransient: [5, 6, 7, 16, 18, 28, 35, 52, 55, 56, 92].contains(status))
        }
        switch answer {
        case 200..<300: return
        case 408, 425, 429, 500...:
            throw DeliveryFailure(
                LocalizedText(
                    vi: "nơi nhận trả lời HTTP \(answer); lần chạy sau gửi lại.",
                    en: "the receiver answered HTTP \(answer); a later run sends again."), isTransient: true)
        default:
            throw DeliveryFailure(
                LocalizedText(
                    vi: "nơi nhận từ chối: HTTP \(answer); kiểm tra địa chỉ và khóa bí mật.",
                    en: "the receiver refused: HTTP \(answer); check the address and the secret."), isTransient: false)
        }
    }
}
