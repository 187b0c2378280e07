package import TrackerDomain
internal import TrackerStorage

/// The days of a year that differ from their weekday.
package struct CalendarYear: Sendable {
    package let year: Int
    package let entries: [WorkCalendar.Entry]
    /// Whether they are computed from the law, because the calendar has no list for the year.
    package let isComputed: Bool
    package let asOf: CivilDate
}

/// What the calendar says of a day.
package struct CalendarCheck: Sendable {
    package let date: CivilDate
    package let isWorking: Bool
    /// What the day is; `nil` for an ordinary weekday or weekend.
    package let entry: WorkCalendar.Entry?
    package let isComputed: Bool
    /// The first working day after it.
    package let nextWorkingDay: CivilDate
    /// The lunar date; `nil` outside the years that are computed.
    package let lunar: LunarDate?
}

extension Tracker {
    /// The days off and make-up days of a year.
    package func calendar(of year: Int) throws(TrackerError) -> CalendarYear {
        try Self.requireKnown(year: year, named: "YEAR")
        let calendar = try workCalendar()
        return CalendarYear(
            year: year, entries: calendar.entries(of: year), isComputed: calendar.isComputed(year), asOf: today)
    }

    /// Whether offices work on a day, and why.
    package func checkCalendar(_ day: CivilDate) throws(TrackerError) -> CalendarCheck {
        let calendar = try workCalendar()
        return CalendarCheck(
            date: day, isWorking: calendar.isWorkingDay(day), entry: calendar.entry(for: day),
            isComputed: calendar.isComputed(day.year), nextWorkingDay: calendar.adding(workingDays: 1, to: day),
            lunar: LunarDate(day))
    }

    /// Refuses a year that is most likely a slip of the hand.
    static func requireKnown(year: Int, named name: String) throws(TrackerError) {
        guard !(1900...2100).contains(year) else { return }
        throw .invalidInput(
            name: name, value: String(year),
            hint: LocalizedText(vi: "chọn một năm từ 1900 đến 2100.", en: "give a year from 1900 to 2100."))
    }

    /// The calendar of the store; of a new one that with which it will be filled.
    func workCalendar() throws(TrackerError) -> WorkCalendar {
        try store.read { try Self.referenceData(in: $0).calendar }
    }
}
