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
    /// ```swift
    /// let submitted = try obligation.performing(.submit(evidence: decision, note: ""), by: lead, on: day)
    /// submitted.state.stage // .submitted
    /// ```
    public func performing(
        _ action: Action, by member: Member, on day: ActionDay
    ) throws(ActionRefusal) -> Obligation {
        let transition = try permitted(action.kind, by: member)
        try checkDays(of: action, by: member, on: day)
        try checkContent(of: action)

        var result = self
        result.state.since = day.counts
        result.state.stage = transition.to ?? state.stage
        result.state.version += 1
        result.state.apply(action, on: day.counts)
        if case .reassign(let agency, _) = action { result.agency = agency }
        return result
    }

    private func permitted(
        _ kind: Action.Kind, by member: Member
    ) throws(ActionRefusal) -> WorkflowTable.Transition {
        guard let transition = WorkflowTable.transition(for: kind), !transition.roles.isDisjoint(with: member.roles)
        else {
            throw .notForRole(kind, needed: WorkflowTable.transition(for: kind)?.roles ?? [])
        }
        guard transition.from.contains(state.stage) else {
            let allowed = WorkflowTable.allowed(in: state.stage, for: member.roles)
            throw .notFromStage(kind, stage: state.stage, allowed: allowed)
        }
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

    private func checkContent(of action: Action) throws(ActionRefusal) {
        switch action {
        case .progress(let percent?, _) where !(0...100).contains(percent):
            throw .percentOutOfRange(percent)
        case .progress(nil, let note) where note.isBlank, .return(let note) where note.isBlank,
            .reassign(_, let note) where note.isBlank:
            throw .reasonMissing(action.kind)
        case .submit(nil, let note) where note.isBlank:
            throw .evidenceMissing
        default: break
        }
    }
}

extension ObligationState {
    fileprivate mutating func apply(_ action: Action, on day: CivilDate) {
        switch action {
        case .progress(let percent, _):
            progress = percent ?? progress
            reportedOn = day
        case .submit:
            submittedOn = day
        case .accept:
            progress = 100
        case .return:
            submittedOn = nil
        case .changeDeadline(let due, _):
            changeDeadline(to: due)
        case .recordEvent(_, let due?, _, _):
            changeDeadline(to: due)
        case .recordEvent, .start, .withdraw, .reassign: break
        }
    }

    private mutating func changeDeadline(to due: DueDate?) {
        nominalDue = due?.nominal
        effectiveDue = due?.effective
        deadlineVersion += 1
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
