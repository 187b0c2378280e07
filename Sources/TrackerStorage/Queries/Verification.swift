internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// The tables, indexes and triggers that are not as this program makes them, in alphabetical order: a trigger that
    /// was dropped to change the history, for example.
    package func foreignObjects() throws -> [String] {
        let made = try DatabaseQueue().write { pristine in
            try Schema.migrate(pristine, from: 0)
            return try Schema.objects(in: pristine)
        }
        let found = try Schema.objects(in: database)
        return Set(made.keys).union(found.keys).filter { made[$0] != found[$0] }.sorted()
    }

    /// Reads the whole history and holds it against its chain, and the obligations against the history.
    ///
    /// - Parameter head: a hash noted down earlier, to be looked for.
    package func checkHistory(lookingFor head: String? = nil) throws -> HistoryCheck {
        var check = HistoryCheck()
        var sequence: Int64 = 0
        var latest: [Int64: (sequence: Int64, state: String)] = [:]
        if let head { check.containsHead = head.isEmpty }
        let columns = EventChain.columns.joined(separator: ", ")
        let rows = try Row.fetchCursor(
            database, sql: "SELECT sequence, \(columns), hash, previous FROM event ORDER BY sequence")
        while let row = try rows.next() {
            let place: Int64 = row[0]
            let stored: String = row[columnCount + 1]
            if place != sequence + 1 { check.add(.missing(sequence + 1...place - 1)) }
            if try EventChain.hash(of: row.databaseValues.dropLast(2), after: check.head) != stored {
                check.add(.changed(place))
            }
            let obligation: Int64 = row[1]
            let before = latest[obligation]
            if let before, before.state != row["before"] {
                check.add(.doesNotFollow(place, obligation: obligation))
            } else if row["previous"] as Int64? != before?.sequence {
                check.add(.changed(place))
            }
            latest[obligation] = (place, row["after"])
            if stored == head { check.containsHead = true }
            (sequence, check.head, check.events) = (place, stored, check.events + 1)
        }
        let given = try Int64.fetchOne(database, sql: "SELECT max(last_event) FROM obligation") ?? 0
        if given > sequence { check.add(.missing(sequence + 1...given)) }
        try compareStates(with: latest, into: &check)
        return check
    }

    private var columnCount: Int { EventChain.columns.count }

    /// The obligations with a history must stand as it left them; the others must stand in their first state.
    private func compareStates(
        with latest: [Int64: (sequence: Int64, state: String)], into check: inout HistoryCheck
    ) throws {
        let names = StateColumns.names.joined(separator: ", ")
        let rows = try Row.fetchCursor(database, sql: "SELECT \(names), id, last_event FROM obligation ORDER BY id")
        while let row = try rows.next() {
            let id: Int64 = row["id"]
            let state = try StateColumns.state(from: row, at: 0)
            let isAsLeft = try latest[id].map { try StateText.decode($0.state) == state } ?? (state.version == 1)
            if !isAsLeft { check.add(.stateDiffers(obligation: id)) }
            let last: Int64? = row["last_event"]
            if let last, last > latest[id]?.sequence ?? 0 {
                check.add(.missing(last...last))
            } else if last != latest[id]?.sequence {
                check.add(.stateDiffers(obligation: id))
            }
        }
        // Each event that counts from a later day than the state before it has left that state among the past ones, up to
        // its day or that of an older fact entered afterwards; one from the state's first day on leaves nothing of it.
        let past = try Row.fetchCursor(
            database,
            sql: """
                SELECT e.obligation_id, e.before, e.ended, p.until, \(StateColumns.list(of: "p"))
                FROM (SELECT *, min(counts_on) OVER (PARTITION BY obligation_id ORDER BY sequence DESC) AS ended
                        FROM event) e LEFT JOIN obligation_past p
                    ON p.id = e.obligation_id AND p.version = json_extract(e.before, '$.version')
                WHERE json_extract(e.before, '$.since') < json_extract(e.after, '$.since')
                ORDER BY e.sequence
                """)
        while let row = try past.next() {
            let before = try StateText.decode(row["before"])
            let ended = try row.day("ended")
            let isKept: Bool =
                if ended <= before.since {
                    row["until"] as String? == nil
                } else if row["until"] as String? == ended.description {
                    try before == StateColumns.state(from: row, at: 4)
                } else {
                    false
                }
            if !isKept { check.add(.pastDiffers(obligation: row["obligation_id"])) }
        }
        let hidden = try Int64.fetchAll(
            database,
            sql: """
                SELECT o.id FROM event e JOIN obligation o ON o.id = e.obligation_id JOIN plan p ON p.id = o.plan_id
                WHERE e.counts_on > p.newest_fact ORDER BY e.sequence LIMIT \(HistoryCheck.limit)
                """)
        for id in hidden { check.add(.pastDiffers(obligation: id)) }
        let unknown = try Int64.fetchAll(
            database,
            sql: """
                SELECT p.id FROM obligation_past p
                    LEFT JOIN (SELECT obligation_id, json_extract(before, '$.version') AS version FROM event) e
                    ON e.obligation_id = p.id AND e.version = p.version
                WHERE e.version IS NULL ORDER BY p.id LIMIT \(HistoryCheck.limit)
                """)
        for id in unknown { check.add(.pastDiffers(obligation: id)) }
    }
}
