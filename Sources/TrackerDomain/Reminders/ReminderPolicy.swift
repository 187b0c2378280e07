/// When to remind and whom: stages before the effective due date that depend on how often an obligation comes round, then at
/// and after it; from when on others are told as well; on which days nothing is sent. A policy is data, the plan's own, an
/// agency's own or the standard one (``ReminderPolicies``).
///
/// ```swift
/// policy.stage(for: due, cadence: "quarterly", on: due.adding(days: -6)) // before-7, reached a day ago
/// ```
public struct ReminderPolicy: Hashable, Sendable, Identifiable {
    /// Small letters, digits and hyphens, "standard".
    public let id: String
    public let name: LocalizedText
    /// Days before the effective due date, for each cadence (``Cadence``); 0 is the due date itself.
    public let daysBefore: [String: [Int]]
    /// Days before for a cadence that is not named.
    public let otherwiseDaysBefore: [Int]
    /// Days after the effective due date, "+1, +7".
    public let daysAfter: [Int]
    /// After the last of ``daysAfter``: again every so many days.
    public let thenEvery: Int
    /// Who is told beside the lead agency, each from how many days late on.
    public let escalation: [ReminderEscalation]
    /// Whether what falls on a day off is sent on the next working day.
    public let waitsForWorkingDay: Bool
    /// Days on which nothing is sent; what falls on them is sent on the next other day.
    public let quietDays: [QuietDays]
    /// Who decided so, "CV 15/SNV-CCHC".
    public let source: LocalizedText

    public init(
        id: String, name: LocalizedText, daysBefore: [String: [Int]], otherwiseDaysBefore: [Int], daysAfter: [Int],
        thenEvery: Int, escalation: [ReminderEscalation], waitsForWorkingDay: Bool = true, quietDays: [QuietDays] = [],
        source: LocalizedText = LocalizedText(vi: "", en: "")
    ) {
        self.id = id
        self.name = name
        self.daysBefore = daysBefore.mapValues { $0.sorted(by: >) }
        self.otherwiseDaysBefore = otherwiseDaysBefore.sorted(by: >)
        self.daysAfter = daysAfter.sorted()
        self.thenEvery = max(1, thenEvery)
        self.escalation = escalation.sorted {
            ($0.daysLate, $0.recipient.rawValue) < ($1.daysLate, $1.recipient.rawValue)
        }
        self.waitsForWorkingDay = waitsForWorkingDay
        self.quietDays = quietDays
        self.source = source
    }

    /// How far ahead of its due date any obligation can have a stage, in days.
    public var horizon: Int {
        (daysBefore.values.flatMap { $0 } + otherwiseDaysBefore).max() ?? 0
    }

    /// The days before the due date for a cadence, the longest first.
    public func daysBefore(for cadence: String) -> [Int] { daysBefore[cadence] ?? otherwiseDaysBefore }

    /// The newest stage that an obligation has reached on a day; `nil` before the first one.
    public func stage(for effectiveDue: CivilDate, cadence: String, on day: CivilDate) -> ReminderStage? {
        let late = effectiveDue.distance(to: day)
        guard late > 0, let firstAfter = daysAfter.first, late >= firstAfter else {
            let reached = daysBefore(for: cadence).last { $0 >= -late }
            return reached.map { ReminderStage(daysPastDue: -$0, effectiveDue: effectiveDue) }
        }
        let listed = daysAfter.last { $0 <= late } ?? firstAfter
        let days = listed == daysAfter.last ? listed + (late - listed) / thenEvery * thenEvery : listed
        return ReminderStage(daysPastDue: days, effectiveDue: effectiveDue)
    }

    /// The stages before the newest one, with their own names: those that a run that comes late has missed. Of the
    /// repeated stages after the last named one only the newest is ever sent, so they are not listed.
    public func stages(before newest: ReminderStage, effectiveDue: CivilDate, cadence: String) -> [ReminderStage] {
        namedStages(effectiveDue: effectiveDue, cadence: cadence).filter { $0.daysPastDue < newest.daysPastDue }
    }

    /// The stages after a day: the named ones, and of those that are repeated the next two.
    public func stages(after day: CivilDate, effectiveDue: CivilDate, cadence: String) -> [ReminderStage] {
        let last = daysAfter.last ?? 0
        let repeats = max(0, (effectiveDue.distance(to: day) - last) / thenEvery) + 1
        let repeated = [repeats, repeats + 1].map {
            ReminderStage(daysPastDue: last + $0 * thenEvery, effectiveDue: effectiveDue)
        }
        return (namedStages(effectiveDue: effectiveDue, cadence: cadence) + repeated).filter { $0.date > day }
    }

    private func namedStages(effectiveDue: CivilDate, cadence: String) -> [ReminderStage] {
        (daysBefore(for: cadence).map { -$0 } + daysAfter)
            .map { ReminderStage(daysPastDue: $0, effectiveDue: effectiveDue) }
    }

    /// Who is told of a stage beside the lead agency.
    public func escalated(_ stage: ReminderStage) -> [ReminderEscalation.Recipient] {
        escalation.filter { stage.daysPastDue >= $0.daysLate }.map(\.recipient)
    }

    /// Whether messages go out on a day.
    public func sends(on day: CivilDate, calendar: WorkCalendar) -> Bool {
        (!waitsForWorkingDay || calendar.isWorkingDay(day)) && !quietDays.contains { $0.contains(day) }
    }

    /// The first day on or after a day on which messages go out. A policy that is quiet for a whole year is taken for one
    /// that sends at its end.
    public func sendingDay(onOrAfter day: CivilDate, calendar: WorkCalendar) -> CivilDate {
        (0...366).lazy.map { day.adding(days: $0) }.first { sends(on: $0, calendar: calendar) } ?? day.adding(days: 366)
    }
}
