import TestSupport
import Testing
import TrackerDomain

@testable import TrackerImport

struct ImportComparisonTests {
    private func row(
        _ section: String, _ ordinal: String, _ task: String, lead: String = "Sở Nội vụ", deadline: String = "2022"
    ) -> AppendixRow {
        AppendixRow(
            section: .init(ordinal: section, title: "MỤC \(section)"), ordinal: ordinal, task: task, lead: lead,
            deadline: deadline)
    }

    private func stored(_ rows: [AppendixRow]) -> [(id: Int64, row: AppendixRow)] {
        rows.enumerated().map { (Int64($0.offset + 101), $0.element) }
    }

    private func difference(_ old: [AppendixRow], _ new: [AppendixRow]) -> ImportDifference {
        ImportComparison.difference(from: stored(old), to: new)
    }

    /// Which stored row each drafted row was matched with.
    private func matches(_ difference: ImportDifference) -> [Int: Int64] {
        var matches: [Int: Int64] = [:]
        for row in difference.unchanged { matches[row.position] = row.id }
        for row in difference.changed { matches[row.position] = row.id }
        return matches
    }

    @Test func theSameFileAgainChangesNothing() throws {
        let rows = try Fixtures.rows2407()
        let same = difference(rows, rows)
        #expect(same.isEmpty)
        #expect(same.unchanged.map(\.id) == (101...139).map { $0 })
        #expect(same.unchanged.map(\.position) == Array(0..<39))
        #expect(difference([], []) == ImportDifference())
    }

    @Test func aFirstImportOnlyAdds() throws {
        let rows = try Fixtures.rows2407()
        let first = difference([], rows)
        #expect(first.added.map(\.row) == rows)
        #expect(first.changed.isEmpty && first.removed.isEmpty)
        #expect(difference(rows, []).removed == (101...139).map { $0 })
    }

    @Test(
        arguments: [
            (\AppendixRow.ordinal, AppendixColumn.ordinal), (\.product, .product), (\.lead, .lead),
            (\.cooperation, .cooperation), (\.deadline, .deadline), (\.funding, .funding),
            (\.sourceClause, .sourceClause),
            (\.section.title, .sectionTitle),
        ] as [(any WritableKeyPath<AppendixRow, String> & Sendable, AppendixColumn)])
    func aChangedCellIsNamed(cell: any WritableKeyPath<AppendixRow, String> & Sendable, column: AppendixColumn) throws {
        let rows = try Fixtures.rows2407()
        var revised = rows
        revised[5][keyPath: cell] = "khác"
        let change = difference(rows, revised)
        #expect(change.changed.map(\.id) == [106])
        #expect(change.changed.map(\.columns) == [[column]])
        #expect(change.changed.first?.old == rows[5])
        #expect(change.changed.first?.new == revised[5])
        #expect(change.unchanged.count == 38)
        #expect(change.added.isEmpty && change.removed.isEmpty)
    }

    @Test func spellingOfATaskKeepsTheRow() {
        let change = difference([row("I", "1", "Hòa giải  ở cơ sở")], [row("I", "7", "HOÀ GIẢI Ở CƠ SỞ")])
        #expect(change.changed.map(\.columns) == [[.ordinal, .task]])
    }

    @Test func aRowPutInLeavesItsNeighboursWhereTheyAre() {
        let old = (1...5).map { row("I", "\($0)", "việc thứ \($0) của sở \($0)") }
        var new = old
        new.insert(row("I", "3", "một hoạt động mới hoàn toàn"), at: 2)
        for index in 3..<6 { new[index].ordinal = "\(index + 1)" }
        let change = difference(old, new)
        #expect(change.added.map(\.position) == [2])
        #expect(matches(change) == [0: 101, 1: 102, 3: 103, 4: 104, 5: 105])
        #expect(change.changed.map(\.columns) == [[.ordinal], [.ordinal], [.ordinal]])
        let back = difference(new, old)
        #expect(back.removed == [103])
        #expect(back.added.isEmpty)
    }

    @Test func equalTasksAreMatchedByTheirOtherCellsThenInOrder() {
        let old = [
            row("I", "1", "Báo cáo", lead: "A"), row("I", "2", "Báo cáo", lead: "B"),
            row("I", "3", "Báo cáo", lead: "C"),
        ]
        let withoutFirst = [row("I", "1", "Báo cáo", lead: "B"), row("I", "2", "Báo cáo", lead: "C")]
        let change = difference(old, withoutFirst)
        #expect(matches(change) == [0: 102, 1: 103])
        #expect(change.removed == [101])
        let reworded = [row("I", "4", "Báo cáo", lead: "D"), row("I", "5", "Báo cáo", lead: "E")]
        #expect(matches(difference(old, reworded)) == [0: 101, 1: 102])
    }

    @Test(arguments: [
        ("rà soát văn bản của tỉnh", "rà soát văn bản của huyện", true), ("a b c d", "a b x y", true),
        ("a b c d", "a x y z", false), ("a b", "a b c d", true), ("a b", "a b c d e", false), ("một", "hai", false),
    ])
    func aRewordedTaskKeepsItsPlace(old: String, new: String, isSame: Bool) {
        let change = difference([row("I", "1", old)], [row("I", "1", new)])
        #expect(change.changed.map(\.columns) == (isSame ? [[.task]] : []))
        #expect(change.added.count == (isSame ? 0 : 1))
        #expect(change.removed == (isSame ? [] : [101]))
        #expect(difference([row("I", "1", old)], [row("I", "2", new)]).changed.isEmpty)
    }

    @Test func aTaskMovedToAnotherSectionIsTheSameTask() {
        let change = difference(
            [row("I", "1", "Rà soát"), row("II", "1", "Báo cáo")],
            [row("II", "1", "Rà soát"), row("III", "1", "Báo cáo")])
        #expect(matches(change) == [0: 101, 1: 102])
        #expect(
            change.changed.map(\.columns) == [[.sectionOrdinal, .sectionTitle], [.sectionOrdinal, .sectionTitle]])
    }

    @Test func theSectionComesBeforeOtherSections() {
        let old = [row("I", "1", "Báo cáo"), row("II", "1", "Báo cáo")]
        let new = [row("II", "2", "Báo cáo", lead: "X"), row("I", "2", "Báo cáo", lead: "Y")]
        #expect(matches(difference(old, new)) == [0: 102, 1: 101])
    }

    @Test func aRowCompletedLaterIsChanged() {
        var broken = row("V", "4", "Hoàn thiện", lead: "", deadline: "")
        broken.isComplete = false
        let change = difference([broken], [row("V", "4", "Hoàn thiện")])
        #expect(change.changed.map(\.columns) == [[.lead, .deadline]])
    }

    @Test func everyRowIsAccountedForOnce() {
        var generator = Seeded(state: 20_211_001)
        for _ in 0..<300 {
            let old = randomRows(&generator)
            let new = randomRows(&generator)
            let change = difference(old, new)
            let positions =
                change.unchanged.map(\.position) + change.changed.map(\.position) + change.added.map(\.position)
            let ids = change.unchanged.map(\.id) + change.changed.map(\.id) + change.removed
            #expect(positions.sorted() == Array(new.indices), "seed 20211001")
            #expect(ids.sorted() == old.indices.map { Int64($0 + 101) }, "seed 20211001")
            for match in change.unchanged { #expect(old[Int(match.id - 101)] == new[match.position]) }
            for match in change.changed { #expect(match.old != match.new && match.new == new[match.position]) }
        }
    }

    private func randomRows(_ generator: inout Seeded) -> [AppendixRow] {
        (0..<Int.random(in: 0...12, using: &generator)).map { _ in
            row(
                ["I", "II"].randomElement(using: &generator) ?? "", "\(Int.random(in: 1...4, using: &generator))",
                ["rà soát văn bản", "rà soát quy định", "báo cáo", "Báo  cáo"].randomElement(using: &generator) ?? "",
                lead: ["A", "B"].randomElement(using: &generator) ?? "")
        }
    }
}
