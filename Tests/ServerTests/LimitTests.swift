import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain

@testable import phuluc_server

/// What a client may ask of the server, against the running one.
struct LimitTests {
    @Test func aBodyIsNoLargerThanTheLimit() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.standing, "son-la/so-noi-vu")
        try await desk.serve {
            $0.maxBody = 2_000
        } _: { client in
            let answer = try await client.send(
                .post, "/v1/plans", as: token, String(repeating: "a", count: 2_001), type: "text/plain")
            #expect(answer.status == 413)
            #expect(answer.code == "bodyTooLarge")
        }
    }

    /// Plans are large, actions are not; and nothing is read of whoever shows no token.
    @Test func anActionIsSmallAndHasAToken() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.lead, "Sở Tư pháp")
        try await desk.serve { client in
            let port = try #require(client.port)
            func status(_ path: String, bytes: Int, _ token: String?) async throws -> Substring {
                let holder = token.map { "Authorization: Bearer \($0)\r\n" } ?? ""
                // The answer comes before the body.
                let answer = try await RawConnection(port).exchange(
                    "POST \(path) HTTP/1.1\r\nHost: a\r\n\(holder)Content-Length: \(bytes)\r\n\r\n"
                ) { $0.contains("\r\n\r\n") }
                return answer.dropFirst("HTTP/1.1 ".count).prefix(3)
            }
            for path in ["/v1/obligations/3/start", "/v1/settle/3", "/v1/successions"] {
                #expect(try await status(path, bytes: 70_000, token) == "413", "\(path)")
                #expect(try await status(path, bytes: 70_000, nil) == "401", "\(path)")
            }
            #expect(try await status("/v1/plans", bytes: 4_000_000, nil) == "401")
        }
    }

    @Test func aTokenHasSoManyRequestsAMinute() async throws {
        let desk = try ServerDesk()
        let (one, other) = (try desk.token(.reader), try desk.token(.reader))
        try await desk.serve {
            // One a minute: however slow the machine is, none comes free while this test runs.
            $0.requestsPerMinute = 1
        } _: { client in
            #expect(try await client.send(.get, "/v1/me", as: one).status == 200)
            let refused = try await client.send(.get, "/v1/me", as: one)
            #expect(refused.status == 429)
            #expect(refused.text.contains("This token or address"))
            #expect(refused.headers[.retryAfter].flatMap { Int($0) }.map { (1...60).contains($0) } == true)
            #expect(try await client.send(.get, "/v1/me", as: other).status == 200)
        }
    }

    @Test func requestsComeFreeAgain() {
        let rate = RateLimit<Int64>(perMinute: 60)
        for _ in 1...60 { #expect(rate.take(1, at: 0) == nil) }
        #expect(rate.take(1, at: 0) == 1)
        #expect(rate.take(1, at: 999_000_000) == 1)
        #expect(rate.take(1, at: 1_000_000_000) == nil)
        #expect(rate.take(1, at: 1_000_000_000) == 1)
    }

    @Test func forgettingTheQuietOnesFreesNobodyElse() {
        let rate = RateLimit<Int>(perMinute: 1)
        for key in 1...9_000 { #expect(rate.take(key, at: 0) == nil) }
        let minute: Int64 = 60_000_000_000
        for key in 9_001...10_001 { #expect(rate.take(key, at: minute) == nil) }
        #expect(rate.take(9_001, at: minute) != nil)
        #expect(rate.take(1, at: minute) == nil)
    }

    @Test func headersAreNoLargerThanTheLimit() async throws {
        let desk = try ServerDesk()
        try await desk.serve { client in
            let port = try #require(client.port)
            let long = String(repeating: "a", count: 40_000)
            let answer = try await RawConnection(port).exchange(
                "GET /healthz HTTP/1.1\r\nHost: a\r\nX-Long: \(long)\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 431 "), "\(answer)")
            #expect(answer.contains("\"code\":\"headersTooLarge\""), "\(answer)")
            let next = try await client.send(.get, "/healthz")
            #expect(next.status == 200)
        }
    }

    @Test(arguments: [
        "NOT HTTP\r\n\r\n", "GET /healthz HTTP/1.1\r\nHo st: a\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
    ])
    func whatIsNotHTTPIsToldSo(request: String) async throws {
        let desk = try ServerDesk()
        try await desk.serve { client in
            let port = try #require(client.port)
            let answer = try await RawConnection(port).exchange(request)
            #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
            #expect(answer.contains("\"code\":\"malformedRequest\""), "\(answer)")
            let fields = answer.lowercased()
            let id = try #require(fields.firstMatch(of: /x-request-id: ([0-9a-f]+)/)?.1)
            #expect(fields.contains("x-content-type-options: nosniff") && fields.contains("content-security-policy:"))
            #expect(desk.log.all.count { $0.contains(id) && $0.contains("\"status\":\"400\"") } == 1)
        }
    }

    @Test(arguments: [
        ("Content-Length: 5000000\r\n\r\n{\"note\"", 413), ("Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400),
    ])
    func aBodyThatIsNotTakenIsAnsweredOnce(rest: String, status: Int) async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.standing, "son-la/so-noi-vu")
        try await desk.serve { client in
            let port = try #require(client.port)
            let answer = try await RawConnection(port).exchange(
                "POST /v1/obligations/3/comment HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n"
                    + "If-Match: \"1\"\r\nContent-Type: application/json\r\n" + rest)
            #expect(answer.components(separatedBy: "HTTP/1.1 4").count == 2, "\(answer)")
            #expect(answer.hasPrefix("HTTP/1.1 \(status) ") && answer.contains("\"code\""), "\(answer)")
            #expect(desk.log.all.count { $0.contains("\"status\":\"\(status)\"") } == 1)
        }
    }

    @Test(arguments: [
        "GET /healthz HTTP/1.1\r\nHost: a\r\n",
        "POST /v1/obligations/3/start HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer TOKEN\r\nContent-Length: 50\r\n\r\n{",
        "",
    ])
    func whoIsTooSlowIsHungUpOn(beginning: String) async throws {
        let desk = try ServerDesk()
        let beginning = beginning.replacing("TOKEN", with: try desk.token(.lead, "Sở Tư pháp"))
        try await desk.serve {
            $0.timeout = 1
        } _: { client in
            let port = try #require(client.port)
            let answer = try await RawConnection(port).exchange(beginning)
            #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 408"), "\(answer)")
        }
    }
}

/// Where settings come from.
struct SettingsTests {
    @Test func aFlagWinsOverTheEnvironmentAndThatOverTheFile() throws {
        let settings = try Settings(
            flags: ["port": "1"], environment: ["PHULUC_PORT": "2", "PHULUC_MAX_BODY": "4096"],
            file: ["port": "3", "maxBody": "5000", "readers": "7"])
        #expect(settings.port == 1)
        #expect(settings.maxBody == 4_096)
        #expect(settings.readers == 7)
        #expect(settings.host == "127.0.0.1")
    }

    @Test(arguments: [("maxBody", "--set maxBody “x”"), ("port", "--port “x”"), ("trustProxy", "--trust-proxy “x”")])
    func aSettingIsNamedAsItWasGiven(name: String, words: String) throws {
        let problem = #expect(throws: Settings.Problem.self) {
            try Settings(flags: [name: "x"], environment: [:], file: [:])
        }
        #expect(problem?.sentence.en.contains(words) == true)
    }

    @Test(arguments: [("127.0.0.1", true), ("::1", true), ("localhost", true), ("a..b", false), ("no host", false)])
    func aHostIsAnAddressOrHasOne(host: String, isFit: Bool) {
        var settings = Settings()
        settings.host = host
        #expect(((try? settings.requireHost()) != nil) == isFit)
    }

    @Test(arguments: [("port", "x"), ("port", "70000"), ("readers", "0"), ("host", ""), ("prot", "1")])
    func aValueThatCannotBeUsedIsRefused(name: String, value: String) {
        #expect(throws: Settings.Problem.self) { try Settings(flags: [:], environment: [:], file: [name: value]) }
    }
}
