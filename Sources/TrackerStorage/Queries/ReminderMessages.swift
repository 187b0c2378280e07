internal import GRDB
package import TrackerDomain

/// A message of the ledger that a run has claimed, to hand it over.
package struct ClaimedMessage: Sendable {
    package let number: Int64
    package let recipient: AgencyID
    package let body: String
    /// 1 for the first attempt.
    package let attempt: Int
    /// Where the recipient is reached now.
    package let addresses: [String]
}

extension ReadTransaction {
    /// The number that the next message gets. Messages are never deleted, so it was never given before.
    package func nextMessageNumber() throws -> Int64 {
        try database.cachedValue("SELECT coalesce(max(id), 0) + 1 FROM reminder_message", []) ?? 1
    }

    /// The messages that were given up, the oldest first.
    package func failedMessages(channel: ReminderChannel?) throws -> [FailedMessage] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT m.*, coalesce(g.name, m.recipient) AS recipient_name,
                    (SELECT count(*) FROM reminder r WHERE r.message_id = m.id) AS obligations
                FROM reminder_message m LEFT JOIN agency g ON g.id = m.recipient
                WHERE m.state = 'failed' AND (:channel IS NULL OR m.channel = :channel) ORDER BY m.id
                """, arguments: ["channel": channel?.rawValue]
        ).map { row in
            FailedMessage(
                number: row["id"], day: try row.day("run_on"), channel: try row.value("channel"),
                recipient: try row.agency("recipient"), recipientName: row["recipient_name"], attempts: row["attempts"],
                reason: LocalizedText(vi: row["failure"] ?? "", en: row["english_failure"] ?? ""),
                obligations: row["obligations"])
        }
    }

    /// Recipients of messages on their way that an earlier run has left.
    package func recipientsOfUnsent(channel: ReminderChannel) throws -> [AgencyID] {
        try database.cachedRows(
            """
            SELECT DISTINCT recipient FROM reminder_message WHERE channel = ? AND state IN ('planned', 'claimed')
            """, [channel.rawValue]
        ) { try $0.agency(0) }
    }
}

extension WriteTransaction {
    /// Stores a rendered message, to be claimed by whichever run comes first.
    package func insertMessage(
        _ number: Int64, runOn day: CivilDate, recipient: AgencyID, channel: ReminderChannel, body: String, now: Int64
    ) throws {
        try database.executeCached(
            """
            INSERT INTO reminder_message (id, run_on, recipient, channel, body, state, not_before)
            VALUES (?, ?, ?, ?, ?, 'planned', ?)
            """, [number, day.description, recipient.description, channel.rawValue, body, now])
    }

    /// Cancels what a run of a day cannot send as it stands: messages in which something was done or moved, those that speak of
    /// a later day, and those of an earlier one that nobody has tried to send. What may have been sent already keeps its number and
    /// its text.
    package func cancelOutdatedMessages(channel: ReminderChannel, on day: CivilDate, now: Int64) throws {
        try cancelMessages(
            """
            channel = :channel AND state IN ('planned', 'claimed') AND \(Self.isFree) AND (
                run_on > :day OR (attempts = 0 AND run_on < :day) OR EXISTS (
                    SELECT 1 FROM reminder r WHERE r.message_id = reminder_message.id AND r.state <> 'planned'))
            """, ["channel": channel.rawValue, "day": day.description] + Self.freeArguments(now))
    }

    /// Cancels messages to an agency that nobody reads mail at any more.
    package func cancelMessages(to recipient: AgencyID, channel: ReminderChannel, now: Int64) throws {
        try cancelMessages(
            "channel = :channel AND recipient = :recipient AND state IN ('planned', 'claimed') AND \(Self.isFree)",
            ["channel": channel.rawValue, "recipient": recipient.description] + Self.freeArguments(now))
    }

    /// Claims the next message that may be sent: no other run has it as long as the lease lasts.
    package func claimMessage(
        channel: ReminderChannel, now: Int64, among numbers: [Int64]? = nil
    ) throws -> ClaimedMessage? {
        let wanted = numbers.map { "[" + $0.map(String.init).joined(separator: ",") + "]" }
        let number: Int64? = try database.cachedValue(
            """
            SELECT id FROM reminder_message r
            WHERE channel = :channel AND state IN ('planned', 'claimed') AND \(Self.isFree)
                AND (:wanted IS NULL OR id IN (SELECT value FROM json_each(:wanted)))
                AND NOT EXISTS (SELECT 1 FROM reminder l WHERE l.message_id = r.id AND l.state <> 'planned')
                AND \(ReadTransaction.isReachable)
            ORDER BY id LIMIT 1
            """,
            ["channel": channel.rawValue, "kind": channel.address?.rawValue, "wanted": wanted] + Self.freeArguments(now)
        )
        guard let number else { return nil }
        try database.executeCached(
            "UPDATE reminder_message SET state = 'claimed', attempts = attempts + 1, not_before = ? WHERE id = ?",
            [now + ReminderRetry.leaseMilliseconds, number])
        return try database.cachedRow(
            "SELECT recipient, body, attempts FROM reminder_message WHERE id = ?", [number]
        ) { row in
            let recipient = try row.agency(0)
            return ClaimedMessage(
                number: number, recipient: recipient, body: row[1], attempt: row[2],
                addresses: try channel.address.map { try reading.addresses(of: recipient, $0).map(\.text) } ?? [])
        }
    }

    /// The receiving side has taken a message.
    package func markSent(_ number: Int64, at now: Int64) throws {
        try database.executeCached(
            """
            UPDATE reminder_message SET state = 'sent', sent_at = ?, failure = NULL, english_failure = NULL WHERE id = ?
            """, [now, number])
        try database.executeCached("UPDATE reminder SET state = 'sent' WHERE message_id = ?", [number])
    }

    /// A message was not taken: it is tried again from a time on, or given up.
    package func markFailed(_ number: Int64, _ reason: LocalizedText, againAt time: Int64?) throws {
        try database.executeCached(
            """
            UPDATE reminder_message SET state = ?, not_before = coalesce(?, not_before), failure = ?, english_failure = ?
            WHERE id = ? AND state = 'claimed'
            """, [time == nil ? "failed" : "planned", time, reason.vi, reason.en, number])
    }

    /// Has messages that were given up, all of a channel or those of some numbers, tried again; returns their numbers.
    package func reviveMessages(_ numbers: [Int64]?, channel: ReminderChannel, now: Int64) throws -> [Int64] {
        let wanted = numbers.map { "[" + $0.map(String.init).joined(separator: ",") + "]" }
        return try database.cachedRows(
            """
            UPDATE reminder_message SET state = 'planned', attempts = 1, not_before = :now
            WHERE state = 'failed' AND channel = :channel
                AND (:wanted IS NULL OR id IN (SELECT value FROM json_each(:wanted))) RETURNING id
            """, ["now": now, "channel": channel.rawValue, "wanted": wanted]
        ) { $0[0] as Int64 }
    }

    /// Whether a message waits for nobody. One that waits longer than anything is put off waits for a clock that has been set
    /// back.
    private static let isFree = "(not_before <= :now OR not_before > :latest)"

    private static func freeArguments(_ now: Int64) -> StatementArguments {
        ["now": now, "latest": now + ReminderRetry.longestWait]
    }
}
