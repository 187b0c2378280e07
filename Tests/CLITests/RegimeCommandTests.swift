import TestSupport
import Testing
import TrackerDomain

/// The commands of reporting regimes.
struct RegimeCommandTests {
    static let cases = [
        ListSnapshotTests.Case("regimes", "regimes"),
        ListSnapshotTests.Case("regimes-show", "regimes", "show", "bnv-cchc", "--year", "2026"),
        ListSnapshotTests.Case("regimes-show-partly", "regimes", "show", "quy-i-6-9-nam", "--year", "2026"),
        ListSnapshotTests.Case("stats-report", "stats", "--report", "2022-Q1"),
    ]

    @Test(arguments: cases, Language.allCases)
    func regimesReadAsRecorded(item: ListSnapshotTests.Case, language: Language) throws {
        let run = try Desk.withSonLa().run(item.arguments + ["--lang", language.rawValue])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        try expectSnapshot(run.transcript, "\(item.name).\(language.rawValue)")
    }

    @Test func theReportsOfAYearAreJSONAndCSV() throws {
        let desk = try Desk.withSonLa()
        let regime = try JSON(desk.run("regimes", "show", "bnv-cchc", "--year", "2026", "--format", "json").output)
        #expect(
            regime["calendar"].items.map { $0["due"].string } == [
                "2026-03-20", "2026-06-20", "2026-09-20", "2026-12-20",
            ])
        #expect(regime["calendar"].items[1]["effectiveDue"] == .text("2026-06-22"))
        let records = csvRecords(
            try desk.run("regimes", "show", "bnv-cchc", "--year", "2026", "--format", "csv").output)
        #expect(records.count == 5)
        #expect(records.first == ["period", "dataFrom", "dataUntil", "due", "effectiveDue"])
    }

    @Test func whatShowPrintsCanBeAdded() throws {
        let desk = try Desk.withSonLa()
        let shown = try desk.run("regimes", "show", "bnv-cchc", "--format", "json").output
        try desk.write("regime.json", shown.replacing("\"bnv-cchc\"", with: "\"tinh-moi\""))
        let added = try desk.run("regimes", "add", "regime.json", "--format", "json")
        #expect(added.status == 0)
        #expect(try JSON(added.output)["outcome"] == .text("added"))
        #expect(try desk.run("regimes", "show", "tinh-moi").status == 0)
        #expect(try desk.run("regimes", "show", "tinh-cu").status == 3)
        #expect(try desk.run("stats", "--report", "2022-Q1", "--as-of", "2022-01-01").status == 2)
        #expect(try desk.run("stats", "--report", "quý I").status == 2)
    }
}
