import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// Signing in and out, over HTTP.
@Suite(.timeLimit(.minutes(5))) struct SignInTests {
    @Test func aTokenOpensTheBoardAndSigningOutClosesIt() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.lead, "Sở Tư pháp")
        try await desk.serve { client in
            var browser = Browser(client)
            let stranger = try await browser.get("/overdue?asOf=2022-02-04")
            #expect(stranger.status == 303)
            #expect(stranger.headers[.location] == "/sign-in?next=%2Foverdue%3FasOf%3D2022-02-04")
            let page = try await browser.get("/sign-in?next=%2Foverdue%3FasOf%3D2022-02-04")
            #expect(page.status == 200 && page.text.contains("name=\"next\" value=\"/overdue?asOf=2022-02-04\""))
            let answer = try await browser.signIn(" \(token)\n", next: "/overdue?asOf=2022-02-04")
            #expect(answer.status == 303 && answer.headers[.location] == "/overdue?asOf=2022-02-04")
            let overdue = try await browser.get("/overdue")
            #expect(overdue.status == 200 && overdue.text.contains("Sở Tư pháp · cơ quan chủ trì"))
            // Whoever has signed in is led on.
            #expect(try await browser.get("/sign-in?next=/plans").headers[.location] == "/plans")
            let held = browser.cookies
            let out = try await browser.post("/sign-out")
            #expect(out.status == 303 && out.headers[.location] == "/sign-in" && browser.cookies.isEmpty)
            browser.cookies = held
            #expect(try await browser.get("/overdue").status == 303, "the session is gone, not only its cookie")
        }
        #expect(desk.log.all.contains { $0.contains("\"path\":\"/overdue\"") && $0.contains("\"token\":\"1\"") })
        let words = try #require(token.split(separator: "_", maxSplits: 2).last)
        #expect(desk.log.all.allSatisfy { !$0.contains(words) })
    }

    @Test func theCookieIsForUsAlone() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve {
            $0.trustProxy = TrustedProxies("127.0.0.1,::1") ?? .none
        } _: { client in
            var browser = Browser(client)
            let plain = try await browser.signIn(token)
            let cookie = try #require(plain.headers[.setCookie])
            #expect(
                cookie.wholeMatch(
                    of: /phuluc=[A-Za-z0-9_-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict/) != nil)
            // Behind a proxy that encrypts.
            var other = Browser(client)
            other.headers[.xForwardedProto] = "https"
            let encrypted = try #require(try await other.signIn(token).headers[.setCookie])
            #expect(
                encrypted.hasPrefix("__Host-phuluc=")
                    && encrypted.hasSuffix("; Path=/; HttpOnly; SameSite=Strict; Secure"))
            #expect(try await other.get("/").status == 200)
            // A cookie that came unencrypted, from who knows whom, is none there.
            other.cookies = browser.cookies
            #expect(try await other.get("/").status == 303)
        }
    }

    @Test func eachSignInHasASecretOfItsOwnAndEndsTheOneBefore() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            var browser = Browser(client)
            browser.cookies["phuluc"] = String(repeating: "A", count: 43)
            _ = try await browser.signIn(token)
            let first = try #require(browser.cookies["phuluc"])
            #expect(first != String(repeating: "A", count: 43))
            _ = try await browser.signIn(token)
            #expect(browser.cookies["phuluc"] != first)
            browser.cookies["phuluc"] = first
            #expect(try await browser.get("/").status == 303)
        }
    }

    @Test func signingOutEverywhereEndsTheSessionsOfAllBrowsers() async throws {
        let desk = try ServerDesk()
        let (token, other) = (try desk.token(.reader), try desk.token(.reader))
        try await desk.serve { client in
            var one = try await Browser(client, as: token)
            var two = try await Browser(client, as: token)
            var third = try await Browser(client, as: other)
            #expect(try await one.post("/sign-out-everywhere").status == 303)
            #expect(try await two.get("/").status == 303)
            #expect(try await third.get("/").status == 200)
        }
    }

    @Test func aRevokedTokenEndsItsSessionsAtOnce() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            var browser = try await Browser(client, as: token)
            _ = try desk.tracker.revokeToken(1)
            #expect(try await browser.get("/").status == 303)
            let again = try await browser.signIn(token)
            #expect(again.status == 403 && again.text.contains("đã bị thu hồi"))
        }
    }

    @Test func aSessionOutlivesTheServer() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        let secret = try #require(try desk.tracker.signIn(token)).secret
        for _ in 1...2 {
            try await desk.serve { client in
                var browser = Browser(client)
                browser.cookies["phuluc"] = secret
                let page = try await browser.get("/")
                #expect(page.status == 200)
            }
        }
    }

    @Test func aTokenThatOnlyFollowsACalendarCannotSignIn() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.calendar, "Sở Tư pháp")
        try await desk.serve { client in
            var browser = Browser(client)
            let answer = try await browser.signIn(token)
            #expect(answer.status == 403 && answer.text.contains("lịch theo dõi") && browser.cookies.isEmpty)
        }
    }

    @Test(arguments: [
        ("/plans/1?asOf=2022-02-04", "/plans/1?asOf=2022-02-04"), ("https://a.vn/", "/"), ("//a.vn", "/"),
        ("/\\a.vn", "/"), ("/\t/a.vn", "/"), ("/a\r\nX: y", "/"), ("plans", "/"), ("", "/"),
        ("javascript:alert(1)", "/"),
        ("/kế-hoạch", "/"),
    ])
    func signingInLeadsNowhereElse(next: String, location: String) async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            var browser = Browser(client)
            let answer = try await browser.signIn(token, next: next)
            #expect(answer.headers[.location] == location)
        }
    }

    /// A strict cookie does not come along on the way from another site; a page of ours then leads on, and it does.
    @Test func aLinkInALetterLeadsToThePage() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            var browser = try await Browser(client, as: token)
            let held = browser.cookies
            browser.cookies = [:]
            let arrival = try await browser.get("/obligations/3", [.secFetchSite: "cross-site"])
            #expect(arrival.status == 200 && !arrival.text.contains("password"))
            let target = try #require(arrival.text.firstMatch(of: /content="0;url=([^"]+)"/)).1
            #expect(target == "/sign-in?next=%2Fobligations%2F3")
            browser.cookies = held
            let led = try await browser.get(String(target), [.secFetchSite: "same-origin"])
            #expect(led.status == 303 && led.headers[.location] == "/obligations/3")
            // A stranger is asked for a token there.
            browser.cookies = [:]
            #expect(try await browser.get(String(target), [.secFetchSite: "same-origin"]).text.contains("password"))
        }
    }
}
