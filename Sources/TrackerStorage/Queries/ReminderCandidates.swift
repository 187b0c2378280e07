internal import GRDB
package import TrackerDomain

/// An obligation that may have to be reminded of: the little that the policy needs.
package struct ReminderCandidate: Sendable {
    package let obligation: Int64
    package let plan: Int64
    package let effectiveDue: CivilDate
    package let cadence: String
    package let deadlineVersion: Int
    package let agency: AgencyID?
}

/// What a run looks at.
package enum ReminderScope: Sendable {
    /// Everything that is owed and due by a day: the first run of a channel, and the first after a policy changed or the clock
    /// was set back.
    case everything
    /// What has reached a stage since the last run, by its due dates.
    case due([CivilDate])
}

/// How far a channel's runs have come.
package struct ReminderProgress: Sendable {
    /// The day of the newest run; `nil` where the next one has to look at everything.
    package let decidedThrough: CivilDate?
    package let lastEvent: Int64
    package let lastObligation: Int64
}

extension ReadTransaction {
    package func reminderProgress(of channel: ReminderChannel) throws -> ReminderProgress? {
        try database.cachedRow(
            "SELECT decided_through, last_event, last_obligation FROM reminder_channel WHERE channel = ?",
            [channel.rawValue]
        ) {
            ReminderProgress(
                decidedThrough: try $0.optionalDay(0), lastEvent: $0[1], lastObligation: $0[2])
        }
    }

    /// The first effective due date of what is owed.
    package func earliestOwed() throws -> CivilDate? {
        try database.cachedRow(
            """
            SELECT effective_due FROM obligation INDEXED BY obligation_owed WHERE owed = 1 AND is_tracked = 1
            ORDER BY effective_due LIMIT 1
            """, []
        ) { try $0.optionalDay(0) } ?? nil
    }

    /// What is owed and due by a day and has reached a stage, has changed or was added since the channel's last run, or waits
    /// in the ledger; each once, in the order of the numbers.
    ///
    /// Each part comes from an index and is as long as what it finds: a run costs what is due, not what there is.
    package func reminderCandidates(
        _ scope: ReminderScope, since progress: ReminderProgress?, dueBy day: CivilDate, channel: ReminderChannel
    ) throws -> [ReminderCandidate] {
        var found: [Int64: ReminderCandidate] = [:]
        func add(_ source: String, _ arguments: StatementArguments) throws {
            let rows = try Row.fetchCursor(
                try database.cachedStatement(sql: "SELECT \(Self.columns) FROM \(source) AND \(Self.isOwed)"),
                arguments: arguments + ["until": day.description])
            while let row = try rows.next() { found[row[0]] = try Self.candidate(from: row) }
        }
        if case .due(let days) = scope, let progress {
            let list = "[" + days.map { "\"\($0)\"" }.joined(separator: ",") + "]"
            try add("json_each(:days) d CROSS JOIN obligation o ON o.effective_due = d.value WHERE 1", ["days": list])
            // The event's obligations by number; those added by number as well, because usually there are none.
            try add(
                """
                (SELECT DISTINCT obligation_id AS id FROM event WHERE sequence > :last) e
                    CROSS JOIN obligation o ON o.id = e.id WHERE 1
                """, ["last": progress.lastEvent])
            try add("obligation o NOT INDEXED WHERE o.id > :last", ["last": progress.lastObligation])
        } else {
            try add("obligation o WHERE 1", [:])
        }
        try add(
            """
            (SELECT DISTINCT obligation_id AS id FROM reminder r
             WHERE r.channel = :channel AND r.state = 'planned' AND r.message_id IS NULL
                AND \(Self.isReachable)) r CROSS JOIN obligation o ON o.id = r.id WHERE 1
            """, ["channel": channel.rawValue, "kind": channel.address?.rawValue])
        return found.values.sorted { $0.obligation < $1.obligation }
    }

    private static let columns = "o.id, o.plan_id, o.effective_due, o.cadence, o.deadline_version, o.agency_id"
    private static let isOwed = "o.owed = 1 AND o.is_tracked = 1 AND o.effective_due <= :until"
    /// Whether the recipient in `r` has an address of a kind, or the channel needs none.
    static let isReachable = """
        (:kind IS NULL OR EXISTS (SELECT 1 FROM agency_address x WHERE x.agency_id = r.recipient AND x.kind = :kind))
        """

    private static func candidate(from row: Row) throws -> ReminderCandidate {
        ReminderCandidate(
            obligation: row[0], plan: row[1], effectiveDue: try row.day(2), cadence: row[3], deadlineVersion: row[4],
            agency: try row.optionalAgency(5))
    }
}

extension WriteTransaction {
    /// Records how far a channel's runs have come with a run of a day.
    package func advanceReminders(of channel: ReminderChannel, through day: CivilDate) throws {
        try database.executeCached(
            """
            INSERT INTO reminder_channel (channel, decided_through, last_event, last_obligation)
            VALUES (?, ?, coalesce((SELECT max(sequence) FROM event), 0), coalesce((SELECT max(id) FROM obligation), 0))
            ON CONFLICT (channel) DO UPDATE SET decided_through = excluded.decided_through,
                last_event = excluded.last_event, last_obligation = excluded.last_obligation
            """, [channel.rawValue, day.description])
    }

    /// Has the next run of every channel look at everything: the rules themselves have changed.
    package func reviewAllReminders() throws {
        try database.execute(
            sql: "UPDATE reminder_channel SET decided_through = NULL WHERE decided_through IS NOT NULL")
    }
}
