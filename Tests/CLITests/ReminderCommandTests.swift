import Foundation
import TestSupport
import Testing
import TrackerDomain

/// The commands around reminders, as people and monitors see them.
struct ReminderCommandTests {
    private let desk: Desk

    init() throws { desk = try Desk.withSonLa() }

    @Test(arguments: Language.allCases)
    func theStoryOfRemindersReadsAsRecorded(language: Language) throws {
        try desk.write(
            "gap.json",
            """
            {"id": "gap", "name": {"vi": "Việc gấp", "en": "Urgent work"}, "daysBefore": {"weekly": [2, 0]},
             "otherwiseDaysBefore": [5, 1, 0], "daysAfter": [1, 3], "thenEvery": 3, "escalation": {"standing": 3},
             "quietDays": ["friday"], "source": {"vi": "CV 15/SNV-CCHC", "en": "Letter 15/SNV-CCHC"}}
            """)
        let steps: [(String, [String])] = [
            ("2022-02-09", ["remind", "status"]), ("2022-02-09", ["remind"]), ("2022-02-09", ["remind"]),
            ("2022-02-09", ["remind", "status"]), ("2022-02-14", ["remind", "status"]),
            ("2022-02-14", ["remind", "plan", "3"]), ("2022-02-14", ["remind", "plan", "1"]),
            ("2022-02-14", ["remind", "failed"]), ("2022-02-14", ["remind", "retry", "7"]),
            ("2022-02-14", ["policies"]), ("2022-02-14", ["policies", "show", "standard"]),
            ("2022-02-14", ["policies", "add", "gap.json", "--dry-run"]),
            ("2022-02-14", ["policies", "add", "gap.json"]),
            ("2022-02-14", ["policies", "use", "gap", "--agency", "Sở Tư pháp"]),
            ("2022-02-14", ["policies", "use", "gap"]), ("2022-02-14", ["policies", "use", "khong-co", "--plan", "1"]),
            ("2022-02-14", ["remind", "policy", "--plan", "2407/QĐ-UBND", "--agency", "Sở Tư pháp"]),
            ("2022-02-14", ["remind", "policy", "--plan", "2407/QĐ-UBND"]), ("2022-02-14", ["policies"]),
            ("2022-02-14", ["agencies", "address", "Sở Tư pháp", "--email", "vanthu.stp@sonla.gov.vn"]),
            ("2022-02-14", ["agencies", "address", "Sở Tư pháp", "--email", "Văn thư"]),
            ("2022-02-14", ["agencies", "address", "Sở Tư pháp", "--webhook", "chat.sonla.gov.vn"]),
            ("2022-02-14", ["agencies", "show", "son-la/so-tu-phap"]),
            ("2022-02-14", ["agencies", "address", "Sở Tư pháp", "--no-email"]),
        ]
        let transcript = try steps.map { day, arguments in
            try desk.run(arguments + ["--lang", language.rawValue], on: day).transcript
        }
        try expectSnapshot(transcript.joined(separator: "\n"), "reminders.\(language.rawValue)")
    }

    @Test func aMonitorSeesAMissedRunByTheExitStatus() throws {
        #expect(try desk.run("remind", "status", on: "2022-02-09").status == 0, "nobody has set it up yet")
        try desk.run("remind", on: "2022-02-09")
        #expect(try desk.run("remind", "status", on: "2022-02-10").status == 0)
        let late = try desk.run("remind", "status", "--format", "json", on: "2022-02-14")
        #expect(late.status == 1)
        let channel = try #require(try JSON(late.output)["channels"].items.first)
        #expect(channel["missedDays"].items.compactMap(\.string) == ["2022-02-10", "2022-02-11"])
    }

    @Test func aTimerRunsThisProgramOnThisStore() throws {
        let plain = try desk.run("remind", "--install-timer")
        #expect(plain.status == 0)
        let store = desk.folder.appendingPathComponent("kho.sqlite").standardizedFileURL.path
        for part in [
            "OnCalendar=", "Asia/Ho_Chi_Minh", "WantedBy=timers.target", "Type=oneshot", "remind --store \(store)",
            "0 7-17 * * * ",
        ] {
            #expect(plain.output.contains(part), "\(part)")
        }
        let json = try JSON(desk.run("remind", "--install-timer", "--format", "json").output)
        #expect(json["command"].items.first?.string?.hasPrefix("/") == true)
        #expect(json["command"].items.dropFirst().first == .text("remind"))
        let before = try JSON(desk.run("remind", "status", "--format", "json").output)
        #expect(before["channels"] == .list([]), "nothing was sent")
    }

    @Test func aRunThatWaitsForADayRecordsNothing() throws {
        #expect(try desk.run("remind", on: "2022-02-12").status == 0)
        #expect(try JSON(desk.run("remind", "status", "--format", "json").output)["channels"] == .list([]))
    }

    @Test func addressesAndPoliciesComeBackWithAnExport() throws {
        try desk.run("agencies", "address", "son-la/so-tu-phap", "--email", "a@b.vn", "--webhook", "https://c.vn/x")
        try desk.run("policies", "use", "standard", "--plan", "1")
        try desk.run("remind", on: "2022-02-09")
        try desk.run("export", "tat-ca.jsonl")
        #expect(try desk.runPlain(["restore", "tat-ca.jsonl", "--store", "lai.sqlite"]).status == 0)
        let show = ["agencies", "show", "son-la/so-tu-phap", "--format", "json", "--today", Desk.today, "--store"]
        #expect(try desk.runPlain(show + ["lai.sqlite"]).output == desk.runPlain(show + ["kho.sqlite"]).output)
        let again = try desk.runPlain(["remind", "--today", "2022-02-09", "--format", "json", "--store", "lai.sqlite"])
        #expect(try JSON(again.output)["messages"] == .list([]), "what was sent stays sent")
    }
}
