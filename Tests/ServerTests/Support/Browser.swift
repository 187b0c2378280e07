import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import TrackerService

@testable import phuluc_server

/// A browser: it keeps cookies, says where its requests come from, and knows the word in the forms of its session.
struct Browser {
    let client: any TestClientProtocol
    /// What it sends with every request.
    var headers: HTTPFields = [.acceptLanguage: "vi", .accept: "text/html"]
    var cookies: [String: String] = [:]
    var formToken = ""

    init(_ client: any TestClientProtocol) {
        self.client = client
    }

    /// Has signed in already.
    init(_ client: any TestClientProtocol, as token: String) async throws {
        self.client = client
        let answer = try await signIn(token)
        #expect(answer.status == 303, "\(answer.text)")
    }

    mutating func get(
        _ uri: String, method: HTTPRequest.Method = .get, _ more: HTTPFields = [:]
    ) async throws -> Exchange {
        try await send(method, uri, more)
    }

    /// Sends a form with the session's word, from a page of ours where `more` says nothing else.
    mutating func post(
        _ uri: String, _ fields: [String: String] = [:], _ more: HTTPFields = [:]
    ) async throws -> Exchange {
        var fields = fields
        if !formToken.isEmpty, fields["formToken"] == nil { fields["formToken"] = formToken }
        let body = BoardLinks.address("", fields).drop { $0 == "?" }
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded", .secFetchSite: "same-origin"]
        for field in more { headers[field.name] = field.value }
        return try await send(.post, uri, headers, String(body))
    }

    mutating func signIn(_ token: String, next: String = "/") async throws -> Exchange {
        formToken = ""
        let answer = try await post("/sign-in", ["token": token, "next": next])
        guard answer.status == 303 else { return answer }
        let page = try await get("/plans")
        formToken = page.text.firstMatch(of: /name="formToken" value="([0-9a-f]{64})"/).map { String($0.1) } ?? ""
        return answer
    }

    mutating func send(
        _ method: HTTPRequest.Method, _ uri: String, _ more: HTTPFields, _ body: String? = nil
    ) async throws -> Exchange {
        var headers = headers
        for field in more { headers[field.name] = field.value }
        if !cookies.isEmpty {
            headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        let answer = try await client.execute(
            uri: uri, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) }
        ) { response in
            Exchange(status: response.status.code, headers: response.headers, text: String(buffer: response.body))
        }
        for cookie in answer.headers[values: .setCookie] {
            let parts = cookie.split(separator: ";")[0].split(separator: "=", maxSplits: 1).map(String.init)
            cookies[parts[0]] = cookie.contains("Max-Age=0;") ? nil : parts.last
        }
        return answer
    }
}
