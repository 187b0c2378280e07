internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// A page of what a person has to settle, in the order of the plans' rows.
    package func questions(plan: Int64?, after: Int64?, limit: Int) throws -> Page<QuestionEntry> {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT q.id, q.kind, q.words, q.nearest, a.id AS activity_id, a.plan_id, p.number, a.section_ordinal,
                    a.ordinal, a.task, (
                        SELECT count(*) FROM obligation o WHERE o.activity_id = a.id AND o.stage <> 'withdrawn'
                    ) AS obligations
                FROM question q CROSS JOIN activity a ON a.id = q.activity_id CROSS JOIN plan p ON p.id = a.plan_id
                WHERE q.id > :after AND (:plan IS NULL OR a.plan_id = :plan)
                ORDER BY q.id LIMIT :limit
                """, arguments: ["after": after ?? 0, "plan": plan, "limit": limit + 1])
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
}
