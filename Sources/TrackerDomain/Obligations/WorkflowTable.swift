/// Which action leads from which stage to which, who may do it and what it needs. The table is the only place that knows;
/// `docs/workflow.md` is made from it.
public enum WorkflowTable {
    /// One line of the table.
    public struct Transition: Hashable, Sendable {
        public let action: Action.Kind
        public let from: Set<Stage>
        public let to: Destination
        /// The roles that may do it. Where the standing agency stands beside the lead, it enters what the lead agency
        /// has told it; the history names who entered it.
        public let roles: Set<Role>
        /// What must be true of the obligation besides its stage.
        public let condition: Condition?
        /// What the action must bring along.
        public let needs: [Need]

        init(
            _ action: Action.Kind, from: Set<Stage>, to: Destination, by roles: Set<Role>,
            condition: Condition? = nil, needs: [Need] = []
        ) {
            self.action = action
            self.from = from
            self.to = to
            self.roles = roles
            self.condition = condition
            self.needs = needs
        }
    }

    /// Where a transition leads.
    public enum Destination: Hashable, Sendable {
        case stage(Stage)
        /// The stage stays as it was.
        case unchanged
        /// The stage in which the obligation was suspended.
        case beforeSuspension
    }

    /// All transitions.
    public static let transitions: [Transition] = [
        Transition(
            .recordEvent, from: [.waiting], to: .stage(.notStarted), by: [.lead, .standing, .supervisor],
            needs: [.eventDay]),
        Transition(.start, from: [.notStarted, .inProgress], to: .stage(.inProgress), by: leadOrStanding),
        Transition(
            .progress, from: [.notStarted, .inProgress], to: .stage(.inProgress), by: leadOrStanding,
            needs: [.percentOrNote]),
        Transition(
            .submit, from: [.notStarted, .inProgress], to: .stage(.submitted), by: leadOrStanding,
            needs: [.documentOrNote]),
        Transition(.accept, from: [.submitted], to: .stage(.completed), by: reviewers),
        Transition(.return, from: [.submitted], to: .stage(.inProgress), by: reviewers, needs: [.reason]),
        Transition(
            .requestExtension, from: running, to: .unchanged, by: leadOrStanding, condition: .deadlineWithoutRequest,
            needs: [.laterDay, .reason]),
        Transition(
            .grantExtension, from: Stage.open, to: .unchanged, by: [.standing], condition: .request,
            needs: [.laterDay, .reason]),
        Transition(
            .refuseExtension, from: Stage.open, to: .unchanged, by: [.standing], condition: .request,
            needs: [.reason]),
        Transition(.suspend, from: running, to: .stage(.suspended), by: [.standing], needs: [.reason]),
        Transition(.resume, from: [.suspended], to: .beforeSuspension, by: [.standing], needs: [.reason]),
        Transition(.withdraw, from: Stage.open, to: .stage(.withdrawn), by: [.standing], needs: [.decision]),
        Transition(.reopen, from: [.completed], to: .stage(.inProgress), by: [.standing], needs: [.reason]),
        Transition(
            .reassign, from: Stage.open, to: .unchanged, by: [.standing], needs: [.anotherAgency, .reason]),
        Transition(
            .comment, from: Set(Stage.allCases), to: .unchanged, by: Set(Role.allCases), needs: [.note]),
        Transition(.changeDeadline, from: Stage.open, to: .unchanged, by: [.standing]),
    ]

    private static let leadOrStanding: Set<Role> = [.lead, .standing]
    private static let reviewers: Set<Role> = [.standing, .supervisor]
    /// The open stages without the suspended one.
    private static let running = Stage.open.subtracting([.suspended])

    private static let byAction = Dictionary(
        transitions.map { ($0.action, $0) }, uniquingKeysWith: { first, _ in first })

    /// The line for an action; every action has one, which a test proves.
    public static func transition(for action: Action.Kind) -> Transition? { byAction[action] }
}

extension WorkflowTable.Transition {
    /// Whether an obligation in a state lets the action pass, whoever does it.
    public func isOpen(in state: ObligationState) -> Bool {
        from.contains(state.stage) && condition?.refusal(in: state) == nil
    }
}

extension Obligation {
    /// What members with some roles may do now, in the order of the table. What is never done by hand is left out.
    public func allowedActions(for roles: Set<Role>) -> [Action.Kind] {
        WorkflowTable.transitions.filter {
            $0.isOpen(in: state) && !$0.roles.isDisjoint(with: roles) && !$0.action.isNeverByHand
        }.map(\.action)
    }
}
