/// Reads a plan from the text of a document as word processors extract it: the header from its articles, the rows from
/// the tables of its appendix.
///
/// A table is known by its header row, which must have the required columns under any of their accepted names. The
/// header row may be repeated (at page breaks), and further appendices may follow with columns in another order.
struct AppendixTextReader {
    private let source: SourceText
    private var scanner: CellRowScanner
    private var assembler: RowAssembler
    private var table: Table?
    private var firstTableLine: Int?
    private var appendixLine: Int?
    private var nearMiss: (line: Int, missing: [AppendixColumn])?
    private var hasReportedText = false

    /// The most cells that a header row has.
    private static let headerCellLimit = 60

    private struct Table {
        let layout: ColumnLayout
        let header: [Substring]
        let line: Int
        var isFresh = true

        var shape: CellRowScanner.Shape {
            CellRowScanner.Shape(width: layout.width, beginsWithOrdinal: layout.beginsWithOrdinal)
        }
    }

    init(_ source: SourceText, file: String) {
        self.source = source
        scanner = CellRowScanner(source)
        assembler = RowAssembler(file: file)
    }

    /// Reads all tables and the header before the first.
    mutating func read() throws(ImportFailure) -> TableReading {
        while let row = scanner.next(table?.shape) { take(row) }
        noteGap()
        assembler.finish()
        guard let firstTableLine else {
            if let nearMiss { throw .columnsMissing(line: nearMiss.line, missing: nearMiss.missing) }
            if let appendixLine { throw .noTable(line: appendixLine) }
            throw .noAppendix
        }
        guard !assembler.rows.isEmpty else { throw .noRows(line: firstTableLine) }
        let head = (0..<min(firstTableLine - 1, HeaderReader.lineLimit)).map(source.line)
        return TableReading(
            rows: assembler.rows, diagnostics: assembler.diagnostics, header: HeaderReader(lines: head).read())
    }

    private mutating func take(_ row: CellRow) {
        noteGap()
        if let layout = headerLayout(of: row) {
            begin(layout, row)
        } else if let current = table {
            if current.isFresh {
                table?.isFresh = false
                if row.isColumnNumbering { return }
            }
            assembler.add(row.cells, line: row.line, layout: current.layout)
        }
    }

    /// The layout, where a row is the header row of some table.
    private func headerLayout(of row: CellRow) -> ColumnLayout? {
        if let table {
            if row.cells == table.header { return table.layout }
            guard table.layout.beginsWithOrdinal, let first = row.cells.first,
                ColumnSynonyms.column(named: first) == .ordinal
            else { return nil }
        }
        guard (3...Self.headerCellLimit).contains(row.cells.count), row.cells.allSatisfy({ $0.utf8.count <= 120 })
        else { return nil }
        let layout = ColumnLayout(header: row.cells)
        return layout.knownCount >= 3 ? layout : nil
    }

    private mutating func begin(_ layout: ColumnLayout, _ row: CellRow) {
        guard layout.missing.isEmpty else {
            if firstTableLine == nil {
                nearMiss = nearMiss ?? (row.line, layout.missing)
            } else {
                assembler.report(.tableSkipped(missing: layout.missing), line: row.line)
            }
            table = nil
            return
        }
        if table?.layout != layout { assembler.begin(layout, line: row.line) }
        table = Table(layout: layout, header: row.cells, line: row.line)
        firstTableLine = firstTableLine ?? row.line
    }

    /// Takes note of text between rows: a new appendix ends the section in force; other text is said once.
    private mutating func noteGap() {
        let gap = scanner.gap
        if let line = gap.appendixLine {
            appendixLine = appendixLine ?? line
            if firstTableLine != nil { assembler.leaveSection() }
        } else if let line = gap.firstTextLine, table != nil, !hasReportedText {
            hasReportedText = true
            assembler.report(.textOutsideTable, line: line)
        }
    }
}

/// What a reader found in a file.
struct TableReading {
    let rows: [DraftRow]
    let diagnostics: [Diagnostic]
    let header: HeaderReader.Reading
}

extension CellRow {
    /// Whether the row only numbers the columns, "(1) (2) (3) …".
    var isColumnNumbering: Bool {
        cells.count >= 3
            && cells.enumerated().allSatisfy { position, cell in
                let number = cell.trimmed
                return number == "\(position + 1)" || number == "(\(position + 1))"
            }
    }
}
