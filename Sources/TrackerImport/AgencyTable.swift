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
        case id, kind, name
        case formerNames = "former_names"
        case english, aliases, level
        case memberOf = "member_of"
        case partOf = "part_of"
        case roles
        case validFrom = "valid_from"
        case validTo = "valid_to"
        case source, certainty
    }

    /// The entries of all tables, in their order. They may refer to each other and to the entries that are known already.
    package static func agencies(
        in tables: [(name: String, bytes: [UInt8])], beside known: [Agency] = []
    ) throws(TableFailure) -> [Agency] {
        var rows: [Row] = []
        var unread: Set<AgencyID> = []
        var problems: [TableProblem] = []
        for table in tables {
            let reader = AgencyTableReader(reading: table.bytes, of: table.name)
            rows += reader.rows
            unread.formUnion(reader.unread)
            problems += reader.problems
        }
        problems += AgencyReferences(rows: rows, beside: known, unread: unread).problems
        guard problems.isEmpty else { throw TableFailure(problems, in: tables.map(\.name)) }
        return rows.map(\.agency)
    }

    /// An entry with its place.
    struct Row {
        let file: String
        let line: Int
        let agency: Agency
    }
}
