import TestSupport
import Testing
import TrackerDomain

/// What an official reads: every list over the plan of Sơn La on 08/02/2022.
struct ListSnapshotTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let arguments: [String]

        init(_ name: String, _ arguments: String...) {
            self.name = name
            self.arguments = arguments
        }

        var testDescription: String { name }
    }

    static let cases = [
        Case("plans", "plans"), Case("activities", "activities", "1", "--limit", "8"),
        Case("list", "list", "--limit", "10"), Case("list-searched", "list", "--search", "kiem soat", "--year", "2023"),
        Case("overdue", "overdue", "--as-of", "8/2/2022"),
        Case("overdue-conditional", "overdue", "--conditional"),
        Case("overdue-none", "overdue", "--as-of", "1/10/2021"),
        Case("due", "due", "--within", "60d"), Case("confirm", "confirm"), Case("checkins", "checkins", "--limit", "5"),
        Case("settle", "settle"), Case("stats-by-plan", "stats"), Case("stats-by-agency", "stats", "--by", "agency"),
        Case("stats-by-section", "stats", "--by", "section"), Case("stats-by-year", "stats", "--by", "year"),
        Case("show-recurring", "show", "3"), Case("show-ongoing", "show", "1"), Case("history-empty", "history", "3"),
        Case("remind", "remind", "--as-of", "9/2/2022"), Case("remind-day-off", "remind", "--as-of", "12/2/2022"),
    ]

    @Test(arguments: cases, Language.allCases)
    func listsReadAsRecorded(item: Case, language: Language) throws {
        let run = try Desk.withSonLa().run(item.arguments + ["--lang", language.rawValue])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        try expectSnapshot(run.transcript, "\(item.name).\(language.rawValue)")
    }

    @Test(arguments: Language.allCases)
    func importOfAPlanReadsAsRecorded(language: Language) throws {
        let desk = try Desk()
        try desk.layOutSonLa()
        let run = try desk.run("import", "son-la", "--lang", language.rawValue)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        try expectSnapshot(run.transcript, "import.\(language.rawValue)")
    }

    @Test(arguments: Language.allCases)
    func aStoryFromStartToAcceptanceReadsAsRecorded(language: Language) throws {
        let desk = try Desk.withSonLa()
        var transcript = ""
        func step(_ arguments: String..., on day: String) throws {
            let run = try desk.run(arguments + ["--lang", language.rawValue], on: day)
            #expect(run.status == 0, "\(run.transcript)")
            transcript += run.transcript + "\n"
        }
        try step("start", "3", "--as", "Sở Tư pháp", on: "2022-01-10")
        try step(
            "progress", "3", "--percent", "60", "--note", "Đã lấy ý kiến các sở", "--as", "Sở Tư pháp", on: "2022-01-17"
        )
        try step(
            "submit", "3", "--document", "45/KH-STP", "--dated", "28/01/2022", "--subject", "Kế hoạch kiểm tra văn bản",
            "--as", "Sở Tư pháp", on: "2022-01-28")
        try step("confirm", on: "2022-02-07")
        try step("return", "3", "--reason", "Thiếu báo cáo kèm theo", on: "2022-02-07")
        try step(
            "submit", "3", "--document", "51/KH-STP", "--dated", "9/2/2022", "--as", "Sở Tư pháp", on: "2022-02-09")
        try step("accept", "3", on: "2022-02-10")
        try step("history", "3", on: "2022-02-11")
        try step("show", "3", on: "2022-02-11")
        try step("progress", "1", "--note", "Báo cáo quý I", "--on", "1/2/2022", on: "2022-02-11")
        try step("history", "1", on: "2022-02-11")
        try step(
            "record-event", "39", "--happened", "1/2/2022", "--document", "1085/QĐ-TTg", "--dated", "1/2/2022",
            on: "2022-02-11")
        try step("show", "39", on: "2022-02-11")
        try expectSnapshot(transcript, "story.\(language.rawValue)")
    }

    static let expressions = [
        "Thường xuyên", "Năm 2021- 2025", "Tháng 1 hàng năm", "Quý I hàng năm", "trước ngày 15/6/2026",
        "chậm nhất ngày 15 tháng cuối quý", "Sau khi HĐND, UBND tỉnh ban hành các văn bản QPPL",
        "- Quý IV hàng năm\n- Báo cáo quý, 6 tháng và năm.", "100 ngày kể từ ngày ban hành Kế hoạch",
        "10 ngày làm việc sau khi Nghị quyết được ban hành", "Giữa năm 2026", "Ngày 30 hàng tháng", "Quý IV",
        "Theo lộ trình triển khai Đề án", "Quý I/2035", "Sở KHCN đưa ra kế hoạch", "",
    ]

    @Test(arguments: Language.allCases)
    func deadlinesAreExplainedAsRecorded(language: Language) throws {
        let run = try Desk().run(
            ["explain", "--issued", "1/10/2021", "--period", "2021-2030", "--lang", language.rawValue]
                + Self.expressions)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        try expectSnapshot(run.output, "explain.\(language.rawValue)")
    }

    @Test func recurrencesAreShownWhereTheyAreAskedFor() throws {
        let run = try Desk().run(
            "explain", "--issued", "1/10/2021", "--period", "2021-2030", "--rrule", "--limit", "2", "Quý I hàng năm",
            "2022", "Năm 2026; ngày 30 hàng tháng; thứ 5 hàng tuần")
        #expect(run.errors.isEmpty)
        try expectSnapshot(run.output, "explain-rrule.vi")
    }
}
