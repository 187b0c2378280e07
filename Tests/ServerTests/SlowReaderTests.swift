import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// Clients that hold the server up.
@Suite(.timeLimit(.minutes(5))) struct SlowReaderTests {
    @Test func whoDoesNotReadItsStreamIsHungUpOn() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        let note = String(repeating: "x", count: 9_000)
        for _ in 1...1_000 {
            _ = try desk.tracker.perform(ActionRequest(obligation: 3, action: .comment(note: note)))
        }
        try await desk.serve {
            $0.timeout = 1
        } _: { client in
            let port = try #require(client.port)
            let connection = try RawConnection(port)
            // It reads the beginning and then no more: 9 MB do not fit into what the operating system keeps for it.
            let beginning = try await connection.exchange(
                "GET /v1/events?after=0 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n\r\n"
            ) { $0.contains("retry:") }
            #expect(beginning.contains("200 OK"))
            desk.keep(connection)
            var streams = ""
            while !streams.contains("phuluc_event_streams 0\n") {
                try Task.checkCancellation()
                // A connection for each question: the server hangs up on one that is quiet for a second.
                streams = try await RawConnection(port).exchange(
                    "GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer \(token)\r\n\r\n")
            }
        }
    }

    @Test func theUseOfATokenIsWrittenDownOnceAMinute() {
        let uses = TokenUses()
        func token(_ id: Int64, usedAt: Int64? = nil) -> AccessToken {
            AccessToken(
                id: id, name: "", role: .reader, agency: nil, createdAt: 0, expiresOn: nil, lastUsedAt: usedAt)
        }
        #expect(uses.isDue(token(1), at: 1_000_000))
        #expect(!uses.isDue(token(1), at: 1_000_000))
        #expect(!uses.isDue(token(1), at: 1_059_999))
        #expect(uses.isDue(token(1), at: 1_060_000))
        #expect(uses.isDue(token(2), at: 1_000_000))
        #expect(!uses.isDue(token(3, usedAt: 999_999), at: 1_000_000))
        #expect(uses.isDue(token(4, usedAt: 900_000), at: 1_000_000))
        // A clock that was set back.
        #expect(uses.isDue(token(1), at: 10))
    }
}
