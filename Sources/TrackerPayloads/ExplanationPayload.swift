package import TrackerDomain
package import TrackerService

/// An explanation as programs read it.
package struct ExplanationPayload: Encodable, Sendable {
    package struct Part: Encodable, Sendable {
        package let label: String
        package let kind: String
        package let nominal: [String]
        package let effective: [String]
        package let why: [Reason]
        package let rrule: [String]
    }

    /// A ground with its words; for a date that a day off moves also the days.
    package struct Reason: Encodable, Sendable {
        package let code: String
        package let text: String
        package let source: String
        /// The words of the deadline that the ground was found in.
        package var phrase: String?
        package var nominal: String?
        package var effective: String?
        package var certainty: String?
        package var daysOff: [DayOff]?
    }

    package struct DayOff: Encodable, Sendable {
        package let date: String
        package let name: String
        package var certainty: String?
        package var source: String?
    }

    package let text: String
    package let kind: String
    package let nominal: [String]
    package let effective: [String]
    package let words: String
    package let notes: [String]
    package let why: [Reason]
    package let rrule: [String]
    /// How many due dates there are, listed or not.
    package let count: Int
    /// Whose work calendar answers: "builtIn" or "store".
    package let calendar: String
    package let parts: [Part]?

    package init(_ explanation: Explanation, in language: Language) {
        let reading = explanation.reading
        text = reading.text
        kind = reading.kind.rawValue
        nominal = explanation.due.map(\.nominal.description)
        effective = explanation.due.map(\.effective.description)
        words = reading.words(in: language, context: explanation.context)
        notes = reading.notes.map { $0.words(in: language) }
        why = explanation.reasons.map { Reason($0, in: language) } + explanation.moves.map { Reason($0, in: language) }
        rrule = explanation.parts.flatMap(\.calendarRules).map(\.description)
        count = explanation.dateCount
        calendar = explanation.usesStore ? "store" : "builtIn"
        parts = reading.kind == .compound ? explanation.parts.map { Part($0, in: language) } : nil
    }
}

extension ExplanationPayload.Part {
    fileprivate init(_ part: Explanation.Part, in language: Language) {
        self.init(
            label: part.part.label, kind: part.part.rule.kind.rawValue, nominal: part.due.map(\.nominal.description),
            effective: part.due.map(\.effective.description),
            why: part.reasons.map { .init($0, in: language) }, rrule: part.calendarRules.map(\.description))
    }
}

extension ExplanationPayload.Reason {
    fileprivate init(_ reason: DeadlineReason, in language: Language) {
        self.init(
            code: reason.ground.rawValue, text: reason.ground.words(in: language),
            source: Self.source(of: reason.ground, in: language), phrase: reason.phrase.isEmpty ? nil : reason.phrase)
    }

    fileprivate init(_ move: DueDateMove, in language: Language) {
        let ground = DeadlineGround.movedToWorkingDay
        self.init(
            code: ground.rawValue, text: move.words(in: language),
            source: Self.source(of: ground, in: language),
            nominal: move.due.nominal.description, effective: move.due.effective.description,
            certainty: move.certainty.rawValue,
            daysOff: move.daysOff.map { day in
                .init(
                    date: day.date.description, name: day.name(in: language),
                    certainty: day.entry?.certainty.rawValue, source: day.entry?.source)
            })
    }

    private static func source(of ground: DeadlineGround, in language: Language) -> String {
        ground.source(in: language) + (ground.page.map { " (\($0))" } ?? "")
    }
}
