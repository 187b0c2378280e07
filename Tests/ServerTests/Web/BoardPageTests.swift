import Foundation
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

struct BoardPageTests {
    @Test(arguments: Language.allCases) func pagesAreAsRecorded(language: Language) throws {
        let fixture = try BoardFixture()
        let board = try fixture.board()
        for (name, address) in BoardPreview.pages {
            let html = try BoardPreview.html(of: address, language, board, fixture)
                .replacing(/\?v=[0-9a-f]{16}/, with: "")
            // What stands around every page is looked at once.
            let text = name == "overview" ? html : try main(of: html)
            try expectPage(text, "\(name).\(language.rawValue)")
        }
    }

    @Test func theFirstLoadIsSmall() throws {
        let fixture = try BoardFixture()
        let board = try fixture.board()
        let styles = BoardAsset.all.reduce(0) { $0 + $1.bytes.count }
        let overview = board.answer(fixture.request("/")).text.utf8.count
        #expect(overview + styles < 60_000)
    }

    @Test func whatPeopleWroteIsEscaped() throws {
        let fixture = try BoardFixture()
        let id = try #require(try fixture.tracker().extensionRequests(ListRequest()).page.items.first?.obligation.id)
        let html = try fixture.board().answer(fixture.request("/obligations/\(id)")).text
        #expect(html.contains("&lt;b&gt;trước&lt;/b&gt;"))
        #expect(!html.contains("<b>trước</b>"))
        let search = try fixture.board().answer(fixture.request("/search?q=%22%3E%3Cscript%3E")).text
        #expect(!search.contains("\"><script>"))
    }

    @Test func aPageStandsForTheDayThatIsAskedFor() throws {
        let fixture = try BoardFixture()
        let past = try fixture.board().answer(fixture.request("/overdue?asOf=2022-02-07")).text
        let now = try fixture.board().answer(fixture.request("/overdue")).text
        #expect(past.contains("07/02/2022") && past.contains("Về hôm nay"))
        #expect(past != now)
        // Links keep the day.
        #expect(past.contains("href=\"/plans?asOf=2022-02-07\""))
    }

    @Test func aDayThatIsNoneIsAProblemAndNotToday() throws {
        let fixture = try BoardFixture()
        let answer = try fixture.board().answer(fixture.request("/overdue?asOf=31/02/2022"))
        #expect(answer.status == 422)
        #expect(answer.text.contains("31/02/2022"))
    }

    @Test(arguments: [
        "/nowhere", "/plans/99", "/obligations/999999", "/obligations/x", "/agencies/son-la/so-gi", "/overdue/by/x",
    ])
    func whatIsNotThereIsNotFound(address: String) throws {
        let fixture = try BoardFixture()
        #expect(try fixture.board().answer(fixture.request(address)).status == 404)
    }

    @Test func aListGoesOnWhereThePageBeforeEnded() throws {
        let fixture = try BoardFixture()
        let board = try fixture.board()
        var address: String? = "/check-ins?limit=40"
        var titles: [String] = []
        while let current = address {
            let html = board.answer(fixture.request(current)).text
            titles += html.matches(of: /href="(\/obligations\/[0-9]+)"/).map { String($0.1) }
            address = html.firstMatch(of: /href="([^"]+)" rel="next"/).map {
                String($0.1).replacing("&amp;", with: "&")
            }
        }
        let all = try fixture.tracker().checkInsMissing(ListRequest(limit: 500)).page.items.map {
            "/obligations/\($0.obligation.id)"
        }
        #expect(titles == all)
    }

    /// Else the first row that comes would need a reload.
    @Test(arguments: ["/confirm?year=2099", "/overdue?year=2099"]) func aListWithoutRowsIsRefreshedToo(address: String)
        throws
    {
        let fixture = try BoardFixture()
        let html = try fixture.board().answer(fixture.request(address)).text
        #expect(!html.contains("<table"))
        #expect(html.matches(of: /data-live/).count == 2)
    }

    @Test(arguments: ["/overdue.csv", "/check-ins.csv", "/settle.csv", "/plans/1.csv"])
    func listsAreFilesForSpreadsheetsToo(address: String) throws {
        let fixture = try BoardFixture()
        guard case .file(let name, let type, let text) = try fixture.board().answer(fixture.request(address)) else {
            Issue.record("no file")
            return
        }
        #expect(name.hasSuffix(".csv") && type == "text/csv; charset=utf-8")
        #expect(text.hasPrefix("\u{FEFF}") && text.contains("\r\n"))
    }

    private func main(of html: String) throws -> String {
        let start = try #require(html.range(of: "<main")), end = try #require(html.range(of: "</main>"))
        return String(html[start.lowerBound..<end.upperBound]) + "\n"
    }
}

/// Compares a page with `Snapshots/NAME.html`; with `RECORD_SNAPSHOTS=1` in the environment writes the file instead.
private func expectPage(_ text: String, _ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name).html")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        return try Data(text.utf8).write(to: file)
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard !recorded.utf8.elementsEqual(text.utf8) else { return }
    let (old, new) = (recorded.split(separator: "\n"), text.split(separator: "\n"))
    let first = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
        "\(name) differs from its snapshot at line \(first?.offset ?? min(old.count, new.count)):\n- \(first?.element.0 ?? "")\n+ \(first?.element.1 ?? "")"
    )
}
