/// One row of an extracted table: its cells as they stand in the text, without the tab before each.
struct CellRow {
    /// The line of the first cell, counted from 1.
    let line: Int
    let cells: [Substring]
}

/// Finds the rows of tables in a text as word processors extract it: each cell begins on a line of its own with a tab,
/// its further lines have no tab, and an empty line ends the row.
struct CellRowScanner {
    /// What is known of the rows of the table being read.
    struct Shape {
        let width: Int
        let beginsWithOrdinal: Bool
    }

    /// What stood between the row before and the row just read.
    struct Gap {
        /// The first line with words, counted from 1.
        var firstTextLine: Int?
        /// The line of a heading "PHỤ LỤC", counted from 1.
        var appendixLine: Int?
    }

    /// The most lines that a cell of a header row has.
    private static let headerCellLines = 4

    private let source: SourceText
    private var position = 0
    private(set) var gap = Gap()

    init(_ source: SourceText) {
        self.source = source
    }

    /// The next row. Outside a table (`shape` is `nil`) every run of cells is one.
    mutating func next(_ shape: Shape?) -> CellRow? {
        gap = Gap()
        while position < source.lineCount, !isCell(position) {
            noteText(at: position)
            position += 1
        }
        guard position < source.lineCount else { return nil }
        let first = position
        var starts = [first]
        position += 1
        while position < source.lineCount, !endsRow(at: position, cellCount: starts.count, shape: shape) {
            if isCell(position) { starts.append(position) }
            position += 1
        }
        return CellRow(line: first + 1, cells: cells(startingAt: starts, end: position))
    }

    private func cells(startingAt starts: [Int], end: Int) -> [Substring] {
        starts.indices.map { index in
            let next = index + 1 < starts.count ? starts[index + 1] : end
            return source.lines(starts[index]...(next - 1)).dropFirstByte
        }
    }

    private func isCell(_ index: Int) -> Bool { source.line(index).utf8.first == UInt8(ascii: "\t") }

    /// A full row ends at an empty line, or where a cell can only be the number of the next row. A row with cells
    /// missing ends at an empty line, unless cells that begin no row follow: then the empty line is part of a cell.
    private func endsRow(at index: Int, cellCount: Int, shape: Shape?) -> Bool {
        let line = source.line(index)
        guard let shape else { return line.isEmpty || endsStrayCells(at: index) }
        let isFull = cellCount >= shape.width
        if line.isEmpty { return isFull || !shape.beginsWithOrdinal || !rowGoesOn(after: index) }
        return isFull && shape.beginsWithOrdinal && isCell(index) && beginsRow(index)
    }

    /// Letterheads have cells, too: outside a table a run of cells ends at the first name of a header row, and where
    /// text follows that no header cell would hold.
    private func endsStrayCells(at index: Int) -> Bool {
        if isCell(index) { return ColumnSynonyms.column(named: source.line(index).dropFirstByte) == .ordinal }
        return isAppendixHeading(index) || !(max(0, index - Self.headerCellLines)..<index).contains(where: isCell)
    }

    private func rowGoesOn(after index: Int) -> Bool {
        for next in (index + 1)..<min(index + 30, source.lineCount) {
            if isCell(next) { return !beginsRow(next) }
            if isAppendixHeading(next) { return false }
        }
        return false
    }

    private func beginsRow(_ index: Int) -> Bool {
        let cell = source.line(index).dropFirstByte
        return RowOrdinal.canBegin(cell) || ColumnSynonyms.column(named: cell) == .ordinal
    }

    private mutating func noteText(at index: Int) {
        guard !source.line(index).isBlank else { return }
        if gap.firstTextLine == nil { gap.firstTextLine = index + 1 }
        if gap.appendixLine == nil, isAppendixHeading(index) { gap.appendixLine = index + 1 }
    }

    /// "PHỤ LỤC", "Phụ lục II" or "**PHỤ LỤC**" on a line of its own.
    private func isAppendixHeading(_ index: Int) -> Bool {
        let line = source.line(index)
        return line.utf8.count <= 40 && HeadingWords.begins(line, with: HeadingWords.appendix)
    }
}

extension Substring {
    fileprivate var dropFirstByte: Substring { self[utf8.index(after: startIndex)...] }
}
