import Foundation
import TestSupport
import Testing

/// The options that every command has.
struct GlobalOptionTests {
    @Test(arguments: [
        (["--as-of", "1/2/2022"], ["overdue"]), (["--lang", "en"], ["list", "--limit", "3"]),
        (["--lang=en", "--format=json"], ["stats"]), (["--format", "csv"], ["settle"]),
        (["--as", "Sở Tư pháp"], ["show", "3"]), (["--lang", "en"], ["explain", "Quý I", "--issued", "1/1/2022"]),
        (["--format", "json"], ["show", "999"]), (["--lang", "en"], ["list", "--nope"]),
    ])
    func optionsBeforeTheCommandMeanTheSame(options: [String], command: [String]) throws {
        let desk = try Desk.withSonLa()
        let place = ["--store", "kho.sqlite", "--today", Desk.today]
        let before = try desk.runPlain(place + options + command)
        let after = try desk.runPlain(command + options + place)
        #expect(before.output == after.output)
        #expect(before.status == after.status)
        if before.status != 2 { #expect(before.errors == after.errors) }
    }

    @Test func wordsAfterTwoDashesAreNeverOptions() throws {
        let run = try Desk().runPlain(["--lang", "en", "--format", "json", "explain", "--", "--lang", "-5"])
        let texts = try run.output.split(separator: "\n").map { try JSON(String($0))["text"].string }
        #expect(texts == ["--lang", "-5"])
    }

    @Test func theStoreIsTheOptionElseTheVariableElseHere() throws {
        let desk = try Desk.withSonLa()
        let listed = try desk.runPlain(["plans", "--store", "kho.sqlite"]).output
        let byVariable = try desk.runPlain(["plans"], environment: ["PHULUC_STORE": "kho.sqlite"])
        #expect(byVariable.output == listed)
        let optionWins = try desk.runPlain(
            ["plans", "--store", "kho.sqlite"], environment: ["PHULUC_STORE": "khong-co.sqlite"])
        #expect(optionWins.output == listed)
        #expect(try desk.runPlain(["plans"]).status == 3, "there is no phuluc.sqlite here")
        try FileManager.default.moveItem(
            at: desk.folder.appendingPathComponent("kho.sqlite"),
            to: desk.folder.appendingPathComponent("phuluc.sqlite"))
        #expect(try desk.runPlain(["plans"]).output == listed)
    }

    @Test(arguments: ["8/2/2022", "08/02/2022", "2022-02-08", "8-2-2022", "8.2.2022"])
    func aDayIsWrittenAsPeopleWriteIt(day: String) throws {
        let desk = try Desk.withSonLa()
        let run = try desk.runPlain(
            ["overdue", "--as-of", day, "--store", "kho.sqlite", "--today", "2026-01-05", "--format", "json"])
        let list = try JSON(run.output)
        #expect(list["asOf"] == .text("2022-02-08"))
        #expect(list["items"].items.count == 7)
    }

    @Test(arguments: [
        "Sở Tư pháp", "sở tư pháp", "SỞ TƯ PHÁP", "son-la/so-tu-phap", "STP", "  Sở  Tư pháp ",
    ])
    func anAgencyActsByItsNameItsIdOrItsSymbol(name: String) throws {
        let desk = try Desk.withSonLa()
        let run = try desk.run("start", "3", "--as", name, "--format", "json")
        #expect(run.status == 0, "\(run.errors)")
        let history = try JSON(desk.run("history", "3", "--format", "json").output)
        #expect(history["items"].items.first?["actor"] == .text("son-la/so-tu-phap"))
    }

    @Test(arguments: ["Sở Tư pháp", "son-la/so-tu-phap", "STP"])
    func aListIsNarrowedToAnAgencyByNameIdOrSymbol(name: String) throws {
        let desk = try Desk.withSonLa()
        let list = try JSON(desk.run("list", "--agency", name, "--limit", "500", "--format", "json").output)
        #expect(list["items"].items.count == 40)
        let agencies = Set(list["items"].items.map { $0["agency"].string })
        #expect(agencies == ["son-la/so-tu-phap"])
    }

    @Test func withoutAnAgencyTheStandingAgencyActs() throws {
        let desk = try Desk.withSonLa()
        try desk.run("progress", "3", "--percent", "5")
        let history = try JSON(desk.run("history", "3", "--format", "json").output)
        #expect(history["items"].items.first?["actor"] == .text("son-la/so-noi-vu"))
    }
}
