import Foundation
import TrackerDelivery
import TrackerDomain
import TrackerPayloads

/// A phuluc-server, which does what commands ask with an access token: it answers with the very text, CSV or JSON that the
/// command would write about a store of its own.
struct ServerConnection {
    private let url: String
    private let token: String

    /// Seconds for one request; importing a large plan takes some.
    private static let timeout = 120
    /// How often a request is sent altogether, where the connection breaks. A change has a key, under which it is done once.
    private static let attempts = 3

    init(url: String, tokenFile: String?) throws(TrackerError) {
        guard Webhook.isAddress(url), let host = URL(string: url)?.host() else {
            throw .invalidInput(
                name: "--server", value: url,
                hint: LocalizedText(
                    vi: "viết như https://phuluc.sonla.gov.vn.", en: "write it like https://phuluc.sonla.gov.vn."))
        }
        guard url.lowercased().hasPrefix("https://") || ["localhost", "127.0.0.1", "::1"].contains(host) else {
            throw .invalidInput(
                name: "--server", value: url,
                hint: LocalizedText(
                    vi: "mã truy cập không được đi qua mạng mà không mã hóa; dùng https://.",
                    en: "the access token must not cross the network in the clear; use https://."))
        }
        guard let tokenFile else {
            throw .invalidInput(
                name: "--token-file", value: "",
                hint: LocalizedText(
                    vi: "nêu tệp có mã truy cập, hoặc đặt PHULUC_TOKEN_FILE.",
                    en: "name the file with the access token, or set PHULUC_TOKEN_FILE."))
        }
        self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
        token = try AccessTokenFile.token(at: tokenFile)
    }

    /// The answer to a request, in a format and language.
    func answer(
        to request: ServerRequest, as format: OutputFormat, in language: Language
    ) throws(ServerFailure) -> String {
        var headers = [
            "Authorization: Bearer \(token)", "Accept: \(format.mediaType)", "Accept-Language: \(language.rawValue)",
            "User-Agent: phuluc",
        ]
        if request.body != nil {
            headers += ["Content-Type: \(request.mediaType)", "Idempotency-Key: \(Self.newKey())"]
        }
        if let version = request.seenVersion { headers.append("If-Match: \"\(version)\"") }
        let exchange = try exchange(request, headers)
        guard (200..<300).contains(exchange.status) else {
            throw ServerFailure(answer: exchange.body, status: exchange.status, from: url)
        }
        return exchange.body
    }

    /// 128 random bits.
    private static func newKey() -> String {
        (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined(separator: "-")
    }

    private func exchange(_ request: ServerRequest, _ headers: [String]) throws(ServerFailure) -> HTTPExchange {
        var attempt = 1
        while true {
            do throws(DeliveryFailure) {
                return try HTTPExchange(
                    request.method, url + request.target, headers: headers, body: request.body, timeout: Self.timeout)
            } catch {
                guard error.isTransient, attempt < Self.attempts else {
                    throw .unreachable(url: url, reason: error.reason)
                }
                attempt += 1
            }
        }
    }

    /// The version in which an obligation stands.
    func version(ofObligation id: Int64, in language: Language) throws -> Int {
        let answer = try answer(to: ServerRequest("/v1/obligations/\(id)"), as: .json, in: language)
        guard let detail = try? JSONDecoder().decode(SeenObligation.self, from: Data(answer.utf8)) else {
            throw ServerFailure.foreign(url: url, status: 200)
        }
        return detail.obligation.version
    }

    private struct SeenObligation: Decodable {
        let obligation: Version

        struct Version: Decodable {
            let version: Int
        }
    }
}

extension OutputFormat {
    var mediaType: String {
        switch self {
        case .text: "text/plain"
        case .json: "application/json"
        case .csv: "text/csv"
        }
    }
}
