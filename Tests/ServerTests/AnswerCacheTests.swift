import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// What is kept between requests never shows the past.
struct AnswerCacheTests {
    private static let moment = AnswerCache.Moment(changes: 1, day: CivilDate(dayNumber: 19_000))

    private static func key(_ token: String, _ path: String, language: String = "vi") -> AnswerCache.Key {
        AnswerCache.Key(
            .init(
                head: .init(
                    method: .get, scheme: "http", authority: nil, path: path,
                    headerFields: [.authorization: token, .acceptLanguage: language]),
                body: .init(buffer: ByteBuffer())))
    }

    private static func entry(_ text: String) -> AnswerCache.Entry {
        AnswerCache.Entry(
            access: AccessToken(id: 1, name: "", role: .reader, agency: nil, createdAt: 0, expiresOn: nil),
            answer: Answer(text: text, as: "text/plain"))
    }

    @Test func anAnswerIsKnownByAllThatItDependsOn() {
        let keys = [
            Self.key("a", "/v1/due"), Self.key("b", "/v1/due"), Self.key("a", "/v1/due?limit=1"),
            Self.key("a", "/v1/due", language: "en"), Self.key("a/v1", "/due"),
        ]
        #expect(Set(keys).count == keys.count)
        #expect(Self.key("a", "/v1/due") == keys[0])
    }

    @Test func ofManyWhoAskTheSameOneMakesTheAnswer() async throws {
        let cache = AnswerCache()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 1...50 {
                group.addTask {
                    try await cache.entry(for: Self.key("a", "/"), at: Self.moment) {
                        await Task.yield()
                        return Self.entry("x")
                    }.isNew
                }
            }
            let makers = try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            #expect(makers == 1)
        }
    }

    @Test func anotherMomentHasAnotherAnswer() async throws {
        let cache = AnswerCache()
        func answer(_ changes: Int, _ day: Int32, _ text: String) async throws -> String {
            let moment = AnswerCache.Moment(changes: changes, day: CivilDate(dayNumber: day))
            let found = try await cache.entry(for: Self.key("a", "/"), at: moment) { Self.entry(text) }
            return String(buffer: found.entry.answer.body)
        }
        #expect(try await answer(1, 1, "a") == "a")
        #expect(try await answer(1, 1, "b") == "a")
        #expect(try await answer(2, 1, "c") == "c")
        // Who looked at the store before the change does not bring back what was there.
        #expect(try await answer(1, 1, "d") == "d")
        #expect(try await answer(2, 1, "e") == "c")
        #expect(try await answer(2, 2, "f") == "f")
    }

    @Test func whatFailedIsTriedAgain() async throws {
        let cache = AnswerCache()
        await #expect(throws: HTTPProblem.notReady) {
            try await cache.entry(for: Self.key("a", "/"), at: Self.moment) { throw HTTPProblem.notReady }
        }
        let found = try await cache.entry(for: Self.key("a", "/"), at: Self.moment) { Self.entry("x") }
        #expect(found.isNew)
    }

    @Test func answersTakeNoMoreThanTheirCapacity() async throws {
        let cache = AnswerCache(capacity: 64 << 10)
        func isNew(_ path: String, _ length: Int = 10) async throws -> Bool {
            try await cache.entry(for: Self.key("a", path), at: Self.moment) {
                Self.entry(String(repeating: "x", count: length))
            }.isNew
        }
        // One that is too large is not kept at all.
        #expect(try await isNew("/large", 10_000))
        #expect(try await isNew("/large", 10_000))
        #expect(try await isNew("/first"))
        #expect(try await isNew("/first") == false)
        for number in 1...64 { _ = try await isNew("/\(number)") }
        #expect(try await isNew("/first"), "the older ones have gone")
    }

    /// A comment leaves the version as it is, and so do the days that go by.
    @Test func whatIsNewUnderTheSameVersionIsAnswered() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.lead, "Sở Tư pháp")
        try await desk.serve { client in
            let path = "/v1/obligations/3"
            let seen = try await client.send(.get, path, as: token)
            let tag = try #require(seen.headers[.eTag])
            let done = try await client.send(.post, path + "/comment", as: token, "{\"note\":\"mới\"}", ifMatch: tag)
            #expect(done.status == 200 && done.headers[.eTag] == tag)
            let headers: HTTPFields = [.authorization: "Bearer \(token)", .ifNoneMatch: tag]
            try await client.execute(uri: path, method: .get, headers: headers) { answer in
                #expect(answer.status == .ok && String(buffer: answer.body).contains("mới"))
            }
        }
    }

    @Test func aChangeByAnyoneIsSeenByTheNextRequest() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.lead, "Sở Tư pháp")
        // As another process: connections of its own on the same file.
        let beside = try ServerDesk.tracker(over: desk.folder.appending(path: "kho.sqlite").path)
        try await desk.serve { client in
            for version in 1...20 {
                for _ in 1...2 {
                    let seen = try await client.send(.get, "/v1/obligations/3", as: token)
                    #expect(seen.headers[.eTag] == "\"\(version)\"")
                }
                if version.isMultiple(of: 2) {
                    _ = try beside.perform(
                        ActionRequest(
                            obligation: 3, action: .progress(percent: version, note: ""), agency: "Sở Tư pháp"))
                } else {
                    let done = try await client.send(
                        .post, "/v1/obligations/3/progress", as: token, "{\"percent\":\(version)}",
                        ifMatch: "\"\(version)\"")
                    #expect(done.status == 200)
                }
            }
        }
    }
}
