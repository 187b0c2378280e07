import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

struct ExplainCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: help(
            vi: "Đọc thời hạn viết bằng lời ra ngày và nêu căn cứ; không cần kho dữ liệu.",
            en: "Reads a deadline in words into dates and says why; needs no store."),
        discussion: help(
            vi:
                "Dấu - đọc từng dòng từ đầu vào chuẩn; dòng trống cũng là một thời hạn. JSON: mỗi dòng một đối tượng. "
                + "Nếu có kho dữ liệu thì dùng lịch làm việc của kho.\n\n",
            en:
                "A dash reads line by line from standard input; a blank line counts. JSON: one object a line. "
                + "Where there is a store, its work calendar is used.\n\n")
            + example(
                "phuluc explain \"Quý IV hàng năm\" --issued 01/10/2021 --period 2021-2030",
                "phuluc explain - --format json < thoi-han.txt"))

    @Argument(help: argumentHelp(vi: "Thời hạn, hoặc -.", en: "Deadlines, or -.", valueName: "text"))
    var texts: [String]

    @Option(
        help: argumentHelp(
            vi: "Ngày ban hành; mặc định: hôm nay.", en: "Day of issue; default: today.", valueName: "date"))
    var issued: CivilDate?

    @Option(
        help: argumentHelp(
            vi: "Giai đoạn; mặc định: năm ban hành và bốn năm sau.", en: "Years; default: that of issue and four more.",
            valueName: "years"))
    var period: YearRange?

    @Option(
        help: argumentHelp(
            vi: "Nhiều nhất bao nhiêu ngày đến hạn, 1–500.", en: "At most so many due dates, 1–500.", valueName: "n"))
    var limit = Explanation.limit

    @Flag(
        help: argumentHelp(
            vi: "Kèm quy tắc lặp cho phần mềm lịch (RFC 5545); JSON luôn có.",
            en: "With recurrence rules for calendars (RFC 5545); JSON always has them."))
    var rrule = false

    @Option(
        help: argumentHelp(
            vi: "Chế độ báo cáo, xem phuluc regimes.", en: "Reporting regime, see phuluc regimes.", valueName: "code"))
    var regime = ReportingRegime.calendar.id

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        if let server = try context.server() { return try ask(server, context) }
        let issued = issued ?? context.ambient.today
        let years = period?.years ?? issued.year...(issued.year + 4)
        let tracker = try context.trackerIfPresent()
        let regime =
            regime == ReportingRegime.calendar.id
            ? .calendar : try (tracker ?? context.passingTracker()).regime(named: regime)
        let explainer = try Explainer(
            context: DeadlineContext(issued: issued, years: years, regime: regime), limit: limit, tracker: tracker)
        try forEachText { text in
            try context.write(ExplanationView(explanation: explainer.explain(text), showsRules: rrule))
        }
    }

    private func ask(_ server: ServerConnection, _ context: CommandContext) throws {
        try ListRequest.check(limit: limit)
        let query: ServerRequest.Query = [
            ("issued", issued?.description), ("firstYear", period.map { String($0.years.lowerBound) }),
            ("lastYear", period.map { String($0.years.upperBound) }), ("limit", String(limit)), ("regime", regime),
            ("rrule", rrule.ifSet),
        ]
        try forEachText { text in
            try context.write(answerOf: server, to: ServerRequest("/v1/explain", [("text", text)] + query))
        }
    }

    private func forEachText(_ explain: (String) throws -> Void) rethrows {
        for text in texts {
            guard text == "-" else {
                try explain(text.typed)
                continue
            }
            while let line = readLine() { try explain(line) }
        }
    }
}
