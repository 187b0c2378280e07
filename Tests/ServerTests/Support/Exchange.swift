import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

/// A request and what came back.
struct Exchange {
    let status: Int
    let headers: HTTPFields
    let text: String

    /// The members of the JSON object that came back.
    var json: [String: Any] {
        get throws {
            try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
        }
    }

    var code: String? { try? json["code"] as? String }

    /// What the forms of a page carry along unseen.
    var hiddenFields: [String: String] {
        let fields = text.matches(of: /type="hidden" name="([^"]+)" value="([^"]*)"/).map { match in
            let value = match.2.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
            return (String(match.1), String(value))
        }
        return Dictionary(fields) { first, _ in first }
    }

    func items() throws -> [[String: Any]] { try #require(try json["items"] as? [[String: Any]]) }
}

extension TestClientProtocol {
    /// Sends a request with a token and JSON.
    func send(
        _ method: HTTPRequest.Method = .get, _ uri: String, as token: String? = nil, _ body: String? = nil,
        ifMatch: String? = nil, key: String? = nil, type: String = "application/json", language: String = "en",
        accept: String? = nil
    ) async throws -> Exchange {
        var headers: HTTPFields = [.acceptLanguage: language]
        if let token { headers[.authorization] = "Bearer \(token)" }
        if let accept { headers[.accept] = accept }
        if let ifMatch { headers[.ifMatch] = ifMatch }
        if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        if body != nil { headers[.contentType] = type }
        return try await execute(
            uri: uri, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) }
        ) { response in
            Exchange(
                status: response.status.code, headers: response.headers, text: String(buffer: response.body))
        }
    }
}
