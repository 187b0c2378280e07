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
    /// The token of whoever asks over the network, whose agency acts; `nil` for the operator.
    package let access: AccessToken?

    package init(
        obligation: Int64, action: Action, agency: String? = nil, countsOn: CivilDate? = nil, seenVersion: Int? = nil,
        access: AccessToken? = nil
    ) {
        self.obligation = obligation
        self.action = action
        self.agency = agency
        self.access = access
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
        var named = request.access?.agency
        if let name = request.agency { named = try agency(named: name, forObligation: request.obligation) }
        let (acting, now) = (named, ambient.now())
        return try store.write { try Self.perform(request, by: acting, at: now, in: $0) }
    }

    /// Does an action in the caller's transaction, in the name of an agency that is known already.
    static func perform(
        _ request: ActionRequest, by named: AgencyID?, at now: Int64, in transaction: WriteTransaction
    ) throws -> ActionOutcome {
        let today = CivilDate(millisecondsSince1970: now)
        let notFound = TrackerError.notFound(.obligation(request.obligation), nearest: [])
        guard let entry = try transaction.reading.obligation(request.obligation) else { throw notFound }
        let old = entry.obligation
        let known = try member(named, for: entry, on: today, in: transaction.reading)
        // Who has a part in it that the token makes use of sees it; of all others that has to be looked up.
        if let access = request.access, known.roles.isDisjoint(with: access.role.workflowRoles) {
            let visibility = try visibility(for: access, on: today, in: transaction.reading)
            guard try transaction.reading.isVisible(old.id, to: visibility) else { throw notFound }
        }
        try requireAccess(.act, of: request.access)
        if let seen = request.seenVersion, seen != old.state.version {
            throw TrackerError.stale(
                obligation: old.id, seen: seen, current: old.state.version, stage: old.state.stage)
        }
        if let named { try requireExisting(named, for: old, on: today, in: transaction.reading) }
        let member = known.bounded(by: request.access)
        let day = ActionDay(today: today, counts: request.countsOn)
        let earlier = try earlier(old, for: request.action, on: day, in: transaction.reading)
        let action = try completed(request.action, for: earlier ?? old, on: day, in: transaction.reading)
        let changed = try ObligationChange(action, by: member, on: day, at: now)
            .apply(to: old, asOf: earlier, in: transaction)
        if earlier != nil || action.kind == .reopen {
            // Its agency may have ended meanwhile.
            try SuccessionRun(at: now, in: transaction.reading).apply(toPlan: entry.planID, in: transaction)
        } else if changed.agency == old.agency {
            return ActionOutcome(before: entry, after: entry.with(changed, agencyName: entry.agencyName), asOf: today)
        }
        guard let after = try transaction.reading.obligation(old.id) else { throw TrackerError.internal }
        return ActionOutcome(before: entry, after: after, asOf: today)
    }

    /// Nobody acts in the name of an agency that has ended.
    private static func requireExisting(
        _ agency: AgencyID, for obligation: Obligation, on day: CivilDate, in transaction: ReadTransaction
    ) throws {
        let heir = try transaction.heir(of: agency, on: day)
        guard heir != agency else { return }
        throw TrackerError.refused(.agencyEnded(agency, heir: heir), obligation: obligation.id)
    }

    /// How an obligation stood on an earlier day, where an older fact may still go in there: before successions, which
    /// follow from the directory whatever is recorded.
    private static func earlier(
        _ obligation: Obligation, for action: Action, on day: ActionDay, in transaction: ReadTransaction
    ) throws -> Obligation? {
        guard day.counts < obligation.state.since, action.kind != .comment else { return nil }
        return try transaction.beforeSuccessions(obligation, on: day.counts)
    }

    /// The agency of that name in the directory of an obligation's plan.
    package func agency(named name: String, forObligation id: Int64) throws(TrackerError) -> AgencyID {
        let territory: String? = try store.read { transaction in
            try transaction.obligation(id).flatMap { try transaction.plan($0.planID)?.territory }
        }
        guard let territory else { throw .notFound(.obligation(id), nearest: []) }
        return try agency(named: name, in: territory).id
    }

    /// The acting agency with the roles that it has for the obligation on a day: those that the plan gives it, and those of
    /// the agencies that it took over from.
    static func member(
        _ named: AgencyID?, for entry: ObligationEntry, on day: CivilDate, in transaction: ReadTransaction
    ) throws -> Member {
        let (standing, supervisor) = try transaction.keepers(
            ofSection: entry.sectionOrdinal, plan: entry.planID, on: day)
        guard let agency = named ?? standing else {
            // A plan without a known standing agency is kept by whoever holds the file.
            return Member(agency: nil, roles: [.standing])
        }
        // One that has ended does nothing any more; the standing agency is an heir already.
        guard try agency == standing || transaction.heir(of: agency, on: day) == agency else {
            return Member(agency: agency, roles: [])
        }
        var roles: Set<Role> = []
        // A succession may be due that no run has followed yet.
        if let lead = entry.obligation.agency, try lead == agency || transaction.heir(of: lead, on: day) == agency {
            roles.insert(.lead)
        }
        if agency == standing { roles.insert(.standing) }
        if agency == supervisor { roles.insert(.supervisor) }
        // Whoever leads or reviews may do more than who cooperates.
        if try roles.isEmpty && isMentioned(agency, inRowOf: entry, on: day, in: transaction) {
            roles.insert(.cooperating)
        }
        return Member(agency: agency, roles: roles)
    }

    /// Whether the row speaks of an agency, by its own name or that of its group, or of one that it took over from; also
    /// where it leads beside another.
    private static func isMentioned(
        _ agency: AgencyID, inRowOf entry: ObligationEntry, on day: CivilDate, in transaction: ReadTransaction
    ) throws -> Bool {
        let mentioned = try transaction.activity(entry.obligation.activity)?.mentions.compactMap(\.agency) ?? []
        let names = try transaction.groups(of: agency, on: day).union([agency])
        return try !names.isDisjoint(with: mentioned)
            || mentioned.contains { try transaction.heir(of: $0, on: day) == agency }
    }
}
