import Foundation
import Testing
import TrackerDomain

@testable import phuluc_server

/// Writes the pages to a folder, to be looked at in a browser: `Scripts/screenshots` calls it.
struct BoardPreview {
    static let folder = ProcessInfo.processInfo.environment["BOARD_PREVIEW"]

    /// Every page by the name of its file.
    static let pages: [(name: String, address: String)] = [
        ("overview", "/"), ("overdue", "/overdue"), ("due", "/due?within=60"), ("confirm", "/confirm"),
        ("extensions", "/extensions"), ("check-ins", "/check-ins?limit=10"), ("conditional", "/conditional"),
        ("orphans", "/orphans"), ("search", "/search?q=thi%20hanh%20phap%20luat"),
        ("past", "/overdue?asOf=2022-02-04&plan=1"), ("by-agency", "/overdue/by/agency"),
        ("by-section", "/overdue/by/section"), ("report", "/overdue/print"), ("settle", "/settle"),
        ("question", "/settle/3?answer=Qu%C3%BD%20IV/2022"),
        ("plans", "/plans"), ("plan", "/plans/1"), ("agencies", "/agencies?q=tu%20phap"),
        ("agency", "/agencies/son-la/so-tu-phap"), ("obligation", "/obligations/158"), ("sign-in", "/sign-in"),
        ("missing", "/nowhere"),
    ]

    /// The page of an address, of the standing agency; for a stranger the one to sign in.
    static func html(
        of address: String, _ language: Language, _ board: Board, _ fixture: BoardFixture
    ) throws -> String {
        address == "/sign-in"
            ? try board.signIn(fixture.request(address, language: language, session: nil)).text
            : board.answer(fixture.request(address, language: language)).text
    }

    @Test(.enabled(if: folder != nil)) func pagesAreWrittenToAFolder() throws {
        let folder = URL(filePath: try #require(Self.folder))
        let assets = folder.appending(path: "assets")
        try FileManager.default.createDirectory(at: assets, withIntermediateDirectories: true)
        for asset in BoardAsset.all { try Data(asset.bytes).write(to: assets.appending(path: asset.name)) }
        let board = try BoardFixture().board()
        let fixture = try BoardFixture()
        for (name, address) in Self.pages {
            for language in Language.allCases {
                let html = try Self.html(of: address, language, board, fixture)
                    .replacing("\"/assets/", with: "\"assets/")
                try Data(html.utf8).write(to: folder.appending(path: "\(name).\(language.rawValue).html"))
            }
        }
    }
}
