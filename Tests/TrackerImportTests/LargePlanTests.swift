import Testing
import TrackerDomain

@testable import TrackerImport

/// Many rows and awkward shapes: these finish soon even in a debug build, or a step is not linear. Ten thousand rows are
/// measured in Benchmarks/.
@Suite(.timeLimit(.minutes(5)))
struct LargePlanTests {
    /// The decision's appendix over and over, each time in sections of its own.
    private func largeText() throws -> String {
        let text = try SourceText(Fixtures.decision2407())
        let bounds = try #require((0..<text.lineCount).first { text.line($0) == "\tSTT" })
        let head = text.lines(0...(bounds - 1))
        let header = text.lines(bounds...(bounds + 7))
        let rows = text.lines((bounds + 8)...655)
        return head + "\n" + header + "\n" + (0..<40).map { _ in "PHỤ LỤC\n" + header + "\n" + rows + "\n\n" }.joined()
    }

    @Test func manyRowsAreDraftedAndCompared() throws {
        let draft = try ImportPipeline.draft(largeText(), named: "large.txt")
        #expect(draft.rows.count == 40 * 38)
        let stored = draft.rows.enumerated().map { (id: Int64($0.offset), row: $0.element.row) }
        let rows = draft.rows.map(\.row)
        #expect(ImportComparison.difference(from: stored, to: rows).isEmpty)
        let csv = try ImportPipeline.draft(DelimitedText.appendix(rows), named: "large.csv")
        #expect(csv.rows.map(\.row) == rows)
        var revised = rows
        for index in revised.indices { revised[index].task += " (bổ sung năm \(index))" }
        let change = ImportComparison.difference(from: stored, to: revised)
        #expect(change.changed.count + change.added.count == rows.count)
    }

    @Test func manyRowsInOnePlaceAreCompared() {
        let rows = (0..<1_500).map {
            AppendixRow(section: .init(ordinal: "I", title: ""), ordinal: "1", task: "việc \($0) a\($0) b\($0)")
        }
        let stored = rows.enumerated().map { (id: Int64($0.offset), row: $0.element) }
        let revised = rows.map { row in
            var row = row
            row.task += " mới"
            return row
        }
        #expect(ImportComparison.difference(from: stored, to: revised).changed.count > 0)
    }
}
