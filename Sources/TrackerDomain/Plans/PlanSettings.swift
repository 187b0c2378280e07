/// How a plan's deadlines are read and followed, where offices differ.
public struct PlanSettings: Hashable, Sendable {
    /// When the periodic reports are due, and in which periods ongoing work is checked in on.
    public var regime: ReportingRegime
    /// Whether "trước ngày D" includes the day D itself. No rule says so, and documents mix both; by default it does not.
    public var beforeIncludesDay: Bool
    /// Whether a due date on a day off takes effect on the next working day (Civil Code 2015 art. 148 cl. 5, which
    /// governs civil relations and is followed here by custom); on by default.
    public var movesToWorkingDay: Bool

    public init(regime: ReportingRegime, beforeIncludesDay: Bool = false, movesToWorkingDay: Bool = true) {
        self.regime = regime
        self.beforeIncludesDay = beforeIncludesDay
        self.movesToWorkingDay = movesToWorkingDay
    }

    /// The settings of a plan that says nothing of its own.
    public static let standard = PlanSettings(regime: .calendar)
}

extension PlanSettings {
    /// The calendar that moves the plan's due dates: the given one, or none where they stay on their days.
    public func moving(_ calendar: WorkCalendar) -> WorkCalendar? { movesToWorkingDay ? calendar : nil }
}
