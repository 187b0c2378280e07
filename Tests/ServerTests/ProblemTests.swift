import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// Whatever is wrong with a request is told in a problem document with a stable code.
struct ProblemTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let method: HTTPRequest.Method
        let uri: String
        var body: String?
        var type = "application/json"
        var ifMatch: String?
        let status: Int
        let code: String

        var testDescription: String { "\(method) \(uri) \(body ?? "")" }
    }

    static let cases = [
        Case(method: .get, uri: "/nowhere", status: 404, code: "noSuchPath"),
        Case(method: .get, uri: "/v1/obligations/x", status: 404, code: "noSuchPath"),
        Case(method: .get, uri: "/v1/obligations/007", status: 404, code: "noSuchPath"),
        Case(method: .get, uri: "/v1/obligations/99999", status: 404, code: "notFound"),
        Case(method: .get, uri: "/v1/obligations/99999999999999999999", status: 404, code: "noSuchPath"),
        Case(method: .get, uri: "/v1/agencies/son-la/khong-co", status: 404, code: "notFound"),
        Case(method: .get, uri: "/v1/agencies/son-la/%00", status: 404, code: "notFound"),
        Case(method: .get, uri: "/v1/calendar/hom-nay", status: 404, code: "noSuchPath"),
        Case(method: .delete, uri: "/v1/plans", status: 405, code: "methodNotAllowed"),
        Case(method: .get, uri: "/v1/obligations/3/submit", status: 405, code: "methodNotAllowed"),
        Case(method: .get, uri: "/v1/overdue?limit=0", status: 422, code: "invalidInput"),
        Case(method: .get, uri: "/v1/overdue?limit=501", status: 422, code: "invalidInput"),
        Case(method: .get, uri: "/v1/overdue?limit=1&limit=2", status: 422, code: "invalidInput"),
        Case(method: .get, uri: "/v1/overdue?asOf=2022-02-30", status: 422, code: "invalidInput"),
        Case(method: .get, uri: "/v1/overdue?asOf=8/2/2022", status: 422, code: "invalidInput"),
        Case(method: .get, uri: "/v1/overdue?limt=5", status: 422, code: "invalidInput"),
        Case(method: .get, uri: "/v1/overdue?after=x", status: 422, code: "invalidInput"),
        Case(method: .get, uri: "/v1/overdue?search=%00", status: 422, code: "invalidInput"),
        Case(method: .get, uri: "/v1/overdue?search=%ff", status: 422, code: "invalidInput"),
        Case(method: .get, uri: "/v1/obligations?stage=done", status: 422, code: "invalidInput"),
        Case(method: .get, uri: "/v1/obligations?plan=9", status: 404, code: "notFound"),
        Case(method: .get, uri: "/v1/stats?report=2022-Q5", status: 422, code: "invalidInput"),
        Case(method: .get, uri: "/v1/explain?firstYear=2030&lastYear=2021", status: 422, code: "invalidInput"),
        Case(method: .post, uri: "/v1/obligations/3/start", body: "{}", status: 428, code: "preconditionMissing"),
        Case(
            method: .post, uri: "/v1/obligations/3/start", body: "{}", ifMatch: "1", status: 400,
            code: "malformedPrecondition"),
        Case(
            method: .post, uri: "/v1/obligations/3/start", body: "{}", ifMatch: "W/\"1\"", status: 400,
            code: "malformedPrecondition"),
        Case(
            method: .post, uri: "/v1/obligations/3/start", body: "{}", ifMatch: "\"7\"", status: 412,
            code: "staleVersion"),
        Case(
            method: .post, uri: "/v1/obligations/3/start", body: "{", ifMatch: "\"1\"", status: 400,
            code: "malformedBody"),
        Case(
            method: .post, uri: "/v1/obligations/3/start", body: "[]", ifMatch: "\"1\"", status: 400,
            code: "malformedBody"),
        Case(
            method: .post, uri: "/v1/obligations/3/start", body: "{}", type: "text/plain", ifMatch: "\"1\"",
            status: 415,
            code: "unsupportedMediaType"),
        Case(
            method: .post, uri: "/v1/obligations/3/start", body: "{\"nte\":\"x\"}", ifMatch: "\"1\"", status: 422,
            code: "invalidInput"),
        Case(
            method: .post, uri: "/v1/obligations/3/start", body: "{\"note\":5}", ifMatch: "\"1\"", status: 422,
            code: "invalidInput"),
        Case(
            method: .post, uri: "/v1/obligations/3/progress", body: "{\"percent\":101}", ifMatch: "\"1\"", status: 422,
            code: "invalidInput"),
        Case(
            method: .post, uri: "/v1/obligations/3/submit", body: "{\"document\":{\"number\":\"1/QĐ\"}}",
            ifMatch: "\"1\"",
            status: 422, code: "invalidInput"),
        Case(
            method: .post, uri: "/v1/obligations/3/submit", body: "{}", ifMatch: "\"1\"", status: 409, code: "refused"),
    ]

    @Test(arguments: cases, ["vi", "en"])
    func whatIsWrongIsTold(item: Case, language: String) async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.lead, "Sở Tư pháp")
        try await desk.serve { client in
            let answer = try await client.send(
                item.method, item.uri, as: token, item.body, ifMatch: item.ifMatch, type: item.type, language: language)
            #expect(answer.status == item.status, "\(answer.text)")
            #expect(answer.headers[.contentType] == "application/problem+json")
            let problem = try answer.json
            #expect(problem["code"] as? String == item.code)
            #expect(problem["status"] as? Int == item.status)
            #expect(problem["type"] as? String == "urn:phuluc:problem:\(item.code)")
            #expect((problem["detail"] as? String)?.isEmpty == false)
            if item.status == 405 { #expect(answer.headers[.allow]?.isEmpty == false) }
        }
        #expect(try desk.tracker.verify().history.events == 0)
    }

    @Test func everyAnswerHasANumberAndTheHeadersThatBrowsersObey() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            for uri in ["/healthz", "/v1/plans", "/nowhere"] {
                let answer = try await client.send(.get, uri, as: token)
                #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(uri)")
                #expect(answer.headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
                #expect(answer.headers[.cacheControl] == "no-store")
                #expect(answer.headers[.requestID]?.isEmpty == false)
            }
        }
    }

    @Test func readinessAndMetricsAreTold() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            #expect(try await client.send(.get, "/readyz").status == 200)
            _ = try await client.send(.get, "/v1/plans", as: token)
            #expect(try await client.send(.get, "/metrics").status == 401)
            let metrics = try await client.send(.get, "/metrics", as: token).text
            #expect(
                metrics.contains("phuluc_request_seconds_count{method=\"GET\",route=\"/v1/plans\",status=\"200\"} 1\n"))
            #expect(metrics.contains("phuluc_event_streams 0\n"))
        }
    }

    @Test func theLogHasEachRequestAndNoSecret() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.lead, "Sở Tư pháp")
        try await desk.serve { client in
            _ = try await client.send(.get, "/v1/overdue?search=bi-mat", as: token)
            _ = try await client.send(
                .post, "/v1/obligations/3/comment", as: token, "{\"note\":\"bi-mat\"}", ifMatch: "\"1\"")
            _ = try await client.send(.get, "/v1/overdue", as: token + "x")
        }
        let lines = desk.log.all.filter { $0.contains("\"message\":\"request\"") }
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.contains("\"id\":\"") && $0.contains("\"status\":") })
        #expect(lines[0].contains("\"path\":\"/v1/overdue\"") && lines[0].contains("\"token\":\"1\""))
        let secret = try #require(token.split(separator: "_", maxSplits: 2).last)
        #expect(desk.log.all.allSatisfy { !$0.contains(secret) && !$0.contains("bi-mat") })
    }
}
