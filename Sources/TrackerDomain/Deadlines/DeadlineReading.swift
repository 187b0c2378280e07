/// What a deadline cell means, beside its own words, which are kept as written.
///
/// A reading is never a guess: what cannot be read for certain is ``DeadlineKind/unresolved`` or
/// ``DeadlineKind/reference``, with notes that say why and what to ask.
///
/// ```swift
/// let context = DeadlineContext(issued: issued, years: 2021...2030)
/// let reading = DeadlineReading(of: "Quý I hàng năm", in: context)
/// reading.kind                                                    // .recurring
/// reading.occurrences(in: context).prefix(2).map(\.nominalDue)    // 2022-03-31, 2023-03-31
/// ```
public struct DeadlineReading: Hashable, Sendable {
    /// The words as written.
    public let text: String
    /// The meanings: one, or several where the cell holds several deadlines.
    public let parts: [DeadlinePart]
    /// What a person should know about the reading: an ambiguity, a slip of typing that was understood, a question.
    public let notes: [DeadlineNote]

    public init(text: String, parts: [DeadlinePart], notes: [DeadlineNote] = []) {
        self.text = text
        self.parts = parts
        self.notes = notes
    }
}

/// Where and for which years a deadline was written; forms without a year take theirs from here.
public struct DeadlineContext: Hashable, Sendable {
    /// The plan's day of issue. A due date on this day counts, one before it does not exist.
    public var issued: CivilDate
    /// The years that the plan covers.
    public var years: ClosedRange<Int>
    /// Whether "trước ngày D" includes the day D itself; a setting of the plan, off by default (due D−1).
    public var beforeIncludesDay: Bool
    /// When periodic reports are due where the words name no day.
    public var regime: ReportingRegime

    public init(
        issued: CivilDate, years: ClosedRange<Int>, beforeIncludesDay: Bool = false, regime: ReportingRegime = .calendar
    ) {
        self.issued = issued
        self.years = years
        self.beforeIncludesDay = beforeIncludesDay
        self.regime = regime
    }
}

/// The kinds of deadline; the raw values are those of the interfaces.
public enum DeadlineKind: String, CaseIterable, Sendable {
    case fixed, recurring, ongoing, event, reference, compound, done, unresolved
}

/// One deadline of a cell.
public struct DeadlinePart: Hashable, Sendable {
    /// The words that this part was read from, "Báo cáo quý, 6 tháng và năm".
    public let label: String
    /// Their meaning.
    public let rule: DeadlineRule
    /// The grounds that the words give and the rule no longer shows; ``reasons(in:)`` has all.
    let wordReasons: [DeadlineReason]

    public init(label: String, rule: DeadlineRule, wordReasons: [DeadlineReason] = []) {
        self.label = label
        self.rule = rule
        self.wordReasons = wordReasons
    }
}

/// The meaning of one deadline.
public enum DeadlineRule: Hashable, Sendable {
    /// One nominal due date; a window is due on its last day. `period` names the time it stands for: "2022",
    /// "2026-Q4", "2026-02", "2021-2025".
    case fixed(due: CivilDate, start: CivilDate?, period: String)
    /// A nominal due date in each period.
    case recurring(RecurrenceRule)
    /// No due date and never overdue; progress is confirmed once each reporting period.
    case ongoing(from: CivilDate?)
    /// Waits until somebody records the event.
    case event(EventTrigger)
    /// The date stands elsewhere.
    case reference
    /// "Đã hoàn thành".
    case done
    /// Not readable for certain; the notes say why.
    case unresolved
}

/// An event that starts a deadline: "10 ngày làm việc sau khi Nghị quyết được ban hành".
public struct EventTrigger: Hashable, Sendable {
    /// The event in the words of the cell, "Nghị quyết được ban hành".
    public let event: String
    /// The time allowed after the event, where one is written.
    public let offset: Offset?

    public init(event: String, offset: Offset? = nil) {
        self.event = event
        self.offset = offset
    }

    /// A length of time that is counted from the day after the event (Civil Code 2015 art. 147).
    public struct Offset: Hashable, Sendable {
        public enum Unit: String, Hashable, Sendable { case days, workingDays, weeks, months, years }
        public let count: Int
        public let unit: Unit

        public init(count: Int, unit: Unit) {
            self.count = count
            self.unit = unit
        }
    }
}

/// One due date that a reading gives.
public struct Occurrence: Hashable, Sendable {
    /// The period that it stands for: "2022", "2022-Q1", "2022-H1", "2022-9M", "2022-01", "2022-W05", "2021-2025".
    public let period: String
    /// The nominal due date: what the words say.
    public let nominalDue: CivilDate
    /// Which of the reading's parts gave it.
    public let part: Int

    public init(period: String, nominalDue: CivilDate, part: Int) {
        self.period = period
        self.nominalDue = nominalDue
        self.part = part
    }
}
