internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// Counts on a day, for each group; withdrawn obligations are left out.
    package func counts(by grouping: CountGrouping, plan: Int64?, asOf: CivilDate, readsPast: Bool) throws
        -> [CountGroup]
    {
        let columns =
            "id, plan_id, activity_id, agency_id, is_tracked, nominal_due, effective_due, stage, submitted_on, owed"
        let filter = "since <= :asOf AND stage <> 'withdrawn' AND (:plan IS NULL OR plan_id = :plan)"
        var states = "SELECT \(columns) FROM obligation WHERE \(filter)"
        if readsPast {
            states += " UNION ALL SELECT \(columns) FROM obligation_past WHERE \(filter) AND until > :asOf"
        }
        let terms = Self.terms(of: grouping)
        // Rows are summed by a short key first; names and the larger groups come from the few sums.
        let sql = """
            SELECT \(terms.key) AS key, \(terms.name) AS name, \(terms.endedOn) AS ended_on,
                \(Self.totals)
            FROM (SELECT \(terms.groupedBy) AS grouped, \(Self.sums) FROM (\(states)) s GROUP BY 1) t \(terms.joins)
            GROUP BY 1, 2 ORDER BY overdue DESC, 2
            """
        return try Row.fetchAll(database, sql: sql, arguments: ["asOf": asOf.description, "plan": plan])
            .map { row in
                CountGroup(
                    key: row["key"], name: row["name"], endedOn: try row.optionalDay("ended_on"),
                    counts: Self.counts(from: row))
            }
    }

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
                endedOn: "max(CASE WHEN g.valid_to < :asOf THEN g.valid_to END)")
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

    private static let names = [
        "beforeTracking", "completedOnTime", "completedLate", "overdue", "within", "withoutDeadline", "waiting",
    ]
    private static let totals = names.map { "sum(t.\($0)) AS \($0)" }.joined(separator: ", ")

    private static let sums = """
        sum(s.is_tracked = 0) AS beforeTracking,
        sum(s.is_tracked = 1 AND s.stage = 'completed' AND (s.effective_due IS NULL OR s.submitted_on IS NULL
            OR s.submitted_on <= s.effective_due)) AS completedOnTime,
        sum(s.is_tracked = 1 AND s.stage = 'completed' AND s.submitted_on > s.effective_due) AS completedLate,
        sum(s.is_tracked = 1 AND s.owed = 1 AND s.effective_due < :asOf) AS overdue,
        sum(s.is_tracked = 1 AND s.effective_due IS NOT NULL AND ((s.owed = 1 AND s.effective_due >= :asOf)
            OR (s.owed = 0 AND s.stage = 'submitted'))) AS within,
        sum(s.is_tracked = 1 AND s.effective_due IS NULL AND s.stage NOT IN ('completed', 'waiting', 'suspended'))
            AS withoutDeadline,
        sum(s.is_tracked = 1 AND s.stage IN ('waiting', 'suspended')) AS waiting
        """

    private static func counts(from row: Row) -> PeriodCounts {
        var counts = PeriodCounts()
        counts.completedOnTime = row["completedOnTime"] ?? 0
        counts.completedLate = row["completedLate"] ?? 0
        counts.overdue = row["overdue"] ?? 0
        counts.within = row["within"] ?? 0
        counts.withoutDeadline = row["withoutDeadline"] ?? 0
        counts.waiting = row["waiting"] ?? 0
        counts.beforeTracking = row["beforeTracking"] ?? 0
        return counts
    }
}
