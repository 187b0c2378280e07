import Testing
import TrackerDomain

@testable import TrackerStorage

struct SearchTests {
    private let fixture: TemporaryStore

    init() throws {
        fixture = try TemporaryStore()
        for task in [
            "Tập huấn hoà giải ở cơ sở tỉnh Đồng Nai", "Xây dựng kế hoạch năm 2022",
            "Rà soát \"thủ tục\" AND (văn bản) 100% NEAR*",
        ] {
            let state = ObligationState(
                since: try day("2021-10-01"), stage: .notStarted, nominalDue: nil, effectiveDue: nil)
            try fixture.addObligations(
                [state], activity: fixture.addActivity(task), agency: fixture.agencies[0])
        }
    }

    private func search(_ words: String) throws -> [Int64] {
        let query = ObligationQuery(
            filter: .init(text: words), asOf: try day("2022-01-01"), readsPast: false, order: .byNumber, kind: .all,
            limit: 50)
        return try fixture.store.read { try $0.obligations(query).items.map(\.obligation.id) }
    }

    @Test(arguments: [
        "dong nai", "Đồng Nai", "ĐỒNG NAI", "đồng nai", "Đo\u{302}\u{300}ng Nai", "nai dong", "hòa giải", "hoà giải",
        "hoa giai", "hoa gia", "  dong\n nai ", "dong, nai!",
    ])
    func diacriticsToneMarksCapitalsAndOrderDoNotMatter(words: String) throws {
        #expect(try search(words) == [1])
    }

    @Test(arguments: [("ke hoach", [2]), ("2022", [2]), ("thu tuc", [3]), ("dong ke", []), ("hoa gian", [])])
    func allWordsMustBeThereAndOnlyTheLastMayBeUnfinished(words: String, found: [Int64]) throws {
        #expect(try search(words) == found)
    }

    @Test(arguments: [("\"thủ tục\"", [3]), ("AND", [3]), ("near*", [3]), ("(văn bản)", [3]), ("van OR dong", [])])
    func wordsOfTheQueryLanguageAreWords(words: String, found: [Int64]) throws {
        #expect(try search(words) == found)
    }

    @Test(arguments: [
        "", " ", "\"", "\"\"", "*", "**", "a*b", "'", "AND", "NOT x", "a AND", "NEAR(", "NEAR(a b, 2)", "text:dong",
        "^dong",
        "-", "--", "(", ")", "{a b}", "\\", "\0", "a\0b", "%", "_", "\u{301}", "🙂", "٣", "½", "a\"b\"c", "x' OR '1'='1",
        String(repeating: "a ", count: 2_000), String(repeating: "\"", count: 999),
    ])
    func nothingThatIsTypedBreaksTheQuery(words: String) throws {
        #expect(try search(words).count <= 3)
    }

    @Test func aChangedRowIsFoundByItsNewWords() throws {
        let row = AppendixRow(section: .init(ordinal: "I", title: "Mục"), ordinal: "1", task: "Sáp nhập trường học")
        try fixture.store.write { transaction in
            try transaction.updateActivity(
                1,
                ActivityRecord(
                    row: row, position: 0, deadlineKind: .fixed, condition: nil, mentions: [], questions: []))
        }
        #expect(try search("sap nhap") == [1])
        #expect(try search("dong nai") == [])
    }
}
