/// The official two by two of obligations with a deadline.
public struct DeadlineCounts: Hashable, Sendable {
    public var completedOnTime = 0
    public var completedLate = 0
    public var within = 0
    public var overdue = 0

    public init() {}

    /// Adds the counts of another group.
    public mutating func add(_ other: DeadlineCounts) {
        completedOnTime += other.completedOnTime
        completedLate += other.completedLate
        within += other.within
        overdue += other.overdue
    }
}

/// Counts of obligations on a day, as the authorities report them: completed (on time, late) and not completed (within
/// the deadline, overdue), beside what has no running deadline. They are judged by the deadline that holds, extensions
/// included; ``original`` has the same obligations judged by the plan's own.
public struct PeriodCounts: Hashable, Sendable {
    public var completedOnTime = 0
    public var completedLate = 0
    public var within = 0
    public var overdue = 0
    /// Ongoing work and obligations without a date.
    public var withoutDeadline = 0
    /// Waiting for an event or a condition, or suspended: no deadline runs.
    public var waiting = 0
    /// Due before tracking began: counted apart.
    public var beforeTracking = 0
    /// The two by two against the deadlines before any extension.
    public var original = DeadlineCounts()

    public init() {}

    /// Completed, on time or late.
    public var completed: Int { completedOnTime + completedLate }
    /// Completed and not completed obligations with a deadline.
    public var withDeadline: Int { completedOnTime + completedLate + within + overdue }
    /// Completed, and overdue: those whose deadline has come or that are done.
    public var comeDue: Int { completedOnTime + completedLate + overdue }
    /// Overdue among all with a deadline, 0…1; `nil` where there are none.
    public var overdueOfAll: Double? { withDeadline == 0 ? nil : Double(overdue) / Double(withDeadline) }
    /// Overdue among those that have come due, 0…1 (the formula of report 1270/BC-TCTTTg for 2017); `nil` for none.
    public var overdueOfComeDue: Double? { comeDue == 0 ? nil : Double(overdue) / Double(comeDue) }
    /// Completed among all with a deadline, 0…1; `nil` where there are none.
    public var completedOfAll: Double? { withDeadline == 0 ? nil : Double(completed) / Double(withDeadline) }
    /// Completed among those that have come due, 0…1: 98.6 % for 2017 (the same report); `nil` for none.
    public var completedOfComeDue: Double? { comeDue == 0 ? nil : Double(completed) / Double(comeDue) }
}

extension PeriodCounts {
    /// Adds the counts of another group.
    public mutating func add(_ other: PeriodCounts) {
        completedOnTime += other.completedOnTime
        completedLate += other.completedLate
        within += other.within
        overdue += other.overdue
        withoutDeadline += other.withoutDeadline
        waiting += other.waiting
        beforeTracking += other.beforeTracking
        original.add(other.original)
    }
}

/// What counts are grouped by.
public enum CountGrouping: String, CaseIterable, Sendable {
    case plan, agency, section, year
}

/// The counts of one group.
public struct CountGroup: Hashable, Sendable {
    /// The plan's or agency's id, the section's place, the year.
    public let key: String
    /// What a person reads.
    public let name: String
    /// The last day of an agency that no longer exists on the day of the counts; after the mergers of 2025 there are two
    /// departments called "Sở Tài chính".
    public let endedOn: CivilDate?
    public var counts: PeriodCounts

    public init(key: String, name: String, endedOn: CivilDate? = nil, counts: PeriodCounts) {
        self.key = key
        self.name = name
        self.endedOn = endedOn
        self.counts = counts
    }
}
