import Foundation
import TestSupport
import Testing
import TrackerDomain

/// verify, backup, restore, export.
struct SafekeepingCommandTests {
    @Test(arguments: Language.allCases)
    func theyReadAsRecorded(language: Language) throws {
        let desk = try Desk.withSonLa()
        let words = ["--lang", language.rawValue]
        var transcript = ""
        for arguments in [
            ["verify"], ["backup", "sao-luu.sqlite"], ["backup", "sao-luu.sqlite"], ["export", "du-lieu.jsonl"],
            ["restore", "sao-luu.sqlite"], ["restore", "sao-luu.sqlite", "--replace"],
            ["restore", "khong-co.sqlite", "--replace"], ["verify", "--head", "00"],
        ] {
            transcript += try desk.run(arguments + words).transcript
        }
        // The size depends on the version of SQLite.
        try expectSnapshot(transcript.replacing(/\d{6}/, with: "######"), "safekeeping.\(language.rawValue)")
    }

    @Test func aDamagedHistoryEndsWithItsOwnStatus() throws {
        let desk = try Desk.withSonLa()
        let sound = try desk.run("verify", "--format", "json")
        #expect(sound.status == 0)
        #expect(
            try JSON(sound.output).keys == [
                "store", "sound", "integrity", "foreignKeyViolations", "foreignObjects", "events", "head", "problems",
            ])
        let other = try desk.run("verify", "--head", String(repeating: "a", count: 64), "--format", "json")
        #expect(other.status == 7)
        #expect(try JSON(other.output)["headFound"] == .boolean(false))
    }

    @Test func anExportToStandardOutputIsTheFile() throws {
        let desk = try Desk.withSonLa()
        try desk.run("export", "a.jsonl")
        let output = try desk.run("export", "-").output
        #expect(try String(contentsOf: desk.folder.appendingPathComponent("a.jsonl"), encoding: .utf8) == output)
        #expect(try desk.run("export", "a.jsonl").status == 4)
    }
}
