internal import GRDB
package import TrackerDomain

/// A reminder that went out.
package struct SentReminder: Sendable, Hashable {
    package let obligation: Int64
    package let recipient: AgencyID
    package let recipientName: String
    package let channel: String
    /// The day of the stage that it was for.
    package let stage: CivilDate
    /// The day on which it was sent.
    package let sentOn: CivilDate
}

extension ReadTransaction {
    /// The reminders that went out for some obligations up to a day, the newest first.
    package func remindersSent(for ids: [Int64], through day: CivilDate) throws -> [SentReminder] {
        let end = Int64(day.dayNumber + 1) * 86_400_000 - 7 * 3_600_000
        return try Row.fetchAll(
            database,
            sql: """
                SELECT r.obligation_id, r.recipient, coalesce(\(AgencyNameSQL.name(of: "g", on: ":day")), r.recipient),
                    r.channel, r.stage_date, m.sent_at
                FROM json_each(:ids) i CROSS JOIN reminder r ON r.obligation_id = i.value
                    CROSS JOIN reminder_message m ON m.id = r.message_id LEFT JOIN agency g ON g.id = r.recipient
                WHERE m.sent_at < :end ORDER BY m.sent_at DESC, r.stage_date DESC
                """,
            arguments: [
                "ids": "[\(ids.map(String.init).joined(separator: ","))]", "day": day.description, "end": end,
            ]
        ).map { row in
            guard let recipient = AgencyID(row[1] as String), let stage = CivilDate(iso: row[4] as String) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT)
            }
            return SentReminder(
                obligation: row[0], recipient: recipient, recipientName: row[2], channel: row[3], stage: stage,
                sentOn: CivilDate(millisecondsSince1970: row[5]))
        }
    }
}
