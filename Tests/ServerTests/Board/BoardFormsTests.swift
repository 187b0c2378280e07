import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// Forms over HTTP: they come from our pages, of this session, and do what the workflow allows.
@Suite(.timeLimit(.minutes(5))) struct BoardFormsTests {
    @Test func aTaskIsReportedSubmittedReturnedAndAccepted() async throws {
        let desk = try ServerDesk()
        let (lead, standing) = (try desk.token(.lead, "Sở Tư pháp"), try desk.token(.standing, "son-la/so-noi-vu"))
        try await desk.serve { client in
            var department = try await Browser(client, as: lead)
            var keeper = try await Browser(client, as: standing)
            func version() throws -> String { String(try desk.tracker.detail(of: 3).entry.obligation.state.version) }
            func send(_ browser: inout Browser, _ action: String, _ fields: [String: String]) async throws -> Exchange {
                try await browser.post(
                    "/obligations/3/\(action)", fields.merging(["version": try version()]) { first, _ in first })
            }
            let reported = try await send(
                &department, "progress", ["percent": "60", "note": "Đã lấy ý kiến\r\ncác sở & ngành"])
            #expect(reported.status == 303 && reported.headers[.location] == "/obligations/3?done=progress")
            #expect(try await department.get("/obligations/3?done=progress").text.contains("Đã ghi: "))
            let document = ["document": "15/KH-STP", "dated": "2022-02-07"]
            #expect(try await send(&department, "submit", document).status == 303)
            #expect(try await send(&department, "accept", [:]).status == 409, "not its own")
            #expect(try await send(&keeper, "return", ["reason": "Thiếu phụ lục"]).status == 303)
            #expect(try await send(&department, "submit", document).status == 303)
            #expect(try await keeper.get("/confirm").text.contains("/obligations/3\""))
            #expect(try await send(&keeper, "accept", [:]).headers[.location] == "/obligations/3?done=accept")
        }
        let detail = try desk.tracker.detail(of: 3)
        #expect(detail.entry.obligation.state.stage == .completed)
        #expect(detail.events.map(\.action) == [.progress, .submit, .return, .submit, .accept])
        #expect(
            detail.events.map(\.actor?.slug) == ["so-tu-phap", "so-tu-phap", "so-noi-vu", "so-tu-phap", "so-noi-vu"])
        #expect(detail.events.first?.note == "Đã lấy ý kiến\ncác sở & ngành")
    }

    @Test func aStaleFormComesBackWithWhatWasTyped() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.lead, "Sở Tư pháp")
        try await desk.serve { client in
            var browser = try await Browser(client, as: token)
            _ = try desk.tracker.perform(ActionRequest(obligation: 3, action: .start(note: "")))
            let typed = "Đang lấy ý kiến <b>các sở</b>"
            let answer = try await browser.post(
                "/obligations/3/progress", ["percent": "60", "note": typed, "version": "1"])
            #expect(answer.status == 412 && answer.text.contains("vừa được người khác cập nhật"))
            #expect(answer.text.contains("Đang lấy ý kiến &lt;b&gt;các sở&lt;/b&gt;"))
            // The form that comes back is for what stands now.
            #expect(answer.text.contains("name=\"version\" value=\"2\""))
            let again = try await browser.post(
                "/obligations/3/progress", ["percent": "60", "note": typed, "version": "2"])
            #expect(again.status == 303)
        }
    }

    @Test(
        arguments: [
            (["formToken": ""], [:], 403), (["formToken": String(repeating: "0", count: 64)], [:], 403),
            ([:], [HTTPField.Name.secFetchSite: "cross-site"], 403), ([:], [.secFetchSite: "same-site"], 403),
            ([:], [.origin: "https://a.vn"], 403), ([:], [.origin: "null"], 403),
            ([:], [.secFetchSite: "none"], 303), ([:], [.origin: "http://localhost"], 303),
            ([:], [.origin: "http://localhost.a.vn"], 403), ([:], [:], 303),
        ] as [([String: String], [HTTPField.Name: String], Int)])
    func aFormThatIsNotOursIsNotTaken(fields: [String: String], headers: [HTTPField.Name: String], status: Int)
        async throws
    {
        let desk = try ServerDesk()
        let token = try desk.token(.lead, "Sở Tư pháp")
        try await desk.serve { client in
            var browser = try await Browser(client, as: token)
            var sent = HTTPFields()
            for (name, value) in headers { sent[name] = value }
            let form = ["version": "1", "note": "a"].merging(fields) { $1 }
            let answer = try await browser.post("/obligations/3/start", form, sent)
            #expect(answer.status == status, "\(answer.text)")
            if status == 403 {
                let isOurs = headers.isEmpty
                #expect(answer.text.contains("Không nhận biểu mẫu này") == !isOurs)
                #expect(answer.text.contains("Biểu mẫu thuộc phiên đăng nhập trước") == isOurs)
                for path in ["/sign-out", "/sign-out-everywhere"] {
                    #expect(try await browser.post(path, fields, sent).status == 403)
                }
            }
        }
        #expect(try desk.tracker.detail(of: 3).events.count == (status == 303 ? 1 : 0))
    }

    /// Nobody is signed in as somebody else by a page of another site.
    @Test func signingInIsOurFormAsWell() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            var browser = Browser(client)
            for headers in [[.secFetchSite: "cross-site"], [.origin: "https://a.vn"]] as [HTTPFields] {
                let answer = try await browser.post("/sign-in", ["token": token], headers)
                #expect(answer.status == 403 && browser.cookies.isEmpty)
            }
        }
    }

    /// Somebody else was quicker, and the form is not there any more.
    @Test func whatWasTypedIsShownWhereTheFormIsGone() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.lead, "Sở Tư pháp")
        try await desk.serve { client in
            var browser = try await Browser(client, as: token)
            _ = try desk.tracker.perform(ActionRequest(obligation: 3, action: .submit(evidence: nil, note: "a")))
            let answer = try await browser.post("/obligations/3/progress", ["version": "1", "note": "Đã họp <b>"])
            #expect(answer.status == 412 && !answer.text.contains("action=\"/obligations/3/progress\""))
            #expect(answer.text.contains("<dt>Ghi chú</dt><dd>Đã họp &lt;b&gt;</dd>"))
            // What leads on from here are pages, which the address of a form is not.
            #expect(answer.text.contains("href=\"/obligations/3?lang=en\""))
        }
    }

    /// The word in the forms is of the session that a page was made for.
    @Test func aFormOfTheSessionBeforeComesBackWithWhatWasTyped() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.lead, "Sở Tư pháp")
        try await desk.serve { client in
            var browser = try await Browser(client, as: token)
            let old = browser.formToken
            _ = try await browser.signIn(token)
            let form = ["version": "1", "percent": "40", "note": "Đang lấy <ý kiến>"]
            let answer = try await browser.post("/obligations/3/progress", form.merging(["formToken": old]) { $1 })
            #expect(answer.status == 403 && answer.text.contains("Đang lấy &lt;ý kiến&gt;</textarea>"))
            #expect(answer.text.contains("name=\"formToken\" value=\"\(browser.formToken)\""))
            #expect(try desk.tracker.detail(of: 3).events.isEmpty)
            #expect(try await browser.post("/obligations/3/progress", form).status == 303)
        }
    }

    @Test func aFormOfAnEndedSessionIsKeptThroughSigningIn() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.lead, "Sở Tư pháp")
        try await desk.serve { client in
            var browser = Browser(client)
            var page = try await browser.post(
                "/obligations/3/progress", ["version": "1", "percent": "40", "note": "Đang lấy\r\n<ý kiến>"])
            #expect(page.status == 403 && page.text.contains("những gì đã nhập vẫn còn"))
            // A wrong token loses nothing either.
            for shown in ["phuluc_1_x", "phuluc_1_x", token] {
                let kept = page.hiddenFields
                #expect(kept["next"] == "/obligations/3" && kept["sentTo"] == "/obligations/3/progress")
                #expect(kept["sent.percent"] == "40" && kept["sent.note"] == "Đang lấy\r\n<ý kiến>")
                #expect(kept.count == 4)
                page = try await browser.post("/sign-in", kept.merging(["token": shown]) { $1 })
                #expect(page.status == 403)
            }
            #expect(page.text.contains("Biểu mẫu thuộc phiên đăng nhập trước"))
            #expect(page.text.contains("value=\"40\""))
            #expect(page.text.contains("&lt;ý kiến&gt;</textarea>"))
            #expect(try desk.tracker.detail(of: 3).events.isEmpty, "nothing was done")
            #expect(try await browser.get("/obligations/3").status == 200, "the visitor has signed in")
        }
    }

    @Test func whatIsNoFormIsRefused() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.lead, "Sở Tư pháp")
        try await desk.serve { client in
            var browser = try await Browser(client, as: token)
            let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
            let word = "formToken=\(browser.formToken)&version=1"
            let cases: [(HTTPFields, String, Int)] = [
                (form, word + "&note=" + String(repeating: "a", count: 2_501), 422),
                ([.contentType: "text/plain"], word, 415), ([.contentType: "application/json"], "{}", 415),
                (form, word + "&note=%ff", 422), (form, word + "&note=%2", 422), (form, word + "&note=a&note=b", 422),
                (form, word + "&note=%00", 422), (form, word + "&rabbit=1", 422),
                (form, "formToken=\(browser.formToken)&note=a", 422), (form, "", 403),
            ]
            for (headers, body, status) in cases {
                let answer = try await browser.send(.post, "/obligations/3/start", headers, body)
                #expect(answer.status == status, "\(body.prefix(120)) \(answer.text)")
                #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
            }
            // Windows sends letters and marks apart.
            let decomposed = try await browser.send(
                .post, "/obligations/3/start", form, word + "&note=a%CC%81+b")
            #expect(decomposed.status == 303)
        }
        let note = try #require(try desk.tracker.detail(of: 3).events.first?.note)
        #expect(Array(note.unicodeScalars) == Array("á b".unicodeScalars))
    }

    @Test func aFormIsNoLargerThanTheLimit() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.lead, "Sở Tư pháp")
        try await desk.serve { client in
            var browser = try await Browser(client, as: token)
            let fields = ["version": "1", "note": String(repeating: "a", count: BoardDoor.formLimit)]
            let answer = try await browser.post("/obligations/3/start", fields)
            #expect(answer.status == 413 && answer.text.contains("<main"))
        }
    }
}
