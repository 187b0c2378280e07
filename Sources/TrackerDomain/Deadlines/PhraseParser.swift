extension DeadlineReading {
    /// Reads a deadline cell in the context of its plan. Every text has a reading; what is not certain is unresolved.
    ///
    /// ```swift
    /// DeadlineReading(of: "Quý IV", in: context).kind      // .fixed in a plan of one year, else .unresolved
    /// DeadlineReading(of: "Trước ngày 01/3/2027", in: context).nominalDates(in: context, limit: 1)   // 2027-02-28
    /// ```
    public init(of text: String, in context: DeadlineContext) {
        self = PhraseParser(text: text, context: context).reading()
    }
}

/// Makes a reading of a text: tokens, clauses, the meaning of each clause, and the notes.
struct PhraseParser {
    let text: String
    let context: DeadlineContext

    /// The reading of the whole text. Without diacritics it is read only where every word is certain.
    func reading() -> DeadlineReading {
        let words = PhraseText(text)
        switch words.plainSpelling {
        case .none: return reading(of: words)
        case .uncertain: return unresolved(.withoutDiacritics)
        case .certain(let restored):
            let reading = reading(of: restored)
            return DeadlineReading(text: text, parts: reading.parts, notes: reading.notes + [.withoutDiacritics])
        }
    }

    private func reading(of words: PhraseText) -> DeadlineReading {
        let clauses = PhraseClause.clauses(of: PhraseLexer.tokens(of: words))
        guard !clauses.isEmpty else { return unresolved(.blank) }
        var parts: [DeadlinePart] = []
        var notes = NoteList()
        var questions = NoteList()
        for clause in clauses {
            let meaning = PhraseMeaning.of(clause, in: context, text: text)
            guard !meaning.carriers.isEmpty else {
                questions.add(meaning.notes)
                notes.add(meaning.notes.filter(isOpen))
                continue
            }
            parts += labelled(meaning, in: clause)
            notes.add(meaning.notes)
        }
        if parts.isEmpty { notes = questions }
        guard !parts.isEmpty else { return unresolved(notes.notes.isEmpty ? [.noTimeWords] : notes.notes) }
        if parts.allSatisfy({ $0.rule == .unresolved }) { return unresolved(notes.notes) }
        parts.forEach { notes.add(remarks(on: $0.rule)) }
        return DeadlineReading(text: text, parts: parts, notes: notes.notes)
    }

    /// Whether a note is about a time that may be a deadline beside those that were read.
    private func isOpen(_ note: DeadlineNote) -> Bool {
        switch note {
        case .uncertainTime, .unreadNumber: true
        default: false
        }
    }

    private func unresolved(_ notes: DeadlineNote...) -> DeadlineReading { unresolved(notes) }

    private func unresolved(_ notes: [DeadlineNote]) -> DeadlineReading {
        let part = DeadlinePart(
            label: trimmed(text[...]), rule: .unresolved, wordReasons: PhraseMeaning.reasons(for: notes))
        return DeadlineReading(text: text, parts: [part], notes: notes)
    }

    /// The parts of a clause with their words: a clause of several parts is cut between the words of each.
    private func labelled(_ meaning: PhraseMeaning, in clause: PhraseClause) -> [DeadlinePart] {
        var parts: [DeadlinePart] = []
        var start = clause.range.lowerBound
        let carriers = meaning.carriers
        for (index, carrier) in carriers.enumerated() {
            let next = index + 1 < carriers.count ? carriers[index + 1] : nil
            let end = clause.range.upperBound
            let cut = next.flatMap { meaning.cut(between: carrier, and: $0) } ?? end..<end
            let label = trimmed(text[start..<max(start, cut.lowerBound)])
            let reasons = meaning.reasons(for: carrier, bracketed: clause.remark.isEmpty ? nil : label)
            parts.append(DeadlinePart(label: label, rule: carrier.rule, wordReasons: reasons))
            start = next == nil || cut.lowerBound == end ? start : cut.upperBound
        }
        return parts
    }

    private func hasNoDate(_ rule: RecurrenceRule) -> Bool {
        // A whole year of the plan behind the issue date holds a date of every rule without limits of its own.
        let firstYear = max(context.issued.year, context.years.lowerBound)
        if rule.start == nil, rule.end == nil, firstYear < context.years.upperBound { return false }
        var dates = Occurrences(of: rule, in: context)
        return dates.next() == nil
    }

    /// A label without the spaces and separators at its ends.
    private func trimmed(_ words: Substring) -> String {
        let isEdge: (Character) -> Bool = { $0.isWhitespace || ",;:".contains($0) }
        var words = words.drop(while: isEdge)
        while let last = words.last, isEdge(last) { words.removeLast() }
        return String(words)
    }

    /// What the dates of a rule themselves make worth knowing.
    private func remarks(on rule: DeadlineRule) -> [DeadlineNote] {
        switch rule {
        case .fixed(let due, _, _) where due < context.issued: [.dueBeforeIssue(due)]
        case .fixed(let due, _, _) where due.year > context.years.upperBound: [.dueAfterPlan(due)]
        case .recurring(let rule) where hasNoDate(rule): [.noDateInPlan]
        default: []
        }
    }
}

/// Notes in the order in which they came up, each once.
struct NoteList {
    private(set) var notes: [DeadlineNote] = []
    private var known: Set<DeadlineNote> = []

    mutating func add(_ more: [DeadlineNote]) {
        for note in more where known.insert(note).inserted { notes.append(note) }
    }

    mutating func add(_ note: DeadlineNote) { add([note]) }
}
