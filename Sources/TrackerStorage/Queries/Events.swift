internal import GRDB
package import TrackerDomain

/// A line of the history that is about to be written; the store gives it its place.
package struct EventDraft: Sendable {
    package let action: Action
    package let actor: AgencyID?
    package let recordedAt: Int64
    /// The day from which it counts.
    package let countsOn: CivilDate
    package let before: Obligation
    package let after: Obligation

    package init(
        action: Action, actor: AgencyID?, recordedAt: Int64, countsOn: CivilDate, before: Obligation,
        after: Obligation
    ) {
        self.action = action
        self.actor = actor
        self.recordedAt = recordedAt
        self.countsOn = countsOn
        self.before = before
        self.after = after
    }
}

extension WriteTransaction {
    /// Adds a line to the end of the history, chained to the one before.
    package func appendEvent(_ draft: EventDraft) throws {
        try EventChain.append(
            [
                draft.after.id, draft.action.kind.rawValue, draft.action.cause.rawValue, draft.actor?.description,
                draft.recordedAt, draft.countsOn.description, StateText.encode(draft.before.state),
                StateText.encode(draft.after.state), draft.action.note,
                draft.action.evidence?.number.description, draft.action.evidence?.date.description,
                draft.action.evidence?.title,
            ], to: database)
    }
}

extension ReadTransaction {
    /// The history of an obligation, the oldest line first.
    package func events(ofObligation id: Int64) throws -> [Event] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM event WHERE sequence IN \(EventChain.sequences(ofObligation: "?")) ORDER BY sequence
                """, arguments: [id]
        ).map(Self.event(from:))
    }

    /// The lines of the whole history that follow a place and may be seen, the oldest first.
    package func events(after sequence: Int64, visibleTo visibility: Visibility, limit: Int) throws -> [Event] {
        let condition = visibility.circle.map { " AND " + VisibilitySQL.condition($0, on: "o") } ?? ""
        return try database.cachedRows(
            """
            SELECT e.* FROM event e JOIN obligation o ON o.id = e.obligation_id
            WHERE e.sequence > ?\(condition) ORDER BY e.sequence LIMIT ?
            """, [sequence, limit], Self.event(from:))
    }

    /// The place of the newest line of the history; 0 where it is empty.
    package func lastEvent() throws -> Int64 {
        try database.cachedValue("SELECT max(sequence) FROM event", []) ?? 0
    }

    /// Those of the newest lines of the whole history that may be seen, of one plan or of all, the newest first.
    package func newestEvents(visibleTo visibility: Visibility, ofPlan plan: Int64?, limit: Int) throws -> [Event] {
        let condition = visibility.circle.map { " AND " + VisibilitySQL.condition($0, on: "o") } ?? ""
        return try database.cachedRows(
            """
            SELECT e.* FROM (SELECT * FROM event ORDER BY sequence DESC LIMIT ?1) e
                CROSS JOIN obligation o ON o.id = e.obligation_id
            WHERE (?2 IS NULL OR o.plan_id = ?2)\(condition) ORDER BY e.sequence DESC
            """, [limit, plan], Self.event(from:))
    }

    private static func event(from row: Row) throws -> Event {
        let evidence: Evidence? = try (row["evidence_number"] as String?).flatMap { DocumentNumber($0) }.map {
            Evidence(number: $0, date: try row.day("evidence_date"), title: row["evidence_title"] ?? "")
        }
        let recordedAt: Int64 = row["recorded_at"]
        return Event(
            sequence: row["sequence"], obligation: row["obligation_id"], action: try row.value("action"),
            cause: try row.value("cause"), actor: try row.optionalAgency("actor"), recordedAt: recordedAt,
            recordedOn: CivilDate(millisecondsSince1970: recordedAt), countsOn: try row.day("counts_on"),
            before: try StateText.decode(row["before"]), after: try StateText.decode(row["after"]),
            note: row["note"], evidence: evidence)
    }
}
