import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// Successions over the API: for the standing agency of a territory, about agencies there.
struct SuccessionTests {
    private static let body =
        "{\"from\":[\"Sở Y tế\"],\"to\":[\"Sở Tư pháp\"],\"on\":\"2022-02-01\",\"source\":\"NQ 1/NQ-HĐND\"}"

    @Test func onlyTheStandingAgencyOfTheTerritoryRecordsOne() async throws {
        let desk = try ServerDesk()
        let tokens = try AccessRole.allCases.filter { $0 != .standing }.map {
            try desk.token($0, $0.needsAgency ? "son-la/so-noi-vu" : nil)
        }
        let other = try desk.token(.standing, "Sở Y tế")
        let foreign = try desk.token(.standing, "dong-nai/so-noi-vu")
        try await desk.serve { client in
            for token in tokens + [other] {
                #expect(try await client.send(.post, "/v1/successions", as: token, Self.body).status == 403)
            }
            let named = Self.body.replacing("Sở Y tế", with: "son-la/so-y-te")
            let answer = try await client.send(.post, "/v1/successions", as: foreign, named)
            #expect(answer.status == 403, "\(answer.text)")
        }
        #expect(try desk.tracker.verify().history.events == 0)
    }

    @Test func itIsDoneOnceUnderItsKeyAndMovesWhatIsOpen() async throws {
        let desk = try ServerDesk()
        let standing = try desk.token(.standing, "son-la/so-noi-vu")
        try await desk.serve { client in
            func send(_ query: String = "", key: String? = nil, _ body: String = Self.body) async throws -> Exchange {
                try await client.send(.post, "/v1/successions\(query)", as: standing, body, key: key)
            }
            let dry = try await send("?dryRun=true", key: "d")
            #expect(dry.status == 200, "\(dry.text)")
            #expect(try desk.tracker.verify().history.events == 0)
            let first = try await send(key: "k")
            #expect(first.status == 200, "\(first.text)")
            let moved = try #require(try first.json["moved"] as? Int)
            #expect(moved > 0)
            #expect(try first.json["dryRun"] as? Bool == false)
            let again = try await send(key: "k")
            #expect(again.text == first.text && again.headers[.eTag] == nil)
            #expect(try await send(key: "k", Self.body.replacing("NQ 1", with: "NQ 2")).code == "keyReused")
            let owed = try await client.send(
                .get, "/v1/obligations?agency=son-la/so-y-te", as: standing)
            #expect(try !owed.items().contains { ($0["stage"] as? String) == "notStarted" })
            for body in ["{}", "{\"from\":[],\"on\":\"2022-02-01\",\"source\":\"x\"}", "{\"from\":\"Sở Y tế\"}"] {
                #expect(try await send("", key: nil, body).status == 422)
            }
        }
    }
}
