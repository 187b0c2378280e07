/// When to remind: stages before the effective due date that depend on how often an obligation comes round, then at and
/// after it, and from when on the standing agency is told as well. A policy is data.
///
/// ```swift
/// policy.stage(for: due, cadence: "quarterly", on: due.adding(days: -6)) // before-7, reached a day ago
/// ```
public struct ReminderPolicy: Hashable, Sendable {
    /// Days before the effective due date, for each cadence; 0 is the due date itself.
    public let daysBefore: [String: [Int]]
    /// Days before for a cadence that is not named.
    public let otherwiseDaysBefore: [Int]
    /// Days after the effective due date, "+1, +7".
    public let daysAfter: [Int]
    /// After the last of ``daysAfter``: again every so many days.
    public let thenEvery: Int
    /// From how many days late on the standing agency is reminded too.
    public let escalateAfter: Int

    public init(
        daysBefore: [String: [Int]], otherwiseDaysBefore: [Int], daysAfter: [Int], thenEvery: Int, escalateAfter: Int
    ) {
        self.daysBefore = daysBefore
        self.otherwiseDaysBefore = otherwiseDaysBefore
        self.daysAfter = daysAfter.sorted()
        self.thenEvery = max(1, thenEvery)
        self.escalateAfter = escalateAfter
    }

    /// How far ahead of its due date any obligation can have a stage: the horizon of a reminder run, in days.
    public var horizon: Int {
        (daysBefore.values.flatMap { $0 } + otherwiseDaysBefore).max() ?? 0
    }

    /// The newest stage that an obligation has reached on a day; `nil` before the first one.
    public func stage(for effectiveDue: CivilDate, cadence: String, on day: CivilDate) -> ReminderStage? {
        let late = effectiveDue.distance(to: day)
        guard late > 0, let firstAfter = daysAfter.first, late >= firstAfter else {
            let left = -late
            let reached = (daysBefore[cadence] ?? otherwiseDaysBefore).filter { $0 >= left }.min()
            return reached.map { ReminderStage(daysPastDue: -$0, effectiveDue: effectiveDue) }
        }
        let listed = daysAfter.last { $0 <= late } ?? firstAfter
        let days = listed == daysAfter.last ? listed + (late - listed) / thenEvery * thenEvery : listed
        return ReminderStage(daysPastDue: days, effectiveDue: effectiveDue)
    }

    /// The stages before the newest one, with their own names: those that a run that comes late has missed. Of the
    /// repeated stages after the last named one only the newest is ever sent, so they are not listed.
    public func stages(before newest: ReminderStage, effectiveDue: CivilDate, cadence: String) -> [ReminderStage] {
        let named = (daysBefore[cadence] ?? otherwiseDaysBefore).map { -$0 } + daysAfter
        return named.sorted().filter { $0 < newest.daysPastDue }
            .map { ReminderStage(daysPastDue: $0, effectiveDue: effectiveDue) }
    }

    /// Whether a stage is sent to the standing agency as well as to the lead agency.
    public func escalates(_ stage: ReminderStage) -> Bool { stage.daysPastDue >= escalateAfter }
}

/// A point relative to the effective due date at which a reminder is sent once.
public struct ReminderStage: Hashable, Sendable {
    /// Negative before the due date, 0 on it, positive after it.
    public let daysPastDue: Int
    /// The day on which the stage is reached.
    public let date: CivilDate

    public init(daysPastDue: Int, effectiveDue: CivilDate) {
        self.daysPastDue = daysPastDue
        self.date = effectiveDue.adding(days: daysPastDue)
    }

    /// The name in the ledger and in JSON: "before-30", "due", "overdue-7".
    public var name: String {
        switch daysPastDue {
        case ..<0: "before-\(-daysPastDue)"
        case 0: "due"
        default: "overdue-\(daysPastDue)"
        }
    }
}
