package import TrackerDomain

/// An appendix row as drafted from a file, with the line that it begins in.
package struct DraftRow: Hashable, Sendable {
    package var row: AppendixRow
    /// The row's first line in the file, counted from 1.
    package var line: Int

    package init(row: AppendixRow, line: Int) {
        self.row = row
        self.line = line
    }
}

/// What a file says: the plan's header as far as it is known, its rows word for word, and what is doubtful.
package struct PlanDraft: Hashable, Sendable {
    /// The header's fields; `header.complete` is the header and `header.missing` what it still needs.
    package var header: PlanHeaderDraft
    package var rows: [DraftRow]
    /// All findings, those about the whole file first, then by line.
    package var diagnostics: [Diagnostic]

    package init(header: PlanHeaderDraft, rows: [DraftRow], diagnostics: [Diagnostic]) {
        self.header = header
        self.rows = rows
        self.diagnostics = diagnostics
    }

    /// The greatest severity among the findings; `nil` where there are none.
    package var worst: Diagnostic.Severity? { diagnostics.lazy.map(\.severity).max() }
}
