import Foundation
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// The form that narrows a list, and the directory, where two provinces have agencies of the same name.
@Suite(.timeLimit(.minutes(5))) struct ListFilterTests {
    private let fixture: BoardFixture
    private let board: Board

    init() throws {
        fixture = try BoardFixture(plans: ["son-la-2021-2030", "dong-nai-2021-2030"])
        board = try fixture.board()
    }

    private func html(_ address: String, session: WebSession = BoardFixture.session()) -> String {
        board.answer(fixture.request(address, session: session)).text
    }

    /// What the form would send as it stands: its fields and where they go.
    private func form(on page: String) throws -> [String: String] {
        let form = try #require(page.firstMatch(of: /<details class="filter"[\s\S]*?<\/details>/)).0
        var fields = form.matches(of: /<input [^>]*name="([^"]+)" value="([^"]*)"/).map {
            (String($0.1), String($0.2))
        }
        let plan = form.firstMatch(of: /<option value="([0-9]+)" selected>/).map { String($0.1) }
        fields.append(("plan", plan ?? ""))
        return Dictionary(fields, uniquingKeysWith: { $1 })
    }

    @Test(arguments: ["/overdue", "/overdue?plan=1"]) func anAgencyIsNamedSoThatTheFormFindsItAgain(address: String)
        throws
    {
        let lead = address + (address.contains("?") ? "&" : "?") + "agency="
        let shared = try form(on: html(lead + "son-la/so-tu-phap"))
        #expect(shared["agency"] == "son-la/so-tu-phap", "Đồng Nai has one too")
        let own = try form(on: html(lead + "son-la/ubnd-tinh"))
        #expect(own["agency"] == "UBND tỉnh Sơn La")
        for fields in [shared, own] {
            #expect(board.answer(fixture.request(BoardLinks.address("/overdue", fields))).status == 200, "\(fields)")
        }
    }

    @Test func whatOtherPagesNarrowAListToGoesAlong() throws {
        let fields = try form(on: html("/search?row=3&stage=notStarted&asOf=2022-02-04"))
        #expect(fields["row"] == "3" && fields["stage"] == "notStarted" && fields["asOf"] == "2022-02-04")
        let plain = try form(on: html("/search"))
        #expect(plain["row"] == nil && plain["stage"] == nil && plain["asOf"] == nil)
    }

    @Test func theWholeListIsOfTheSameDay() {
        let page = html("/due?plan=1&within=60&asOf=2022-02-04")
        #expect(page.contains("<a href=\"/due?asOf=2022-02-04&amp;within=60\">Bỏ lọc</a>"))
    }

    @Test(arguments: [
        ("/overdue?year=mai", 422, "/overdue"), ("/due?agency=So%20Gi&asOf=2022-02-04", 404, "/due?asOf=2022-02-04"),
        ("/overdue?agency=S%E1%BB%9F%20T%C6%B0%20ph%C3%A1p", 422, "/overdue"),
        ("/search?asOf=31/02/2022", 422, "/search"),
    ])
    func whatNarrowsToNothingLeadsBackToTheWholeList(address: String, status: Int, list: String) {
        let answer = board.answer(fixture.request(address))
        #expect(answer.status == status)
        #expect(answer.text.contains("<p><a href=\"\(list)\">Về danh sách, bỏ lọc</a></p>"))
        #expect(board.answer(fixture.request(list)).status == 200)
    }

    @Test func theWholeListIsNoWayOutForWhoMayNotSeeIt() {
        let member = BoardFixture.session(.reader, nil)
        for address in ["/plans/99", "/settle?plan=1"] {
            #expect(!html(address, session: member).contains("Về danh sách, bỏ lọc"))
        }
    }

    @Test func theDirectoryBeginsWithTheVisitorsTerritory() {
        func chosen(_ agency: String?, _ query: String = "") -> [Substring] {
            let session = BoardFixture.session(agency == nil ? .reader : .lead, agency)
            return html("/agencies" + query, session: session).matches(of: /<option value="([^"]+)" selected>/).map(\.1)
        }
        #expect(chosen("son-la/so-tu-phap") == ["son-la"])
        #expect(chosen("dong-nai/so-tu-phap") == ["dong-nai"])
        #expect(chosen("son-la/so-tu-phap", "?territory=dong-nai") == ["dong-nai"])
        // One without a plan here has no part of the directory to begin with.
        #expect(chosen("nam-dinh/so-tu-phap") == ["dong-nai"] && chosen(nil) == ["dong-nai"])
    }
}
