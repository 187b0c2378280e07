import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// Pages over HTTP: what browsers are told to obey, languages, files, what is not there.
@Suite(.timeLimit(.minutes(5))) struct BoardPagesTests {
    private static func expectPage(_ answer: Exchange, status: Int = 200, _ place: String) {
        #expect(answer.status == status, "\(place)")
        let headers = answer.headers
        #expect(headers[.contentType] == "text/html; charset=utf-8", "\(place)")
        #expect(
            headers[.contentSecurityPolicy]
                == "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
                + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'", "\(place)")
        #expect(headers[.cacheControl] == "no-store" && headers[.xContentTypeOptions] == "nosniff", "\(place)")
        #expect(headers[.crossOriginOpenerPolicy] == "same-origin", "\(place)")
        #expect(headers[.referrerPolicy] == "same-origin", "\(place)")
        #expect(headers[.requestID]?.isEmpty == false, "\(place)")
        // The policy would stop all of this.
        #expect(!answer.text.contains("style=") && !answer.text.contains("<style"), "\(place)")
        #expect(answer.text.matches(of: /<script[^>]*>/).allSatisfy { $0.0.contains("src=") }, "\(place)")
        #expect(answer.text.matches(of: /<[^>]*\son[a-z]+=/).isEmpty, "\(place)")
    }

    @Test func everyPageTellsBrowsersWhatToObey() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.standing, "son-la/so-noi-vu")
        try await desk.serve { client in
            var browser = Browser(client)
            Self.expectPage(try await browser.get("/sign-in"), "/sign-in")
            Self.expectPage(try await browser.get("/", [.secFetchSite: "cross-site"]), "arrival")
            Self.expectPage(try await browser.signIn("x"), status: 403, "wrong token")
            Self.expectPage(try await browser.get("/nowhere"), status: 404, "/nowhere, a stranger")
            _ = try await browser.signIn(token)
            for (_, address) in BoardPreview.pages where address != "/sign-in" {
                let status = address == "/nowhere" ? 404 : 200
                Self.expectPage(try await browser.get(address), status: status, address)
            }
            for address in ["/overdue?asOf=31/02/2022", "/overdue?limit=0"] {
                Self.expectPage(try await browser.get(address), status: 422, address)
            }
        }
    }

    @Test func whatIsNotThereIsAPageForBrowsersAndAProblemForPrograms() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            var browser = try await Browser(client, as: token)
            for address in ["/nowhere", "/overdue/a/b/c", "/plans/99", "/%ff", "/v2/plans", "/healthz/x"] {
                let answer = try await browser.get(address)
                Self.expectPage(answer, status: 404, address)
                #expect(answer.text.contains("<nav"), "the way back: \(address)")
            }
            #expect(try await browser.get("/v1/nowhere").code == "noSuchPath")
            let program = try await client.send(.get, "/nowhere")
            #expect(program.status == 404 && program.code == "noSuchPath")
            for (method, address, allowed) in [
                (HTTPRequest.Method.post, "/overdue", "GET, HEAD"), (.get, "/sign-out", "POST"),
                (.delete, "/obligations/3/start", "GET, HEAD, POST"), (.delete, "/sign-in", "GET, HEAD, POST"),
            ] {
                let answer = try await browser.get(address, method: method)
                #expect(answer.status == 405 && answer.headers[.allow] == allowed, "\(address)")
            }
        }
    }

    /// Whoever takes up the address that a refused form left in the browser sees the page of the form.
    @Test func theAddressOfAFormLeadsToItsPage() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.standing, "son-la/so-noi-vu")
        try await desk.serve { client in
            var browser = try await Browser(client, as: token)
            for method in [HTTPRequest.Method.get, .head] {
                let answer = try await browser.get("/obligations/3/progress", method: method)
                #expect(answer.status == 303 && answer.headers[.location] == "/obligations/3")
            }
            #expect(try await browser.get("/settle/3").status == 200, "the page of a form at its own address")
        }
    }

    @Test func aLanguageIsChosenOnceAndKept() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            var browser = try await Browser(client, as: token)
            #expect(try await browser.get("/overdue").text.contains("<html lang=\"vi\">"))
            #expect(try await browser.get("/overdue", [.acceptLanguage: "en"]).text.contains("<html lang=\"en\">"))
            let chosen = try await browser.get("/overdue?lang=en")
            #expect(chosen.text.contains("<html lang=\"en\">"))
            #expect(
                chosen.headers[.setCookie] == "lang=en; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax")
            for address in ["/plans", "/sign-in", "/nowhere", "/overdue?asOf=x"] {
                #expect(try await browser.get(address).text.contains("lang=\"en\"") == (address != "/sign-in"))
            }
            #expect(try await browser.get("/overdue?lang=vi").text.contains("<html lang=\"vi\">"))
            #expect(
                try await browser.get("/overdue?lang=xx", [.acceptLanguage: "en"]).text.contains("<html lang=\"vi\">"))
        }
    }

    @Test func headTellsTheSameWithoutThePage() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            var browser = try await Browser(client, as: token)
            for address in ["/", "/overdue.csv", "/assets/board.css"] {
                let (head, get) = (
                    try await browser.get(address, method: .head), try await browser.get(address)
                )
                #expect(head.status == 200 && head.text.isEmpty && !get.text.isEmpty)
                #expect(head.headers[.contentType] == get.headers[.contentType])
            }
        }
    }

    @Test func tablesAreFilesWithAName() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.standing, "son-la/so-noi-vu")
        try await desk.serve { client in
            var browser = try await Browser(client, as: token)
            for (address, name) in [
                ("/overdue.csv", "overdue-2022-02-08.csv"), ("/settle.csv", "settle-2022-02-08.csv"),
                ("/overdue/by/agency.csv", "by-agency-2022-02-08.csv"),
                ("/agencies.csv?q=tu+phap", "agencies-2022-02-08.csv"),
                ("/plans/1.csv", "plan-1.csv"), ("/plans/2407%2FQ%C4%90-UBND.csv", "plan-1.csv"),
            ] {
                let answer = try await browser.get(address)
                #expect(answer.status == 200 && answer.headers[.contentType] == "text/csv; charset=utf-8")
                #expect(answer.headers[.contentDisposition] == "attachment; filename=\"\(name)\"")
                #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            }
        }
    }

    @Test func filesOfPagesAreKeptUnderTheAddressOfTheirVersion() async throws {
        let desk = try ServerDesk()
        try await desk.serve { client in
            var browser = Browser(client)
            let page = try await browser.get("/nowhere").text
            let files = page.matches(of: /(?:href|src)="(\/assets\/[^"]+)"/).map { String($0.1) }
            #expect(files.count == 3)
            for file in files {
                let answer = try await browser.get(file)
                #expect(answer.status == 200 && answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
                let tag = try #require(answer.headers[.eTag])
                let again = try await browser.get(file, [.ifNoneMatch: tag])
                #expect(again.status == 304 && again.text.isEmpty)
                let plain = try await browser.get(String(file.prefix { $0 != "?" }))
                #expect(plain.text == answer.text && plain.headers[.cacheControl] == "public, max-age=300")
            }
            #expect(try await browser.get("/assets/board.txt").status == 404)
        }
    }

    @Test func aTokenHasSoManyPagesAMinute() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve {
            // One a minute: however slow the machine is, none comes free while this test runs.
            $0.requestsPerMinute = 1
        } _: { client in
            var browser = try await Browser(client, as: token)
            let refused = try await browser.get("/plans")
            #expect(refused.status == 429 && refused.headers[.retryAfter] != nil)
            Self.expectPage(refused, status: 429, "429")
        }
    }

    @Test func theServerSaysWhereTheBoardIs() async throws {
        let desk = try ServerDesk()
        try await desk.serve { client in
            let port = try #require(client.port)
            // Not before the client is connected: a server that ends while somebody connects is another test.
            _ = try await client.send(.get, "/healthz")
            #expect(desk.log.all.contains { $0.contains("\"address\":\"http://127.0.0.1:\(port)/\"") })
        }
    }
}
