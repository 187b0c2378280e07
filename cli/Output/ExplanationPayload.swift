import TrackerDomain
import TrackerService

/// An explanation as programs read it.
struct ExplanationPayload: Encodable {
    struct Part: Encodable {
        let label: String
        let kind: String
        let nominal: [String]
        let effective: [String]
        let why: [Reason]
        let rrule: [String]
    }

    /// A ground with its words; for a date that a day off moves also the days.
    struct Reason: Encodable {
        let code: String
        let text: String
        let source: String
        /// The words of the deadline that the ground was found in.
        var phrase: String?
        var nominal: String?
        var effective: String?
        var certainty: String?
        var daysOff: [DayOff]?
    }

    struct DayOff: Encodable {
        let date: String
        let name: String
        var certainty: String?
        var source: String?
    }

    let text: String
    let kind: String
    let nominal: [String]
    let effective: [String]
    let words: String
    let notes: [String]
    let why: [Reason]
    let rrule: [String]
    /// How many due dates there are, listed or not.
    let count: Int
    /// Whose work calendar answers: "builtIn" or "store".
    let calendar: String
    let parts: [Part]?

    init(_ explanation: Explanation, in language: Language) {
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
