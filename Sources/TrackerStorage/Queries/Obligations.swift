internal import GRDB
package import TrackerDomain

/// What an obligation list asks for.
package struct ObligationQuery: Sendable {
    package var filter: ObligationFilter
    package var asOf: CivilDate
    /// Whether states that have since been replaced may count, see ``ReadTransaction/readsPast(asOf:)``.
    package var readsPast: Bool
    package var order: ListOrder
    package var kind: Kind
    package var after: String?
    package var limit: Int

    package enum Kind: Sendable {
        case all
        /// Open, and owed by an agency that no longer exists.
        case ofEndedAgency
        /// Owed and past the effective due date.
        case overdue
        /// Owed and due up to a day.
        case due(until: CivilDate)
        /// Depends on a condition that nobody has recorded, though the written date has passed.
        case conditionalPastDue
        /// Neither completed nor withdrawn, with a due date, whether it runs yet or not.
        case openWithDueDate
        /// A request to extend the deadline waits for its decision.
        case extensionRequested
        /// Ongoing work without a progress report since a day, which depends on the reporting regime of the plan.
        case checkInMissing(since: [ReportingRegime.ID: CivilDate])
    }

    package init(
        filter: ObligationFilter, asOf: CivilDate, readsPast: Bool, order: ListOrder, kind: Kind, after: String? = nil,
        limit: Int
    ) {
        self.filter = filter
        self.asOf = asOf
        self.readsPast = readsPast
        self.order = order
        self.kind = kind
        self.after = after
        self.limit = limit
    }
}

extension ReadTransaction {
    /// A page of obligations with what a list shows beside them.
    package func obligations(_ query: ObligationQuery) throws -> Page<ObligationEntry> {
        let statement = try ObligationSQL(query, along: ways(of: query))
        let rows = try Row.fetchAll(database, sql: statement.entries, arguments: statement.arguments)
        let entries = try rows.prefix(query.limit).map(Self.entry(from:))
        let next = rows.count > query.limit ? entries.last.map { Cursor(of: $0, order: query.order).text } : nil
        return Page(items: entries, next: next)
    }

    /// How many obligations a query matches, counted no further than its limit.
    package func count(_ query: ObligationQuery) throws -> Int {
        let statement = try ObligationSQL(query, along: ways(of: query))
        return try Int.fetchOne(database, sql: statement.count, arguments: statement.arguments) ?? 0
    }

    /// One obligation with its list facts; `nil` where there is none of that number.
    package func obligation(_ id: Int64) throws -> ObligationEntry? {
        try database.cachedRow(ObligationSQL.one, [id], Self.entry(from:))
    }

    /// The obligations of an activity, in the order of their numbers. Those that a revision took out are left aside, so
    /// that they can come back; those that were withdrawn by a decision stay withdrawn, and one that ended in favour of
    /// another after a merger still stands for its owner.
    package func obligations(ofActivity id: Int64) throws -> [StoredObligation] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT \(StateColumns.names.joined(separator: ", ")), id, activity_id, part, part_label, owner, period,
                       cadence, is_conditional, is_tracked
                FROM obligation o
                WHERE activity_id = ? AND (stage <> 'withdrawn' OR merged_into IS NOT NULL OR 'byHand' = (
                    SELECT cause FROM event WHERE sequence IN \(EventChain.sequences(ofObligation: "o.id"))
                        AND action = 'withdraw' ORDER BY sequence DESC LIMIT 1))
                ORDER BY id
                """, arguments: [id]
        ).map { row in
            StoredObligation(
                obligation: Obligation(
                    id: row["id"], activity: row["activity_id"], period: row["period"],
                    isConditional: row["is_conditional"], state: try StateColumns.state(from: row, at: 0)),
                part: row["part"], partLabel: row["part_label"], owner: row["owner"], cadence: row["cadence"],
                isTracked: row["is_tracked"])
        }
    }

    /// Who owes an obligation by its row: the agency's id, or the words where the agency is not known.
    package func owner(of id: Int64) throws -> String? {
        try String.fetchOne(database, sql: "SELECT owner FROM obligation WHERE id = ?", arguments: [id])
    }

    /// Whether some state counts only from after a day, so that a list of the day has to look at replaced states too.
    package func readsPast(asOf day: CivilDate) throws -> Bool {
        let newest = try String.fetchOne(database, sql: "SELECT max(max(newest_fact, tracked_from)) FROM plan")
        return newest.map { $0 > day.description } ?? false
    }

    /// An entry from columns in the order of ``ObligationSQL``.
    private static func entry(from row: Row) throws -> ObligationEntry {
        let state = 1
        let rest = state + StateColumns.names.count
        return ObligationEntry(
            obligation: Obligation(
                id: row[0], activity: row[rest], period: row[rest + 1], isConditional: row[rest + 2],
                state: try StateColumns.state(from: row, at: state)),
            agencyName: row[rest + 4], planID: row[rest + 3], planNumber: row[rest + 5],
            sectionOrdinal: row[rest + 6], ordinal: row[rest + 7], title: row[rest + 8], product: row[rest + 9],
            deadlineText: row[rest + 10], partLabel: row[rest + 11])
    }
}

/// An obligation with the columns that say where it comes from.
package struct StoredObligation: Sendable {
    package let obligation: Obligation
    /// Which part of the deadline reading it follows from.
    package let part: Int
    package let partLabel: String
    /// The agency's id, or the words of the row where the agency is not known.
    package let owner: String
    package let cadence: String
    package let isTracked: Bool

    package init(
        obligation: Obligation, part: Int, partLabel: String = "", owner: String, cadence: String, isTracked: Bool
    ) {
        self.obligation = obligation
        self.part = part
        self.partLabel = partLabel
        self.owner = owner
        self.cadence = cadence
        self.isTracked = isTracked
    }
}

extension WriteTransaction {
    /// Adds an obligation in its first state and returns its number.
    @discardableResult
    package func insertObligation(_ stored: StoredObligation, plan: Int64) throws -> Int64 {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO obligation (plan_id, activity_id, part, part_label, owner, period, cadence, is_conditional,
                    is_tracked, \(StateColumns.names.joined(separator: ", ")))
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, \(StateColumns.names.map { _ in "?" }.joined(separator: ", ")))
                """)
        let identity: [(any DatabaseValueConvertible)?] = [
            plan, stored.obligation.activity, stored.part, stored.partLabel, stored.owner, stored.obligation.period,
            stored.cadence, stored.obligation.isConditional, stored.isTracked,
        ]
        try statement.execute(arguments: StatementArguments(identity + StateColumns.values(stored.obligation.state)))
        return database.lastInsertedRowID
    }

    /// Replaces how an obligation comes about, where a revised row reads otherwise.
    package func replaceOrigin(
        of id: Int64, partLabel: String, period: String, cadence: String, isConditional: Bool, isTracked: Bool
    ) throws {
        try database.execute(
            sql: """
                UPDATE obligation SET part_label = ?, period = ?, cadence = ?, is_conditional = ?, is_tracked = ?
                WHERE id = ?
                """, arguments: [partLabel, period, cadence, isConditional, isTracked, id])
        try cancelUnsentReminders(of: id)
        try reviewAllReminders()
    }

    /// Replaces an obligation's state and keeps the old one for lists of past days; reminders that it outdates are cancelled. The
    /// caller has read `old` in this transaction.
    package func replaceState(of old: Obligation, with new: Obligation) throws {
        if old.state.since < new.state.since {
            try database.executeCached(
                """
                INSERT INTO obligation_past (id, until, plan_id, activity_id, cadence, is_tracked,
                    \(StateColumns.names.joined(separator: ", ")))
                SELECT id, ?, plan_id, activity_id, cadence, is_tracked,
                    \(StateColumns.names.joined(separator: ", "))
                FROM obligation WHERE id = ?
                """, [new.state.since.description, old.id])
        }
        // Only what differs is set: each index that has a column among those set is written anew, changed or not.
        var columns: [String] = []
        var arguments: [(any DatabaseValueConvertible)?] = []
        let values = zip(StateColumns.values(old.state), StateColumns.values(new.state))
        for (name, (before, after)) in zip(StateColumns.names, values) where before != after {
            columns.append("\(name) = ?")
            arguments.append(after)
        }
        guard !columns.isEmpty else { return }
        try database.executeCached(
            "UPDATE obligation SET \(columns.joined(separator: ", ")) WHERE id = ?",
            StatementArguments(arguments + [new.id]))
        if !new.state.isReminded(like: old.state) { try cancelUnsentReminders(of: new.id) }
    }
}
