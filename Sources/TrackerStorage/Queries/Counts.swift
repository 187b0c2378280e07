internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// Counts on a day, for each group, the most overdue first; withdrawn obligations are left out.
    package func counts(by grouping: CountGrouping, plan: Int64?, asOf: CivilDate, readsPast: Bool) throws
        -> [CountGroup]
    {
        let counted = CountSQL(grouping: grouping, scope: plan == nil ? .all : .plan).rows(readsPast: readsPast)
        let terms = Self.terms(of: grouping)
        // Obligations are counted by a short key first; names and larger groups come from the few counts.
        let sql = """
            SELECT \(terms.key) AS key, t.standing, t.original, t.number, t.past, \(terms.name) AS name, \(terms.endedOn) AS ended_on
            FROM (\(counted)) t \(terms.joins) ORDER BY t.grouped
            """
        var arguments: [String: (any DatabaseValueConvertible)?] = ["asOf": asOf.description]
        if let plan { arguments["plan"] = plan }
        let rows = try Row.fetchCursor(database, sql: sql, arguments: StatementArguments(arguments))
        var groups: [String: CountGroup] = [:]
        while let row = try rows.next() {
            let key: String = row[0]
            if groups[key] == nil {
                groups[key] = CountGroup(
                    key: key, name: row[5], endedOn: try row.optionalDay(6), counts: PeriodCounts())
            }
            try groups[key]?.counts.add(row)
        }
        return groups.values.sorted { ($1.counts.overdue, $0.name, $0.key) < ($0.counts.overdue, $1.name, $1.key) }
    }

    /// Counts on a day of what may be seen, for each of some rows; a row without obligations is not there.
    package func counts(
        ofActivities ids: [Int64], visibleTo visibility: Visibility, asOf: CivilDate, readsPast: Bool
    ) throws -> [Int64: PeriodCounts] {
        let counted = CountSQL(grouping: .section, scope: .rows, visibility: visibility).rows(readsPast: readsPast)
        let rows = try Row.fetchCursor(
            database, sql: "SELECT grouped, standing, original, number, past FROM (\(counted))",
            arguments: ["asOf": asOf.description, "ids": "[\(ids.map(String.init).joined(separator: ","))]"])
        var counts: [Int64: PeriodCounts] = [:]
        while let row = try rows.next() { try counts[row[0], default: PeriodCounts()].add(row) }
        return counts
    }

    /// What the groups of ``CountSQL`` are called.
    private struct Terms {
        let key: String
        let name: String
        let joins: String
        /// The last day of what has ended by the day of the counts.
        var endedOn = "NULL"
    }

    private static func terms(of grouping: CountGrouping) -> Terms {
        switch grouping {
        case .plan:
            Terms(
                key: "CAST(t.grouped AS TEXT)", name: "p.number || ' · ' || p.issuer",
                joins: "JOIN plan p ON p.id = t.grouped")
        case .agency:
            Terms(
                key: "t.grouped",
                name: "coalesce(\(AgencyNameSQL.name(of: "g", on: ":asOf")), nullif(t.grouped, ''), '?')",
                joins: "LEFT JOIN agency g ON g.id = t.grouped",
                endedOn: "CASE WHEN g.valid_to < :asOf THEN g.valid_to END")
        case .section:
            Terms(
                key: "a.plan_id || '/' || a.section_ordinal",
                name: "p.number || ' · ' || a.section_ordinal || ' ' || a.section_title",
                joins: "JOIN activity a ON a.id = t.grouped JOIN plan p ON p.id = a.plan_id")
        case .year:
            Terms(key: "t.grouped", name: "coalesce(nullif(t.grouped, ''), '-')", joins: "")
        }
    }
}

/// Where an obligation stands on a day, as counts see it.
private enum Standing: String {
    case beforeTracking, waiting, withoutDeadline, completedOnTime, completedLate, overdue, within
    /// Overdue or within the deadline: the day tells.
    case owed
}

extension PeriodCounts {
    /// Adds a row of ``CountSQL``: standing, original standing, number and number past due follow the first column.
    fileprivate mutating func add(_ row: Row) throws {
        let standing: Standing = try row.value(1)
        let original: Standing = (row[2] as String?) == nil ? standing : try row.value(2)
        guard standing == .owed else { return add(row[3], standing, original: original) }
        let past: Int = row[4]
        add(past, .overdue, original: .overdue)
        add(row[3] - past, .within, original: .within)
    }

    private mutating func add(_ number: Int, _ standing: Standing, original: Standing) {
        switch standing {
        case .beforeTracking: beforeTracking += number
        case .waiting: waiting += number
        case .withoutDeadline: withoutDeadline += number
        case .completedOnTime: completedOnTime += number
        case .completedLate: completedLate += number
        case .overdue: overdue += number
        case .within: within += number
        case .owed: break
        }
        switch original {
        case .beforeTracking, .waiting, .withoutDeadline, .owed: break
        case .completedOnTime: self.original.completedOnTime += number
        case .completedLate: self.original.completedLate += number
        case .overdue: self.original.overdue += number
        case .within: self.original.within += number
        }
    }
}
