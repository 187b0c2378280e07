package import TrackerDomain
internal import TrackerStorage

extension Tracker {
    /// Refuses what a token does not allow; whoever holds the file itself (`nil`) may do everything.
    package static func requireAccess(_ permission: Permission, of token: AccessToken?) throws(TrackerError) {
        guard let token, AccessPolicy.scope(of: permission, for: token.role) == .none else { return }
        throw .forbidden(permission, token.role)
    }

    /// An agency whose calendar a token lets its holder see: its own, or any where the role goes as far.
    package func agency(_ id: AgencyID, of token: AccessToken) throws(TrackerError) -> Agency {
        guard AccessPolicy.scope(of: .readFeed, for: token.role) == .all || token.agency == id else {
            throw .forbiddenForOthers(.readFeed, token.agency)
        }
        guard let agency = try store.read({ try $0.agency(id) }) else {
            throw .notFound(.agency(id.description), nearest: [])
        }
        return agency
    }

    /// Whether a token shows where and how an agency is reminded: to the agency itself, to the standing agency of its territory
    /// and to readers. An address of a webhook may be a secret.
    static func showsReminders(of agency: AgencyID, to token: AccessToken?) -> Bool {
        guard let token, token.agency != agency else { return true }
        return switch token.role {
        case .reader: true
        case .standing: token.agency?.territory == agency.territory
        case .lead, .cooperating, .supervisor, .calendar: false
        }
    }

    /// Which obligations a token lets its holder see: what its agency owes or is named for, with what it took over; the plans
    /// that it keeps and the sections that it supervises, where its role makes use of them.
    static func visibility(
        for token: AccessToken?, on day: CivilDate, in transaction: ReadTransaction
    ) throws -> Visibility {
        guard let token else { return .everything }
        try requireAccess(.readObligations, of: token)
        guard AccessPolicy.scope(of: .readObligations, for: token.role) == .own else { return .everything }
        guard let agency = token.agency else { throw TrackerError.forbidden(.readObligations, token.role) }
        let owners = try transaction.predecessors(of: agency, on: day)
        var kept: Set<Int64> = []
        if token.role.workflowRoles.contains(.standing) {
            let plans = try transaction.standingAgencies()
            kept = Set(plans.filter { $0.agency.map(owners.contains) ?? false }.map(\.plan))
            if kept.count == plans.count { return .everything }
        }
        let circle = Visibility.Circle(
            owners: owners, named: try transaction.groups(of: agency, on: day).union(owners), plans: kept,
            supervises: token.role.workflowRoles.contains(.supervisor))
        return Visibility(circle: circle)
    }

    /// An obligation as it stands; `nil` where there is none of that number or the token does not let it be seen.
    static func visibleEntry(
        _ id: Int64, to token: AccessToken?, on day: CivilDate, in transaction: ReadTransaction
    ) throws -> ObligationEntry? {
        guard let entry = try transaction.obligation(id) else { return nil }
        let visibility = try visibility(for: token, on: day, in: transaction)
        return try transaction.isVisible(id, to: visibility) ? entry : nil
    }
}

extension Member {
    /// The member with no more roles than a token lets it make use of. Whoever leads or reviews may do what those may who
    /// cooperate.
    func bounded(by token: AccessToken?) -> Member {
        guard let token, !roles.isEmpty else { return self }
        return Member(agency: agency, roles: roles.union([.cooperating]).intersection(token.role.workflowRoles))
    }
}
