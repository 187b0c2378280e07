import TrackerDomain

/// Makes appendix rows from the cells of a table, whatever file they come from: tells section headings from rows, keeps
/// the section in force, and checks numbering. Both readers use it, so that one rule holds for all files.
///
/// * A row whose number is Roman (or a capital letter) and that has no other cell but its heading is a section heading.
/// * A section column that is empty repeats the section above, as exported merged cells do.
/// * A row without a lead agency and without a time is incomplete: it is kept and marked.
struct RowAssembler {
    let file: String
    private(set) var rows: [DraftRow] = []
    private(set) var diagnostics: [Diagnostic] = []

    private var section = AppendixRow.Section(ordinal: "", title: "")
    private var openHeading: (line: Int, rowCount: Int)?
    private var numbering = RowNumbering()
    private var titles: [String: String] = [:]

    init(file: String) {
        self.file = file
    }

    mutating func report(_ code: Diagnostic.Code, line: Int) {
        diagnostics.append(Diagnostic(file: file, line: line, code: code))
    }

    /// Begins a table: says which of its columns are not understood.
    mutating func begin(_ layout: ColumnLayout, line: Int) {
        for name in layout.unknown { report(.columnUnknown(name: name), line: line) }
        for column in layout.repeated {
            report(.columnRepeated(name: column.name, column: column.column), line: line)
        }
    }

    /// Leaves the section in force, at the start of another appendix.
    mutating func leaveSection() {
        closeHeading()
        section = AppendixRow.Section(ordinal: "", title: "")
    }

    /// Adds one row of cells that begins in `line`.
    mutating func add(_ cells: [Substring], line: Int, layout: ColumnLayout) {
        let ordinal = RowOrdinal.plain(layout.cell(.ordinal, of: cells))
        let task = layout.cell(.task, of: cells)
        let hasMore = hasOtherCells(cells, layout: layout)
        if task.isEmpty, ordinal.isEmpty, !hasMore { return }
        if !task.isEmpty, !hasMore, RowOrdinal.isOfSection(ordinal) {
            openSection(ordinal: String(ordinal), title: String(task), line: line)
            return
        }
        readSectionColumns(cells, layout: layout)
        let row = makeRow(cells, ordinal: ordinal, task: task, layout: layout)
        check(row, cells: cells, layout: layout, line: line)
        if !row.task.isEmpty { rows.append(DraftRow(row: row, line: line)) }
    }

    /// Ends the file.
    mutating func finish() {
        closeHeading()
        for jump in numbering.jumps {
            report(
                .numberingBreaks(section: jump.section, expected: jump.expected, found: jump.found), line: jump.line)
        }
    }

    private mutating func openSection(ordinal: String, title: String, line: Int) {
        closeHeading()
        section = AppendixRow.Section(ordinal: ordinal, title: title)
        openHeading = (line, rows.count)
    }

    private mutating func closeHeading() {
        if let openHeading, openHeading.rowCount == rows.count {
            report(.sectionEmpty(ordinal: section.ordinal, title: section.title), line: openHeading.line)
        }
        openHeading = nil
    }

    private func hasOtherCells(_ cells: [Substring], layout: ColumnLayout) -> Bool {
        for (position, cell) in cells.enumerated()
        where position != layout.position(of: .ordinal) && position != layout.position(of: .task) {
            if position == layout.position(of: .sectionOrdinal) || position == layout.position(of: .sectionTitle) {
                continue
            }
            if !cell.isBlank { return true }
        }
        return false
    }

    private mutating func readSectionColumns(_ cells: [Substring], layout: ColumnLayout) {
        let ordinal = String(RowOrdinal.plain(layout.cell(.sectionOrdinal, of: cells)))
        let title = String(layout.cell(.sectionTitle, of: cells))
        if ordinal.isEmpty, title.isEmpty { return }
        if !ordinal.isEmpty, !title.isEmpty { titles[ordinal] = title }
        let known = title.isEmpty ? titles[ordinal] ?? "" : title
        if section.ordinal != ordinal || section.title != known {
            section = AppendixRow.Section(ordinal: ordinal, title: known)
        }
    }

    private func makeRow(
        _ cells: [Substring], ordinal: Substring, task: Substring, layout: ColumnLayout
    ) -> AppendixRow {
        var row = AppendixRow(
            section: section, ordinal: String(ordinal), task: String(task),
            product: String(layout.cell(.product, of: cells)), lead: String(layout.cell(.lead, of: cells)),
            cooperation: String(layout.cell(.cooperation, of: cells)),
            deadline: String(layout.cell(.deadline, of: cells)), funding: String(layout.cell(.funding, of: cells)),
            sourceClause: String(layout.cell(.sourceClause, of: cells)))
        row.isComplete = !row.lead.isEmpty || !row.deadline.isEmpty
        for column in AppendixColumn.required {
            if let position = layout.position(of: column), position >= cells.count { row.isComplete = false }
        }
        return row
    }

    private mutating func check(_ row: AppendixRow, cells: [Substring], layout: ColumnLayout, line: Int) {
        let extra = cells.dropFirst(layout.width).count { !$0.isBlank }
        if extra > 0 {
            report(.tooManyCells(place: row.place, found: layout.width + extra, expected: layout.width), line: line)
        }
        if row.task.isEmpty {
            report(.taskMissing(place: row.place), line: line)
        } else if !row.isComplete {
            let missing = AppendixColumn.allCases.filter { isMissing($0, in: row, cells: cells, layout: layout) }
            report(.rowBreaksOff(place: row.place, missing: missing), line: line)
        }
        if layout.position(of: .ordinal) != nil { checkNumber(of: row, line: line) }
    }

    private func isMissing(
        _ column: AppendixColumn, in row: AppendixRow, cells: [Substring], layout: ColumnLayout
    ) -> Bool {
        guard let position = layout.position(of: column) else { return false }
        return position >= cells.count || (AppendixColumn.required.contains(column) && row[column].isEmpty)
    }

    private mutating func checkNumber(of row: AppendixRow, line: Int) {
        guard !row.ordinal.isEmpty else {
            report(.ordinalMissing(section: section.ordinal), line: line)
            return
        }
        let key = section.ordinal.isEmpty ? section.title : section.ordinal
        if let firstLine = numbering.take(row.ordinal, section: key, line: line) {
            report(.ordinalRepeated(place: row.place, firstLine: firstLine), line: line)
        }
    }
}
