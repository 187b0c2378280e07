import TestSupport
import Testing
import TrackerDomain

/// The commands of the directory, over the plan of Sơn La through the reorganisation of 2025.
struct AgenciesCommandTests {
    static let cases = [
        ListSnapshotTests.Case("agencies-list", "agencies", "list", "tai chinh", "--all", "--territory", "son-la"),
        ListSnapshotTests.Case("agencies-list-group", "agencies", "list", "--group", "son-la/so-ban-nganh"),
        ListSnapshotTests.Case("agencies-show", "agencies", "show", "Sở Tài chính"),
        ListSnapshotTests.Case("agencies-show-old", "agencies", "show", "Sở TTTT", "--as-of", "2025-02-28"),
        ListSnapshotTests.Case("agencies-show-tax", "agencies", "show", "son-la/cuc-thue-tinh"),
        ListSnapshotTests.Case("agencies-show-group", "agencies", "show", "UBND cấp huyện", "--as-of", "2025-06-30"),
        ListSnapshotTests.Case("agencies-pending", "agencies", "pending", "--limit", "3"),
        ListSnapshotTests.Case(
            "agencies-succeed", "agencies", "succeed", "UBND huyện Mộc Châu", "--to", "Sở Tư pháp", "--on", "01/7/2025",
            "--source", "QĐ 1/QĐ-UBND"),
        ListSnapshotTests.Case(
            "agencies-succeed-later", "agencies", "succeed", "Sở Y tế", "--to", "Sở Tư pháp", "--on", "01/01/2027",
            "--source", "QĐ 2/QĐ-UBND", "--dry-run"),
        ListSnapshotTests.Case(
            "agencies-rename", "agencies", "rename", "Sở Tư pháp", "Sở Pháp chế", "--on", "01/01/2026", "--source",
            "NQ 1"),
        ListSnapshotTests.Case("agencies-settle", "settle"),
        ListSnapshotTests.Case("agencies-settle-cooperating", "settle", "--cooperating", "--limit", "3"),
        ListSnapshotTests.Case("agencies-history", "history", "1"),
        ListSnapshotTests.Case("help-agencies-list", "help", "agencies", "list"),
        ListSnapshotTests.Case("help-agencies-show", "help", "agencies", "show"),
        ListSnapshotTests.Case("help-agencies-pending", "help", "agencies", "pending"),
        ListSnapshotTests.Case("help-agencies-add", "help", "agencies", "add"),
        ListSnapshotTests.Case("help-agencies-rename", "help", "agencies", "rename"),
        ListSnapshotTests.Case("help-agencies-succeed", "help", "agencies", "succeed"),
    ]

    /// A desk on which the successions of 2025 have been followed.
    private func desk() throws -> Desk {
        let desk = try Desk.withSonLa()
        #expect(try desk.run("agencies", "succeed", on: "2025-07-01").status == 0)
        return desk
    }

    @Test(arguments: cases, Language.allCases)
    func theDirectoryReadsAsRecorded(item: ListSnapshotTests.Case, language: Language) throws {
        let isHelp = item.arguments.first == "help"
        let arguments = item.arguments + ["--lang", language.rawValue]
        let run = try isHelp ? Desk().runPlain(arguments) : desk().run(arguments, on: "2026-11-20")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        try expectSnapshot(run.transcript, "\(item.name).\(language.rawValue)")
    }

    @Test(arguments: Language.allCases)
    func theMergersReadAsRecorded(language: Language) throws {
        let run = try Desk.withSonLa().run(
            "agencies", "succeed", "--dry-run", "--lang", language.rawValue, on: "2025-03-01")
        try expectSnapshot(run.transcript, "agencies-mergers.\(language.rawValue)")
    }

    @Test func aListIsTheSameInJSONAndCSV() throws {
        let arguments = ["agencies", "list", "--territory", "son-la", "--all", "--format"]
        let list = try JSON(desk().run(arguments + ["json"], on: "2026-11-20").output)
        #expect(list.keys.isSuperset(of: ["items", "next", "asOf"]))
        let records = csvRecords(try desk().run(arguments + ["csv"], on: "2026-11-20").output)
        #expect(records.count == list["items"].items.count + 1)
        for (record, item) in zip(records.dropFirst(), list["items"].items) {
            #expect(record.first == item["id"].string && record[2] == item["name"].string)
        }
    }

    @Test func aDryRunSaysWhatTheRunDoes() throws {
        let desk = try Desk.withSonLa()
        let before = try desk.dump()
        let arguments = ["agencies", "succeed", "--format", "json"]
        let trial = try JSON(desk.run(arguments + ["--dry-run"], on: "2025-07-01").output)
        #expect(try desk.dump() == before)
        let done = try JSON(desk.run(arguments, on: "2025-07-01").output)
        #expect(done["obligations"] == trial["obligations"])
        #expect(done["moved"].integer == 96 && done["merged"].integer == 15 && done["orphaned"].integer == 24)
        for line in done["obligations"].items {
            #expect(line["on"].isDay)
            #expect((line["heir"] == .null) == (line["outcome"] != .text("moved")))
        }
    }

    @Test func aTableOfSuccessionsIsReadLineByLine() throws {
        let desk = try desk()
        let header = "from,to,on,kind,function,source,certainty\n"
        try desk.write("ke-nhiem.csv", header + "son-la/so-y-te,son-la/none,2026-01-01,merge,,QĐ 1,official\n,,,,,,\n")
        let refused = try desk.run("agencies", "succeed", "--file", "ke-nhiem.csv", on: "2026-11-20")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("Dòng 2") && refused.errors.contains("Dòng 3, cột from"))
        try desk.write("ke-nhiem.csv", header + "son-la/so-y-te,son-la/so-tu-phap,2026-01-01,merge,,QĐ 1,official\n")
        let done = try desk.run("agencies", "succeed", "--file", "ke-nhiem.csv", "--format", "json", on: "2026-11-20")
        #expect(try JSON(done.output)["recorded"].items.count == 1)
        let again = try desk.run("agencies", "succeed", "--file", "ke-nhiem.csv", "--format", "json", on: "2026-11-20")
        #expect(try JSON(again.output)["recorded"].items.isEmpty)
    }

    @Test(arguments: [["agencies"], ["agencies", "--format", "json"], ["--lang", "en", "agencies", "--all"]])
    func theListIsWhatTheCommandAloneShows(arguments: [String]) throws {
        let run = try Desk().runPlain(arguments)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("son-la/so-tu-phap"), "the built-in directory where no store is")
    }
}
