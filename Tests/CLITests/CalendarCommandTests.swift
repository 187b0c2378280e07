import TestSupport
import Testing
import TrackerDomain

/// The commands of the work calendar.
struct CalendarCommandTests {
    static let cases = [
        ListSnapshotTests.Case("calendar-year", "calendar", "year", "2026"),
        ListSnapshotTests.Case("calendar-year-computed", "calendar", "year", "2031"),
        ListSnapshotTests.Case("calendar-year-unknown", "calendar", "year", "2019"),
        ListSnapshotTests.Case("calendar-check", "calendar", "check", "31/01/2030"),
        ListSnapshotTests.Case("calendar-check-make-up", "calendar", "check", "22/8/2026"),
        ListSnapshotTests.Case("calendar-check-weekend", "calendar", "check", "2025-07-26"),
        ListSnapshotTests.Case(
            "calendar-add", "calendar", "add", "31/3/2023", "--off", "--name", "Ngày nghỉ", "--source",
            "CV 1/VPCP-KGVX",
            "--dry-run"),
        ListSnapshotTests.Case(
            "calendar-add-computed", "calendar", "add", "03/01/2031", "--off", "--expected", "--name", "Ngày nghỉ",
            "--source", "Dự thảo"),
        ListSnapshotTests.Case("help-calendar-year", "help", "calendar", "year"),
        ListSnapshotTests.Case("help-calendar-check", "help", "calendar", "check"),
        ListSnapshotTests.Case("help-calendar-add", "help", "calendar", "add"),
        ListSnapshotTests.Case("help-calendar-remove", "help", "calendar", "remove"),
    ]

    @Test(arguments: cases, Language.allCases)
    func theCalendarReadsAsRecorded(item: ListSnapshotTests.Case, language: Language) throws {
        let desk = try Desk.withSonLa()
        let isHelp = item.arguments.first == "help"
        let language = ["--lang", language.rawValue]
        let run = try isHelp ? desk.runPlain(item.arguments + language) : desk.run(item.arguments + language)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        try expectSnapshot(run.transcript, "\(item.name).\(language[1])")
    }

    @Test func aYearIsAListInJSONAndCSV() throws {
        let desk = try Desk.withSonLa()
        for year in ["2026", "2031"] {
            let list = try JSON(desk.run("calendar", "year", year, "--format", "json").output)
            #expect(list.keys.isSuperset(of: ["items", "next", "asOf", "year", "computed"]))
            #expect(list["computed"] == .boolean(year == "2031"))
            let records = csvRecords(try desk.run("calendar", "year", year, "--format", "csv").output)
            #expect(records.count == list["items"].items.count + 1)
            #expect(records.first == ["date", "weekday", "kind", "name", "certainty", "computed", "source"])
            for (record, item) in zip(records.dropFirst(), list["items"].items) {
                #expect(record.first == item["date"].string)
                #expect(item["date"].isDay)
            }
        }
    }

    @Test func aCheckedDayHasItsFields() throws {
        let run = try Desk.withSonLa().run("calendar", "check", "31/01/2030", "--format", "json")
        let check = try JSON(run.output)
        #expect(check["working"] == .boolean(false))
        #expect(check["nextWorkingDay"] == .text("2030-02-07"))
        #expect(check["lunar"] == .text("28/12/2029"))
        #expect(check["day"]["name"] == .text("29 Tết"))
    }

    @Test func aCorrectionIsWrittenAndListsWhatMoved() throws {
        let desk = try Desk.withSonLa()
        let add = [
            "calendar", "add", "31/3/2023", "--off", "--name", "Ngày nghỉ", "--source", "CV 1/VPCP-KGVX", "--format",
            "json",
        ]
        let before = try desk.dump()
        let trial = try JSON(desk.run(add + ["--dry-run"]).output)
        #expect(try desk.dump() == before)
        let done = try JSON(desk.run(add).output)
        #expect(done["moved"] == trial["moved"])
        #expect(done["dryRun"] == .boolean(false))
        let moved = done["moved"].items
        #expect(!moved.isEmpty)
        for move in moved {
            let id = try #require(move["id"].integer)
            let detail = try desk.run("list", "--limit", "500", "--format", "json").output
            let item = try JSON(detail)["items"].items.first { $0["id"].integer == id }
            #expect(item?["effectiveDue"] == .text("2023-04-03"))
            #expect(item?["nominalDue"] == .text("2023-03-31"))
            #expect(item?["deadlineVersion"].integer == 2)
        }
        let check = try JSON(desk.run("calendar", "check", "31/3/2023", "--format", "json").output)
        #expect(check["working"] == .boolean(false))
    }

    @Test(arguments: Language.allCases)
    func aDayIsAddedAndRemovedAsRecorded(language: Language) throws {
        let desk = try Desk.withSonLa()
        let before = try desk.run("calendar", "year", "2031", "--format", "json").output
        var transcript = ""
        for arguments in [
            ["add", "31/3/2023", "--off", "--name", "Ngày nghỉ", "--source", "CV 1/VPCP-KGVX"],
            ["remove", "31/3/2023"],
            ["add", "03/01/2031", "--off", "--name", "Ngày nghỉ", "--source", "Dự thảo"], ["remove", "03/01/2031"],
            ["remove", "03/01/2031"], ["remove", "30/4/2026"],
        ] {
            transcript += try desk.run(["calendar"] + arguments + ["--lang", language.rawValue]).transcript
        }
        try expectSnapshot(transcript, "calendar-remove.\(language.rawValue)")
        #expect(try desk.run("calendar", "year", "2031", "--format", "json").output == before)
    }

    @Test func aRemovalHasTheFieldsOfACorrection() throws {
        let desk = try Desk.withSonLa()
        try desk.run("calendar", "add", "31/3/2023", "--off", "--name", "Ngày nghỉ", "--source", "CV 1/VPCP-KGVX")
        let removal = try JSON(desk.run("calendar", "remove", "31/3/2023", "--format", "json").output)
        #expect(removal["date"] == .text("2023-03-31"))
        #expect(removal["day"] == .null)
        #expect(removal["replaced"]["name"] == .text("Ngày nghỉ"))
        #expect(removal["moved"].items.allSatisfy { $0["effectiveDue"] == .text("2023-03-31") })
        #expect(!removal["moved"].items.isEmpty)
    }

    @Test func theBuiltInCalendarIsShownWhereNoStoreIs() throws {
        let desk = try Desk()
        let run = try desk.runPlain(["calendar", "check", "31/01/2030", "--format", "json"])
        #expect(run.status == 0)
        #expect(try JSON(run.output)["working"] == .boolean(false))
        #expect(!desk.exists("phuluc.sqlite"))
        #expect(try desk.run("calendar", "year", "2026").status == 3, "a store that is named must be there")
    }

    @Test(arguments: [[], ["--off", "--working"]])
    func oneKindHasToBeChosen(kinds: [String]) throws {
        let run = try Desk.withSonLa().run(
            ["calendar", "add", "31/3/2023", "--name", "Ngày nghỉ", "--source", "CV 1"] + kinds)
        #expect(run.status == 2)
        #expect(run.errors.contains("--off, --working"))
    }

    @Test(arguments: [
        ["--lang", "en", "calendar", "check", "31/01/2030"], ["calendar", "--lang", "en", "check", "31/01/2030"],
        ["calendar", "check", "31/01/2030", "--lang", "en"],
    ])
    func optionsMayStandBeforeTheSecondWord(arguments: [String]) throws {
        let run = try Desk().runPlain(arguments)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("Next working day"))
    }
}
