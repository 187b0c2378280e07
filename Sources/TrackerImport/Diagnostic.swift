/// One thing that a person should know about an imported file: what is doubtful or wrong, and where.
package struct Diagnostic: Hashable, Sendable {
    /// How much it matters: with an error nothing is stored, a warning is stored and waits for a look.
    package enum Severity: Int, Comparable, CaseIterable, Sendable {
        case note
        case warning
        case error

        package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
    }

    /// What was found, with its facts. A place is the number of a row in the plan, "V.4".
    package enum Code: Hashable, Sendable {
        /// The row ends before these columns, or has neither a lead agency nor a time.
        case rowBreaksOff(place: String, missing: [AppendixColumn])
        /// More cells than columns: which cell belongs to which column is not certain.
        case tooManyCells(place: String, found: Int, expected: Int)
        /// Cells without a task; the row is left out.
        case taskMissing(place: String)
        /// A row without a number.
        case ordinalMissing(section: String)
        /// A number that another row of the section has, too.
        case ordinalRepeated(place: String, firstLine: Int)
        /// The numbers of a section jump.
        case numberingBreaks(section: String, expected: Int, found: Int)
        /// A section heading with no row under it.
        case sectionEmpty(ordinal: String, title: String)
        /// A column that the tracker does not know; its cells are not stored.
        case columnUnknown(name: String)
        /// Two columns that mean the same.
        case columnRepeated(name: String, column: AppendixColumn)
        /// A second table without the columns of a list of tasks.
        case tableSkipped(missing: [AppendixColumn])
        /// Text behind or between the rows of the table.
        case textOutsideTable
        /// What neither the file nor the caller says about the plan.
        case headerIncomplete(missing: [PlanHeaderField])
        /// The document says two things about itself; the first one counts.
        case headerDisagrees(field: PlanHeaderField, taken: String, other: String)
        /// What was given from outside differs from what the document says; what was given counts.
        case headerOverridden(field: PlanHeaderField, document: String, given: String)
    }

    /// The name of the file.
    package let file: String
    /// The line in the file, counted from 1; `nil` where the file as a whole is meant.
    package let line: Int?
    package let code: Code

    package init(file: String, line: Int?, code: Code) {
        self.file = file
        self.line = line
        self.code = code
    }

    package var severity: Severity {
        switch code {
        case .sectionEmpty, .textOutsideTable, .headerOverridden: .note
        case .rowBreaksOff, .ordinalMissing, .ordinalRepeated, .numberingBreaks, .columnUnknown, .tableSkipped,
            .headerDisagrees:
            .warning
        case .tooManyCells, .taskMissing, .columnRepeated, .headerIncomplete: .error
        }
    }
}
