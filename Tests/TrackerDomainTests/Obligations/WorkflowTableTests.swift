import Testing
import TrackerDomain

struct WorkflowTableTests {
    @Test(arguments: Action.Kind.allCases)
    func everyActionHasExactlyOneLine(kind: Action.Kind) throws {
        #expect(WorkflowTable.transitions.count { $0.action == kind } == 1)
        let transition = try #require(WorkflowTable.transition(for: kind))
        #expect(!transition.from.isEmpty)
        #expect(!transition.roles.isEmpty)
        #expect(
            !transition.roles.contains(.cooperating) || kind == .comment, "a cooperating agency changes no state")
    }

    @Test func onlyReopeningLeadsOutOfAnEndStage() {
        for transition in WorkflowTable.transitions where transition.action != .comment {
            #expect(!transition.from.contains(.withdrawn))
            #expect(transition.from.contains(.completed) == (transition.action == .reopen))
        }
    }

    // MARK: The design's table, written out once more

    /// Action, stage before, stage afterwards.
    private static let expected: [Action.Kind: [Stage: Stage]] = [
        .recordEvent: [.waiting: .notStarted],
        .start: [.notStarted: .inProgress, .inProgress: .inProgress],
        .progress: [.notStarted: .inProgress, .inProgress: .inProgress],
        .submit: [.notStarted: .submitted, .inProgress: .submitted],
        .accept: [.submitted: .completed],
        .return: [.submitted: .inProgress],
        .requestExtension: same(running),
        .grantExtension: same(open),
        .refuseExtension: same(open),
        .suspend: all(running, to: .suspended),
        .resume: [.suspended: .submitted],
        .withdraw: all(open, to: .withdrawn),
        .reopen: [.completed: .inProgress],
        .reassign: same(open),
        .comment: same(Stage.allCases),
        .changeDeadline: same(open),
    ]
    private static let running: [Stage] = [.waiting, .notStarted, .inProgress, .submitted]
    private static let open = running + [.suspended]

    private static func same(_ stages: [Stage]) -> [Stage: Stage] {
        Dictionary(uniqueKeysWithValues: stages.map { ($0, $0) })
    }

    private static func all(_ stages: [Stage], to next: Stage) -> [Stage: Stage] {
        Dictionary(uniqueKeysWithValues: stages.map { ($0, next) })
    }

    private static func needed(for kind: Action.Kind) -> Set<Role> {
        switch kind {
        case .recordEvent: [.lead, .standing, .supervisor]
        case .start, .progress, .submit, .requestExtension: [.lead, .standing]
        case .accept, .return: [.standing, .supervisor]
        case .comment: Set(Role.allCases)
        case .grantExtension, .refuseExtension, .suspend, .resume, .withdraw, .reopen, .reassign, .changeDeadline:
            [.standing]
        }
    }

    // MARK: Every stage, action and role

    @Test(arguments: Stage.allCases, Action.Kind.allCases)
    func everyStageActionAndRoleGivesTheNextStageOrTheRightRefusal(stage: Stage, kind: Action.Kind) throws {
        for requested in [nil, "2022-08-31"] {
            let obligation = try ObligationFixture.obligation(in: stage, asksFor: requested)
            for roles in ObligationFixture.roleSets {
                try check(kind, on: obligation, by: roles)
            }
        }
    }

    private func check(_ kind: Action.Kind, on obligation: Obligation, by roles: Set<Role>) throws {
        let stage = obligation.state.stage
        let today = ActionDay(today: try day(ObligationFixture.today))
        let action = try ObligationFixture.action(kind)
        let outcome = Result { () throws(ActionRefusal) in
            try obligation.performing(action, by: ObligationFixture.member(roles), on: today)
        }
        let needed = Self.needed(for: kind)
        let allowed = obligation.allowedActions(for: roles)
        if roles.isDisjoint(with: needed) {
            #expect(outcome == .failure(.notForRole(kind, needed: needed, allowed: allowed)), "\(roles)")
        } else if let next = Self.expected[kind]?[stage] {
            switch (kind, obligation.state.extensionRequest) {
            case (.requestExtension, let pending?): #expect(outcome == .failure(.extensionPending(pending)))
            case (.grantExtension, nil), (.refuseExtension, nil): #expect(outcome == .failure(.noExtensionRequested))
            case (.comment, _): #expect(try outcome.get() == obligation, "a comment changes nothing")
            default:
                let after = try outcome.get()
                #expect(after.state.stage == next, "\(roles)")
                #expect(after.state.version == obligation.state.version + 1)
                #expect(after.state.since == today.counts)
                #expect((after.state.suspendedIn != nil) == (next == .suspended))
                #expect(after.id == obligation.id && after.period == obligation.period)
                #expect((after.agency == obligation.agency) == (kind != .reassign))
            }
        } else {
            #expect(outcome == .failure(.notFromStage(kind, stage: stage, allowed: allowed)), "\(roles)")
            #expect(!allowed.contains(kind))
        }
    }

    @Test(arguments: Stage.allCases, [nil, "2022-08-31"])
    func theAllowedActionsAreThoseThatSucceed(stage: Stage, requested: String?) throws {
        let obligation = try ObligationFixture.obligation(in: stage, asksFor: requested)
        let today = ActionDay(today: try day(ObligationFixture.today))
        let actions = try Action.Kind.allCases.map { try ObligationFixture.action($0) }
        for roles in ObligationFixture.roleSets {
            let succeeding = actions.filter { action in
                (try? obligation.performing(action, by: ObligationFixture.member(roles), on: today)) != nil
            }
            #expect(
                Set(obligation.allowedActions(for: roles))
                    == Set(succeeding.map(\.kind).filter { $0 != .changeDeadline }))
        }
    }

    @Test func whatHasNoDateCannotBeExtended() throws {
        let obligation = try ObligationFixture.obligation(in: .inProgress, due: nil)
        #expect(!obligation.allowedActions(for: [.lead]).contains(.requestExtension))
        let action = try ObligationFixture.action(.requestExtension)
        let today = ActionDay(today: try day(ObligationFixture.today))
        #expect(throws: ActionRefusal.noDeadlineToExtend) {
            try obligation.performing(action, by: ObligationFixture.member([.lead]), on: today)
        }
    }

    @Test(arguments: Action.Kind.allCases)
    func everyActionSaysWhatItLacks(kind: Action.Kind) throws {
        let lacking: [Action.Kind: (Action, ActionRefusal)] = [
            .progress: (.progress(percent: nil, note: " "), .reasonMissing(.progress)),
            .submit: (.submit(evidence: nil, note: ""), .evidenceMissing),
            .return: (.return(reason: " "), .reasonMissing(.return)),
            .requestExtension: (
                .requestExtension(to: DueDate(nominal: try day("2022-07-31")), reason: ""),
                .reasonMissing(.requestExtension)
            ),
            .grantExtension: (
                .grantExtension(to: nil, decision: nil, reason: "\n"), .reasonMissing(.grantExtension)
            ),
            .refuseExtension: (.refuseExtension(decision: nil, reason: ""), .reasonMissing(.refuseExtension)),
            .suspend: (.suspend(reason: ""), .reasonMissing(.suspend)),
            .resume: (.resume(reason: ""), .reasonMissing(.resume)),
            .withdraw: (.withdraw(decision: nil, reason: "thôi"), .decisionMissing(.withdraw)),
            .reopen: (.reopen(reason: ""), .reasonMissing(.reopen)),
            .reassign: (
                .reassign(to: try #require(AgencyID("son-la/so-y-te")), reason: ""), .reasonMissing(.reassign)
            ),
            .comment: (.comment(note: " "), .reasonMissing(.comment)),
        ]
        let withoutNeeds: Set<Action.Kind> = [.recordEvent, .start, .accept, .changeDeadline]
        guard let (action, refusal) = lacking[kind] else {
            #expect(withoutNeeds.contains(kind), "\(kind) needs a case")
            return
        }
        let stage = try #require(Self.expected[kind]?.keys.sorted { $0.rawValue < $1.rawValue }.first)
        let isDecision = kind == .grantExtension || kind == .refuseExtension
        let obligation = try ObligationFixture.obligation(in: stage, asksFor: isDecision ? "2022-08-31" : nil)
        let today = ActionDay(today: try day(ObligationFixture.today))
        #expect(throws: refusal) {
            try obligation.performing(action, by: ObligationFixture.member(Set(Role.allCases)), on: today)
        }
    }
}
