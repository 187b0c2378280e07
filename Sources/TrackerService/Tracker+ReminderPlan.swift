package import TrackerDomain
internal import TrackerStorage

/// Past and coming reminders of one obligation.
package struct ReminderPlan: Sendable {
    /// A stage that is still to come, if nothing changes.
    package struct Coming: Sendable {
        package let stage: ReminderStage
        /// The day on which it is sent: the stage's own, or the next one on which messages go out.
        package let sentOn: CivilDate
        package let recipients: [String]
    }

    package let entry: ObligationEntry
    package let applied: AppliedPolicy
    package let past: [RecordedReminder]
    package let coming: [Coming]
    package let asOf: CivilDate
}

extension Tracker {
    /// What was sent about an obligation, and what will be.
    package func reminderPlan(
        of id: Int64, asOf: CivilDate? = nil, access: AccessToken? = nil
    ) throws(TrackerError) -> ReminderPlan {
        let day = asOf ?? today
        return try store.read { transaction in
            guard let entry = try Self.visibleEntry(id, to: access, on: today, in: transaction),
                let plan = try transaction.plan(entry.planID),
                let cadence = try transaction.cadence(of: id)
            else { throw TrackerError.notFound(.obligation(id), nearest: []) }
            let state = entry.obligation.state
            let (policy, reason) = try Self.reminderPolicies(in: transaction).policy(
                plan: plan.id, agency: state.agency)
            let agency = try state.agency.flatMap(transaction.agency)
            let calendar = try transaction.workCalendar()
            let standing = try transaction.standingAgency(of: plan, on: day)
            let leadership = try transaction.issuer(of: plan.territory, on: day)
            func name(_ id: AgencyID?) throws -> String? {
                try id.flatMap { try transaction.agencyName($0, on: day) }
            }
            let lead = try name(state.agency) ?? name(standing)
            let past = try transaction.recordedReminders(of: id)
            let due = state.isOwed ? state.effectiveDue : nil
            // A stage that is reached and that no run has seen yet comes with the next run.
            let reached = due.flatMap { policy.stage(for: $0, cadence: cadence, on: day) }.flatMap { stage in
                past.contains { $0.stage == stage && $0.deadlineVersion == state.deadlineVersion } ? nil : stage
            }
            let stages =
                [reached].compactMap { $0 }
                + (due.map { policy.stages(after: day, effectiveDue: $0, cadence: cadence) } ?? [])
            let coming = try stages.map { stage in
                let others = try policy.escalated(stage).map { try name($0 == .standing ? standing : leadership) }
                var recipients: [String] = []
                for recipient in [lead] + others {
                    if let recipient, !recipients.contains(recipient) { recipients.append(recipient) }
                }
                return ReminderPlan.Coming(
                    stage: stage, sentOn: policy.sendingDay(onOrAfter: max(stage.date, day), calendar: calendar),
                    recipients: recipients)
            }
            return ReminderPlan(
                entry: entry,
                applied: AppliedPolicy(policy: policy, reason: reason, plan: plan, agency: agency),
                past: past, coming: coming, asOf: day)
        }
    }
}
