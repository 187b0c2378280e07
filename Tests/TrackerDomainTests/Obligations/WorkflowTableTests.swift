import Testing
import TrackerDomain

struct WorkflowTableTests {
    @Test(arguments: Action.Kind.allCases)
    func everyActionHasExactlyOneLine(kind: Action.Kind) throws {
        #expect(WorkflowTable.transitions.count { $0.action == kind } == 1)
        let transition = try #require(WorkflowTable.transition(for: kind))
        #expect(!transition.from.isEmpty)
        #expect(!transition.roles.isEmpty)
        #expect(!transition.roles.contains(.cooperating), "a cooperating agency changes no state")
    }

    @Test func nothingLeadsOutOfTheEndStages() {
        for transition in WorkflowTable.transitions {
            #expect(transition.from.isDisjoint(with: [.completed, .withdrawn]))
        }
    }

    /// The design's table, written out once more: action, stage before, stage afterwards.
    private static let expected: [Action.Kind: [Stage: Stage]] = [
        .recordEvent: [.waiting: .notStarted],
        .start: [.notStarted: .inProgress, .inProgress: .inProgress],
        .progress: [.notStarted: .inProgress, .inProgress: .inProgress],
        .submit: [.notStarted: .submitted, .inProgress: .submitted],
        .accept: [.submitted: .completed],
        .return: [.submitted: .inProgress],
        .withdraw: [
            .waiting: .withdrawn, .notStarted: .withdrawn, .inProgress: .withdrawn, .submitted: .withdrawn,
            .suspended: .withdrawn,
        ],
        .changeDeadline: [
            .waiting: .waiting, .notStarted: .notStarted, .inProgress: .inProgress, .submitted: .submitted,
            .suspended: .suspended,
        ],
        .reassign: [
            .waiting: .waiting, .notStarted: .notStarted, .inProgress: .inProgress, .submitted: .submitted,
            .suspended: .suspended,
        ],
    ]
    private static let forStandingOnly: Set<Action.Kind> = [.accept, .return, .withdraw, .changeDeadline, .reassign]

    @Test(arguments: Stage.allCases, Action.Kind.allCases)
    func everyStageActionAndRoleGivesTheNextStageOrTheRightRefusal(stage: Stage, kind: Action.Kind) throws {
        let next = Self.expected[kind]?[stage]
        let needed: Set<Role> = Self.forStandingOnly.contains(kind) ? [.standing] : [.lead, .standing]
        let obligation = try ObligationFixture.obligation(in: stage)
        let today = try day(ObligationFixture.today)
        for roles in ObligationFixture.roleSets {
            let outcome = Result { () throws(ActionRefusal) in
                try obligation.performing(
                    Self.action(kind), by: ObligationFixture.member(roles), on: ActionDay(today: today))
            }
            if roles.isDisjoint(with: needed) {
                #expect(outcome == .failure(.notForRole(kind, needed: needed)), "\(roles)")
            } else if let next {
                let after = try outcome.get()
                #expect(after.state.stage == next, "\(roles)")
                #expect(after.state.version == obligation.state.version + 1)
                #expect(after.state.since == today)
                let owner = kind == .reassign ? AgencyID("son-la/so-y-te") : obligation.agency
                #expect(after.id == obligation.id && after.agency == owner)
                #expect(after.period == obligation.period && after.activity == obligation.activity)
            } else {
                let allowed = WorkflowTable.allowed(in: stage, for: roles)
                #expect(outcome == .failure(.notFromStage(kind, stage: stage, allowed: allowed)), "\(roles)")
                #expect(!allowed.contains(kind))
            }
        }
    }

    @Test(arguments: Stage.allCases)
    func theAllowedActionsAreThoseThatSucceed(stage: Stage) throws {
        let obligation = try ObligationFixture.obligation(in: stage)
        let today = ActionDay(today: try day(ObligationFixture.today))
        for roles in ObligationFixture.roleSets {
            let succeeding = Action.Kind.allCases.filter { kind in
                (try? obligation.performing(Self.action(kind), by: ObligationFixture.member(roles), on: today)) != nil
            }
            #expect(
                Set(WorkflowTable.allowed(in: stage, for: roles)) == Set(succeeding.filter { !$0.isDoneByRevision }))
        }
    }

    private static func action(_ kind: Action.Kind) throws(ActionRefusal) -> Action {
        guard let action = try? ObligationFixture.action(kind) else { throw .evidenceMissing }
        return action
    }
}
