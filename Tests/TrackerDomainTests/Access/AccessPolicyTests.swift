import Testing
import TrackerDomain

/// The whole table of who may do what with a token.
struct AccessPolicyTests {
    /// In the order of `AccessRole.allCases`: lead, cooperating, standing, supervisor, reader, calendar.
    static let table: [Permission: [AccessScope]] = [
        .readReference: [.all, .all, .all, .all, .all, .none],
        .readObligations: [.own, .own, .own, .own, .all, .none],
        .act: [.own, .own, .own, .own, .none, .none],
        .readQuestions: [.none, .none, .own, .own, .all, .none],
        .importPlans: [.none, .none, .own, .none, .none, .none],
        .changeDirectory: [.none, .none, .own, .none, .none, .none],
        .readFeed: [.own, .own, .own, .own, .all, .own],
    ]

    @Test(arguments: Permission.allCases)
    func theTableIsAsWritten(permission: Permission) {
        #expect(
            AccessRole.allCases.map { AccessPolicy.scope(of: permission, for: $0) } == Self.table[permission])
    }

    @Test(arguments: AccessRole.allCases)
    func whoMayNotActHasNoWorkflowRole(role: AccessRole) {
        #expect((AccessPolicy.scope(of: .act, for: role) == .none) == role.workflowRoles.isEmpty)
    }
}
