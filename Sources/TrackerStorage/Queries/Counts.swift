internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// Counts on a day, for each group, the most overdue first; withdrawn obligations are left out.
    package func counts(by grouping: CountGrouping, plan: Int64?, asOf: CivilDate, readsPast: Bool) throws
        -> [CountGroup]
    {
        let states = Self.states(where: "(:plan IS NULL OR plan_id = :plan)", readsPast: readsPast)
        let terms = Self.terms(of: grouping)
        // Obligations are counted by a short key first; names and larger groups come from the few counts.
        let sql = """
            SELECT \(terms.key) AS key, \(terms.name) AS name, t.standing, t.original, t.number, \(terms.endedOn) AS ended_on
            FROM (
                SELECT \(terms.groupedBy) AS grouped, \(Self.standing) AS standing, \(Self.original) AS original,
                    count(*) AS number
                FROM (\(states)) s GROUP BY 1, 2, 3
            ) t \(terms.joins)
            ORDER BY t.grouped
            """
        let rows = try Row.fetchCursor(database, sql: sql, arguments: ["asOf": asOf.description, "plan": plan])
        var groups: [String: CountGroup] = [:]
        while let row = try rows.next() {
            let standing: Standing = try row.value(2)
            let original: Standing = (row[3] as String?) == nil ? standing : try row.value(3)
            let group = CountGroup(key: row[0], name: row[1], endedOn: try row.optionalDay(5), counts: PeriodCounts())
            groups[group.key, default: group].counts.add(row[4], standing, original: original)
        }
        return groups.values.sorted { ($1.counts.overdue, $0.name, $0.key) < ($0.counts.overdue, $1.name, $1.key) }
    }

    /// Counts on a day of what may be seen, for each of some rows; a row without obligations is not there.
    package func counts(
        ofActivities ids: [Int64], visibleTo visibility: Visibility, asOf: CivilDate, readsPast: Bool
    ) throws -> [Int64: PeriodCounts] {
        let condition = visibility.circle.map { "WHERE " + VisibilitySQL.condition($0, on: "s") } ?? ""
        let some = "activity_id IN (SELECT value FROM json_each(:ids))"
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT s.activity_id, \(Self.standing), \(Self.original), count(*)
                FROM (\(Self.states(where: some, readsPast: readsPast))) s \(condition) GROUP BY 1, 2, 3
                """,
            arguments: ["asOf": asOf.description, "ids": "[\(ids.map(String.init).joined(separator: ","))]"])
        var counts: [Int64: PeriodCounts] = [:]
        while let row = try rows.next() {
            let standing: Standing = try row.value(1)
            let original: Standing = (row[2] as String?) == nil ? standing : try row.value(2)
            counts[row[0], default: PeriodCounts()].add(row[3], standing, original: original)
        }
        return counts
    }

    /// The states that counted on the day and match a condition over columns that current and past states share.
    private static func states(where condition: String, readsPast: Bool) -> String {
        let columns = """
            id, plan_id, activity_id, agency_id, is_tracked, nominal_due, effective_due, original_effective, extensions,
            stage, submitted_on
            """
        let filter = "since <= :asOf AND stage <> 'withdrawn' AND \(condition)"
        let current = "SELECT \(columns) FROM obligation WHERE \(filter)"
        guard readsPast else { return current }
        return current + " UNION ALL SELECT \(columns) FROM obligation_past WHERE \(filter) AND until > :asOf"
    }

    /// Where an obligation stands against a due date, as counts see it; `ObligationState.timeStatus(on:)` in SQL.
    private static func standing(against due: String) -> String {
        """
        CASE WHEN s.is_tracked = 0 THEN 'beforeTracking'
            WHEN s.stage IN ('waiting', 'suspended') THEN 'waiting'
            WHEN s.stage = 'completed' THEN iif(s.submitted_on > \(due), 'completedLate', 'completedOnTime')
            WHEN \(due) IS NULL THEN 'withoutDeadline'
            ELSE iif(iif(s.stage = 'submitted', s.submitted_on, :asOf) > \(due), 'overdue', 'within') END
        """
    }

    private static let standing = standing(against: "s.effective_due")
    /// Against the original deadline only the few extended obligations may stand elsewhere; for others there is none.
    private static let original = "iif(s.extensions > 0, \(standing(against: "s.original_effective")), NULL)"

    private struct Terms {
        /// What the rows are summed by.
        let groupedBy: String
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
                groupedBy: "s.plan_id", key: "CAST(t.grouped AS TEXT)", name: "p.number || ' · ' || p.issuer",
                joins: "JOIN plan p ON p.id = t.grouped")
        case .agency:
            Terms(
                groupedBy: "coalesce(s.agency_id, (SELECT owner FROM obligation o WHERE o.id = s.id))",
                key: "t.grouped",
                name: "coalesce(\(AgencyNameSQL.name(of: "g", on: ":asOf")), nullif(t.grouped, ''), '?')",
                joins: "LEFT JOIN agency g ON g.id = t.grouped",
                endedOn: "CASE WHEN g.valid_to < :asOf THEN g.valid_to END")
        case .section:
            Terms(
                groupedBy: "s.activity_id", key: "a.plan_id || '/' || a.section_ordinal",
                name: "p.number || ' · ' || a.section_ordinal || ' ' || a.section_title",
                joins: "JOIN activity a ON a.id = t.grouped JOIN plan p ON p.id = a.plan_id")
        case .year:
            Terms(
                groupedBy: "coalesce(substr(s.nominal_due, 1, 4), '')", key: "t.grouped",
                name: "coalesce(nullif(t.grouped, ''), '-')", joins: "")
        }
    }
}

/// Where an obligation stands on a day, as counts see it.
private enum Standing: String {
    case beforeTracking, waiting, withoutDeadline, completedOnTime, completedLate, overdue, within
}

extension PeriodCounts {
    fileprivate mutating func add(_ number: Int, _ standing: Standing, original: Standing) {
        switch standing {
        case .beforeTracking: beforeTracking += number
        case .waiting: waiting += number
        case .withoutDeadline: withoutDeadline += number
        case .completedOnTime: completedOnTime += number
        case .completedLate: completedLate += number
        case .overdue: overdue += number
        case .within: within += number
        }
        switch original {
        case .beforeTracking, .waiting, .withoutDeadline: break
        case .completedOnTime: self.original.completedOnTime += number
        case .completedLate: self.original.completedLate += number
        case .overdue: self.original.overdue += number
        case .within: self.original.within += number
        }
    }
}
