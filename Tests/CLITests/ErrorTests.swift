import Foundation
import TestSupport
import Testing
import TrackerDomain

/// Refusals: a status for each kind; what, why and what to do in both languages; nothing on standard output.
struct ErrorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let status: Int32
        let arguments: [String]

        init(_ status: Int32, _ arguments: String...) {
            self.status = status
            self.arguments = arguments
        }

        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let wrongUsage = [
        Case(2, "nope"), Case(2, "help", "nope"), Case(2, "--nope"), Case(2, "list", "--nope"),
        Case(2, "list", "--limt", "5"), Case(2, "show"),
        Case(2, "show", "x"), Case(2, "show", "1", "2"), Case(2, "show", "1", "2", "3"), Case(2, "import"),
        Case(2, "list", "--as-of", "31/2/2022"), Case(2, "list", "--as-of", "8/2/22"), Case(2, "list", "--as-of"),
        Case(2, "list", "--today", "hôm nay"), Case(2, "list", "--limit", "0"), Case(2, "list", "--limit", "501"),
        Case(2, "list", "--limit", "x"), Case(2, "list", "--format", "xml"), Case(2, "list", "--lang", "fr"),
        Case(2, "list", "--stage", "done"), Case(2, "list", "--after", "zzz"), Case(2, "settle", "--after", "zzz"),
        Case(2, "due", "--within", "-1"), Case(2, "stats", "--by", "month"), Case(2, "show", "1", "--format", "csv"),
        Case(2, "record-event", "1"), Case(2, "remind", "--dry-run=yes"),
        Case(2, "submit", "3", "--document", "45/KH-STP"), Case(2, "submit", "3", "--dated", "8/2/2022"),
        Case(2, "submit", "3", "--document", "45", "--dated", "8/2/2022"),
        Case(2, "explain", "2022", "--period", "2030-2021"), Case(2, "explain", "2022", "--limit", "0"),
        Case(2, "extend", "grant"), Case(2, "extend", "request", "3", "--reason", "x"),
        Case(2, "reassign", "3", "--to", "Các sở, ban, ngành", "--reason", "x"),
        Case(2, "withdraw", "3", "--document", "120/QĐ-UBND"), Case(2, "supervise", "1", "XX", "Sở Tư pháp"),
        Case(2, "import", "son-la", "--number", "số"),
        Case(2, "agencies", "succeed", "Sở Y tế"), Case(2, "agencies", "rename", "Sở Y tế", "Sở Y tế mới"),
        Case(2, "agencies", "succeed", "--file", "x.csv", "--to", "Sở Y tế"),
        Case(2, "agencies", "rename", "Sở Y tế", " ", "--on", "1/1/2022", "--source", "QĐ 1"),
    ]
    static let notFound = [
        Case(3, "show", "999"), Case(3, "history", "999"), Case(3, "start", "999"), Case(3, "activities", "9"),
        Case(3, "activities", "15/KH-UBND"), Case(3, "list", "--plan", "9"), Case(3, "list", "--agency", "Sở Không Có"),
        Case(3, "list", "--agency", "son-la/khong-co"), Case(3, "show", "3", "--as", "Sở Không Có"),
        Case(3, "import", "khong-co.csv"), Case(3, "calendar", "remove", "31/3/2023"),
        Case(3, "reassign", "3", "--to", "Sở Không Có", "--reason", "x"),
        Case(3, "extend", "refuse", "999", "--reason", "x"),
        Case(3, "agencies", "show", "Sở Không Có"),
        Case(3, "agencies", "list", "--territory", "lao-cai"), Case(3, "agencies", "add", "khong-co.csv"),
    ]
    static let refused = [
        Case(4, "accept", "3", "--as", "Sở Tư pháp"), Case(4, "accept", "3"),
        Case(4, "return", "3", "--reason", "Thiếu"),
        Case(4, "submit", "3", "--as", "Sở Tư pháp"), Case(4, "start", "3", "--as", "Sở Y tế"),
        Case(4, "progress", "3", "--percent", "101"), Case(4, "progress", "3", "--percent=-1"),
        Case(4, "progress", "3", "--on", "9/2/2022", "--percent", "5"),
        Case(4, "progress", "3", "--on", "7/2/2022", "--percent", "5", "--as", "Sở Tư pháp"),
        Case(4, "submit", "3", "--document", "45/KH-STP", "--dated", "9/2/2022", "--as", "Sở Tư pháp"),
        Case(4, "record-event", "3", "--happened", "1/2/2022"), Case(4, "calendar", "remove", "30/4/2026"),
        Case(4, "extend", "request", "3", "--to", "31/01/2022", "--reason", "x"),
        Case(4, "extend", "request", "3", "--to", "30/6/2022"),
        Case(4, "extend", "request", "1", "--to", "30/6/2022", "--reason", "x"),
        Case(4, "extend", "grant", "3", "--reason", "x"), Case(4, "extend", "refuse", "3", "--reason", "x"),
        Case(4, "suspend", "3"), Case(4, "suspend", "3", "--reason", "x", "--as", "Sở Tư pháp"),
        Case(4, "resume", "3", "--reason", "x"), Case(4, "withdraw", "3", "--reason", "x"),
        Case(4, "reopen", "3", "--reason", "x"), Case(4, "reassign", "3", "--to", "Sở Tư pháp", "--reason", "x"),
        Case(4, "comment", "3", "--as", "Sở Y tế"), Case(4, "comment", "3", "--note", "x", "--as", "Báo Sơn La"),
        Case(4, "agencies", "succeed", "son-la/so-y-te", "--to", "son-la/so-y-te", "--on", "1/2/2022", "--source", "x"),
        Case(
            4, "agencies", "succeed", "son-la/so-tai-chinh", "--to", "son-la/so-y-te", "--on", "1/3/2025", "--source",
            "x"),
    ]
    static let stale = [Case(5, "start", "3", "--if-version", "7", "--as", "Sở Tư pháp")]

    @Test(arguments: wrongUsage + notFound + refused + stale, Language.allCases)
    func aRefusalHasItsStatusAndAMessageAndChangesNothing(item: Case, language: Language) throws {
        let desk = try Desk.withSonLa()
        try desk.layOutSonLa()
        let run = try desk.run(item.arguments + ["--lang", item.arguments.contains("fr") ? "fr" : language.rawValue])
        #expect(run.status == item.status, "\(run.errors)")
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("phuluc: "), "\(run.errors)")
        let before = try Desk.withSonLa().run("show", "3", "--format", "json").output
        #expect(try desk.run("show", "3", "--format", "json").output == before)
    }

    @Test(arguments: Language.allCases)
    func refusalsReadAsRecorded(language: Language) throws {
        let desk = try Desk.withSonLa()
        try desk.layOutSonLa()
        let runs = try (Self.wrongUsage + Self.notFound + Self.refused + Self.stale).map { item in
            let words = item.arguments.contains("fr") ? item.arguments : ["--lang", language.rawValue] + item.arguments
            return try desk.run(words).transcript
        }
        try expectSnapshot(runs.joined(separator: "\n"), "errors.\(language.rawValue)")
    }

    @Test(arguments: wrongUsage)
    func noEnglishOfTheParserIsLeftInVietnameseErrors(item: Case) throws {
        let errors = try Desk.withSonLa().run(item.arguments).errors
        for english in [
            "Error", "Usage", "Unknown", "Missing", "Please", "Did you", "invalid", "Help", "Unexpected", " or ",
        ] {
            #expect(!errors.contains(english), "\(errors)")
        }
    }

    @Test func aCompletedObligationIsNotStartedAgain() throws {
        let desk = try Desk.withSonLa()
        #expect(try desk.run("submit", "1", "--note", "Đã xong", "--as", "Sở Kế hoạch và Đầu tư").status == 0)
        #expect(try desk.run("accept", "1").status == 0)
        let run = try desk.run("start", "1", "--as", "Sở Kế hoạch và Đầu tư")
        #expect(run.status == 4)
        #expect(run.errors.contains("hoàn thành"))
    }

    @Test func aVersionThatSomebodyElseHasChangedIsStale() throws {
        let desk = try Desk.withSonLa()
        #expect(try desk.run("progress", "3", "--percent", "10", "--if-version", "1").status == 0)
        let run = try desk.run("progress", "3", "--percent", "20", "--if-version", "1")
        #expect(run.status == 5)
        #expect(try desk.run("progress", "3", "--percent", "20", "--if-version", "2").status == 0)
    }

    @Test(arguments: [
        "plans", "list", "overdue", "due", "confirm", "checkins", "settle", "stats", "remind", "doctor", "extend list",
    ])
    func withoutAStoreCommandsSayWhatToDoAndCreateNone(command: String) throws {
        let desk = try Desk()
        for language in Language.allCases {
            let run = try desk.run(command.split(separator: " ").map(String.init) + ["--lang", language.rawValue])
            #expect(run.status == 3)
            #expect(run.output.isEmpty)
            #expect(run.errors.contains("phuluc import"))
        }
        #expect(!desk.storeExists)
    }

    @Test(arguments: wrongUsage + notFound + refused + stale)
    func withJSONARefusalIsAProblemDocument(item: Case) throws {
        guard !item.arguments.contains("xml"), !item.arguments.contains("csv"), item.arguments.last != "--as-of" else {
            return
        }
        let desk = try Desk.withSonLa()
        try desk.layOutSonLa()
        let run = try desk.run(item.arguments + ["--format", "json"])
        #expect(run.status == item.status)
        #expect(run.output.isEmpty)
        let problem = try JSON(run.errors)
        for key in ["type", "title", "code", "detail"] { #expect(problem[key].string?.isEmpty == false, "\(key)") }
        let codes: [Int32: String] = [2: "invalidInput", 3: "notFound", 4: "refused", 5: "staleVersion"]
        #expect(problem["code"].string == codes[item.status])
        #expect((400..<600).contains(problem["status"].integer ?? 0))
        #expect(problem["detail"].string?.contains("\n") == false || item.arguments.contains("done"))
    }
}
