package import TrackerDomain
package import TrackerService

/// A day of the work calendar as programs read it.
package struct CalendarDayPayload: Encodable, Sendable {
    package let date: String
    package let weekday: String
    package let kind: String
    package let name: String
    package let certainty: String
    package let computed: Bool
    package let source: String

    package init(_ entry: WorkCalendar.Entry, isComputed: Bool) {
        date = entry.date.description
        weekday = entry.date.weekday.words(in: .en)
        kind = entry.kind.rawValue
        name = entry.name
        certainty = entry.certainty.rawValue
        computed = isComputed
        source = entry.source
    }

    package static let csvHeader = ["date", "weekday", "kind", "name", "certainty", "computed", "source"]

    package var csvRecord: [String] { [date, weekday, kind, name, certainty, String(computed), source] }
}

/// The days of a year that differ from their weekday.
package struct CalendarYearPayload: Encodable, Sendable {
    package let items: [CalendarDayPayload]
    @Nullable package var next: String?
    package let year: Int
    package let computed: Bool
    package let asOf: String

    package init(_ year: CalendarYear) {
        items = year.entries.map { CalendarDayPayload($0, isComputed: year.isComputed) }
        next = nil
        self.year = year.year
        computed = year.isComputed
        asOf = year.asOf.description
    }
}

/// What the calendar says of a day.
package struct CalendarCheckPayload: Encodable, Sendable {
    package let date: String
    package let weekday: String
    package let working: Bool
    /// What the day is, where it differs from its weekday.
    @Nullable package var day: CalendarDayPayload?
    package let nextWorkingDay: String
    @Nullable package var lunar: String?

    package init(_ check: CalendarCheck) {
        date = check.date.description
        weekday = check.date.weekday.words(in: .en)
        working = check.isWorking
        day = check.entry.map { CalendarDayPayload($0, isComputed: check.isComputed) }
        nextWorkingDay = check.nextWorkingDay.description
        lunar = check.lunar?.description
    }
}
