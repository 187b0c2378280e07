internal import GRDB
package import TrackerDomain

/// An obligation that may have to be reminded of: the little that the policy needs.
package struct ReminderCandidate: Sendable {
    package let obligation: Int64
    package let effectiveDue: CivilDate
    package let cadence: String
    package let deadlineVersion: Int
    package var agency: AgencyID?
    package var standingAgency: AgencyID?
}

/// The key of a line in the ledger, unique: what was decided once is never decided again.
package struct ReminderKey: Hashable, Sendable {
    package let obligation: Int64
    package let deadlineVersion: Int
    package let recipient: AgencyID
    package let channel: String

    package init(obligation: Int64, deadlineVersion: Int, recipient: AgencyID, channel: String) {
        self.obligation = obligation
        self.deadlineVersion = deadlineVersion
        self.recipient = recipient
        self.channel = channel
    }
}

/// A message in the ledger, rendered before it is sent.
package struct StoredMessage: Sendable {
    package let id: Int64
    package let recipient: AgencyID
    package let body: String

    package init(id: Int64, recipient: AgencyID, body: String) {
        self.id = id
        self.recipient = recipient
        self.body = body
    }
}

extension ReadTransaction {
    /// What is owed and due by a day, in order of due date.
    package func reminderCandidates(dueBy day: CivilDate) throws -> [ReminderCandidate] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT o.id, o.effective_due, o.cadence, o.deadline_version, o.agency_id, p.standing_agency
                FROM obligation o JOIN plan p ON p.id = o.plan_id
                WHERE o.owed = 1 AND o.is_tracked = 1 AND o.effective_due <= ?
                ORDER BY o.effective_due, o.id
                """, arguments: [day.description])
        var candidates: [ReminderCandidate] = []
        while let row = try rows.next() {
            candidates.append(
                ReminderCandidate(
                    obligation: row["id"], effectiveDue: try row.day("effective_due"), cadence: row["cadence"],
                    deadlineVersion: row["deadline_version"], agency: try row.optionalAgency("agency_id"),
                    standingAgency: try row.optionalAgency("standing_agency")))
        }
        return candidates
    }

    /// The day of the newest stage that the ledger has for a key; `nil` before the first.
    package func newestReminder(for key: ReminderKey) throws -> CivilDate? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT max(stage_date) FROM reminder
                WHERE obligation_id = ? AND deadline_version = ? AND recipient = ? AND channel = ?
                """)
        let text = try String.fetchOne(
            statement,
            arguments: [key.obligation, key.deadlineVersion, key.recipient.description, key.channel])
        return text.flatMap { CivilDate(iso: $0) }
    }
}

extension WriteTransaction {
    /// Stores a rendered message with a lease; whoever holds the lease sends it.
    package func insertMessage(
        runOn day: CivilDate, recipient: AgencyID, channel: String, body: String, leaseUntil: Int64
    ) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO reminder_message (run_on, recipient, channel, body, lease_until) VALUES (?, ?, ?, ?, ?)",
            arguments: [day.description, recipient.description, channel, body, leaseUntil])
        return database.lastInsertedRowID
    }

    /// Writes a stage into the ledger: claimed by a message, or superseded by a newer stage where there is none.
    package func recordReminder(_ key: ReminderKey, stage: ReminderStage, message: Int64?) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO reminder (obligation_id, deadline_version, recipient, channel, stage, stage_date, outcome,
                    message_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
        try statement.execute(
            arguments: [
                key.obligation, key.deadlineVersion, key.recipient.description, key.channel, stage.name,
                stage.date.description, message == nil ? "superseded" : "claimed", message,
            ])
    }

    /// Takes over messages that an earlier run claimed and did not send, for example because it was killed.
    package func takeOverUnsentMessages(
        channel: String, now: Int64, leaseUntil: Int64
    ) throws -> [StoredMessage] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                UPDATE reminder_message SET lease_until = ? WHERE sent_at IS NULL AND lease_until < ? AND channel = ?
                RETURNING id, recipient, body
                """, arguments: [leaseUntil, now, channel])
        return try rows.map { row in
            guard let recipient = try row.optionalAgency("recipient") else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT)
            }
            return StoredMessage(id: row["id"], recipient: recipient, body: row["body"])
        }
    }

    /// Takes an unsent message out of the ledger where it no longer holds: an obligation in it is no longer owed, has
    /// another deadline or another lead. What still holds of it can be decided anew.
    ///
    /// - Returns: whether it was taken out.
    package func dropIfOutdated(message id: Int64) throws -> Bool {
        let isOutdated = try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (
                    SELECT 1 FROM reminder r JOIN obligation o ON o.id = r.obligation_id JOIN plan p ON p.id = o.plan_id
                    WHERE r.message_id = ? AND NOT (o.owed = 1 AND o.deadline_version = r.deadline_version
                        AND (r.recipient IS o.agency_id OR r.recipient IS p.standing_agency)))
                """, arguments: [id])
        guard isOutdated == true else { return false }
        try database.execute(sql: "DELETE FROM reminder WHERE message_id = ?", arguments: [id])
        try database.execute(sql: "DELETE FROM reminder_message WHERE id = ? AND sent_at IS NULL", arguments: [id])
        return true
    }

    package func markSent(messages: [Int64], at instant: Int64) throws {
        for id in messages {
            try database.execute(
                sql: "UPDATE reminder_message SET sent_at = ? WHERE id = ? AND sent_at IS NULL",
                arguments: [instant, id])
        }
    }
}
