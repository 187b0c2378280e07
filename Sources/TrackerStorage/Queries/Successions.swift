internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// All successions that the store knows, to follow.
    package func successionTable() throws -> SuccessionTable {
        try SuccessionTable(successions("SELECT * FROM succession ORDER BY id", []))
    }

    private func successions(_ sql: String, _ arguments: StatementArguments) throws -> [Succession] {
        try database.cachedRows(sql, arguments) { row in
            let heirs = try database.cachedRows(
                "SELECT agency_id FROM succession_heir WHERE succession_id = ? ORDER BY position", [row["id"] as Int64]
            ) { try $0.agency(0) }
            return Succession(
                from: try row.agency("agency_id"), to: heirs, on: try row.day("counts_on"),
                kind: try row.value("kind"), source: row["source"], certainty: try row.value("certainty"),
                function: row["function"])
        }
    }

    /// The agency that keeps a plan on a day: the one that the plan names, or its heir.
    package func standingAgency(of plan: Plan, on day: CivilDate) throws -> AgencyID? {
        try plan.standingAgency.flatMap { try heir(of: $0, on: day) }
    }

    /// Who keeps a section of a plan on a day: the standing agency of the plan and the supervisor of the section, each
    /// with its heir in its place.
    package func keepers(
        ofSection ordinal: String, plan: Int64, on day: CivilDate
    ) throws -> (standing: AgencyID?, supervisor: AgencyID?) {
        let named = try database.cachedRow(
            """
            SELECT p.standing_agency, s.agency_id FROM plan p
                LEFT JOIN section_supervisor s ON s.plan_id = p.id AND s.section_ordinal = ?
            WHERE p.id = ?
            """, [ordinal, plan]
        ) { (try $0.optionalAgency(0), try $0.optionalAgency(1)) }
        guard let (standing, supervisor) = named else { return (nil, nil) }
        return (
            try standing.flatMap { try heir(of: $0, on: day) }, try supervisor.flatMap { try heir(of: $0, on: day) }
        )
    }

    /// The agency that stands for another on a day: itself while it exists, then its heir; `nil` where it has none. The same
    /// as ``SuccessionTable/heir(of:on:)``, without reading the table.
    package func heir(of agency: AgencyID, on day: CivilDate) throws -> AgencyID? {
        var passed: [AgencyID] = []
        var current = agency
        while !passed.contains(current) {
            let ending = try database.cachedRow(
                """
                SELECT CASE count(h.agency_id) WHEN 1 THEN max(h.agency_id) END FROM succession s
                    LEFT JOIN succession_heir h ON h.succession_id = s.id
                WHERE s.agency_id = ? AND s.kind <> 'transfer' AND s.counts_on <= ? GROUP BY s.id
                """, [current.description, day.description]
            ) { try $0.optionalAgency(0) }
            guard let ending else { return current }
            guard let heir = ending else { return nil }
            passed.append(current)
            current = heir
        }
        return nil
    }

    /// The open obligations of agencies, of one plan or of all, and those that other agencies owe for the same rows.
    package func successionItems(
        of ended: [AgencyID], and heirs: [AgencyID], plan: Int64?
    ) throws -> [SuccessionPlan.Item] {
        let open = """
            o.is_tracked = 1 AND o.stage NOT IN ('completed', 'withdrawn') AND (:plan IS NULL OR o.plan_id = :plan)
            """
        return try Row.fetchAll(
            database,
            sql: """
                WITH moving AS MATERIALIZED (
                    SELECT o.id, o.activity_id
                    FROM json_each(:ended) e CROSS JOIN obligation o ON o.agency_id = e.value WHERE \(open)),
                found AS (
                    SELECT id FROM moving
                    UNION SELECT o.id FROM (SELECT DISTINCT activity_id FROM moving) m
                        CROSS JOIN obligation o ON o.activity_id = m.activity_id
                    WHERE o.agency_id IN (SELECT value FROM json_each(:heirs)) AND \(open))
                SELECT o.id, o.activity_id, o.part, o.period, o.agency_id, o.effective_due,
                    o.stage IN ('notStarted', 'waiting') AND o.progress = 0 AND o.reported_on IS NULL
                        AND o.extensions = 0 AND o.requested_due IS NULL AS untouched
                FROM found f CROSS JOIN obligation o ON o.id = f.id
                ORDER BY o.id
                """, arguments: ["ended": Self.json(ended), "heirs": Self.json(heirs), "plan": plan]
        ).map { row in
            SuccessionPlan.Item(
                id: row["id"], activity: row["activity_id"], part: row["part"], period: row["period"],
                agency: try row.agency("agency_id"), due: try row.optionalDay("effective_due"),
                isUntouched: row["untouched"])
        }
    }

    /// Ids need no escaping: they are a–z, 0–9, hyphens and a slash.
    private static func json(_ ids: [AgencyID]) -> String {
        "[" + ids.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }

    /// How many open obligations an agency owes.
    package func openObligationCount(of agency: AgencyID) throws -> Int {
        try Int.fetchOne(
            database,
            sql: """
                SELECT count(*) FROM obligation INDEXED BY obligation_open
                WHERE agency_id = ? AND is_tracked = 1 AND stage NOT IN ('completed', 'withdrawn')
                """, arguments: [agency.description]) ?? 0
    }
}

extension WriteTransaction {
    /// Adds a succession. It takes the place of one by which the same agency ended without a single heir.
    package func insertSuccession(_ succession: Succession) throws {
        if succession.endsAgency {
            try database.execute(
                sql: "DELETE FROM succession WHERE agency_id = ? AND kind IN ('split', 'abolish')",
                arguments: [succession.from.description])
        }
        try database.execute(
            sql: """
                INSERT INTO succession (agency_id, counts_on, kind, function, source, certainty) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                succession.from.description, succession.on.description, succession.kind.rawValue, succession.function,
                succession.source, succession.certainty.rawValue,
            ])
        let id = database.lastInsertedRowID
        for (position, heir) in succession.to.enumerated() {
            try database.execute(
                sql: "INSERT INTO succession_heir (succession_id, position, agency_id) VALUES (?, ?, ?)",
                arguments: [id, position, heir.description])
        }
    }

    /// Links an obligation that ended to the one that is kept in its place.
    package func link(_ obligation: Int64, mergedInto other: Int64) throws {
        try database.executeCached("UPDATE obligation SET merged_into = ? WHERE id = ?", [other, obligation])
    }

    /// Asks who takes over from an agency that ended without a single heir: for each row that names it, once.
    package func askForHeir(after ending: Succession, successors: [String], plan: Int64?) throws {
        try database.execute(
            sql: """
                INSERT INTO question (activity_id, kind, words, nearest)
                SELECT m.activity_id, CASE m.role WHEN 'lead' THEN 'leadEnded' ELSE 'cooperatingEnded' END, m.words, :heirs
                FROM activity_mention m JOIN activity a ON a.id = m.activity_id
                WHERE m.agency_id = :agency AND a.removed_on IS NULL AND (:plan IS NULL OR a.plan_id = :plan)
                    AND NOT EXISTS (
                        SELECT 1 FROM question q WHERE q.activity_id = m.activity_id AND q.words = m.words
                            AND q.kind IN ('leadEnded', 'cooperatingEnded'))
                """,
            arguments: [
                "agency": ending.from.description, "heirs": successors.joined(separator: "\n"), "plan": plan,
            ])
    }
}
