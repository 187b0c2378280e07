package import TrackerDomain
package import TrackerStorage

/// How a deadline expression is read.
package struct Explanation: Sendable {
    package let reading: DeadlineReading
    package let context: DeadlineContext
    /// The first due dates, at most ``limit``, each once.
    package let due: [DueDate]
    /// The due dates of each part.
    package let parts: [(part: DeadlinePart, due: [DueDate])]

    /// How many due dates an explanation lists.
    package static let limit = 12
}

/// Reads deadline expressions, without a store.
package struct Explainer: Sendable {
    package let context: DeadlineContext
    private let calendar: WorkCalendar

    /// Reads expressions as if they stood in a plan of this day and these years, under the built-in work calendar.
    package init(context: DeadlineContext) throws(TrackerError) {
        self.context = context
        calendar = WorkCalendar(entries: try Tracker.builtInCalendar())
    }

    package func explain(_ text: String) -> Explanation {
        let reading = DeadlineReading(of: text, in: context)
        let occurrences = reading.occurrences(in: context)
        return Explanation(
            reading: reading, context: context, due: due(occurrences.map(\.nominalDue)),
            parts: reading.parts.indices.map { index in
                (reading.parts[index], due(occurrences.filter { $0.part == index }.map(\.nominalDue)))
            })
    }

    private func due(_ days: [CivilDate]) -> [DueDate] {
        var distinct: [CivilDate] = []
        for day in days where distinct.last != day { distinct.append(day) }
        return distinct.prefix(Explanation.limit).map { DueDate(nominal: $0, calendar: calendar) }
    }
}

/// What `doctor` finds out about a store.
package struct HealthReport: Sendable {
    package let path: String
    package let health: StoreHealth
    /// The last year that the work calendar speaks of.
    package let lastCalendarYear: Int?
    package let today: CivilDate

    /// Whether everything is in order.
    package var isHealthy: Bool { health.integrity.isEmpty && health.foreignKeyViolations == 0 && coversNextYear }
    /// Whether the work calendar covers next year, so that its due dates move as they should.
    package var coversNextYear: Bool { (lastCalendarYear ?? 0) > today.year }
}

extension Tracker {
    /// Checks the store.
    package func checkHealth() throws(TrackerError) -> HealthReport {
        let health = try store.read { try $0.health() }
        return HealthReport(
            path: store.path, health: health,
            lastCalendarYear: health.lastCalendarDay.flatMap { CivilDate(iso: $0)?.year }, today: today)
    }
}
