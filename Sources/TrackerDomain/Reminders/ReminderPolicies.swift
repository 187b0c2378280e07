/// The policies of a store, and which obligations follow which.
///
/// The policy of the agency that owes comes first, then that of the plan, then the standard one.
public struct ReminderPolicies: Hashable, Sendable {
    /// The id of the policy that holds where nobody chose another.
    public static let standardID = "standard"

    /// Why a policy applies.
    public enum Reason: Hashable, Sendable {
        case agency(AgencyID)
        case plan(Int64)
        case standard
    }

    public let standard: ReminderPolicy
    public let ofPlans: [Int64: ReminderPolicy]
    public let ofAgencies: [AgencyID: ReminderPolicy]

    public init(
        standard: ReminderPolicy, ofPlans: [Int64: ReminderPolicy] = [:], ofAgencies: [AgencyID: ReminderPolicy] = [:]
    ) {
        self.standard = standard
        self.ofPlans = ofPlans
        self.ofAgencies = ofAgencies
    }

    /// All policies that some obligation may follow.
    public var all: [ReminderPolicy] {
        var seen: Set<String> = []
        return ([standard] + ofPlans.values + ofAgencies.values).filter { seen.insert($0.id).inserted }
    }

    /// The policy for what an agency owes under a plan, and why.
    public func policy(plan: Int64?, agency: AgencyID?) -> (policy: ReminderPolicy, reason: Reason) {
        if let agency, let policy = ofAgencies[agency] { return (policy, .agency(agency)) }
        if let plan, let policy = ofPlans[plan] { return (policy, .plan(plan)) }
        return (standard, .standard)
    }

    /// How far ahead of its due date any obligation can have a stage, in days.
    public var horizon: Int { all.map(\.horizon).max() ?? 0 }

    /// The effective due dates that have reached a stage after one day and by another, under some policy: what a run has to
    /// look at that comes after a run of the first day.
    ///
    /// - Parameter earliest: the first effective due date that there is.
    public func dueDates(reachingStageAfter last: CivilDate, through day: CivilDate, from earliest: CivilDate)
        -> [CivilDate]
    {
        let policies = all
        let end = day.adding(days: horizon)
        guard earliest <= end else { return [] }
        return (0...earliest.distance(to: end)).map { earliest.adding(days: $0) }.filter { due in
            policies.contains { $0.reachesStage(due: due, after: last, through: day) }
        }
    }
}

extension ReminderPolicy {
    /// Whether something due on a day, of any cadence, has a newer stage on one day than on another.
    fileprivate func reachesStage(due: CivilDate, after last: CivilDate, through day: CivilDate) -> Bool {
        // What has been late for long is reminded in the same rhythm whatever its cadence.
        let isLongLate = due.distance(to: last) >= (daysAfter.first ?? 1)
        return (isLongLate ? [""] : Array(daysBefore.keys) + [""]).contains { cadence in
            stage(for: due, cadence: cadence, on: last) != stage(for: due, cadence: cadence, on: day)
        }
    }
}
