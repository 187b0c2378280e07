internal import GRDB
package import TrackerDomain

/// What an agency is late with.
package struct OverdueCount: Sendable {
    package let name: String
    package let count: Int
    /// The effective due date of what is longest overdue.
    package let earliest: CivilDate
}

extension ReadTransaction {
    /// How much each agency is late with under some plans, the most first. Read from one index alone.
    package func overdueByAgency(plans: [Int64], on day: CivilDate) throws -> [OverdueCount] {
        let list = "[" + plans.map(String.init).joined(separator: ",") + "]"
        return try database.cachedRows(
            """
            SELECT coalesce(g.name, ''), t.count, t.earliest FROM (
                SELECT agency_id, count(*) AS count, min(effective_due) AS earliest
                FROM obligation INDEXED BY obligation_owed_by_agency
                WHERE owed = 1 AND is_tracked = 1 AND agency_id IS NOT NULL AND effective_due < :day
                    AND plan_id IN (SELECT value FROM json_each(:plans))
                GROUP BY agency_id) t
            LEFT JOIN agency g ON g.id = t.agency_id ORDER BY t.count DESC, t.agency_id
            """, ["day": day.description, "plans": list]
        ) { OverdueCount(name: $0[0], count: $0[1], earliest: try $0.day(2)) }
    }
}
