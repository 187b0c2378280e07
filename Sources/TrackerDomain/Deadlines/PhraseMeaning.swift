/// What a clause means: the rules that it carries, in the order of its words, and the notes on them.
struct PhraseMeaning {
    /// A rule with the element that it was read from.
    struct Carrier {
        var rule: DeadlineRule
        let element: PhraseElement
    }

    private(set) var carriers: [Carrier] = []
    private var list = NoteList()
    /// What came up on the way.
    var notes: [DeadlineNote] { list.notes }

    let context: DeadlineContext
    let text: String
    let tokens: [PhraseToken]
    var elements: [PhraseElement]
    /// Whether a time of the clause names a place in a year.
    private(set) var hasPlaceInYear = false

    /// Reads a clause. Words in brackets are a remark: they make an outer time more exact ("Năm 2026 (quý II)"), name a
    /// condition, or stand for the clause where it says nothing else; otherwise they change nothing.
    static func of(_ clause: PhraseClause, in context: DeadlineContext, text: String) -> PhraseMeaning {
        guard !clause.remark.isEmpty else {
            var meaning = PhraseMeaning(clause.tokens, in: context, text: text)
            meaning.interpret()
            return meaning
        }
        let isWeekly = clause.isWeekly
        var meaning = PhraseMeaning(clause.tokens, in: context, text: text, isWeekly: isWeekly)
        let remark = PhraseMeaning(clause.remark, in: context, text: text, isWeekly: isWeekly)
        meaning.refine(by: remark)
        meaning.interpret()
        if meaning.has(.document(hasDate: false)), meaning.elements.allSatisfy({ $0.time == nil }), remark.isDayAlone {
            meaning.note(.documentDate(remark.words(0..<remark.tokens.count)))
        }
        if !meaning.carriers.isEmpty { meaning.noteUnreadTimes(of: remark) }
        let isLength = meaning.has(.duration) && meaning.elements.count == 1
        guard meaning.carriers.isEmpty, meaning.list.notes.isEmpty || isLength else { return meaning }
        var inner = remark
        inner.interpret()
        return inner
    }

    private init(_ tokens: [PhraseToken], in context: DeadlineContext, text: String, isWeekly: Bool = false) {
        self.context = context
        self.text = text
        self.tokens = tokens
        elements = PhraseElementReader.elements(of: tokens, isWeekly: isWeekly)
    }

    // MARK: Building

    /// Adds a rule that was read from an element.
    mutating func carry(_ rule: DeadlineRule, _ element: PhraseElement) {
        carriers.append(Carrier(rule: rule, element: element))
    }

    mutating func note(_ note: DeadlineNote) { list.add(note) }

    /// The words of some tokens as written.
    func words(_ range: Range<Int>) -> String {
        guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
        return String(text[first.range.lowerBound..<last.range.upperBound])
    }

    /// Where the words of one carrier end and those of the next begin: around the last comma or "và" between them, or
    /// else behind the words that the first was read from.
    func cut(between first: Carrier, and second: Carrier) -> Range<String.Index>? {
        let (start, next) = (first.element.tokens.upperBound, second.element.tokens.lowerBound)
        guard 0 < start, start <= next else { return nil }
        let separators: [PhraseToken.Kind] = [.comma, .dash, .keyword(.and)]
        let separator = tokens[start..<next].last { separators.contains($0.kind) && $0.key != ":" }
        if let separator { return separator.range }
        let end = tokens[start - 1].range.upperBound
        return end..<end
    }

    func has(_ kind: PhraseElement.Kind) -> Bool { elements.contains { $0.kind == kind } }

    // MARK: The kinds, most telling first

    private mutating func interpret() {
        guard let last = elements.last else { return }
        if let stop = elements.first(where: { $0.kind == .refused }) {
            note(.vague(words(stop.tokens)))
            return carry(.unresolved, last)
        }
        if has(.done) { return carry(.done, last) }
        if refuseUnclearNumbers() || refuseAlternatives() { return }
        if refuseUnclearLists() { return }
        shareBounds()
        sharePlaces()
        inheritYears()
        let isRecurring = isRecurring
        if !isRecurring {
            shareLeadingYears()
            dropYearsOfNames()
        }
        narrow(isRecurring: isRecurring)
        if !isRecurring { closeWindows() }
        hasPlaceInYear = elements.contains { $0.time?.isInYear == true }
        if isRecurring {
            interpretRecurrence()
        } else {
            for element in elements { interpret(element) }
            settleOngoing()
            refusePeriodicWithoutPeriod()
        }
        settleConditions()
        if carriers.isEmpty { noteWhatIsMissing() }
        if carriers.allSatisfy({ $0.rule == .unresolved }) { carriers = Array(carriers.suffix(1)) }
    }

    /// "28-6/2026" may be a month or a day: a number that belongs to a date in an unknown way makes the date unknown.
    private mutating func refuseUnclearNumbers() -> Bool {
        guard let number = elements.first(where: { $0.kind == .looseNumber }),
            elements.contains(where: { $0.time != nil })
        else { return false }
        note(.unreadNumber(words(number.tokens)))
        carry(.unresolved, number)
        return true
    }

    /// "Quý III hoặc quý IV/2026": nobody but a person can choose.
    private mutating func refuseAlternatives() -> Bool {
        guard let choice = elements.firstIndex(where: { $0.kind == .or }),
            elements[..<choice].contains(where: { $0.time != nil }),
            elements[choice...].contains(where: { $0.time != nil }), let last = elements.last
        else { return false }
        note(.alternatives(words(0..<last.tokens.upperBound)))
        carry(.unresolved, last)
        return true
    }

    private mutating func interpret(_ element: PhraseElement) {
        switch element.kind {
        case .time(let time): interpretTime(time, element)
        case .span(let first, let last): carry(span(first, last, element), element)
        case .ongoing:
            // "Thường xuyên, liên tục" says one thing twice.
            if carriers.last?.rule != .ongoing(from: nil) { carry(.ongoing(from: nil), element) }
        case .reference: carry(.reference, element)
        case .event(let words, let offset): interpretEvent(words, offset, element)
        case .onDemand: carry(.event(EventTrigger(event: words(element.tokens))), element)
        case .term(let offset, let time): interpretTerm(offset, time, element)
        default: break
        }
    }

    private mutating func noteWhatIsMissing() {
        for element in elements {
            switch element.kind {
            case .document(hasDate: true): note(.documentDate(words(element.tokens)))
            case .vague: note(.vague(words(element.tokens)))
            case .duration: note(.noBeginning(words(element.tokens)))
            case .looseNumber: note(.unreadNumber(words(element.tokens)))
            case .uncertain: note(.uncertainTime(words(element.tokens)))
            default: break
            }
        }
    }

    /// "Định kỳ hoặc đột xuất": it comes again, but nobody can say when.
    private mutating func refusePeriodicWithoutPeriod() {
        guard let periodic = elements.first(where: { $0.kind == .periodic }),
            carriers.allSatisfy({ $0.rule.kind == .event })
        else { return }
        note(.vague(words(periodic.tokens)))
        carriers = [Carrier(rule: .unresolved, element: periodic)]
    }

    // MARK: Several things in one clause

    /// "Từ tháng 5/2026, thường xuyên" is ongoing from May; "Năm 2026 và nhiệm vụ thường xuyên" are two things.
    private mutating func settleOngoing() {
        guard let ongoing = carriers.firstIndex(where: { $0.rule.kind == .ongoing }),
            let element = elements.firstIndex(where: { $0.kind == .ongoing })
        else { return }
        let isSecond = elements[..<element].contains { $0.kind == .and }
        let times = elements.compactMap(\.time)
        let isEnd = tokens.contains { $0.kind == .keyword(.filler) && $0.key == Self.finished }
        let isExact = times.contains { ($0.isDay || isEnd) && $0.bound != .from && $0.bound != .since }
        let others = carriers.indices.filter { $0 != ongoing }
        guard !isSecond, !isExact, others.allSatisfy({ [.fixed, .unresolved].contains(carriers[$0].rule.kind) }) else {
            carriers.removeAll { $0.rule == .unresolved }
            return
        }
        let starts = elements.compactMap { element -> CivilDate? in
            switch element.kind {
            case .time(let time) where time.bound != .to: time.firstDay
            case .span(let first, _): first.firstDay
            default: nil
            }
        }
        carriers = [Carrier(rule: .ongoing(from: starts.first), element: carriers[ongoing].element)]
        list = NoteList()
    }

    /// The first word of "hoàn thành": what is finished goes on only afterwards.
    private static let finished = FoldedWord(folding: "hoàn")

    /// "Trước khi trình HĐND tỉnh", "trước Tết": a bound that nobody can count back from.
    func isBeforeEvent(_ element: PhraseElement) -> Bool {
        guard element.kind == .vague else { return false }
        let kind = tokens[element.tokens.lowerBound].kind
        return kind == .keyword(.beforeEvent) || kind == .keyword(.before)
    }

    /// A date beside an event holds only after it; a date before "theo …" stands, and the other document is noted.
    private mutating func settleConditions() {
        guard carriers.contains(where: { [.fixed, .recurring].contains($0.rule.kind) }) else { return }
        for element in elements {
            if case .event(let range, nil) = element.kind { note(.condition(words(range))) }
            if isBeforeEvent(element) { note(.condition(words(element.tokens))) }
        }
        var isBehindDate = false
        carriers = carriers.filter { carrier in
            switch carrier.rule {
            case .event(let trigger): return trigger.offset != nil
            case .reference: return !isBehindDate
            case .fixed, .recurring: isBehindDate = true
            default: break
            }
            return true
        }
        guard isBehindDate, let last = elements.last(where: { $0.kind == .reference }) else { return }
        if carriers.allSatisfy({ $0.rule != .reference }) { note(.refersElsewhere(words(last.tokens))) }
    }
}
