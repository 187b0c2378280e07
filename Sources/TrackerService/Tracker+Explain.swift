package import TrackerDomain

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
