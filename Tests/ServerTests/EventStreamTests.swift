import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// The history as a stream: everything once, in its order, across broken connections.
@Suite(.timeLimit(.minutes(5))) struct EventStreamTests {
    /// Follows until so many events came; returns their numbers.
    private static func follow(_ port: Int, _ token: String, after: Int, count: Int) async throws -> [Int] {
        let request =
            "GET /v1/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\nLast-Event-ID: \(after)\r\n\r\n"
        let text = try await RawConnection(port).exchange(request) { $0.matches(of: Self.event).count >= count }
        #expect(text.contains("text/event-stream"))
        #expect(text.contains("retry: 2000\nid: \(after)\n\n"))
        return text.matches(of: Self.event).compactMap { Int($0.1) }
    }

    private static var event: Regex<(Substring, Substring)> { /id: (\d+)\nevent:/ }

    @Test func aStreamGoesOnWhereItBrokeOffWithoutAGapOrARepeat() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        let beside = try ServerDesk.tracker(over: desk.folder.appending(path: "kho.sqlite").path)
        try await desk.serve { client in
            let port = try #require(client.port)
            Thread.detachNewThread {
                for number in 1...240 {
                    _ = try? beside.perform(ActionRequest(obligation: 3, action: .comment(note: "\(number)")))
                }
            }
            var seen: [Int] = []
            while seen.count < 240 {
                let wanted = min(37, 240 - seen.count)
                seen += try await Self.follow(port, token, after: seen.last ?? 0, count: wanted)
            }
            #expect(seen == Array(1...240))
        }
    }

    @Test func aStreamShowsOnlyWhatItsHolderMaySee() async throws {
        let desk = try ServerDesk()
        let own = try desk.token(.lead, "Sở Nội vụ")
        let visible = Set(try Self.ids(desk, own))
        let all = try desk.tracker.list(ListRequest(limit: 500)).page.items.map { Int($0.obligation.id) }
        let hidden = try #require(all.first { !visible.contains($0) })
        let shown = try #require(visible.min())
        for id in [hidden, shown, hidden, shown] {
            _ = try desk.tracker.perform(ActionRequest(obligation: Int64(id), action: .comment(note: "a")))
        }
        try await desk.serve { client in
            let port = try #require(client.port)
            #expect(try await Self.follow(port, own, after: 0, count: 2) == [2, 4])
        }
    }

    private static func ids(_ desk: ServerDesk, _ token: String) throws -> [Int] {
        let access = try #require(try desk.tracker.authenticate(token))
        var request = ListRequest(limit: 500)
        request.access = access
        return try desk.tracker.list(request).page.items.map { Int($0.obligation.id) }
    }

    @Test func revokingATokenEndsItsStream() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            let port = try #require(client.port)
            let text = try await RawConnection(port).exchange(
                "GET /v1/events HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer \(token)\r\n\r\n"
            ) { text in
                if text.contains("retry:") { _ = try? desk.tracker.revokeToken(1) }
                return false
            }
            #expect(text.hasSuffix("0\r\n\r\n"), "the stream came to its end")
        }
    }

    @Test func aTokenHasOnlySoManyStreams() throws {
        let desk = try ServerDesk()
        let feed = EventFeed(desk.tracker)
        let streams = (0..<EventFeed.capacityOfToken).compactMap { _ in feed.follow(1) }
        #expect(streams.count == EventFeed.capacityOfToken)
        #expect(feed.follow(1) == nil)
        #expect(feed.follow(2) != nil)
        if let first = streams.first { feed.leave(first.number) }
        #expect(feed.follow(1) != nil)
        withExtendedLifetime(streams) {}
    }

    @Test func aStreamThatWasNeverReadTakesNoPlace() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            for _ in 0...EventFeed.capacityOfToken {
                let answer = try await client.send(.head, "/v1/events", as: token)
                #expect(answer.status == 200)
            }
        }
    }

    @Test func aStoppedServerEndsItsStreamsAndIsGone() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            let port = try #require(client.port)
            // It is still open when the server is told to stop; the test ends only if the server does.
            let connection = try RawConnection(port)
            let text = try await connection.exchange(
                "GET /v1/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n\r\n"
            ) { $0.contains("retry:") }
            #expect(text.contains("200 OK"))
            desk.keep(connection)
        }
    }

    @Test func aStreamBeginsWithItsPlaceSoThatItsFirstBreakLosesNothing() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        @Sendable func comment() throws {
            _ = try desk.tracker.perform(ActionRequest(obligation: 3, action: .comment(note: "a")))
        }
        try comment()
        try await desk.serve { client in
            let port = try #require(client.port)
            let text = try await RawConnection(port).exchange(
                "GET /v1/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n\r\n"
            ) { $0.contains("retry:") }
            let place = try #require(text.firstMatch(of: /\nid: (\d+)\n\n/).flatMap { Int($0.1) })
            try comment()
            #expect(try await Self.follow(port, token, after: place, count: 1) == [2])
        }
    }

    @Test(arguments: [("/v1/events", "Last-Event-ID: 2\r\n", "Last-Event-ID"), ("/v1/events?after=2", "", "after")])
    func aPlaceAheadOfTheHistoryIsRefused(uri: String, header: String, name: String) async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        _ = try desk.tracker.perform(ActionRequest(obligation: 3, action: .comment(note: "a")))
        try await desk.serve { client in
            let port = try #require(client.port)
            let answer = try await RawConnection(port).exchange(
                "GET \(uri) HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccept-Language: en\r\n"
                    + "Authorization: Bearer \(token)\r\n\(header)\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 422"), "\(answer)")
            #expect(answer.contains(name) && answer.contains("the history ends with event 1"), "\(answer)")
        }
    }

    @Test func aStreamEndsWhereAnOlderHistoryWasRestored() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        let backup = desk.folder.appending(path: "backup.sqlite").path
        try desk.tracker.backup(to: backup, replaces: false)
        _ = try desk.tracker.perform(ActionRequest(obligation: 3, action: .comment(note: "a")))
        try await desk.serve { client in
            let port = try #require(client.port)
            let text = try await RawConnection(port).exchange(
                "GET /v1/events HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer \(token)\r\n\r\n"
            ) { text in
                if text.contains("retry:") {
                    _ = try? Tracker.restore(
                        from: backup, to: desk.folder.appending(path: "kho.sqlite").path, replaces: true, ambient: .live
                    )
                }
                return false
            }
            #expect(text.contains("id: 1\n\n") && text.hasSuffix("0\r\n\r\n"), "the stream came to its end")
        }
    }

    @Test func whoHangsUpLeavesThePlaceAtOnce() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            let port = try #require(client.port)
            let request = "GET /v1/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n\r\n"
            var open: [RawConnection] = []
            for _ in 0..<EventFeed.capacityOfToken {
                let connection = try RawConnection(port)
                #expect(try await connection.exchange(request) { $0.contains("retry:") }.contains("200 OK"))
                open.append(connection)
            }
            let refused = try await client.send(.get, "/v1/events", as: token)
            #expect(refused.status == 429 && refused.code == "tooManyStreams")
            #expect(refused.text.contains("8 event streams"), "\(refused.text)")
            let started = Ambient.stopwatch
            open.removeAll()
            while try await !client.send(.get, "/metrics", as: token).text.contains("phuluc_event_streams 0\n") {
                try Task.checkCancellation()
            }
            // Well before the line by which the server would notice it, after 15 s.
            #expect(Ambient.stopwatch - started < 12_000_000_000)
        }
    }
}
