internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// A page of what a person has to settle, in the order of the plans' rows. That a lead has ended is asked as long as an
    /// agency that no longer exists on the day owes something of the row. Questions about cooperating agencies come apart.
    package func questions(
        plan: Int64?, onlyCooperating: Bool, visibleTo visibility: Visibility = .everything, on day: CivilDate,
        after: Int64?, limit: Int
    ) throws -> Page<QuestionEntry> {
        let isVisible = visibility.circle.map { "AND " + VisibilitySQL.kept($0) } ?? ""
        let orphans = """
            SELECT count(*) FROM obligation o JOIN agency g ON g.id = o.agency_id
            WHERE o.activity_id = a.id AND o.stage NOT IN ('completed', 'withdrawn') AND o.is_tracked = 1
                AND g.valid_to < :day
            """
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT q.id, q.kind, q.words, q.nearest, a.id AS activity_id, a.plan_id, p.number, a.section_ordinal,
                    a.ordinal, a.task, CASE q.kind WHEN 'leadEnded' THEN (\(orphans)) WHEN 'cooperatingEnded' THEN 0 ELSE (
                        SELECT count(*) FROM obligation o WHERE o.activity_id = a.id AND o.stage <> 'withdrawn'
                    ) END AS obligations
                FROM question q CROSS JOIN activity a ON a.id = q.activity_id CROSS JOIN plan p ON p.id = a.plan_id
                WHERE q.id > :after AND (:plan IS NULL OR a.plan_id = :plan)
                    AND (q.kind = 'cooperatingEnded') = :cooperating
                    AND (q.kind <> 'leadEnded' OR (\(orphans)) > 0) \(isVisible)
                ORDER BY q.id LIMIT :limit
                """,
            arguments: [
                "after": after ?? 0, "plan": plan, "cooperating": onlyCooperating, "day": day.description,
                "limit": limit + 1,
            ])
        let items = try rows.prefix(limit).map { row in
            let section: String = row["section_ordinal"]
            let ordinal: String = row["ordinal"]
            return QuestionEntry(
                id: row["id"],
                question: Question(
                    kind: try row.value("kind"), words: row["words"],
                    nearest: (row["nearest"] as String).split(separator: "\n").map(String.init)),
                activity: row["activity_id"], planID: row["plan_id"], planNumber: row["number"],
                place: section.isEmpty ? ordinal : "\(section).\(ordinal)", title: row["task"],
                obligations: row["obligations"])
        }
        return Page(items: items, next: rows.count > limit ? items.last.map { String($0.id) } : nil)
    }

    /// How many rows name a cooperating agency or group that ended without an heir.
    package func endedCooperationCount(plan: Int64?, visibleTo visibility: Visibility = .everything) throws -> Int {
        let isVisible = visibility.circle.map { "AND " + VisibilitySQL.kept($0) } ?? ""
        return try Int.fetchOne(
            database,
            sql: """
                SELECT count(*) FROM question q JOIN activity a ON a.id = q.activity_id
                WHERE q.kind = 'cooperatingEnded' AND (:plan IS NULL OR a.plan_id = :plan) \(isVisible)
                """, arguments: ["plan": plan]) ?? 0
    }
}
