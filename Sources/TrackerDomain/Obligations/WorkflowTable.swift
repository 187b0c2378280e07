/// Which action leads from which stage to which, and who may do it. The table is the only place that knows.
public enum WorkflowTable {
    /// One line of the table.
    public struct Transition: Hashable, Sendable {
        public let action: Action.Kind
        public let from: Set<Stage>
        /// The stage afterwards; `nil` where it stays as it was.
        public let to: Stage?
        /// The roles that may do it. Where the standing agency stands beside the lead, it enters what the lead agency
        /// has told it; the history names who entered it.
        public let roles: Set<Role>
    }

    /// All transitions.
    public static let transitions: [Transition] = [
        Transition(action: .recordEvent, from: [.waiting], to: .notStarted, roles: [.lead, .standing]),
        Transition(action: .start, from: [.notStarted, .inProgress], to: .inProgress, roles: [.lead, .standing]),
        Transition(action: .progress, from: [.notStarted, .inProgress], to: .inProgress, roles: [.lead, .standing]),
        Transition(action: .submit, from: [.notStarted, .inProgress], to: .submitted, roles: [.lead, .standing]),
        Transition(action: .accept, from: [.submitted], to: .completed, roles: [.standing]),
        Transition(action: .return, from: [.submitted], to: .inProgress, roles: [.standing]),
        Transition(
            action: .withdraw, from: [.waiting, .notStarted, .inProgress, .submitted, .suspended], to: .withdrawn,
            roles: [.standing]),
        Transition(
            action: .changeDeadline, from: [.waiting, .notStarted, .inProgress, .submitted, .suspended], to: nil,
            roles: [.standing]),
        Transition(
            action: .reassign, from: [.waiting, .notStarted, .inProgress, .submitted, .suspended], to: nil,
            roles: [.standing]),
    ]

    /// The line for an action; every action has one, which a test proves.
    public static func transition(for action: Action.Kind) -> Transition? {
        transitions.first { $0.action == action }
    }

    /// The actions that a member may do in a stage, in the order of the table. What only a revised plan does is left out.
    public static func allowed(in stage: Stage, for roles: Set<Role>) -> [Action.Kind] {
        transitions.filter {
            $0.from.contains(stage) && !$0.roles.isDisjoint(with: roles) && !$0.action.isDoneByRevision
        }.map(\.action)
    }
}
