/// The days on which public offices work: Monday to Friday, less the days off, plus the make-up Saturdays.
///
/// Days off and make-up days are data with a source and a certainty, because the Prime Minister decides them year by year
/// (Labour Code 2019 art. 112). For a year without data the holidays that the law gives are expected
/// (``StatutoryHolidays``); a calendar without any data knows the weekends only.
///
/// ```swift
/// calendar.isWorkingDay(saturday10January2026)     // true: a make-up day for 02/01/2026
/// calendar.workingDay(onOrAfter: day31January2022) // 07/02/2022, after Tết
/// ```
public struct WorkCalendar: Hashable, Sendable {
    /// A day that differs from its weekday.
    public struct Entry: Hashable, Sendable {
        public enum Kind: String, CaseIterable, Sendable {
            /// A statutory holiday, a day off in lieu, or a day that was swapped for a Saturday.
            case off
            /// A Saturday or Sunday that is worked to make up for a swapped day.
            case working
        }
        public enum Certainty: String, CaseIterable, Sendable {
            /// Fixed by law or announced by the authorities.
            case official
            /// Computed or proposed, not yet decided.
            case expected
        }

        public let date: CivilDate
        public let kind: Kind
        /// What the day is, in Vietnamese: "Giao thừa Tết Nguyên Đán".
        public let name: String
        public let certainty: Certainty
        /// The document that fixes the day, "12729/VPCP-KGVX".
        public let source: String

        public init(date: CivilDate, kind: Kind, name: String, certainty: Certainty, source: String) {
            self.date = date
            self.kind = kind
            self.name = name
            self.certainty = certainty
            self.source = source
        }
    }

    private let entries: [CivilDate: Entry]
    private let listedYears: Set<Int>

    /// The first to the last year that the data speaks of; `nil` for a calendar of weekends only.
    public let coveredYears: ClosedRange<Int>?

    /// A calendar with these days; of two entries for one day the later in the list counts.
    public init(entries: some Sequence<Entry>) {
        self.entries = Dictionary(entries.map { ($0.date, $0) }, uniquingKeysWith: { $1 })
        listedYears = Set(self.entries.keys.map(\.year))
        if let first = listedYears.min(), let last = listedYears.max() {
            coveredYears = first...last
        } else {
            coveredYears = nil
        }
    }

    /// Whether the days off of a year are computed from the law, because the data does not speak of it: 2031 where the
    /// list ends with 2030.
    public func isComputed(_ year: Int) -> Bool {
        !listedYears.isEmpty && !listedYears.contains(year) && StatutoryHolidays.supported.contains(year)
    }

    /// The days of a year that differ from their weekday, in their order.
    public func entries(of year: Int) -> [Entry] {
        if isComputed(year) { return StatutoryHolidays.entries(of: year) }
        return entries.values.filter { $0.date.year == year }.sorted { $0.date < $1.date }
    }

    /// The calendar after a correction: the day is as the entry says. The computed days of a year without data become
    /// data with it, so that one corrected day does not hide the others.
    public func correcting(_ entry: Entry) -> WorkCalendar {
        let computed = isComputed(entry.date.year) ? entries(of: entry.date.year) : []
        return WorkCalendar(entries: Array(entries.values) + computed + [entry])
    }

    /// What the data itself says of a day; `nil` where it does not, also where the day is computed.
    public func listedEntry(for day: CivilDate) -> Entry? { entries[day] }

    /// The days that the data lists in a year, in their order; empty where they are computed.
    public func listedEntries(of year: Int) -> [Entry] { isComputed(year) ? [] : entries(of: year) }

    /// The calendar without a correction: the day is again as in another calendar, from which this one began. A year that
    /// is computed there becomes computed again with its last correction.
    public func restoring(_ day: CivilDate, from original: WorkCalendar) -> WorkCalendar {
        var rest = entries
        rest[day] = original.entry(for: day)
        let restored = WorkCalendar(entries: rest.values)
        let year = day.year
        guard original.isComputed(year), restored.entries(of: year) == original.entries(of: year) else {
            return restored
        }
        return WorkCalendar(entries: rest.values.filter { $0.date.year != year })
    }

    /// What is known of a day; `nil` for an ordinary weekday or weekend.
    public func entry(for day: CivilDate) -> Entry? {
        if let entry = entries[day] { return entry }
        let year = day.year
        return isComputed(year) ? StatutoryHolidays.entries(of: year).first { $0.date == day } : nil
    }

    /// Whether offices work on a day.
    public func isWorkingDay(_ day: CivilDate) -> Bool {
        switch entry(for: day)?.kind {
        case .off: false
        case .working: true
        case nil: !day.weekday.isWeekend
        }
    }

    /// The day itself where offices work on it, otherwise the next day on which they do (Civil Code 2015 art. 148 cl. 5:
    /// a term that ends on a day off ends with the next working day). 31/12/2022, a Saturday, gives 03/01/2023.
    public func workingDay(onOrAfter day: CivilDate) -> CivilDate {
        var candidate = day
        while !isWorkingDay(candidate) { candidate = candidate.adding(days: 1) }
        return candidate
    }

    /// The `count`-th working day after a day, which itself is not counted (Civil Code 2015 art. 147).
    ///
    /// Five working days after 25/4/2025 end on 06/5/2025: the make-up Saturday 26/4 is the first of them.
    public func adding(workingDays count: Int, to day: CivilDate) -> CivilDate {
        var result = day
        for _ in 0..<max(0, count) { result = workingDay(onOrAfter: result.adding(days: 1)) }
        return result
    }
}
