import Synchronization
import Testing
import TrackerDomain

@testable import phuluc_server

struct BoardTemplatesTests {
    /// Mustache renders a tag that names nothing as nothing; so every tag is tried against pages of real data, and every tag
    /// of every template must have been met.
    @Test func everyTagOfEveryTemplateHasAValue() throws {
        let fixture = try BoardFixture()
        let pages = Mutex<[any BoardPage]>([])
        let templates = try BoardTemplates()
        let render: Board.Renderer = { page, language throws(TrackerError) in
            pages.withLock { $0.append(page) }
            return try templates.html(page, in: language)
        }
        let board = Board(tracker: try fixture.tracker(), render: render)
        for (_, address) in BoardPreview.pages { _ = board.answer(fixture.request(address)) }
        let form = ["formToken": "the-form-token", "percent": "140"]
        _ = board.answer(fixture.request("/obligations/3/progress", form: form))
        _ = board.answer(fixture.request("/settle?asOf=2022-02-08"))
        _ = try board.report(fixture.request("/overdue/print"), upTo: 2)
        try fixture.haveABusyDay()
        try fixture.remind(on: "2022-02-22")
        _ = board.answer(fixture.request("/"))
        _ = board.answer(
            fixture.request(
                "/settle/3?answer=Qu%C3%BD%20II/2026,%20sau%20khi%20B%E1%BB%99%20N%E1%BB%99i%20v%E1%BB%A5%20ban%20h%C3%A0nh%20h%C6%B0%E1%BB%9Bng%20d%E1%BA%ABn"
            ))
        _ = board.answer(fixture.request("/obligations/158?done=comment&asOf=2022-02-05"))
        _ = board.answer(fixture.request("/overdue?agency=nobody"))
        _ = board.answer(fixture.request("/search?limit=5&agency=S%E1%BB%9F%20N%E1%BB%99i%20v%E1%BB%A5"))
        // Years later, when nobody has done anything.
        let later = Board(tracker: try fixture.tracker(on: "2029-01-01"), render: render)
        for address in ["/agencies/son-la/so-tu-phap", "/overdue?limit=2", "/settle?done=1", "/overdue/print"] {
            _ = later.answer(fixture.request(address))
        }
        let stranger = fixture.request("/sign-in", session: nil)
        _ = try board.signIn(stranger)
        _ = try board.signIn(stranger, problem: "Mã không đúng.", status: 403)
        _ = try board.signIn(toSendAgain: fixture.request("/obligations/3/progress", form: form, session: nil))
        _ = try board.arrival(stranger, next: "/overdue")
        let lead = BoardFixture.session(.lead, "son-la/so-tu-phap", name: "Sở Tư pháp", seesEverything: false)
        for address in ["/", "/overdue", "/overdue/print", "/agencies/son-la/so-tu-phap", "/plans/1"] {
            _ = board.answer(fixture.request(address, session: lead))
        }
        var tags = TemplateTags()
        for page in pages.withLock({ $0 }) { tags.walk(page) }
        #expect(tags.unknown.isEmpty)
        #expect(TemplateTags.all.subtracting(tags.seen).isEmpty)
    }

    /// No template holds words in one language only: outside of tags and of `[[vi|en]]` no Vietnamese letter is left.
    @Test(arguments: BoardTemplates.sources.keys.sorted()) func wordsAreInBothLanguages(template: String) throws {
        let bytes = try #require(BoardTemplates.sources[template])
        let english = BoardTemplates.words(of: String(decoding: bytes, as: UTF8.self), in: .en)
            .replacing("<b>Phụ lục</b>", with: "").replacing("<h1>Phụ lục</h1>", with: "")
        #expect(!english.contains("[[") && !english.contains("]]"))
        let vietnamese = english.unicodeScalars.filter {
            (0x1EA0...0x1EF9).contains($0.value) || "ăđơư".unicodeScalars.contains($0)
        }
        #expect(String(String.UnicodeScalarView(vietnamese)) == "")
    }

    /// The content security policy allows neither.
    @Test(arguments: BoardTemplates.sources.keys.sorted()) func nothingIsInline(template: String) throws {
        let text = String(decoding: try #require(BoardTemplates.sources[template]), as: UTF8.self)
        #expect(!text.contains("style="))
        #expect(!text.contains("<style"))
        #expect(text.matches(of: /<script[^>]*>/).allSatisfy { $0.0.contains("src=") })
        #expect(text.matches(of: /\son[a-z]+=/).isEmpty)
        #expect(text.matches(of: /\{\{\{|\{\{&/).isEmpty, "unescaped")
        #expect(text.matches(of: /https?:/).isEmpty, "third-party requests")
    }

    @Test func wordsOfBothLanguagesStandSideBySide() {
        let template = "<p>[[Hạn {{due}}|Due {{due}}]]</p>"
        #expect(BoardTemplates.words(of: template, in: .vi) == "<p>Hạn {{due}}</p>")
        #expect(BoardTemplates.words(of: template, in: .en) == "<p>Due {{due}}</p>")
    }
}
