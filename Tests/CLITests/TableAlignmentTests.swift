import TestSupport
import Testing

/// Every text table puts its columns at the same offsets in every line.
struct TableAlignmentTests {
    static let tables = [
        ["list", "--limit", "500"], ["overdue"], ["due", "--within", "90"], ["checkins", "--limit", "500"], ["settle"],
        ["plans"], ["stats", "--by", "agency"], ["stats", "--by", "section"], ["stats", "--by", "year"],
        ["import", "son-la", "--all", "--dry-run"],
    ]

    @Test(arguments: tables, [80, 120, 200])
    func columnsStandUnderTheirHeadings(arguments: [String], columns: Int) throws {
        let desk = try Desk.withSonLa()
        try desk.layOutSonLa()
        let run = try desk.run(arguments, environment: ["COLUMNS": "\(columns)"])
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
        let ruler = try #require(lines.firstIndex { $0.first == "─" }, "there is a table")
        let gaps = Self.gaps(of: lines[ruler])
        #expect(!gaps.isEmpty)
        let body = lines[(ruler + 1)...].prefix { !$0.isEmpty }
        #expect(!body.isEmpty)
        for line in [lines[ruler - 1]] + body {
            for gap in gaps where gap < line.count {
                #expect(line[gap] == " ", "column \(gap) of “\(String(line))”")
            }
        }
        #expect(body.allSatisfy { $0.count <= lines[ruler].count })
    }

    /// The columns between those of a table, from the rule under its headings. Vietnamese letters are one column each,
    /// however many marks they bear, so that a character is a column.
    private static func gaps(of rule: [Character]) -> [Int] {
        rule.indices.filter { rule[$0] == " " }
    }
}
