internal import GRDB
package import TrackerDomain

/// Whose stages stand together in the ledger; of one key each stage is there at most once.
package struct ReminderKey: Hashable, Sendable {
    package let obligation: Int64
    package let deadlineVersion: Int
    package let recipient: AgencyID
    package let channel: ReminderChannel

    package init(obligation: Int64, deadlineVersion: Int, recipient: AgencyID, channel: ReminderChannel) {
        self.obligation = obligation
        self.deadlineVersion = deadlineVersion
        self.recipient = recipient
        self.channel = channel
    }

    /// The values for ``condition``. By position, because 100,000 lines a run are looked up and written.
    var arguments: StatementArguments {
        [obligation, deadlineVersion, recipient.description, channel.rawValue]
    }

    static let condition = "obligation_id = ?1 AND deadline_version = ?2 AND recipient = ?3 AND channel = ?4"
}

extension ReadTransaction {
    /// Whether a stage, or a later one, has been sent or is on its way. A line that waits without a message is not; nor is what
    /// a run of a later day has decided, because the clock went wrong then or the run was made as of that day.
    package func isReminded(_ key: ReminderKey, stage: ReminderStage, on day: CivilDate) throws -> Bool {
        let found: Bool? = try database.cachedValue(
            """
            SELECT EXISTS (
                SELECT 1 FROM reminder WHERE \(ReminderKey.condition) AND days_past_due >= ?5
                    AND (days_past_due = ?5 OR decided_on <= ?6)
                    AND (state = 'sent' OR (state = 'planned' AND message_id IS NOT NULL)))
            """, key.arguments + [stage.daysPastDue, day.description])
        return found ?? false
    }
}

extension ReadTransaction {
    /// The obligations of which a channel has something that is not sent.
    package func obligationsWithUnsentReminders(channel: ReminderChannel) throws -> Set<Int64> {
        Set(
            try database.cachedRows(
                """
                SELECT DISTINCT obligation_id FROM reminder INDEXED BY reminder_unsent
                WHERE state = 'planned' AND channel = ?
                """, [channel.rawValue]
            ) { $0[0] as Int64 })
    }
}

extension WriteTransaction {
    /// Makes room for a stage: older ones of the key that have not been sent are superseded, apart from those that are on their
    /// way in a message.
    package func supersedeReminders(_ key: ReminderKey, before stage: ReminderStage) throws {
        try database.executeCached(
            """
            UPDATE reminder SET state = 'superseded'
            WHERE \(ReminderKey.condition) AND days_past_due < ?5 AND state = 'planned' AND (message_id IS NULL
                OR (SELECT state FROM reminder_message m WHERE m.id = message_id) = 'failed')
            """, key.arguments + [stage.daysPastDue])
    }

    /// Writes a stage into the ledger as planned, in a message or waiting for one.
    package func planReminder(_ key: ReminderKey, stage: ReminderStage, message: Int64?, on day: CivilDate) throws {
        try database.executeCached(
            """
            INSERT INTO reminder (obligation_id, deadline_version, recipient, channel, days_past_due, stage_date,
                decided_on, state, message_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'planned', ?8)
            ON CONFLICT DO UPDATE SET state = 'planned', decided_on = excluded.decided_on, message_id = excluded.message_id
            """,
            key.arguments + [stage.daysPastDue, stage.date.description, day.description, message])
    }

    /// Writes down that a stage was missed: a newer one was reached before a run came.
    package func recordMissed(_ key: ReminderKey, stage: ReminderStage, on day: CivilDate) throws {
        try database.executeCached(
            """
            INSERT INTO reminder (obligation_id, deadline_version, recipient, channel, days_past_due, stage_date,
                decided_on, state)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'superseded')
            ON CONFLICT DO NOTHING
            """,
            key.arguments + [stage.daysPastDue, stage.date.description, day.description])
    }

    /// Takes what has not been sent of an obligation out of the ledger, because it is no longer owed, has another deadline or
    /// another lead. A message that holds something of it is not sent as it stands; what else it holds is decided anew.
    func cancelUnsentReminders(of obligation: Int64) throws {
        let messages = try database.cachedRows(
            "SELECT DISTINCT message_id FROM reminder WHERE obligation_id = ? AND state = 'planned'", [obligation]
        ) { $0[0] as Int64? }
        guard !messages.isEmpty else { return }
        try database.executeCached(
            "UPDATE reminder SET state = 'cancelled' WHERE obligation_id = ? AND state = 'planned'", [obligation])
        // One that is being handed over just now cannot be stopped; should its run end before, the next run finds it.
        for message in messages.compactMap({ $0 }) {
            try cancelMessages("id = :id AND state IN ('planned', 'failed')", ["id": message])
        }
    }

    /// Takes waiting lines out that no longer hold for their obligation: others are told of it now, or a clock that ran ahead
    /// has decided on a stage that is not reached yet.
    package func cancelWaiting(
        _ obligation: Int64, version: Int, after stage: ReminderStage, channel: ReminderChannel,
        except recipients: some Sequence<AgencyID>
    ) throws {
        let kept = "[" + recipients.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        try database.executeCached(
            """
            UPDATE reminder SET state = 'cancelled'
            WHERE obligation_id = :obligation AND state = 'planned' AND message_id IS NULL AND channel = :channel
                AND (deadline_version <> :version OR days_past_due > :stage
                    OR recipient NOT IN (SELECT value FROM json_each(:kept)))
            """,
            [
                "obligation": obligation, "version": version, "stage": stage.daysPastDue, "channel": channel.rawValue,
                "kept": kept,
            ])
    }

    /// Cancels messages; their other lines wait for the next run to decide on them.
    func cancelMessages(_ condition: String, _ arguments: StatementArguments) throws {
        let messages = try database.cachedRows(
            "UPDATE reminder_message SET state = 'cancelled' WHERE \(condition) RETURNING id", arguments
        ) { $0[0] as Int64 }
        for message in messages {
            try database.executeCached(
                "UPDATE reminder SET message_id = NULL WHERE message_id = ? AND state = 'planned'", [message])
        }
    }
}
