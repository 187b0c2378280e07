package import TrackerDomain
internal import TrackerStorage

/// How reminding goes: for whoever watches over it.
package struct ReminderStatus: Sendable {
    package struct Channel: Sendable {
        package let lastRun: RecordedRun
        /// Working days since the last run on which none was made, today left aside.
        package let missedDays: [CivilDate]
        /// Messages that are planned or claimed and not sent yet.
        package let unsent: Int
        package let unreachable: [UnreachableRecipient]
    }

    package let today: CivilDate
    /// The channels on which there was a run; empty where there was none yet.
    package let channels: [Channel]
    package let failed: [FailedMessage]

    /// Whether nothing needs a person: no run was missed or interrupted, no message given up.
    package var isWell: Bool {
        failed.isEmpty && channels.allSatisfy { $0.missedDays.isEmpty && $0.lastRun.finishedAt != nil }
    }
}

extension Tracker {
    /// How reminding goes.
    package func reminderStatus() throws(TrackerError) -> ReminderStatus {
        try store.read { transaction in
            let calendar = try transaction.workCalendar()
            let channels = try transaction.lastReminderRuns().map { run in
                ReminderStatus.Channel(
                    lastRun: run,
                    missedDays: missedDays(since: CivilDate(millisecondsSince1970: run.startedAt), under: calendar),
                    unsent: try transaction.unsentMessageCount(channel: run.channel),
                    unreachable: try transaction.unreachableRecipients(channel: run.channel))
            }
            return ReminderStatus(
                today: today, channels: channels, failed: try transaction.failedMessages(channel: nil))
        }
    }

    /// The messages that were given up, to agencies whose reminders a token shows.
    package func failedReminders(
        channel: ReminderChannel?, access: AccessToken? = nil
    ) throws(TrackerError) -> [FailedMessage] {
        try store.read { try $0.failedMessages(channel: channel) }.filter {
            Self.showsReminders(of: $0.recipient, to: access)
        }
    }

    /// The messages to an agency, the newest first, for whoever may see them (``showsReminders(of:to:)``).
    package func recordedMessages(
        to agency: AgencyID, before number: Int64?, limit: Int, access: AccessToken
    ) throws(TrackerError) -> Page<RecordedMessage> {
        try ListRequest.check(limit: limit)
        try Self.requireAccess(.readObligations, of: access)
        guard Self.showsReminders(of: agency, to: access) else {
            throw .forbiddenForOthers(.readObligations, access.agency)
        }
        return try store.read { transaction in
            guard try transaction.agency(agency) != nil else {
                throw TrackerError.notFound(.agency(agency.description), nearest: [])
            }
            return try transaction.recordedMessages(to: agency, before: number, limit: limit)
        }
    }

    private func missedDays(since last: CivilDate, under calendar: WorkCalendar) -> [CivilDate] {
        let days = last.distance(to: today)
        guard days > 1 else { return [] }
        return (1..<days).map { last.adding(days: $0) }.filter(calendar.isWorkingDay)
    }
}
