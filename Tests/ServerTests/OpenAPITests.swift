import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// The OpenAPI document against what is served.
struct OpenAPITests {
    private static func document(_ client: any TestClientProtocol) async throws -> [String: Any] {
        let answer = try await client.send(.get, "/v1/openapi.json")
        #expect(answer.status == 200)
        return try answer.json
    }

    @Test func everyEndpointIsDescribedOnce() async throws {
        try await ServerDesk().serve { client in
            let document = try await Self.document(client)
            #expect(document["openapi"] as? String == "3.1.0")
            let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
            let described = paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } }
            #expect(described.sorted() == API.endpoints.map { "\($0.method.rawValue) \($0.path)" }.sorted())
            let operations = paths.values.flatMap(\.values).compactMap { $0["operationId"] as? String }
            #expect(Set(operations).count == API.endpoints.count)
            let actions = Set(API.actionEndpoints.compactMap { $0.path.split(separator: "/").last.map(String.init) })
            let known = Set(Action.Kind.allCases.filter { $0 != .changeDeadline }.map(\.rawValue))
            #expect(actions == known, "every action that is done by hand has its path")
        }
    }

    @Test func everyNameThatIsReferredToIsThere() async throws {
        try await ServerDesk().serve { client in
            let document = try await Self.document(client)
            let text = try await client.send(.get, "/v1/openapi.json").text
            let schemas = try #require((document["components"] as? [String: Any])?["schemas"] as? [String: Any])
            for match in text.matches(of: /"\$ref":"#\/components\/schemas\/(\w+)"/) {
                #expect(schemas[String(match.1)] != nil, "\(match.1)")
            }
        }
    }

    @Test func realAnswersHaveTheShapesThatAreWritten() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.standing, "son-la/so-noi-vu")
        try await desk.serve { client in
            let schema = Schema(try await Self.document(client))
            func check(_ answer: Exchange, _ name: String, _ what: String) throws {
                #expect(answer.status == 200 || name == "Problem", "\(what) \(answer.text)")
                let found = schema.problems(try answer.json, against: ["$ref": "#/components/schemas/\(name)"])
                #expect(found.isEmpty, "\(what): \(found.prefix(5))")
            }
            var version = 1
            for kind in [
                Action.Kind.progress, .requestExtension, .refuseExtension, .suspend, .resume, .submit, .return,
                .requestExtension, .grantExtension, .submit, .accept, .reopen, .comment, .reassign, .withdraw,
            ] {
                let body =
                    kind == .reassign
                    ? "{\"agency\":\"Sở Y tế\",\"reason\":\"chuyển\"}" : AccessMatrixTests.body(of: kind)
                let answer = try await client.send(
                    .post, "/v1/obligations/3/\(kind.rawValue)", as: token, body, ifMatch: "\"\(version)\"")
                try check(answer, "Obligation", "\(kind)")
                version = try #require(try answer.json["version"] as? Int)
            }
            let samples = [
                ("/v1/plans", "PlanList"), ("/v1/plans/1", "Plan"), ("/v1/activities", "ActivityList"),
                ("/v1/obligations?limit=500", "ObligationList"), ("/v1/obligations/3", "ObligationDetail"),
                ("/v1/obligations/1", "ObligationDetail"), ("/v1/obligations/3/events", "History"),
                ("/v1/overdue", "ObligationList"), ("/v1/due?within=400", "ObligationList"),
                ("/v1/check-ins", "ObligationList"), ("/v1/settle", "QuestionList"), ("/v1/stats?by=agency", "Counts"),
                ("/v1/stats?report=2022-Q1", "Counts"), ("/v1/agencies?all=true", "AgencyList"),
                ("/v1/agencies/son-la/so-ke-hoach-va-dau-tu", "AgencyDetail"),
                ("/v1/agency?name=so%20tai%20chinh", "AgencyDetail"),
                ("/v1/calendar?year=2026", "CalendarYear"),
                ("/v1/calendar/2026-02-17", "CalendarDay"), ("/v1/calendar/2026-02-25", "CalendarDay"),
                ("/v1/explain?text=Th%C3%A1ng%201%20h%C3%A0ng%20n%C4%83m", "Explanation"), ("/v1/me", "Token"),
                ("/v1/obligations/3/reminders", "ReminderPlan"),
                ("/v1/agencies/son-la/so-tu-phap/reminders", "ReminderMessageList"),
                ("/v1/reminders/policies", "PolicyList"),
                ("/v1/reminders/failed", "FailedMessageList"), ("/v1/reminders/status", "ReminderStatus"),
                ("/v1/nowhere", "Problem"), ("/v1/overdue?limit=x", "Problem"),
            ]
            for (uri, name) in samples { try check(try await client.send(.get, uri, as: token), name, uri) }
            let succession =
                "{\"from\":[\"Sở Y tế\"],\"to\":[\"Sở Tư pháp\"],\"on\":\"2022-02-01\",\"source\":\"NQ 1\"}"
            try check(
                try await client.send(.post, "/v1/successions?dryRun=true", as: token, succession), "SuccessionReport",
                "succession")
            try check(
                try await client.send(.post, "/v1/settle/3?dryRun=true", as: token, "{\"deadline\":\"Quý IV/2022\"}"),
                "Settlement", "settlement")
            let named = Set(samples.map(\.1)).union([
                "Obligation", "EventStream", "Import", "CalendarFeed", "SuccessionReport",
                "Settlement",
            ])
            #expect(Set(API.endpoints.map(\.answers)).subtracting(named).isEmpty, "a shape nobody has looked at")
        }
    }
}
