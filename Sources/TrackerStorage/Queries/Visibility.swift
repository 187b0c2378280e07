internal import GRDB
package import TrackerDomain

/// What somebody may see, as conditions of a query on the columns of `obligation` or `obligation_past`. Ids consist of a–z, 0–9,
/// hyphens and a slash (``AgencyID``), so that they stand in the text as they are.
enum VisibilitySQL {
    static func condition(_ circle: Visibility.Circle, on table: String) -> String {
        // What is told by the obligation itself comes first: SQLite looks no further where one term holds.
        var terms = ["\(table).agency_id IN (\(list(circle.owners)))"]
        terms += plans(circle, on: table)
        return "(\((terms + [named(circle, on: table)]).joined(separator: " OR ")))"
    }

    /// That the row of an obligation names one of the circle or is in a section that it supervises: a few lookups for each.
    static func named(_ circle: Visibility.Circle, on table: String) -> String {
        let mentioned = """
            EXISTS (SELECT 1 FROM activity_mention m
                WHERE m.agency_id IN (\(list(circle.named))) AND m.activity_id = \(table).activity_id)
            """
        guard circle.supervises else { return mentioned }
        return """
            (\(mentioned) OR EXISTS (SELECT 1 FROM activity v JOIN section_supervisor s
                ON s.plan_id = v.plan_id AND s.section_ordinal = v.section_ordinal
                WHERE v.id = \(table).activity_id AND s.agency_id IN (\(list(circle.owners)))))
            """
    }

    /// The rows of which ``named(_:on:)`` holds.
    static func namedRows(_ circle: Visibility.Circle) -> String {
        let mentioned = "SELECT activity_id FROM activity_mention WHERE agency_id IN (\(list(circle.named)))"
        guard circle.supervises else { return mentioned }
        return """
            \(mentioned) UNION ALL SELECT v.id FROM section_supervisor s CROSS JOIN activity v
                ON v.plan_id = s.plan_id AND v.section_ordinal = s.section_ordinal
                WHERE s.agency_id IN (\(list(circle.owners)))
            """
    }

    /// That a row `a` is of a plan that the circle keeps or in a section that it supervises.
    static func kept(_ circle: Visibility.Circle) -> String {
        var terms = plans(circle, on: "a")
        if circle.supervises {
            terms.append(
                """
                EXISTS (SELECT 1 FROM section_supervisor s WHERE s.plan_id = a.plan_id
                    AND s.section_ordinal = a.section_ordinal AND s.agency_id IN (\(list(circle.owners))))
                """)
        }
        return terms.isEmpty ? "0" : "(\(terms.joined(separator: " OR ")))"
    }

    /// That it is of a plan that the circle keeps; nothing where it keeps none.
    private static func plans(_ circle: Visibility.Circle, on table: String) -> [String] {
        guard !circle.plans.isEmpty else { return [] }
        return ["\(table).plan_id IN (\(circle.plans.sorted().map(String.init).joined(separator: ", ")))"]
    }

    private static func list(_ agencies: Set<AgencyID>) -> String {
        agencies.sorted().map { "'\($0)'" }.joined(separator: ", ")
    }
}

extension ReadTransaction {
    /// Whether an obligation, as it stands, may be seen.
    package func isVisible(_ id: Int64, to visibility: Visibility) throws -> Bool {
        guard let circle = visibility.circle else { return true }
        let found: Int? = try database.cachedValue(
            "SELECT 1 FROM obligation o WHERE o.id = ? AND \(VisibilitySQL.condition(circle, on: "o"))", [id])
        return found != nil
    }

    /// Whether the questions about a row are among those that may be seen.
    package func keeps(_ activity: Int64, for visibility: Visibility) throws -> Bool {
        guard let circle = visibility.circle else { return true }
        let found: Int? = try database.cachedValue(
            "SELECT 1 FROM activity a WHERE a.id = ? AND \(VisibilitySQL.kept(circle))", [activity])
        return found != nil
    }

    /// The agencies for which another one stands on a day: itself and all from which it took over everything.
    package func predecessors(of agency: AgencyID, on day: CivilDate) throws -> Set<AgencyID> {
        var found: Set = [agency]
        var next = [agency]
        while let heir = next.popLast() {
            let before = try database.cachedRows(
                """
                SELECT s.agency_id FROM succession_heir h JOIN succession s ON s.id = h.succession_id
                WHERE h.agency_id = ? AND s.kind <> 'transfer' AND s.counts_on <= ?
                    AND (SELECT count(*) FROM succession_heir WHERE succession_id = s.id) = 1
                """, [heir.description, day.description]
            ) { try $0.agency(0) }
            next += before.filter { found.insert($0).inserted }
        }
        return found
    }

    /// The standing agencies of all plans, as the plans name them.
    package func standingAgencies() throws -> [(plan: Int64, agency: AgencyID?)] {
        try database.cachedRows("SELECT id, standing_agency FROM plan", []) { row in
            (plan: row[0], agency: try row.optionalAgency(1))
        }
    }
}
