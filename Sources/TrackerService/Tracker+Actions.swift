package import TrackerDomain
internal import TrackerStorage

/// Who wants to do what to which obligation.
package struct ActionRequest: Sendable {
    package let obligation: Int64
    package let action: Action
    /// In whose name; `nil` for the standing agency of the plan, whose operator holds the file.
    package let agency: String?
    /// The day from which it counts; today where it is `nil`.
    package let countsOn: CivilDate?
    /// The version that the caller saw; a stale one is refused. `nil` skips the check.
    package let seenVersion: Int?

    package init(
        obligation: Int64, action: Action, agency: String?, countsOn: CivilDate? = nil, seenVersion: Int? = nil
    ) {
        self.obligation = obligation
        self.action = action
        self.agency = agency
        self.countsOn = countsOn
        self.seenVersion = seenVersion
    }
}

/// What an action has changed.
package struct ActionOutcome: Sendable {
    package let before: ObligationEntry
    package let after: ObligationEntry
    package let asOf: CivilDate
}

extension Tracker {
    /// Does an action through the workflow, in one transaction with its line of the history.
    package func perform(_ request: ActionRequest) throws(TrackerError) -> ActionOutcome {
        let named = try request.agency.map { name throws(TrackerError) in try actingAgency(name, on: request.obligation)
        }
        let now = ambient.now()
        let today = CivilDate(millisecondsSince1970: now)
        return try store.write { transaction in
            guard let entry = try transaction.reading.obligation(request.obligation) else {
                throw TrackerError.notFound(.obligation(request.obligation), nearest: [])
            }
            let old = entry.obligation
            if let seen = request.seenVersion, seen != old.state.version {
                throw TrackerError.stale(obligation: old.id, seen: seen, current: old.state.version)
            }
            let member = try Self.member(named, for: entry, on: today, in: transaction.reading)
            let action = try Self.completed(request.action, for: old, in: transaction.reading)
            let day = ActionDay(today: today, counts: request.countsOn)
            try ObligationChange(action, by: member, on: day, at: now).apply(to: old, in: transaction)
            guard let changed = try transaction.reading.obligation(old.id) else { throw TrackerError.internal }
            return ActionOutcome(before: entry, after: changed, asOf: today)
        }
    }

    /// Names are read in the directory of the obligation's plan.
    private func actingAgency(_ name: String, on obligation: Int64) throws(TrackerError) -> AgencyID {
        let territory: String? = try store.read { transaction in
            try transaction.obligation(obligation).flatMap { try transaction.plan($0.planID)?.territory }
        }
        guard let territory else { throw .notFound(.obligation(obligation), nearest: []) }
        return try agency(named: name, in: territory).id
    }

    /// The acting agency with the roles that it has for the obligation on a day: those that the plan gives it, and those of
    /// the agencies that it took over from.
    static func member(
        _ named: AgencyID?, for entry: ObligationEntry, on day: CivilDate, in transaction: ReadTransaction
    ) throws -> Member {
        let plan = try transaction.plan(entry.planID)
        let table = try transaction.successionTable()
        let standing = plan?.standingAgency.flatMap { table.heir(of: $0, on: day) }
        guard let agency = named ?? standing else {
            // A plan without a known standing agency is kept by whoever holds the file.
            return Member(agency: nil, roles: [.standing])
        }
        var roles: Set<Role> = []
        if agency == entry.obligation.agency { roles.insert(.lead) }
        if agency == standing { roles.insert(.standing) }
        let mentions = try transaction.activity(entry.obligation.activity)?.mentions ?? []
        let cooperating = mentions.filter { $0.role == .cooperating }.compactMap(\.agency)
        if cooperating.contains(where: { table.heir(of: $0, on: day) == agency }) { roles.insert(.cooperating) }
        return Member(agency: agency, roles: roles)
    }

    /// Fills in what an action needs from the row: the deadline that an event starts.
    private static func completed(
        _ action: Action, for obligation: Obligation, in transaction: ReadTransaction
    ) throws -> Action {
        guard case .recordEvent(let day, nil, let document, let note) = action,
            obligation.state.nominalDue == nil,
            let stored = try transaction.obligations(ofActivity: obligation.activity)
                .first(where: { $0.obligation.id == obligation.id }),
            let activity = try transaction.activity(obligation.activity),
            let plan = try transaction.plan(activity.plan)
        else { return action }
        let reading = DeadlineReading(of: activity.row.deadline, in: plan.deadlineContext)
        guard reading.parts.indices.contains(stored.part), case .event(let trigger) = reading.parts[stored.part].rule
        else { return action }
        let calendar = try transaction.workCalendar()
        let nominal = trigger.due(afterEventOn: day) { calendar.adding(workingDays: $1, to: $0) }
        return .recordEvent(
            on: day, due: DueDate(nominal: nominal, calendar: calendar), document: document, note: note)
    }
}
