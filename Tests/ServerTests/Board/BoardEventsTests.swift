import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// What pages are told of changes.
@Suite(.timeLimit(.minutes(5))) struct BoardEventsTests {
    private static func follow(
        _ port: Int, _ secret: String, after: Int? = nil, until isEnough: @escaping @Sendable (String) -> Bool
    ) async throws -> String {
        let place = after.map { "Last-Event-ID: \($0)\r\n" } ?? ""
        return try await RawConnection(port).exchange(
            "GET /events HTTP/1.1\r\nHost: a\r\nConnection: close\r\nCookie: phuluc=\(secret)\r\n\(place)\r\n",
            until: isEnough)
    }

    /// An obligation that Sở Tư pháp does not see; 3 is its own.
    private static func hidden(_ desk: ServerDesk, from access: AccessToken) throws -> Int64 {
        var request = ListRequest(limit: 500)
        let all = Set(try desk.tracker.list(request).page.items.map(\.obligation.id))
        request.access = access
        return try #require(all.subtracting(try desk.tracker.list(request).page.items.map(\.obligation.id)).min())
    }

    @Test func aChangeThatTheVisitorSeesWakesThePageAndNoOther() async throws {
        let desk = try ServerDesk()
        let session = try #require(try desk.tracker.signIn(try desk.token(.lead, "Sở Tư pháp")))
        let hidden = try Self.hidden(desk, from: session.access)
        @Sendable func comment(_ id: Int64) throws {
            _ = try desk.tracker.perform(ActionRequest(obligation: id, action: .comment(note: "a")))
        }
        try comment(3)
        try comment(hidden)
        try comment(hidden)
        try comment(3)
        try await desk.serve { client in
            let port = try #require(client.port)
            // Of four changes the last one is new and to be seen.
            let missed = try await Self.follow(port, session.secret, after: 1) { $0.contains("event: change") }
            #expect(
                missed.contains("content-type: text/event-stream") || missed.contains("Content-Type: text/event-stream")
            )
            #expect(missed.contains("id: 4\nevent: change\ndata: 1\n\n"))
            // Whoever has just come is told what happens from now on.
            let live = try await Self.follow(port, session.secret) { text in
                if text.contains("retry:"), !text.contains("event:") {
                    try? comment(hidden)
                    try? comment(3)
                }
                return text.contains("event: change")
            }
            #expect(live.split(separator: "event: change").count == 2 && live.contains("data: 1\n"))
        }
    }

    @Test func theStreamEndsWithTheSession() async throws {
        let desk = try ServerDesk()
        let session = try #require(try desk.tracker.signIn(try desk.token(.reader)))
        try await desk.serve { client in
            let port = try #require(client.port)
            let text = try await Self.follow(port, session.secret) { text in
                if text.contains("retry:") { try? desk.tracker.signOut(session.secret) }
                return false
            }
            #expect(text.hasSuffix("0\r\n\r\n"), "the stream came to its end")
            let again = try await Self.follow(port, session.secret) { _ in false }
            #expect(again.hasPrefix("HTTP/1.1 204"), "and browsers stop to ask")
        }
    }
}
