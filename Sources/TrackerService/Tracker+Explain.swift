package import TrackerDomain
internal import TrackerStorage

/// How a deadline expression is read, and why.
package struct Explanation: Sendable {
    /// One deadline of the expression.
    package struct Part: Sendable {
        package let part: DeadlinePart
        /// Its first due dates, each once.
        package let due: [DueDate]
        package let reasons: [DeadlineReason]
        /// Its recurrences for calendars; empty where it does not recur.
        package let calendarRules: [CalendarRule]
    }

    package let reading: DeadlineReading
    package let context: DeadlineContext
    /// The first due dates, each once; ``dateCount`` counts the others too.
    package let due: [DueDate]
    package let dateCount: Int
    package let lastDate: CivilDate?
    package let parts: [Part]
    /// Those of the listed due dates that a day off moves.
    package let moves: [DueDateMove]
    /// Whether the work calendar of a store was used.
    package let usesStore: Bool

    /// The reasons of all parts, each once.
    package var reasons: [DeadlineReason] {
        parts.flatMap(\.reasons).reduce(into: []) { all, reason in
            if !all.contains(reason) { all.append(reason) }
        }
    }

    /// How many due dates an explanation lists where nobody says.
    package static let limit = 12
}

/// Reads deadline expressions as if they stood in a plan, under a work calendar.
package struct Explainer: Sendable {
    private let context: DeadlineContext
    private let limit: Int
    private let calendar: WorkCalendar
    private let usesStore: Bool

    /// With the calendar of a tracker's store, or without one that which the program brings along.
    package init(
        context: DeadlineContext, limit: Int = Explanation.limit, tracker: Tracker? = nil
    ) throws(TrackerError) {
        try ListRequest.check(limit: limit)
        self.context = context
        self.limit = limit
        usesStore = tracker != nil
        if let tracker {
            calendar = try tracker.workCalendar()
        } else {
            calendar = WorkCalendar(entries: try Tracker.builtInCalendar())
        }
    }

    package func explain(_ text: String) -> Explanation {
        let reading = DeadlineReading(of: text, in: context)
        let occurrences = reading.occurrences(in: context)
        let days = distinct(occurrences.map(\.nominalDue))
        let due = first(days)
        return Explanation(
            reading: reading, context: context, due: due, dateCount: days.count, lastDate: days.last,
            parts: reading.parts.indices.map { index in
                let days = distinct(occurrences.filter { $0.part == index }.map(\.nominalDue))
                return part(reading.parts[index], due: first(days))
            },
            moves: due.compactMap { DueDateMove($0, calendar: calendar) }, usesStore: usesStore)
    }

    private func part(_ part: DeadlinePart, due: [DueDate]) -> Explanation.Part {
        var rules: [CalendarRule] = []
        if case .recurring(let rule) = part.rule { rules = rule.calendarRules(in: context) ?? [] }
        return Explanation.Part(part: part, due: due, reasons: part.reasons(in: context), calendarRules: rules)
    }

    private func first(_ days: [CivilDate]) -> [DueDate] {
        days.prefix(limit).map { DueDate(nominal: $0, calendar: calendar) }
    }

    private func distinct(_ days: [CivilDate]) -> [CivilDate] {
        days.reduce(into: []) { distinct, day in if distinct.last != day { distinct.append(day) } }
    }
}
