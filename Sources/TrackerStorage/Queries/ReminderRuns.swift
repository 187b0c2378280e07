internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// What the ledger has of an obligation, in the order in which it was decided.
    package func recordedReminders(of obligation: Int64) throws -> [RecordedReminder] {
        try database.cachedRows(
            """
            SELECT r.*, coalesce(g.name, r.recipient) AS recipient_name, m.sent_at, CASE
                WHEN r.state <> 'planned' THEN r.state WHEN r.message_id IS NULL THEN 'waiting' ELSE m.state END AS shown
            FROM reminder r LEFT JOIN reminder_message m ON m.id = r.message_id LEFT JOIN agency g ON g.id = r.recipient
            WHERE r.obligation_id = ? ORDER BY r.decided_on, r.stage_date, r.recipient, r.channel
            """, [obligation]
        ) { row in
            let days: Int = row["days_past_due"]
            return RecordedReminder(
                stage: ReminderStage(daysPastDue: days, effectiveDue: try row.day("stage_date").adding(days: -days)),
                deadlineVersion: row["deadline_version"], recipient: try row.agency("recipient"),
                recipientName: row["recipient_name"], channel: try row.value("channel"),
                decidedOn: try row.day("decided_on"), state: try row.value("shown"), message: row["message_id"],
                sentAt: row["sent_at"])
        }
    }

    /// The messages to a recipient, the newest first.
    package func recordedMessages(
        to recipient: AgencyID, before number: Int64?, limit: Int
    ) throws -> Page<RecordedMessage> {
        let messages = try database.cachedRows(
            """
            SELECT m.id, m.run_on, m.channel, m.state, m.attempts, m.failure, m.english_failure, m.sent_at,
                   (SELECT count(*) FROM reminder r WHERE r.message_id = m.id) AS obligations
            FROM reminder_message m WHERE m.recipient = ? AND m.id < ? ORDER BY m.id DESC LIMIT ?
            """, [recipient.description, number ?? Int64.max, limit + 1]
        ) { row in
            let (failure, english): (String?, String?) = (row["failure"], row["english_failure"])
            return RecordedMessage(
                number: row["id"], day: try row.day("run_on"), channel: try row.value("channel"),
                state: try row.value("state"), attempts: row["attempts"], obligations: row["obligations"],
                failure: failure.map { LocalizedText(vi: $0, en: english ?? $0) },
                sentAt: row["sent_at"])
        }
        let shown = Array(messages.prefix(limit))
        return Page(items: shown, next: messages.count > limit ? shown.last.map { String($0.number) } : nil)
    }

    /// How often what an obligation follows from comes round (``Cadence``).
    package func cadence(of obligation: Int64) throws -> String? {
        try database.cachedValue("SELECT cadence FROM obligation WHERE id = ?", [obligation])
    }

    /// The newest run of each channel.
    package func lastReminderRuns() throws -> [RecordedRun] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM reminder_run WHERE id IN (SELECT max(id) FROM reminder_run GROUP BY channel) ORDER BY channel
                """
        ).map { row in
            RecordedRun(
                channel: try row.value("channel"), asOf: try row.day("as_of"), startedAt: row["started_at"],
                finishedAt: row["finished_at"], sent: row["sent"], failed: row["failed"])
        }
    }

    /// Who waits for reminders of a channel and cannot be reached.
    package func unreachableRecipients(channel: ReminderChannel) throws -> [UnreachableRecipient] {
        guard let kind = channel.address else { return [] }
        return try database.cachedRows(
            """
            SELECT r.recipient, coalesce(g.name, r.recipient), count(*)
            FROM reminder r LEFT JOIN agency g ON g.id = r.recipient
            WHERE r.channel = :channel AND r.state = 'planned' AND r.message_id IS NULL AND NOT \(Self.isReachable)
            GROUP BY r.recipient ORDER BY r.recipient
            """, ["channel": channel.rawValue, "kind": kind.rawValue]
        ) { UnreachableRecipient(recipient: try $0.agency(0), name: $0[1], reminders: $0[2]) }
    }

    /// How many messages of a channel are planned or claimed and not yet sent.
    package func unsentMessageCount(channel: ReminderChannel) throws -> Int {
        try database.cachedValue(
            "SELECT count(*) FROM reminder_message WHERE channel = ? AND state IN ('planned', 'claimed')",
            [channel.rawValue]) ?? 0
    }
}

extension WriteTransaction {
    package func beginReminderRun(channel: ReminderChannel, asOf day: CivilDate, now: Int64) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO reminder_run (channel, as_of, started_at) VALUES (?, ?, ?)",
            arguments: [channel.rawValue, day.description, now])
        return database.lastInsertedRowID
    }

    package func finishReminderRun(_ run: Int64, sent: Int, failed: Int, now: Int64) throws {
        try database.execute(
            sql: "UPDATE reminder_run SET finished_at = ?, sent = ?, failed = ? WHERE id = ?",
            arguments: [now, sent, failed, run])
    }
}
