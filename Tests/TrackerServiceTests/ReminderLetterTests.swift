import Testing
import TrackerDomain

@testable import TrackerService

@Suite("A letter")
struct ReminderLetterTests {
    private static let recipient = AgencyID("son-la/so-noi-vu")
    private static let other = AgencyID("son-la/so-tu-phap")

    private func entry(
        _ id: Int64, due: String?, effective: String? = nil, agency: AgencyID? = recipient, name: String = "Sở Nội vụ",
        title: String = "Rà soát văn bản", product: String = "- Báo cáo;\n- Quyết định", part: String = "",
        stage: Stage = .inProgress, progress: Int = 0, change: (inout ObligationState) throws -> Void = { _ in }
    ) throws -> ObligationEntry {
        let nominal = try due.map { try day($0) }
        var state = ObligationState(
            since: try day("2022-01-05"), stage: stage, agency: agency, progress: progress, nominalDue: nominal,
            effectiveDue: try effective.map { try day($0) } ?? nominal)
        try change(&state)
        return ObligationEntry(
            obligation: Obligation(id: id, activity: id, period: "2022", isConditional: false, state: state),
            agencyName: name, planID: 1, planNumber: "9/KH-UBND", sectionOrdinal: "I", ordinal: String(id),
            title: title,
            product: product, deadlineText: "", partLabel: part)
    }

    private func letter(
        _ entries: [ObligationEntry], overview: ReminderLetter.Overview? = nil
    ) throws -> ReminderLetter {
        ReminderLetter(
            recipient: try #require(Self.recipient), recipientName: "Sở Nội vụ", issuerName: "UBND tỉnh Sơn La",
            day: try day("2022-02-09"), entries: entries, overview: overview)
    }

    /// What an official reads: late, falling due, extended, of others, and how things stand elsewhere.
    private func sample() throws -> ReminderLetter {
        let question = QuestionEntry(
            id: 1, question: Question(kind: .deadlineUnresolved, words: "Theo lộ trình"), activity: 4, planID: 1,
            planNumber: "2407/QĐ-UBND", place: "II.4", title: "Số hóa hồ sơ", obligations: 1)
        let request = ExtensionRequest(
            due: DueDate(nominal: try day("2022-06-30"), effective: try day("2022-06-30")), reason: "Chờ hướng dẫn",
            askedOn: try day("2022-02-08"))
        let overview = ReminderLetter.Overview(
            overdueByAgency: .init(
                [
                    .init(agencyName: "Sở Tư pháp", overdue: 4, longestDaysLate: 40),
                    .init(agencyName: "Sở Y tế", overdue: 1, longestDaysLate: 1),
                ], total: 3),
            toConfirm: .init([
                .init(
                    try entry(
                        7, due: "2022-02-28", agency: Self.other, name: "Sở Tư pháp", stage: .submitted,
                        change: { $0.submittedOn = try day("2022-02-08") }), namesAgency: true)
            ]),
            toSettle: .init([question]),
            extensionRequests: .init([
                .init(
                    try entry(
                        8, due: "2022-02-28", agency: Self.other, name: "Sở Tư pháp",
                        change: { $0.extensionRequest = request }), namesAgency: true)
            ]))
        return try letter(
            [
                entry(3, due: "2022-02-09", title: "Đến hạn hôm nay", stage: .notStarted),
                entry(
                    2, due: "2022-01-31", effective: "2022-02-07", title: "Trễ hai ngày", part: "Quý I", progress: 60),
                entry(
                    1, due: "2022-01-10", title: "Trễ lâu nhất",
                    change: {
                        $0.extensions = 1
                        $0.originalDue = DueDate(nominal: try day("2021-12-31"), effective: try day("2021-12-31"))
                    }),
                entry(4, due: "2022-02-16", title: "Còn bảy ngày", product: ""),
                entry(5, due: "2022-02-01", agency: Self.other, name: "Sở Tư pháp", title: "Của cơ quan khác"),
                entry(6, due: "2022-02-16", agency: nil, name: "Ban Không Có Tên", title: "Chưa rõ chủ trì"),
            ], overview: overview)
    }

    @Test(arguments: Language.allCases)
    func readsAsRecorded(language: Language) throws {
        let written = try sample().written(in: language)
        try expectSnapshot("\(written.subject)\n\n\(written.text)\n", "letter.\(language.rawValue)")
        try expectSnapshot(written.html, "letter.\(language.rawValue)", type: "html")
    }

    @Test func theMostUrgentComesFirst() throws {
        let letter = try sample()
        #expect(letter.overdue.items.map(\.entry.obligation.id) == [1, 2])
        #expect(letter.fallingDue.items.map(\.entry.obligation.id) == [3, 4, 6])
        #expect(letter.atOthers.items.map(\.entry.obligation.id) == [5])
        #expect(letter.fallingDue.items.map(\.namesAgency) == [false, false, true])
    }

    @Test func aLongSectionIsCutOffAndSaysHowManyThereAre() throws {
        let entries = try (1...250).map { try entry(Int64($0), due: "2022-02-01") }
        let written = try letter(entries).written(in: .vi)
        #expect(written.subject == "Nhắc việc ngày 09/02/2022: 250 nhiệm vụ quá hạn")
        #expect(written.text.contains("I. Đã quá hạn (250)\n"))
        #expect(written.text.contains("\n200. ") && !written.text.contains("\n201. "))
        #expect(written.text.contains("\n… và 50 mục nữa: phuluc overdue\n"))
        #expect(written.html.contains("<p>… và 50 mục nữa: phuluc overdue</p>"))
    }

    @Test func nothingInACellBecomesMarkup() throws {
        let written = try letter([
            entry(1, due: "2022-02-01", title: "<script>alert('x')</script> & \"A\"\u{8}", product: "</li><b>")
        ]).written(in: .vi)
        #expect(written.html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;A&quot;</div>"))
        #expect(written.html.contains("&lt;/li&gt;&lt;b&gt;"))
        #expect(!written.html.contains("<script") && !written.html.contains("<b>"))
        #expect(!written.html.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    }

    @Test func theHTMLDocumentNeedsNothingElse() throws {
        for language in Language.allCases {
            let html = try sample().written(in: language).html
            #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
            for outside in ["http", "src=", "url(", "@import", "<link", "<script"] {
                #expect(!html.contains(outside), "\(outside)")
            }
        }
    }

    @Test func textAndHTMLSayTheSame() throws {
        let written = try sample().written(in: .en)
        for line in written.text.split(separator: "\n") {
            // "1. ", "   Due: ", "I. " and what stands behind a dash are set apart by elements in HTML.
            let words = line.replacing(#/^ *([0-9]+\. )?/#, with: "").split(separator: #/:\ |\ –\ /#)
                .map { LetterHTML.escaped(String($0)) }
            #expect(words.allSatisfy { written.html.contains($0) }, "\(line)")
        }
    }
}
