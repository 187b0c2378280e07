internal import TrackerDelivery
package import TrackerDomain
internal import TrackerStorage

/// A calendar file that was written.
package struct CalendarFeedReport: Sendable {
    package let agency: AgencyID
    package let agencyName: String
    package let path: String
    /// How many deadlines stand in it.
    package let events: Int
}

extension Tracker {
    /// How many obligations are in memory at a time.
    private static let calendarPage = 500

    /// Hands a calendar of an agency (RFC 5545) to `write`, piece by piece: each open obligation with a due date as an
    /// all-day event on the last day on which it is in time. Returns how many there are.
    @discardableResult
    package func calendarFeed(
        of agency: Agency, in language: Language, _ write: (String) throws -> Void
    ) throws(TrackerError) -> Int {
        let day = today
        let name = language(
            vi: "Thời hạn của \(agency.name(on: day))", en: "Deadlines of \(agency.name(on: day))")
        let calendar = ICalendar(name: name, madeAt: ambient.now())
        return try store.read { transaction in
            try write(calendar.head)
            var query = ObligationQuery(
                filter: ObligationFilter(agency: agency.id), asOf: day,
                readsPast: try transaction.readsPast(asOf: day), order: .byNumber, kind: .openWithDueDate,
                limit: Self.calendarPage)
            var events = 0
            repeat {
                let page = try transaction.obligations(query)
                for entry in page.items {
                    guard let event = ICalendar.Event(entry, of: agency.id, on: day, in: language) else { continue }
                    try write(calendar.event(event))
                    events += 1
                }
                query.after = page.next
            } while query.after != nil
            try write(calendar.tail)
            return events
        }
    }

    /// Writes the calendar of an agency into a file, which takes its name when it is complete.
    package func calendarFeed(
        of agency: Agency, in language: Language, to path: String, replaces: Bool
    ) throws(TrackerError) -> CalendarFeedReport {
        let events = try writeWhole(path, replaces: replaces) { write throws(TrackerError) in
            try calendarFeed(of: agency, in: language, write)
        }
        return CalendarFeedReport(agency: agency.id, agencyName: agency.name(on: today), path: path, events: events)
    }
}

extension ICalendar.Event {
    /// The days before the due date on which a calendar reminds, beside the letters.
    private static let alarms = [7, 1, 0]

    /// The deadline of an obligation; `nil` where it has none.
    init?(_ entry: ObligationEntry, of agency: AgencyID, on day: CivilDate, in language: Language) {
        let state = entry.obligation.state
        guard let due = state.effectiveDue else { return nil }
        let words = LetterWords(language: language, day: day).entry(for: .init(entry, namesAgency: false))
        let asOf = language(vi: "Đến ngày \(day.vietnamese)", en: "On \(day)")
        self.init(
            uid: "obligation-\(entry.obligation.id)@\(agency.territory).phuluc", sequence: state.deadlineVersion,
            day: due, summary: language(vi: "Hạn: ", en: "Due: ") + words.title,
            details: (words.facts.map { "\($0.label): \($0.value)" } + ["\(asOf): \(words.status)"])
                .joined(separator: "\n"))
        categories = [entry.planNumber]
        isTentative = [.waiting, .suspended].contains(state.stage)
        if [.notStarted, .inProgress].contains(state.stage) {
            alarmDaysBefore = Self.alarms.filter { due.adding(days: -$0) >= day }
        }
    }
}
