import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// Answers to questions, over the network. Question 3 of the plan of Sơn La: a deadline that is blank.
@Suite(.timeLimit(.minutes(5))) struct SettlementTests {
    private static let body = "{\"deadline\":\"Quý IV/2022\"}"

    @Test func onlyTheStandingAgencyOfThePlanSettles() async throws {
        let desk = try ServerDesk()
        let tokens = try AccessRole.allCases.filter { $0 != .standing }.map {
            try desk.token($0, $0.needsAgency ? "son-la/so-noi-vu" : nil)
        }
        let foreign = try desk.token(.standing, "dong-nai/so-noi-vu")
        try await desk.serve { client in
            #expect(try await client.send(.post, "/v1/settle/3", Self.body).status == 401)
            for token in tokens {
                let answer = try await client.send(.post, "/v1/settle/3", as: token, Self.body)
                #expect([403, 404].contains(answer.status), "\(answer.text)")
            }
            let answer = try await client.send(.post, "/v1/settle/3", as: foreign, Self.body)
            #expect(answer.status == 404, "\(answer.text)")
        }
        #expect(try desk.tracker.question(3).question.kind.answerForm == .deadline)
        #expect(try desk.tracker.verify().history.events == 0)
    }

    @Test func itIsDoneOnceUnderItsKey() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.standing, "son-la/so-noi-vu")
        try await desk.serve { client in
            func send(_ query: String = "", key: String? = nil, _ body: String = Self.body) async throws -> Exchange {
                try await client.send(.post, "/v1/settle/3\(query)", as: token, body, key: key)
            }
            let dry = try await send("?dryRun=true")
            #expect(dry.status == 200 && dry.text.contains("\"dryRun\":true"), "\(dry.text)")
            for body in ["{}", "{\"asRead\":false}", "{\"deadline\":\"2022\",\"asRead\":true}", "{\"answer\":\"x\"}"] {
                #expect(try await send("", body).status == 422)
            }
            #expect(try await send("", "{\"deadline\":\"x\"}").status == 409)
            let first = try await send(key: "k")
            #expect(first.status == 200, "\(first.text)")
            #expect(first.text.contains("\"reading\":\"by 31 December 2022\""), "\(first.text)")
            let again = try await send(key: "k")
            #expect(again.status == 200 && again.text == first.text)
            #expect(try await send(key: "k", "{\"asRead\":true}").code == "keyReused")
            // What is settled is no question any more.
            #expect(try await send().status == 404)
        }
    }
}
