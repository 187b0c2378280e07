internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// A page of the rows of one plan or of all plans, in the order of the documents; those that a revision took out are
    /// left aside. The cursor is plan and position of the last row, "1~38".
    package func activities(ofPlan plan: Int64?, after: (plan: Int64, position: Int64)?, limit: Int) throws
        -> Page<Activity>
    {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM activity
                WHERE (plan_id, position) > (:afterPlan, :afterPosition) AND removed_on IS NULL
                    AND (:plan IS NULL OR plan_id = :plan)
                ORDER BY plan_id, position LIMIT :limit
                """,
            arguments: [
                "plan": plan, "afterPlan": after?.plan ?? plan ?? 0, "afterPosition": after?.position ?? -1,
                "limit": limit + 1,
            ])
        let items = try rows.prefix(limit).map { try activity(from: $0) }
        let next: String? =
            rows.count > limit
            ? rows.prefix(limit).last.map { "\($0["plan_id"] as Int64)~\($0["position"] as Int64)" } : nil
        return Page(items: items, next: next)
    }

    package func activity(_ id: Int64) throws -> Activity? {
        try database.cachedRow("SELECT * FROM activity WHERE id = ?", [id], activity(from:))
    }

    /// All rows of a plan that no revision took out, for comparing with a new edition.
    package func rows(ofPlan plan: Int64) throws -> [(id: Int64, row: AppendixRow)] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM activity WHERE plan_id = ? AND removed_on IS NULL ORDER BY position",
            arguments: [plan]
        ).map { ($0["id"], Self.appendixRow(from: $0)) }
    }

    /// How many rows a plan has.
    package func activityCount(ofPlan plan: Int64) throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT count(*) FROM activity WHERE plan_id = ? AND removed_on IS NULL", arguments: [plan])
            ?? 0
    }

    private func activity(from row: Row) throws -> Activity {
        let id: Int64 = row["id"]
        let mentions = try database.cachedRows(
            "SELECT * FROM activity_mention WHERE activity_id = ? ORDER BY role DESC, position", [id]
        ) { mention in
            Activity.Mention(
                role: try mention.value("role"), words: mention["words"],
                agency: try mention.optionalAgency("agency_id"))
        }
        return Activity(
            id: id, plan: row["plan_id"], row: Self.appendixRow(from: row),
            deadlineKind: try row.value("deadline_kind"), condition: row["condition"], mentions: mentions,
            removedOn: try row.optionalDay("removed_on"), settlements: try settlements(ofActivity: id))
    }

    private static func appendixRow(from row: Row) -> AppendixRow {
        AppendixRow(
            section: .init(ordinal: row["section_ordinal"], title: row["section_title"]), ordinal: row["ordinal"],
            task: row["task"], product: row["product"], lead: row["lead"], cooperation: row["cooperation"],
            deadline: row["deadline"], funding: row["funding"], sourceClause: row["source_clause"],
            isComplete: row["is_complete"])
    }
}

/// A row with everything that was read into it, as it is written to the store.
package struct ActivityRecord: Sendable {
    package var row: AppendixRow
    package var position: Int
    package var deadlineKind: DeadlineKind
    package var condition: String?
    package var mentions: [Activity.Mention]
    package var questions: [Question]

    package init(
        row: AppendixRow, position: Int, deadlineKind: DeadlineKind, condition: String?,
        mentions: [Activity.Mention], questions: [Question]
    ) {
        self.row = row
        self.position = position
        self.deadlineKind = deadlineKind
        self.condition = condition
        self.mentions = mentions
        self.questions = questions
    }
}

extension WriteTransaction {
    private static let cells = [
        "position", "section_ordinal", "section_title", "ordinal", "task", "product", "lead", "cooperation", "deadline",
        "funding", "source_clause", "is_complete", "deadline_kind", "condition",
    ]

    package func insertActivity(_ record: ActivityRecord, plan: Int64) throws -> Int64 {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO activity (plan_id, \(Self.cells.joined(separator: ", ")))
                VALUES (?, \(Self.cells.map { _ in "?" }.joined(separator: ", ")))
                """)
        try statement.execute(arguments: StatementArguments([plan] + Self.values(record)))
        let id = database.lastInsertedRowID
        try insertReadings(record, activity: id)
        return id
    }

    /// Replaces a row's words and readings; its number, and so everything that hangs on it, stays.
    package func updateActivity(_ id: Int64, _ record: ActivityRecord) throws {
        try database.execute(
            sql: "UPDATE activity SET \(Self.cells.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?",
            arguments: StatementArguments(Self.values(record) + [id]))
        try database.execute(sql: "DELETE FROM activity_mention WHERE activity_id = ?", arguments: [id])
        try database.execute(sql: "DELETE FROM activity_search WHERE rowid = ?", arguments: [id])
        var record = record
        record.questions = try endQuestions(ofActivity: id, but: record.questions)
        try insertReadings(record, activity: id)
    }

    /// Ends the questions about a row but those that are asked still, which keep their numbers; returns those that are new.
    private func endQuestions(ofActivity id: Int64, but asked: [Question]) throws -> [Question] {
        var new = asked
        let known = try Row.fetchAll(
            database, sql: "SELECT id, kind, words, nearest FROM question WHERE activity_id = ?", arguments: [id])
        for row in known {
            let place = new.firstIndex { question in
                question.kind.rawValue == row["kind"] && question.words == row["words"]
                    && question.nearest.joined(separator: "\n") == row["nearest"]
            }
            if let place {
                new.remove(at: place)
            } else {
                try database.execute(sql: "DELETE FROM question WHERE id = ?", arguments: [row["id"] as Int64])
            }
        }
        return new
    }

    /// Moves a row that a revision left as it was to its new place in the document.
    package func moveActivity(_ id: Int64, to position: Int) throws {
        let statement = try database.cachedStatement(
            sql: "UPDATE activity SET position = ? WHERE id = ? AND position <> ?")
        try statement.execute(arguments: [position, id, position])
    }

    /// Marks a row that a revision took out; nothing of it is deleted, only its open questions end.
    package func removeActivity(_ id: Int64, on day: CivilDate) throws {
        try database.execute(
            sql: "UPDATE activity SET removed_on = ? WHERE id = ?", arguments: [day.description, id])
        try database.execute(sql: "DELETE FROM question WHERE activity_id = ?", arguments: [id])
    }

    private static func values(_ record: ActivityRecord) -> [(any DatabaseValueConvertible)?] {
        let row = record.row
        return [
            record.position, row.section.ordinal, row.section.title, row.ordinal, row.task, row.product, row.lead,
            row.cooperation, row.deadline, row.funding, row.sourceClause, row.isComplete,
            record.deadlineKind.rawValue, record.condition,
        ]
    }

    /// Makes the search index anew for all rows.
    func indexActivities() throws {
        try database.execute(sql: "DELETE FROM activity_search")
        let insert = try database.cachedStatement(sql: "INSERT INTO activity_search (rowid, text) VALUES (?, ?)")
        let rows = try Row.fetchCursor(
            database, sql: "SELECT id, task, product, lead, cooperation FROM activity ORDER BY id")
        while let row = try rows.next() {
            let cells: [String] = (1...4).map { row[$0] }
            try insert.execute(arguments: [row[0] as Int64, SearchIndex.text(of: cells)])
        }
    }

    private func insertReadings(_ record: ActivityRecord, activity: Int64) throws {
        let mention = try database.cachedStatement(
            sql: "INSERT INTO activity_mention (activity_id, role, position, words, agency_id) VALUES (?, ?, ?, ?, ?)")
        for (position, item) in record.mentions.enumerated() {
            try mention.execute(
                arguments: [activity, item.role.rawValue, position, item.words, item.agency?.description])
        }
        let question = try database.cachedStatement(
            sql: "INSERT INTO question (activity_id, kind, words, nearest) VALUES (?, ?, ?, ?)")
        for item in record.questions {
            try question.execute(
                arguments: [activity, item.kind.rawValue, item.words, item.nearest.joined(separator: "\n")])
        }
        let search = try database.cachedStatement(sql: "INSERT INTO activity_search (rowid, text) VALUES (?, ?)")
        let row = record.row
        try search.execute(
            arguments: [activity, SearchIndex.text(of: [row.task, row.product, row.lead, row.cooperation])])
    }
}
