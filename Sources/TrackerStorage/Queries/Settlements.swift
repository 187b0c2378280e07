internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// What people have settled of a row.
    package func settlements(ofActivity id: Int64) throws -> [Settlement] {
        try database.cachedRows(
            "SELECT * FROM settlement WHERE activity_id = ? ORDER BY question, words", [id], Self.settlement(from:))
    }

    /// Whether anything was settled of a plan's rows.
    package func hasSettlements(ofPlan plan: Int64) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM activity a JOIN settlement s ON s.activity_id = a.id WHERE a.plan_id = ?)
                """, arguments: [plan]) ?? false
    }

    /// A question with its row; `nil` where there is none of that number.
    package func question(_ id: Int64) throws -> (question: Question, activity: Int64)? {
        try database.cachedRow("SELECT activity_id, kind, words, nearest FROM question WHERE id = ?", [id]) { row in
            let nearest = (row["nearest"] as String).split(separator: "\n").map(String.init)
            return (
                Question(kind: try row.value("kind"), words: row["words"], nearest: nearest), row["activity_id"]
            )
        }
    }

    /// The place of a row in its document, counted from 0.
    package func position(ofActivity id: Int64) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT position FROM activity WHERE id = ?", arguments: [id]) ?? 0
    }

    private static func settlement(from row: Row) throws -> Settlement {
        let text: String = row["answer"]
        let answer: Settlement.Answer
        switch row["form"] as String {
        case "deadline": answer = .deadline(text)
        case "agency":
            guard let agency = AgencyID(text) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
            answer = .agency(agency)
        default: answer = .asRead
        }
        return Settlement(
            of: try row.value("question"), words: row["words"], answer: answer,
            by: try row.optionalAgency("settled_by"), on: try row.day("settled_on"))
    }
}

extension WriteTransaction {
    /// Keeps what was settled of a row; a later answer to the same question takes the place of the earlier one.
    package func putSettlement(_ settlement: Settlement, activity: Int64) throws {
        let (form, answer) =
            switch settlement.answer {
            case .deadline(let words): ("deadline", words)
            case .agency(let id): ("agency", id.description)
            case .asRead: ("asRead", "")
            }
        try database.execute(
            sql: """
                INSERT INTO settlement (activity_id, question, words, form, answer, settled_by, settled_on)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET form = excluded.form, answer = excluded.answer,
                    settled_by = excluded.settled_by, settled_on = excluded.settled_on
                """,
            arguments: [
                activity, settlement.question.rawValue, settlement.words, form, answer,
                settlement.settledBy?.description, settlement.settledOn.description,
            ])
    }
}
