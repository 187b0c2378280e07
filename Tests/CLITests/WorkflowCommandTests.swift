import TestSupport
import Testing
import TrackerDomain

/// Extensions, suspensions, reassignment and the rest of the workflow, as they are typed and read.
struct WorkflowCommandTests {
    @Test(arguments: ["request", "grant", "refuse", "list"], Language.allCases)
    func everyWordOfExtendExplainsItself(command: String, language: Language) throws {
        let run = try Desk().runPlain(["help", "extend", command, "--lang", language.rawValue])
        #expect(run.status == 0)
        #expect(run.output.contains("\n  phuluc extend \(command)"))
        try expectSnapshot(run.output, "help-extend-\(command).\(language.rawValue)")
    }

    @Test(arguments: Language.allCases)
    func aStoryOfExtensionsReadsAsRecorded(language: Language) throws {
        var story = Story(desk: try Desk.withSonLa(), language: language)
        let justice = ["--as", "Sở Tư pháp"]
        try story.step(
            ["extend", "request", "3", "--to", "31/3/2022", "--reason", "Chờ hướng dẫn"] + justice, on: "2022-02-08")
        try story.step(["extend", "list"], on: "2022-02-08")
        try story.step(["show", "3"] + justice, on: "2022-02-08")
        try story.step(["extend", "refuse", "3", "--reason", "Nhiệm vụ cấp bách"], on: "2022-02-09")
        try story.step(
            ["extend", "request", "3", "--to", "2022-04-30", "--reason", "Bộ chưa hướng dẫn"] + justice,
            on: "2022-02-10")
        try story.step(
            [
                "extend", "grant", "3", "--to", "15/3/2022", "--document", "88/UBND-NC", "--dated", "11/02/2022",
                "--reason", "Đến giữa tháng 3",
            ], on: "2022-02-11")
        try story.step(["submit", "3", "--note", "Đã ban hành"] + justice, on: "2022-03-10")
        try story.step(["accept", "3"], on: "2022-03-14")
        try story.step(["show", "3"], on: "2022-03-14")
        try story.step(["stats"], on: "2022-03-14")
        try expectSnapshot(story.transcript, "story-extensions.\(language.rawValue)")
    }

    @Test(arguments: Language.allCases)
    func aStoryOfWhatTheStandingAgencyDecidesReadsAsRecorded(language: Language) throws {
        var story = Story(desk: try Desk.withSonLa(), language: language)
        try story.step(["suspend", "12", "--reason", "Chờ sắp xếp bộ máy"], on: "2022-02-08")
        try story.step(["resume", "12", "--reason", "Đã sắp xếp"], on: "2022-03-01")
        try story.step(
            ["reassign", "12", "--to", "Sở Nội vụ", "--reason", "Phân công lại", "--on", "25/02/2022"],
            on: "2022-03-02",
            expecting: 4)
        try story.step(
            ["reassign", "12", "--to", "Sở Nội vụ", "--reason", "Phân công lại", "--on", "1/3/2022"], on: "2022-03-02")
        try story.step(["comment", "12", "--note", "Đã bàn giao hồ sơ", "--as", "Sở Tư pháp"], on: "2022-03-03")
        try story.step(["submit", "12", "--note", "Đã công bố"], on: "2022-03-04")
        try story.step(["supervise", "1", "I", "Sở Tư pháp"], on: "2022-03-04")
        try story.step(["accept", "12", "--as", "Sở Tư pháp"], on: "2022-03-05")
        try story.step(["reopen", "12", "--reason", "Danh mục còn thiếu"], on: "2022-03-07")
        try story.step(["withdraw", "12", "--document", "120/QĐ-UBND", "--dated", "8/3/2022"], on: "2022-03-08")
        try story.step(["history", "12"], on: "2022-03-09")
        try story.step(["show", "12"], on: "2022-03-09")
        try story.step(["supervise", "1", "I"], on: "2022-03-09")
        try expectSnapshot(story.transcript, "story-decisions.\(language.rawValue)")
    }

    /// Commands one after another on one desk, with what they write.
    private struct Story {
        let desk: Desk
        let language: Language
        var transcript = ""

        init(desk: Desk, language: Language) {
            self.desk = desk
            self.language = language
        }

        mutating func step(_ arguments: [String], on day: String, expecting status: Int32 = 0) throws {
            let run = try desk.run(arguments + ["--lang", language.rawValue], on: day)
            #expect(run.status == status, "\(run.transcript)")
            transcript += run.transcript + "\n"
        }
    }

    @Test func programsReadBothDeadlinesAndThePendingRequest() throws {
        let desk = try Desk.withSonLa()
        let request = ["extend", "request", "3", "--to", "30/4/2022", "--reason", "x", "--format", "json"]
        let asked = try JSON(desk.run(request).output)
        #expect(asked["extensionRequest"]["nominalDue"] == .text("2022-04-30"))
        #expect(asked["extensionRequest"]["effectiveDue"] == .text("2022-05-04"))
        #expect(asked["extensionRequest"]["askedLate"] == .boolean(true))
        let granted = try JSON(desk.run("extend", "grant", "3", "--reason", "x", "--format", "json").output)
        #expect(granted["nominalDue"] == .text("2022-04-30"))
        #expect(granted["originalNominalDue"] == .text("2022-01-31"))
        #expect(granted["timeStatus"] == .text("within"))
        #expect(granted["originalTimeStatus"] == .text("overdue"))
        #expect(granted["extensions"] == .number(1))
        #expect(granted["extensionRequest"] == .null)
        let history = try JSON(desk.run("history", "3", "--format", "json").output)["items"].items
        #expect(history.map { $0["action"].string } == ["requestExtension", "grantExtension"])
        #expect(history.map { $0["cause"].string } == ["byHand", "byHand"])
        let stats = try JSON(desk.run("stats", "--format", "json").output)["total"]
        #expect(stats["overdue"].integer == 6 && stats["original"]["overdue"].integer == 7)
    }

    @Test func aStaleVersionIsToldTheStageThatStandsNow() throws {
        let desk = try Desk.withSonLa()
        #expect(try desk.run("submit", "3", "--note", "Đã xong").status == 0)
        let run = try desk.run("suspend", "3", "--reason", "x", "--if-version", "1")
        #expect(run.status == 5)
        #expect(run.errors.contains("phiên bản 2"))
        #expect(run.errors.contains("chờ xác nhận"))
    }

    @Test func whatTheLeadMayDoIsListedForItAndNotForOthers() throws {
        let desk = try Desk.withSonLa()
        func allowed(_ agency: String) throws -> [String?] {
            try JSON(desk.run("show", "3", "--as", agency, "--format", "json").output)["allowedActions"].items
                .map(\.string)
        }
        #expect(try allowed("Sở Tư pháp") == ["start", "progress", "submit", "requestExtension", "comment"])
        #expect(try allowed("Sở Y tế") == ["comment"], "it belongs to a group that cooperates")
        #expect(try allowed("Báo Sơn La") == [])
    }
}
