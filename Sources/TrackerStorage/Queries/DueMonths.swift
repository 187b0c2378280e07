internal import GRDB
package import TrackerDomain

/// How many obligations an agency owes that fall due in a month.
package struct DueCount: Sendable, Hashable {
    /// The agency's id; empty for agencies that the directory does not know.
    package let agency: String
    package let name: String
    /// The first day of the month; `nil` for what is overdue.
    package let month: CivilDate?
    package let number: Int
}

extension ReadTransaction {
    /// What is owed and due before a day, counted by agency and month of the effective due date; what is overdue is one
    /// number. Walks the index `obligation_owed_by_agency` up to the day, agency by agency.
    package func dueCounts(plan: Int64?, asOf: CivilDate, before end: CivilDate, readsPast: Bool) throws -> [DueCount] {
        let bucket = "iif(o.effective_due < :asOf, '', substr(o.effective_due, 1, 7))"
        var owed = "o.owed = 1 AND o.is_tracked = 1 AND o.effective_due < :end"
        var arguments: [String: (any DatabaseValueConvertible)?] = ["asOf": asOf.description, "end": end.description]
        if let plan {
            owed += " AND o.plan_id = :plan"
            arguments["plan"] = plan
        }
        let current = readsPast ? "\(owed) AND o.since <= :asOf" : owed
        // The agencies come first, so that each is one piece of the index.
        var arms = [
            """
            SELECT g.id AS agency, \(bucket) AS bucket, count(*) AS number
            FROM agency g CROSS JOIN obligation o INDEXED BY obligation_owed_by_agency ON o.agency_id = g.id
            WHERE \(current) GROUP BY 1, 2
            """,
            "SELECT '', \(bucket), count(*) FROM obligation o WHERE o.agency_id IS NULL AND \(current) GROUP BY 2",
        ]
        if readsPast {
            arms.append(
                """
                SELECT coalesce(o.agency_id, ''), \(bucket), count(*) FROM obligation_past o
                WHERE \(current) AND o.until > :asOf GROUP BY 1, 2
                """)
        }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT t.agency, coalesce(\(AgencyNameSQL.name(of: "g", on: ":asOf")), ''), t.bucket, sum(t.number)
                FROM (\(arms.joined(separator: " UNION ALL "))) t LEFT JOIN agency g ON g.id = t.agency
                GROUP BY 1, 3 ORDER BY 1, 3
                """,
            arguments: StatementArguments(arguments))
        return rows.map { row in
            DueCount(agency: row[0], name: row[1], month: CivilDate(iso: "\(row[2] as String)-01"), number: row[3])
        }
    }
}
