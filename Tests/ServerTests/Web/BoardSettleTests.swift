import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// What is to be settled, for those who settle it and those who only look.
@Suite(.timeLimit(.minutes(5))) struct BoardSettleTests {
    private let fixture: BoardFixture

    init() throws { fixture = try BoardFixture(plans: ["son-la-2021-2030", "dong-nai-2021-2030"]) }

    private func links(_ session: WebSession, plan: Int? = nil) throws -> [String] {
        let address = "/settle" + (plan.map { "?plan=\($0)" } ?? "")
        let html = try fixture.board().answer(fixture.request(address, session: session)).text
        return html.matches(of: /<a href="(\/settle\/[0-9]+)">Làm rõ/).map { String($0.1) }
    }

    /// The form to answer, or the button of what is only confirmed.
    private func hasForm(_ html: String) -> Bool {
        html.contains("<form class=\"card\"") || html.contains("Xác nhận và ghi")
    }

    @Test func whoeverKeepsAPlanIsLedToWhatItSettlesAndNowhereElse() throws {
        let board = try fixture.board()
        let sonLa = try links(BoardFixture.session())
        let dongNai = try links(BoardFixture.session(.standing, "dong-nai/so-noi-vu"))
        #expect(!sonLa.isEmpty && Set(sonLa).isDisjoint(with: dongNai))
        for link in sonLa {
            #expect(hasForm(board.answer(fixture.request(link)).text), "\(link)")
        }
        #expect(try links(BoardFixture.session(.reader, nil)).isEmpty)
        #expect(try links(BoardFixture.session(.supervisor, "son-la/so-tu-phap")).isEmpty)
    }

    @Test(arguments: ["", "?answer=Qu%C3%BD%20IV/2022"]) func whoeverMayNotSettleIsShownTheFactsAndWhy(query: String)
        throws
    {
        let board = try fixture.board()
        let reader = BoardFixture.session(.reader, nil)
        for language in Language.allCases {
            let answer = board.answer(fixture.request("/settle/3" + query, language: language, session: reader))
            #expect(answer.status == 200 && !hasForm(answer.text))
            #expect(!answer.text.contains("class=\"problem\""))
            #expect(answer.text.contains("2407/QĐ-UBND, V.4"))
            #expect(answer.text.contains(language(vi: "bạn chỉ xem được", en: "you may only look")))
        }
        // Whoever keeps another plan is not shown that there is anything.
        let foreign = BoardFixture.session(.standing, "dong-nai/so-noi-vu")
        #expect(board.answer(fixture.request("/settle/3" + query, session: foreign)).status == 404)
        let own = board.answer(fixture.request("/settle/3" + query)).text
        #expect(hasForm(own) && !own.contains("bạn chỉ xem được"))
    }

    @Test func aPlanIsChosen() throws {
        let html = try fixture.board().answer(fixture.request("/settle?plan=2&cooperating=1&asOf=2022-02-08")).text
        #expect(html.contains("<option value=\"2\" selected>"))
        #expect(html.contains("<input type=\"hidden\" name=\"cooperating\" value=\"1\">"))
        #expect(html.contains("<input type=\"hidden\" name=\"asOf\" value=\"2022-02-08\">"))
        let session = BoardFixture.session()
        #expect(try links(session, plan: 2).isEmpty && !(try links(session, plan: 1)).isEmpty)
    }
}
