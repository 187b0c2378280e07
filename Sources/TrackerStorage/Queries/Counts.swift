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
        let (key, name, joins) = Self.terms(of: grouping)
        let sql = """
            SELECT \(key) AS key, \(name) AS name, \(Self.sums)
            FROM (\(states)) s \(joins)
            GROUP BY 1, 2 ORDER BY overdue DESC, 2
            """
        return try Row.fetchAll(database, sql: sql, arguments: ["asOf": asOf.description, "plan": plan])
            .map { CountGroup(key: $0["key"], name: $0["name"], counts: Self.counts(from: $0)) }
    }

    private static func terms(of grouping: CountGrouping) -> (key: String, name: String, joins: String) {
        switch grouping {
        case .plan:
            ("CAST(s.plan_id AS TEXT)", "p.number || ' · ' || p.issuer", "JOIN plan p ON p.id = s.plan_id")
        case .agency:
            (
                "coalesce(s.agency_id, o.owner)", "coalesce(g.name, nullif(o.owner, ''), '?')",
                "JOIN obligation o ON o.id = s.id LEFT JOIN agency g ON g.id = s.agency_id"
            )
        case .section:
            (
                "s.plan_id || '/' || a.section_ordinal",
                "p.number || ' · ' || a.section_ordinal || ' ' || a.section_title",
                "JOIN activity a ON a.id = s.activity_id JOIN plan p ON p.id = s.plan_id"
            )
        case .year:
            ("coalesce(substr(s.nominal_due, 1, 4), '')", "coalesce(substr(s.nominal_due, 1, 4), '-')", "")
        }
    }

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
