package import TrackerDomain

/// Reads tables of agencies (`appendix-data/agencies/*.csv`), one file for each territory, several at once because an
/// agency may belong to a group of another territory.
///
/// The columns are found by their names in the first line. Every problem of every file is found in one reading; the
/// entries are given only if there is none, so that a store never starts with half a directory.
///
/// ```swift
/// let agencies = try AgencyTable.agencies(in: AppendixData.agencyTables)
/// ```
package enum AgencyTable {
    /// The columns, in the order in which our own tables have them.
    package enum Column: String, CaseIterable, Sendable {
        case id, kind, name, english, aliases, level
        case memberOf = "member_of"
        case partOf = "part_of"
        case roles
        case validFrom = "valid_from"
        case validTo = "valid_to"
        case source, certainty
    }

    /// Something in a table that must be put right.
    package struct Problem: Hashable, Sendable {
        /// What is wrong.
        package enum What: Hashable, Sendable {
            case notUTF8
            case brokenQuotes
            case missingColumn
            case unknownColumn(String)
            case fieldCount(expected: Int, found: Int)
            case missing
            case invalid(String)
            case repeated(AgencyID)
            case unknownReference(AgencyID)
            case notAGroup(AgencyID)
            case leadsBackToItself(AgencyID)
            case endsBeforeItBegins
        }

        /// The name of the file.
        package let file: String
        /// The line, counted from 1.
        package let line: Int
        /// The column, where the problem is in one.
        package let column: Column?
        /// What is wrong there.
        package let what: What

        package init(file: String, line: Int, column: Column?, what: What) {
            self.file = file
            self.line = line
            self.column = column
            self.what = what
        }
    }

    /// All problems, in the order of the files and lines.
    package struct Failure: Error, Hashable {
        package let problems: [Problem]
    }

    /// The entries of all tables, in their order.
    package static func agencies(in tables: [(name: String, bytes: [UInt8])]) throws(Failure) -> [Agency] {
        var rows: [Row] = []
        var unread: Set<AgencyID> = []
        var problems: [Problem] = []
        for table in tables {
            let reader = AgencyTableReader(reading: table.bytes, of: table.name)
            rows += reader.rows
            unread.formUnion(reader.unread)
            problems += reader.problems
        }
        problems += AgencyReferences(rows: rows, unread: unread).problems
        guard problems.isEmpty else {
            let order = Dictionary(zip(tables.map(\.name), tables.indices)) { first, _ in first }
            throw Failure(
                problems: problems.sorted { (order[$0.file] ?? 0, $0.line) < (order[$1.file] ?? 0, $1.line) })
        }
        return rows.map(\.agency)
    }

    /// An entry with its place.
    struct Row {
        let file: String
        let line: Int
        let agency: Agency
    }
}
