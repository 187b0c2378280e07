internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// Counts on a day, for each group; withdrawn obligations are left out.
    package func counts(by grouping: CountGrouping, plan: Int64?, asOf: CivilDate, readsPast: Bool) throws
        -> [CountGroup]
    {
        let columns = """
            id, plan_id, activity_id, agency_id, is_tracked, nominal_due, effective_due, original_effective, extensions,
            stage, submitted_on
            """
        let filter = "since <= :asOf AND stage <> 'withdrawn' AND (:plan IS NULL OR plan_id = :plan)"
        var states = "SELECT \(columns) FROM obligation WHERE \(filter)"
        if readsPast {
            states += " UNION ALL SELECT \(columns) FROM obligation_past WHERE \(filter) AND until > :asOf"
        }
        let terms = Self.terms(of: grouping)
        // Rows are summed by a short key first; names and the larger groups come from the few sums.
        let sql = """
            SELECT \(terms.key) AS key, \(terms.name) AS name, \(Self.totals)
            FROM (SELECT \(terms.groupedBy) AS grouped, \(Self.sums) FROM (\(states)) s GROUP BY 1) t \(terms.joins)
            GROUP BY 1, 2 ORDER BY overdue DESC, 2
            """
        return try Row.fetchAll(database, sql: sql, arguments: ["asOf": asOf.description, "plan": plan])
            .map { CountGroup(key: $0["key"], name: $0["name"], counts: Self.counts(from: $0)) }
    }

    private struct Terms {
        /// What the rows are summed by.
        let groupedBy: String
        let key: String
        let name: String
        let joins: String
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
                key: "t.grouped", name: "coalesce(g.name, nullif(t.grouped, ''), '?')",
                joins: "LEFT JOIN agency g ON g.id = t.grouped")
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

    /// The official two by two against a due date: each name with the condition of a tracked obligation.
    private static func terms(against due: String) -> [(name: String, condition: String)] {
        let isOwed = "(s.stage IN ('notStarted', 'inProgress') OR s.stage = 'submitted' AND s.submitted_on > \(due))"
        return [
            (
                "completedOnTime",
                "s.stage = 'completed' AND (\(due) IS NULL OR s.submitted_on IS NULL OR s.submitted_on <= \(due))"
            ), ("completedLate", "s.stage = 'completed' AND s.submitted_on > \(due)"),
            ("overdue", "\(due) < :asOf AND \(isOwed)"),
            (
                "within",
                "\(due) IS NOT NULL AND (s.stage = 'submitted' AND s.submitted_on <= \(due) "
                    + "OR \(due) >= :asOf AND \(isOwed))"
            ),
        ]
    }

    private static let extendedTerms = terms(against: "s.effective_due")
    private static let originalTerms = terms(against: "s.original_effective")

    private static let names =
        ["beforeTracking", "withoutDeadline", "waiting"] + extendedTerms.map(\.name)
        + originalTerms.map { "\($0.name)Moved" }
    private static let totals = names.map { "sum(t.\($0)) AS \($0)" }.joined(separator: ", ")

    /// Against the original deadline only the few extended obligations differ: their differences are summed.
    private static let sums: String = {
        let fixed = """
            sum(s.is_tracked = 0) AS beforeTracking,
            sum(s.is_tracked = 1 AND s.effective_due IS NULL AND s.stage NOT IN ('completed', 'waiting', 'suspended'))
                AS withoutDeadline,
            sum(s.is_tracked = 1 AND s.stage IN ('waiting', 'suspended')) AS waiting
            """
        let extended = extendedTerms.map { "sum(s.is_tracked = 1 AND \($0.condition)) AS \($0.name)" }
        let moved = zip(originalTerms, extendedTerms).map { original, extended in
            "sum(CASE WHEN s.extensions > 0 AND s.is_tracked = 1 "
                + "THEN (\(original.condition)) - (\(extended.condition)) ELSE 0 END) AS \(original.name)Moved"
        }
        return ([fixed] + extended + moved).joined(separator: ", ")
    }()

    private static func counts(from row: Row) -> PeriodCounts {
        func number(_ name: String) -> Int { row[name] ?? 0 }
        var counts = PeriodCounts()
        counts.completedOnTime = number("completedOnTime")
        counts.completedLate = number("completedLate")
        counts.overdue = number("overdue")
        counts.within = number("within")
        counts.withoutDeadline = number("withoutDeadline")
        counts.waiting = number("waiting")
        counts.beforeTracking = number("beforeTracking")
        counts.original.completedOnTime = counts.completedOnTime + number("completedOnTimeMoved")
        counts.original.completedLate = counts.completedLate + number("completedLateMoved")
        counts.original.overdue = counts.overdue + number("overdueMoved")
        counts.original.within = counts.within + number("withinMoved")
        return counts
    }
}
