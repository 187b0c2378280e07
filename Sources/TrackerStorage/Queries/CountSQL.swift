internal import TrackerDomain

/// The SQL of counts on a day (docs/decisions/0030-counts.md): rows of what they are grouped by, the standing, the standing against the
/// original deadline where that may be another, their number, and how many of them were due before the day.
struct CountSQL {
    /// Which obligations are counted.
    enum Scope {
        case all
        /// Those of the plan `:plan`.
        case plan
        /// Those of the rows in the JSON array `:ids`.
        case rows
    }

    let grouping: CountGrouping
    let scope: Scope
    /// Whose eyes count; what concerns others is left out.
    var visibility = Visibility.everything

    func rows(readsPast: Bool) -> String {
        guard !readsPast, visibility.circle == nil, let tallied else {
            return oneByOne(condition, readsPast: readsPast)
        }
        return "\(tallied) UNION ALL \(oneByOne("extensions > 0 AND \(condition)", index: extendedIndex))"
    }

    private var condition: String {
        switch scope {
        case .all: "1"
        case .plan: "plan_id = :plan"
        case .rows: "activity_id IN (SELECT value FROM json_each(:ids))"
        }
    }

    private var extendedIndex: String {
        if case .rows = scope { "obligation_counted_in_activity" } else { "obligation_extended" }
    }

    // MARK: Counted in an index

    /// Today's states that no extension makes stand elsewhere against their original deadline, summed in the order of an index
    /// that has all it takes; `nil` where none is in the order of the groups.
    private var tallied: String? {
        switch grouping {
        case .plan: tally("plan_id", from: "obligation_counted", in: "plan_id, counted_for, counted_as")
        case .agency: tally("counted_for", from: "obligation_counted", in: "plan_id, counted_for, counted_as")
        case .section: tally("activity_id", from: "obligation_counted_in_activity", in: "activity_id, counted_as")
        case .year: nil
        }
    }

    /// The many small sums that follow each other in the index become few afterwards.
    private func tally(_ grouped: String, from index: String, in order: String) -> String {
        let isByRow = grouped == "activity_id"
        let condition =
            if case .plan = scope, isByRow {
                "activity_id IN (SELECT id FROM activity WHERE plan_id = :plan)"
            } else {
                condition
            }
        return """
            SELECT \(grouped) AS grouped, counted_as AS standing, NULL AS original, sum(number) AS number, sum(past) AS past
            FROM (SELECT \(order), count(*) AS number, sum(effective_due < :asOf) AS past
                FROM obligation INDEXED BY \(index)
                WHERE extensions = 0 AND counted_as <> 'withdrawn' AND \(condition) GROUP BY \(order))
            GROUP BY 1, 2
            """
    }

    // MARK: Counted one by one

    private func oneByOne(_ condition: String, readsPast: Bool = false, index: String? = nil) -> String {
        let visible = visibility.circle.map { "WHERE " + VisibilitySQL.condition($0, on: "s") } ?? ""
        return """
            SELECT \(groupedBy) AS grouped, \(Self.standing(against: "s.effective_due")) AS standing,
                \(Self.original) AS original, count(*) AS number, NULL AS past
            FROM (\(Self.states(where: condition, readsPast: readsPast, index: index))) s \(visible) GROUP BY 1, 2, 3
            """
    }

    private var groupedBy: String {
        switch grouping {
        case .plan: "s.plan_id"
        case .agency: "coalesce(s.agency_id, (SELECT owner FROM obligation o WHERE o.id = s.id))"
        case .section: "s.activity_id"
        case .year: "coalesce(substr(s.nominal_due, 1, 4), '')"
        }
    }

    /// The states that counted on the day and match a condition over columns that current and past states share.
    private static func states(where condition: String, readsPast: Bool, index: String?) -> String {
        let columns = """
            id, plan_id, activity_id, agency_id, is_tracked, nominal_due, effective_due, original_effective, extensions,
            stage, submitted_on
            """
        let filter = "since <= :asOf AND stage <> 'withdrawn' AND \(condition)"
        let current = "SELECT \(columns) FROM obligation\(index.map { " INDEXED BY \($0)" } ?? "") WHERE \(filter)"
        guard readsPast else { return current }
        return current + " UNION ALL SELECT \(columns) FROM obligation_past WHERE \(filter) AND until > :asOf"
    }

    /// Where an obligation stands against a due date, as counts see it; `ObligationState.timeStatus(on:)` in SQL. The column
    /// `counted_as` says the same of what does not change with the day.
    private static func standing(against due: String) -> String {
        """
        CASE WHEN s.is_tracked = 0 THEN 'beforeTracking'
            WHEN s.stage IN ('waiting', 'suspended') THEN 'waiting'
            WHEN s.stage = 'completed' THEN iif(s.submitted_on > \(due), 'completedLate', 'completedOnTime')
            WHEN \(due) IS NULL THEN 'withoutDeadline'
            ELSE iif(iif(s.stage = 'submitted', s.submitted_on, :asOf) > \(due), 'overdue', 'within') END
        """
    }

    /// Against the original deadline only the few extended obligations may stand elsewhere; for others there is none.
    private static let original = "iif(s.extensions > 0, \(standing(against: "s.original_effective")), NULL)"
}
