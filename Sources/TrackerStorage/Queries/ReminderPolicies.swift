internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// All stored policies, in the order of their ids.
    package func reminderPolicyList() throws -> [ReminderPolicy] {
        try Row.fetchAll(database, sql: "SELECT * FROM reminder_policy ORDER BY id").map(policy(from:))
    }

    /// Which plans and agencies follow a policy of their own, by its id.
    package func reminderPolicyChoices() throws -> (plans: [Int64: String], agencies: [AgencyID: String]) {
        var plans: [Int64: String] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT plan_id, policy_id FROM plan_reminder_policy") {
            plans[row[0]] = row[1]
        }
        var agencies: [AgencyID: String] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT agency_id, policy_id FROM agency_reminder_policy") {
            agencies[try row.agency(0)] = row[1]
        }
        return (plans, agencies)
    }

    private func policy(from row: Row) throws -> ReminderPolicy {
        let id: String = row["id"]
        var before: [String: [Int]] = [:]
        var after: [Int] = []
        for stage in try Row.fetchAll(
            database, sql: "SELECT cadence, days_past_due FROM reminder_policy_stage WHERE policy_id = ?",
            arguments: [id])
        {
            let days: Int = stage[1]
            if days > 0 { after.append(days) } else { before[stage[0], default: []].append(-days) }
        }
        let levels = try Row.fetchAll(
            database, sql: "SELECT recipient, days_late FROM reminder_policy_level WHERE policy_id = ?",
            arguments: [id]
        ).map { ReminderEscalation(to: try $0.value(0), daysLate: $0[1]) }
        let quiet = try String.fetchAll(
            database, sql: "SELECT days FROM reminder_policy_quiet WHERE policy_id = ? ORDER BY position",
            arguments: [id]
        ).map { text in
            guard let days = QuietDays(text) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
            return days
        }
        let otherwise = before.removeValue(forKey: Self.anyCadence) ?? []
        return ReminderPolicy(
            id: id, name: LocalizedText(vi: row["name"], en: row["english_name"]), daysBefore: before,
            otherwiseDaysBefore: otherwise, daysAfter: after, thenEvery: row["then_every"], escalation: levels,
            waitsForWorkingDay: row["waits_for_working_day"], quietDays: quiet,
            source: LocalizedText(vi: row["source"], en: row["english_source"]))
    }

    /// Stands for the cadences that a policy does not name.
    fileprivate static let anyCadence = "*"
}

extension WriteTransaction {
    /// Adds a policy, or replaces one of the same id.
    package func putReminderPolicy(_ policy: ReminderPolicy) throws {
        for table in ["stage", "level", "quiet"] {
            try database.execute(
                sql: "DELETE FROM reminder_policy_\(table) WHERE policy_id = ?", arguments: [policy.id])
        }
        try database.execute(
            sql: """
                INSERT INTO reminder_policy (id, name, english_name, then_every, waits_for_working_day, source, english_source)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, english_name = excluded.english_name,
                    then_every = excluded.then_every, waits_for_working_day = excluded.waits_for_working_day,
                    source = excluded.source, english_source = excluded.english_source
                """,
            arguments: [
                policy.id, policy.name.vi, policy.name.en, policy.thenEvery, policy.waitsForWorkingDay,
                policy.source.vi, policy.source.en,
            ])
        let any = ReadTransaction.anyCadence
        let before = policy.daysBefore.merging([any: policy.otherwiseDaysBefore]) { $1 }
        let stages =
            before.flatMap { cadence, days in days.map { (cadence, -$0) } } + policy.daysAfter.map { (any, $0) }
        for (cadence, days) in stages {
            try database.execute(
                sql: "INSERT INTO reminder_policy_stage (policy_id, cadence, days_past_due) VALUES (?, ?, ?)",
                arguments: [policy.id, cadence, days])
        }
        for level in policy.escalation {
            try database.execute(
                sql: "INSERT INTO reminder_policy_level (policy_id, recipient, days_late) VALUES (?, ?, ?)",
                arguments: [policy.id, level.recipient.rawValue, level.daysLate])
        }
        for (position, days) in policy.quietDays.enumerated() {
            try database.execute(
                sql: "INSERT INTO reminder_policy_quiet (policy_id, position, days) VALUES (?, ?, ?)",
                arguments: [policy.id, position, days.description])
        }
    }

    /// Chooses the policy of a plan; `nil` for the standard one.
    package func setReminderPolicy(_ policy: String?, ofPlan plan: Int64) throws {
        try database.execute(sql: "DELETE FROM plan_reminder_policy WHERE plan_id = ?", arguments: [plan])
        guard let policy else { return }
        try database.execute(
            sql: "INSERT INTO plan_reminder_policy (plan_id, policy_id) VALUES (?, ?)", arguments: [plan, policy])
    }

    /// Chooses the policy of an agency; `nil` for that of each plan.
    package func setReminderPolicy(_ policy: String?, ofAgency agency: AgencyID) throws {
        try database.execute(
            sql: "DELETE FROM agency_reminder_policy WHERE agency_id = ?", arguments: [agency.description])
        guard let policy else { return }
        try database.execute(
            sql: "INSERT INTO agency_reminder_policy (agency_id, policy_id) VALUES (?, ?)",
            arguments: [agency.description, policy])
    }
}
