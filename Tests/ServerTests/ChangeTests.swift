import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// Changes by several clients at once, sent twice, and beside another process.
struct ChangeTests {
    @Test func aStoryFromProgressToAcceptance() async throws {
        let desk = try ServerDesk()
        let lead = try desk.token(.lead, "Sở Tư pháp")
        let standing = try desk.token(.standing, "son-la/so-noi-vu")
        try await desk.serve { client in
            func act(_ action: String, _ body: String, as token: String, version: Int) async throws -> [String: Any] {
                let answer = try await client.send(
                    .post, "/v1/obligations/3/\(action)", as: token, body, ifMatch: "\"\(version)\"")
                #expect(answer.status == 200, "\(answer.text)")
                #expect(answer.headers[.eTag] == "\"\(version + 1)\"")
                return try answer.json
            }
            let seen = try await client.send(.get, "/v1/obligations/3", as: lead)
            #expect(seen.headers[.eTag] == "\"1\"")
            let allowed = try #require(try seen.json["allowedActions"] as? [String])
            #expect(allowed.contains("submit") && !allowed.contains("accept"))
            _ = try await act("progress", "{\"percent\":60,\"note\":\"đã lấy ý kiến\"}", as: lead, version: 1)
            _ = try await act(
                "submit", "{\"document\":{\"number\":\"15/KH-STP\",\"date\":\"2022-01-27\"}}", as: lead, version: 2)
            let waiting = try await client.send(.get, "/v1/confirm", as: standing).items()
            #expect(waiting.compactMap { $0["id"] as? Int } == [3])
            let done = try await act("accept", "{}", as: standing, version: 3)
            #expect(done["stage"] as? String == "completed")
            let history = try await client.send(.get, "/v1/obligations/3/events", as: lead).items()
            #expect(history.compactMap { $0["action"] as? String } == ["progress", "submit", "accept"])
        }
        #expect(try desk.tracker.verify().isSound)
    }

    @Test func ofManyThatSawOneVersionOneWins() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.lead, "Sở Tư pháp")
        try await desk.serve { client in
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for percent in 1...24 {
                    group.addTask {
                        try await client.send(
                            .post, "/v1/obligations/3/progress", as: token, "{\"percent\":\(percent)}", ifMatch: "\"1\""
                        ).status
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses.count { $0 == 200 } == 1)
            #expect(statuses.count { $0 == 412 } == 23)
        }
        #expect(try desk.tracker.detail(of: 3).events.count == 1)
    }

    @Test func writersThroughTheServerAndBesideItLoseNothing() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.standing, "son-la/so-noi-vu")
        let beside = try ServerDesk.tracker(over: desk.folder.appending(path: "kho.sqlite").path)
        try await desk.serve { client in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...30 {
                    group.addTask {
                        let answer = try await client.send(
                            .post, "/v1/obligations/\(number % 5 + 3)/comment", as: token, "{\"note\":\"n\(number)\"}",
                            ifMatch: "\"1\"")
                        #expect(answer.status == 200, "\(answer.text)")
                    }
                    group.addTask {
                        _ = try beside.perform(
                            ActionRequest(obligation: Int64(number % 5 + 3), action: .comment(note: "b\(number)")))
                    }
                }
                try await group.waitForAll()
            }
        }
        #expect(try desk.tracker.verify().history.events == 60)
        #expect(try desk.tracker.verify().isSound)
    }

    @Test func aRequestSentAgainUnderItsKeyIsDoneOnce() async throws {
        let desk = try ServerDesk()
        let lead = try desk.token(.lead, "Sở Tư pháp")
        let other = try desk.token(.standing, "son-la/so-noi-vu")
        @Sendable func progress(
            _ client: any TestClientProtocol, _ percent: Int, key: String, as token: String, version: Int = 1
        ) async throws -> Exchange {
            try await client.send(
                .post, "/v1/obligations/3/progress", as: token, "{\"percent\":\(percent)}", ifMatch: "\"\(version)\"",
                key: key)
        }
        try await desk.serve { client in
            let first = try await progress(client, 30, key: "a-1", as: lead)
            #expect(first.status == 200)
            #expect(first.headers[.idempotencyReplayed] == nil)
            let again = try await progress(client, 30, key: "a-1", as: lead)
            #expect(again.text == first.text)
            #expect(again.headers[.eTag] == first.headers[.eTag])
            #expect(again.headers[.idempotencyReplayed] == "true")
            let changed = try await progress(client, 31, key: "a-1", as: lead)
            #expect(changed.status == 422)
            #expect(changed.code == "keyReused")
            // Keys of two holders never meet.
            #expect(try await progress(client, 40, key: "a-1", as: other, version: 2).status == 200)
            // What was refused may be sent again under its key.
            #expect(try await progress(client, 50, key: "b-2", as: lead, version: 2).status == 412)
            #expect(try await progress(client, 50, key: "b-2", as: lead, version: 3).status == 200)
            #expect(try await progress(client, 60, key: String(repeating: "k", count: 129), as: lead).status == 422)
        }
        // Another server over the same store remembers.
        try await desk.serve { client in
            let again = try await progress(client, 30, key: "a-1", as: lead)
            #expect(again.headers[.idempotencyReplayed] == "true")
        }
        #expect(try desk.tracker.detail(of: 3).events.count == 3)
    }

    @Test func manyAtOnceUnderOneKeyAreOne() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.lead, "Sở Tư pháp")
        try await desk.serve { client in
            try await withThrowingTaskGroup(of: Exchange.self) { group in
                for _ in 1...16 {
                    group.addTask {
                        try await client.send(
                            .post, "/v1/obligations/3/submit", as: token, "{\"note\":\"xong\"}", ifMatch: "\"1\"",
                            key: "k")
                    }
                }
                var texts: Set<String> = []
                for try await answer in group {
                    #expect(answer.status == 200, "\(answer.text)")
                    texts.insert(answer.text)
                }
                #expect(texts.count == 1)
            }
        }
        #expect(try desk.tracker.detail(of: 3).events.count == 1)
    }

    @Test func aRevokedTokenOpensNothingFromThenOn() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            #expect(try await client.send(.get, "/v1/plans", as: token).status == 200)
            _ = try desk.tracker.revokeToken(1)
            #expect(try await client.send(.get, "/v1/plans", as: token).status == 401)
        }
    }

    /// A change does not look for a token that the server knows already before it queues, and sees in its own transaction that it
    /// has ended.
    @Test func aKnownTokenThatWasRevokedChangesNothing() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.standing, "son-la/so-noi-vu")
        try await desk.serve { client in
            func comment() async throws -> Int {
                try await client.send(
                    .post, "/v1/obligations/3/comment", as: token, "{\"note\":\"đôn đốc\"}", ifMatch: "\"1\""
                ).status
            }
            #expect(try await comment() == 200)
            let events = try desk.tracker.detail(of: 3).events.count
            _ = try desk.tracker.revokeToken(1)
            #expect(try await comment() == 401)
            #expect(try desk.tracker.detail(of: 3).events.count == events)
        }
    }
}
