import Testing
import TrackerDomain

@testable import phuluc_server

/// What stands around every page: the navigation, the day, the links to the page in another language or of another day.
@Suite(.timeLimit(.minutes(5))) struct BoardFrameTests {
    private let fixture: BoardFixture
    private let board: Board

    init() throws {
        fixture = try BoardFixture()
        board = try fixture.board()
    }

    private func html(_ address: String) -> String { board.answer(fixture.request(address)).text }

    @Test(arguments: [
        ("/", "/", "page"), ("/overdue?plan=1", "/overdue", "page"), ("/overdue/by/agency", "/overdue", "true"),
        ("/settle/3", "/settle", "true"), ("/plans/1", "/plans", "true"),
        ("/agencies/son-la/so-tu-phap", "/agencies", "true"),
    ])
    func theNavigationMarksWhereThePageBelongs(address: String, section: String, mark: String) throws {
        let navigation = try #require(html(address).firstMatch(of: /<nav aria-label="Chính">[\s\S]*?<\/nav>/)).0
        let marked = navigation.matches(of: /href="([^"]+)" aria-current="([a-z]+)"/)
        #expect(marked.map { [String($0.1), String($0.2)] } == [[section, mark]])
    }

    @Test(arguments: ["/obligations/158?done=comment", "/settle?done=1"]) func whatWasDoneIsSaidOnce(address: String) {
        let page = html(address)
        #expect(page.contains("Đã ghi"))
        #expect(!page.contains("done="), "no link repeats it")
        #expect(!page.contains("name=\"done\""), "no form repeats it")
    }

    @Test func pagesThatKnowNoOtherDaySaySo() {
        for address in ["/settle", "/settle/3", "/plans"] {
            let page = html(address + "?asOf=2022-02-04")
            #expect(page.contains("Trang này luôn theo ngày hôm nay: <strong>08/02/2022"), "\(address)")
            #expect(!page.contains("type=\"date\"") && !page.contains("Về hôm nay"), "\(address)")
            #expect(page.contains("href=\"/overdue?asOf=2022-02-04\""), "the day goes along: \(address)")
        }
        for address in ["/plans/1", "/overdue", "/agencies"] {
            #expect(html(address + "?asOf=2022-02-04").contains("<strong>04/02/2022"), "\(address)")
        }
    }
}
