internal import AppendixData
package import TrackerDomain
internal import TrackerImport
internal import TrackerStorage

/// A policy with the plans and agencies that follow it.
package struct PolicyUse: Sendable {
    package let policy: ReminderPolicy
    package let plans: [Plan]
    package let agencies: [Agency]
}

/// The policy for what an agency owes under a plan, and why.
package struct AppliedPolicy: Sendable {
    package let policy: ReminderPolicy
    package let reason: ReminderPolicies.Reason
    package let plan: Plan?
    package let agency: Agency?
}

extension Tracker {
    /// The policies of the store with whom they apply to; of a new store those that it will be filled with.
    package func reminderPolicies() throws(TrackerError) -> [PolicyUse] {
        try store.read { transaction in
            let choices = try transaction.reminderPolicyChoices()
            let plans = try transaction.plans()
            return try Self.policyList(in: transaction).map { policy in
                PolicyUse(
                    policy: policy, plans: plans.filter { choices.plans[$0.id] == policy.id },
                    agencies: try choices.agencies.filter { $0.value == policy.id }.keys.sorted().compactMap(
                        transaction.agency))
            }
        }
    }

    /// The policy of an id.
    package func reminderPolicy(named id: String) throws(TrackerError) -> ReminderPolicy {
        let all = try store.read { try Self.policyList(in: $0) }
        guard let policy = all.first(where: { $0.id == id }) else {
            throw .notFound(.policy(id), nearest: all.map(\.id))
        }
        return policy
    }

    /// The policy that applies, and why.
    package func appliedPolicy(plan: Plan?, agency: Agency?) throws(TrackerError) -> AppliedPolicy {
        let (policy, reason) = try store.read { try Self.reminderPolicies(in: $0) }
            .policy(plan: plan?.id, agency: agency?.id)
        return AppliedPolicy(policy: policy, reason: reason, plan: plan, agency: agency)
    }

    /// Adds the policy of a file, or replaces the one of its id. The next runs follow it, also for what is owed already.
    package func addReminderPolicy(
        fromFile path: String, isDryRun: Bool
    ) throws(TrackerError) -> (ReminderPolicy, FileAddition) {
        let policy = try Self.policy(fromFile: path)
        func outcome(in transaction: ReadTransaction) throws -> FileAddition {
            let known = try Self.policyList(in: transaction).first { $0.id == policy.id }
            return known.map { $0 == policy ? .unchanged : .replaced } ?? .added
        }
        if isDryRun { return (policy, try store.read { try outcome(in: $0) }) }
        return try store.write { transaction in
            try Self.fillReferenceData(in: transaction)
            let outcome = try outcome(in: transaction.reading)
            if outcome != .unchanged {
                try transaction.putReminderPolicy(policy)
                try transaction.reviewAllReminders()
            }
            return (policy, outcome)
        }
    }

    /// Chooses the policy of a plan or an agency; `nil` takes the choice back.
    package func useReminderPolicy(
        _ id: String?, plan: Plan?, agency: Agency?
    ) throws(TrackerError) -> AppliedPolicy {
        try store.write { transaction in
            try Self.fillReferenceData(in: transaction)
            let known = try Self.policyList(in: transaction.reading).map(\.id)
            if let id, !known.contains(id) { throw TrackerError.notFound(.policy(id), nearest: known) }
            if let plan { try transaction.setReminderPolicy(id, ofPlan: plan.id) }
            if let agency { try transaction.setReminderPolicy(id, ofAgency: agency.id) }
            try transaction.reviewAllReminders()
        }
        return try appliedPolicy(plan: plan, agency: agency)
    }

    static func reminderPolicies(in transaction: ReadTransaction) throws -> ReminderPolicies {
        let list = try policyList(in: transaction)
        let byID = Dictionary(list.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let choices = try transaction.reminderPolicyChoices()
        return ReminderPolicies(
            standard: try byID[ReminderPolicies.standardID] ?? builtInReminderPolicy(),
            ofPlans: choices.plans.compactMapValues { byID[$0] },
            ofAgencies: choices.agencies.compactMapValues { byID[$0] })
    }

    private static func policyList(in transaction: ReadTransaction) throws -> [ReminderPolicy] {
        let stored = try transaction.reminderPolicyList()
        return stored.isEmpty ? [try builtInReminderPolicy()] : stored
    }

    /// The policy that the program brings along.
    package static func builtInReminderPolicy() throws(TrackerError) -> ReminderPolicy {
        do {
            return try PolicyFile.policy(in: AppendixData.reminderPolicy)
        } catch {
            throw .internal
        }
    }

    private static func policy(fromFile path: String) throws(TrackerError) -> ReminderPolicy {
        let bytes = try ImportSource.bytes(of: path)
        do throws(PolicyFile.Failure) {
            return try PolicyFile.policy(in: bytes)
        } catch {
            throw .fileUnreadable(path: path, reason: LocalizedText(vi: error.words(in: .vi), en: error.words(in: .en)))
        }
    }
}
