/// The two days of an action: when it is entered, and from when it counts.
public struct ActionDay: Hashable, Sendable {
    public let today: CivilDate
    public let counts: CivilDate

    public init(today: CivilDate, counts: CivilDate? = nil) {
        self.today = today
        self.counts = counts ?? today
    }
}

extension Obligation {
    /// The obligation after an action, or the reason why the workflow refuses it. Every path to a change goes through
    /// here; nothing is read or written.
    ///
    /// A comment leaves the state as it is, its version too, so that nobody's update is stale because of it.
    ///
    /// ```swift
    /// let submitted = try obligation.performing(.submit(evidence: decision, note: ""), by: lead, on: day)
    /// submitted.state.stage // .submitted
    /// ```
    public func performing(
        _ action: Action, by member: Member, on day: ActionDay
    ) throws(ActionRefusal) -> Obligation {
        let transition = try permitted(action.kind, by: member)
        try checkDays(of: action, by: member, on: day)
        for need in transition.needs {
            if let refusal = need.refusal(of: action, in: state) { throw refusal }
        }
        guard action.kind != .comment else { return self }

        var result = self
        result.state.since = day.counts
        result.state.version += 1
        result.state.enter(transition.to)
        // The plan may have been revised meanwhile, so that it waits for nothing any more.
        if transition.to == .beforeSuspension, result.state.stage == .waiting, !isConditional,
            state.nominalDue != nil
        {
            result.state.stage = .notStarted
        }
        result.state.apply(action, on: day.counts)
        return result
    }

    private func permitted(
        _ kind: Action.Kind, by member: Member
    ) throws(ActionRefusal) -> WorkflowTable.Transition {
        func allowed() -> [Action.Kind] { allowedActions(for: member.roles) }
        guard let transition = WorkflowTable.transition(for: kind), !transition.roles.isDisjoint(with: member.roles)
        else {
            throw .notForRole(
                kind, needed: WorkflowTable.transition(for: kind)?.roles ?? [], allowed: allowed())
        }
        guard transition.from.contains(state.stage) else {
            throw .notFromStage(kind, stage: state.stage, allowed: allowed())
        }
        if let refusal = transition.condition?.refusal(in: state) { throw refusal }
        return transition
    }

    private func checkDays(of action: Action, by member: Member, on day: ActionDay) throws(ActionRefusal) {
        guard day.counts <= day.today else { throw .countsInFuture(day.counts, today: day.today) }
        guard day.counts >= state.since else { throw .countsBeforeLastChange(day.counts, last: state.since) }
        guard day.counts == day.today || member.roles.contains(.standing) else {
            throw .onlyStandingEntersOlderFacts(day.counts)
        }
        if let document = action.evidence, document.date > day.counts {
            throw .documentInFuture(document.date, today: day.counts)
        }
        if case .recordEvent(let event, _, _, _) = action, event > day.counts {
            throw .documentInFuture(event, today: day.counts)
        }
    }
}

extension ObligationState {
    fileprivate mutating func enter(_ destination: WorkflowTable.Destination) {
        switch destination {
        case .unchanged: break
        case .beforeSuspension:
            stage = suspendedIn ?? .inProgress
            suspendedIn = nil
        case .stage(let next):
            suspendedIn = next == .suspended ? stage : nil
            stage = next
        }
    }

    fileprivate mutating func apply(_ action: Action, on day: CivilDate) {
        switch action {
        case .progress(let percent, _):
            progress = percent ?? progress
            reportedOn = day
        case .submit:
            submittedOn = day
        case .accept:
            progress = 100
            extensionRequest = nil
        case .return, .reopen:
            submittedOn = nil
        case .requestExtension(let due, let reason):
            extensionRequest = ExtensionRequest(due: due, reason: reason, askedOn: day)
        case .grantExtension(let due, _, _):
            setDeadline(due ?? extensionRequest?.due)
            extensions += 1
            extensionRequest = nil
        case .refuseExtension, .withdraw:
            extensionRequest = nil
        case .reassign(let next, _, _):
            agency = next
        case .changeDeadline(let due, _, let cause):
            // A corrected calendar moves an extended deadline without making it the plan's own.
            if cause != .calendar || originalDue?.nominal == nominalDue { originalDue = due }
            setDeadline(due)
        case .recordEvent(_, let due?, _, _):
            originalDue = due
            setDeadline(due)
        case .recordEvent, .start, .suspend, .resume, .comment: break
        }
    }

    private mutating func setDeadline(_ due: DueDate?) {
        nominalDue = due?.nominal
        effectiveDue = due?.effective
        deadlineVersion += 1
    }
}
