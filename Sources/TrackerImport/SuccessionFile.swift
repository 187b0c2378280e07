package import TrackerDomain

/// Reads a table of successions (`appendix-data/successions/*.csv`): who took over from whom, since when, by which document
/// and how sure that is.
///
/// As with ``AgencyTable`` every problem is found in one reading, with its line, and the table is taken whole or not at all.
package enum SuccessionFile {
    /// The columns, in the order in which our own table has them.
    package enum Column: String, CaseIterable, Sendable {
        case from, to, on, kind, function, source, certainty
    }

    /// The successions of a table, in its order, checked against the agencies and the successions that are known already.
    /// Those that are known with the same words are among them.
    package static func successions(
        in table: (name: String, bytes: [UInt8]), agencies: [Agency], known: [Succession] = []
    ) throws(TableFailure) -> [Succession] {
        var reader = TableReader<Column>(reading: table.bytes, of: table.name)
        let directory = Dictionary(agencies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var accepted = known
        var found: [Succession] = []
        for record in reader.records {
            guard let succession = succession(in: record, &reader) else { continue }
            found.append(succession)
            guard !known.contains(succession) else { continue }
            for problem in SuccessionTable(accepted).problems(with: succession, in: directory) {
                reader.report(.succession(problem), record.line)
            }
            accepted.append(succession)
        }
        guard reader.problems.isEmpty else { throw TableFailure(reader.problems, in: [table.name]) }
        return found
    }

    private static func succession(
        in record: TableReader<Column>.Record, _ reader: inout TableReader<Column>
    ) -> Succession? {
        let before = reader.problems.count
        let from = reader.required(.from, in: record, AgencyID.init(_:))
        let to = reader.list(.to, in: record, AgencyID.init(_:))
        let on = reader.required(.on, in: record, CivilDate.init(iso:))
        let kind = reader.required(.kind, in: record, Succession.Kind.init(rawValue:))
        let source = reader.required(.source, in: record) { $0 }
        let certainty = reader.required(.certainty, in: record, Succession.Certainty.init(rawValue:))
        guard reader.problems.count == before, let from, let on, let kind, let source, let certainty else { return nil }
        return Succession(
            from: from, to: to, on: on, kind: kind, source: source, certainty: certainty,
            function: record.fields[.function] ?? "")
    }
}
