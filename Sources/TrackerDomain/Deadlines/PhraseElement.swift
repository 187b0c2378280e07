/// One thing that a clause says: a time, a recurrence, an event, a state, or a word without a meaning for the deadline.
struct PhraseElement {
    enum Kind: Hashable {
        case time(PartialTime)
        /// From a time to another: "Từ quý III/2026 đến quý III/2030", "2026-2030".
        case span(PartialTime, PartialTime)
        case every(RecurrenceRule.Period)
        case following, periodic, report
        case ongoing, done, vague, refused, onDemand, reference
        /// An event with the tokens of its words and the term after it.
        case event(words: Range<Int>, EventTrigger.Offset?)
        /// A term from a day: "30 ngày kể từ ngày 15/6/2026".
        case term(EventTrigger.Offset, from: PartialTime)
        /// A term without a beginning: "trong 30 ngày".
        case duration
        case document(hasDate: Bool)
        case and, or, comma, word
        /// A number beside a separator, which may belong to a date.
        case looseNumber
        /// What looks like a time and may be none: the year in "Chỉ số PAR INDEX 2026", "24/7".
        case uncertain
    }

    let kind: Kind
    /// The tokens it was read from.
    let tokens: Range<Int>

    /// The time, where it is one.
    var time: PartialTime? {
        if case .time(let time) = kind { time } else { nil }
    }
}

/// Reads the elements of a clause from left to right; each token is looked at a bounded number of times.
struct PhraseElementReader {
    let reader: PhraseTimeReader
    private(set) var elements: [PhraseElement] = []
    var index = 0
    var bound = PartialTime.Bound.on
    private var boundStart: Int?

    static func elements(of tokens: [PhraseToken], isWeekly: Bool) -> [PhraseElement] {
        var reader = PhraseElementReader(PhraseTimeReader(tokens: tokens, isWeekly: isWeekly))
        reader.read()
        return reader.elements
    }

    private init(_ reader: PhraseTimeReader) {
        self.reader = reader
    }

    var tokens: [PhraseToken] { reader.tokens }

    private mutating func read() {
        while index < tokens.count {
            if readClock() || readUnknownShare() || readTerm() || readSpanFromNumber() || readTime() || readListNumber()
            {
                continue
            }
            switch tokens[index].kind {
            case .keyword(let keyword): read(keyword)
            case .comma where boundStart != nil && tokens[index].key.sign == ":": index += 1
            case .comma, .dash: append(.comma, to: index + 1)
            case .document(let hasDate): append(.document(hasDate: hasDate), to: index + 1)
            case _ where reader.isUncertainTime(at: index): append(.uncertain, to: index + 1)
            case .number where isBesideSeparator: append(.looseNumber, to: index + 1)
            default: append(.word, to: index + 1)
            }
        }
    }

    mutating func append(_ kind: PhraseElement.Kind, to end: Int) {
        elements.append(PhraseElement(kind: kind, tokens: (boundStart ?? index)..<end))
        index = end
        bound = .on
        boundStart = nil
    }

    private mutating func take(_ newBound: PartialTime.Bound) {
        bound = max(bound, newBound)
        boundStart = boundStart ?? index
        index += 1
    }

    private mutating func read(_ keyword: PhraseKeyword) {
        switch keyword {
        case .before where reader.keyword(at: index + 1) == .by: append(.word, to: index + 1)
        case .before where isName(at: index + 1), .beforeEvent:
            append(.vague, to: end(of: index + 1, stopsOnlyAtMeaning: true))
        case .before: take(.before)
        case .by: take(.on)
        case .to: take(.to)
        case .from: take(.from)
        case .since: reader.time(at: index + 1) == nil ? readEvent(from: index + 1) : take(.since)
        case .after: readEvent(from: index + 1)
        case .session: append(.event(words: index..<tokens.count, nil), to: tokens.count)
        case .according: append(.reference, to: end(of: index + 1, stopsOnlyAtMeaning: false))
        case .filler: index += 1
        case .otherYear: append(.vague, to: index + 1)
        case .title: readTitle()
        case .done where isCount(at: index + 1): append(.refused, to: index + 2)
        case .refused: append(.refused, to: endOfShare)
        case .edge, .unit, .planYear, .monthOf, .halfYear, .shareOfMonth, .weekday: append(.word, to: index + 1)
        default: append(Self.simple[keyword] ?? .word, to: index + 1)
        }
    }

    private static let simple: [PhraseKeyword: PhraseElement.Kind] = {
        var table: [PhraseKeyword: PhraseElement.Kind] = [
            .following: .following, .periodic: .periodic, .report: .report, .ongoing: .ongoing, .done: .done,
            .vague: .vague, .onDemand: .onDemand, .and: .and, .or: .or,
        ]
        for period in [RecurrenceRule.Period.week, .month(nil), .quarter(nil), .half(nil), .year] {
            table[.every(period)] = .every(period)
        }
        return table
    }()

    /// "Trước Tết", "trước kỳ họp": words that say when only to whom knows the event.
    private func isName(at position: Int) -> Bool {
        let next = reader.skippingFiller(from: position)
        return [.word, .keyword(.title), .keyword(.session)].contains(reader.kind(at: next))
    }

    /// "Đã hoàn thành 50%" is not all.
    private func isCount(at position: Int) -> Bool {
        switch reader.kind(at: position) {
        case .number(_, let digits): digits < 4
        case .dayMonth: reader.kind(at: position + 1) == .word
        default: false
        }
    }

    private var isBesideSeparator: Bool {
        func isSeparator(_ position: Int) -> Bool {
            switch reader.kind(at: position) {
            case .slash, .dash, .dot: true
            default: false
            }
        }
        return isSeparator(index - 1) || isSeparator(index + 1)
    }

    // MARK: Times

    private mutating func readTime() -> Bool {
        guard let (written, end) = reader.time(at: index) else { return false }
        var time = written
        time.bound = bound
        if bound != .before, let (other, otherEnd) = secondTime(after: time, at: end) {
            append(.span(time, other), to: otherEnd)
        } else {
            append(.time(time), to: end)
        }
        return true
    }

    /// The end of a span, behind a dash or "đến": "quý III/2030", or a number alone behind a month ("tháng 3 - 6 năm 2026").
    private func secondTime(after first: PartialTime, at start: Int) -> PhraseTimeReader.Result? {
        let separator = reader.skippingFiller(from: start)
        var next = separator + 1
        var isBefore = false
        switch reader.kind(at: separator) {
        case .dash, .keyword(.to): break
        case .comma where reader.keyword(at: next) == .to && first.bound >= .from: next += 1
        case .keyword(.before) where first.bound >= .from: isBefore = true
        default: return nil
        }
        while case .keyword(.by)? = reader.kind(at: next) { next += 1 }
        guard let (written, end) = reader.time(at: next) ?? bareNumber(like: first, at: next) else { return nil }
        var other = written
        if case .bare = other.place { return nil }
        if isBefore { other.bound = .before }
        return (other, end)
    }

    /// A number that continues a month or a day: the 6 in "tháng 3 - 6 năm 2026" and in "tháng 3, 6 và 9 hằng năm".
    private func bareNumber(like first: PartialTime, at start: Int) -> PhraseTimeReader.Result? {
        guard let number = reader.smallNumber(at: start) else { return nil }
        switch first.place {
        case .month where number <= 12:
            var time = PartialTime(.month(number))
            if reader.keyword(at: start + 1) == .unit(.year), let year = reader.year(at: start + 2) {
                time.year = year
                return (time, start + 3)
            }
            if case .keyword(.unit) = reader.kind(at: start + 1) { return nil }
            return (time, start + 1)
        case .day(_, nil):
            if case .keyword(.unit) = reader.kind(at: start + 1) { return nil }
            return (PartialTime(.day(number, month: nil)), start + 1)
        case .weekday where number < 8:
            return Weekday(rawValue: number - 2).map { (PartialTime(.weekday($0)), start + 1) }
        default: return nil
        }
    }

    /// "28-30/6/2026", "từ 15 đến 20/6/2026": a number before a day with a month; "03-06/2026" is March to June.
    private mutating func readSpanFromNumber() -> Bool {
        guard let day = reader.smallNumber(at: index), (1...31).contains(day) else { return false }
        switch reader.kind(at: index + 1) {
        case .dash, .keyword(.to): break
        default: return false
        }
        guard let (last, end) = reader.time(at: index + 2) else { return false }
        var first: PartialTime
        switch (last.place, reader.kind(at: index + 2)) {
        case (.day(_, .some), _): first = PartialTime(.day(day, month: nil))
        case (.month(let month), .monthYear) where day < month && !isBehindNumber: first = PartialTime(.month(day))
        default: return false
        }
        first.bound = bound
        append(.span(first, last), to: end)
        return true
    }

    /// Whether a separator joins the token to a number before it.
    private var isBehindNumber: Bool {
        guard index >= 2, case .number = tokens[index - 2].kind else { return false }
        return tokens[index - 1].kind == .dash || tokens[index - 1].kind == .slash
    }

    /// "Ngày 20 tháng 3, 6, 9": behind a written month a number is another one; in "20/3, 6" it is not certain what it is.
    private func listedMonth(behind day: PhraseElement) -> PhraseTimeReader.Result? {
        guard case .day(let number, .some)? = day.time?.place, let month = reader.smallNumber(at: index), month <= 12
        else { return nil }
        let isWritten = tokens[day.tokens].allSatisfy { if case .dayMonth = $0.kind { false } else { true } }
        if case .keyword(.unit) = reader.kind(at: index + 1) { return nil }
        return isWritten ? (PartialTime(.day(number, month: month)), index + 1) : nil
    }

    private mutating func readListNumber() -> Bool {
        guard elements.count >= 2, let last = elements.last, last.kind == .comma || last.kind == .and,
            let before = elements[elements.count - 2].time, before.year == nil,
            let (time, end) = listedMonth(behind: elements[elements.count - 2]) ?? bareNumber(like: before, at: index)
        else { return false }
        append(.time(time), to: end)
        return true
    }

    // MARK: Terms and events

    /// "10 ngày làm việc sau khi …", "30 ngày kể từ ngày 15/6/2026", "trong 30 ngày".
    private mutating func readTerm() -> Bool {
        guard case .number(let count, let digits) = reader.kind(at: index), digits <= 3, !reader.isLabel(at: index),
            case .keyword(.unit(let unit)) = reader.kind(at: index + 1), let offset = Self.offset(count, unit)
        else { return false }
        var next = reader.skippingFiller(from: index + 2)
        if case .comma = reader.kind(at: next), [.after, .since].contains(reader.keyword(at: next + 1)) { next += 1 }
        switch reader.keyword(at: next) {
        case .after:
            readEvent(from: next + 1, offset: offset)
        case .since, .from:
            if let (time, end) = reader.time(at: next + 1), time.isInYear {
                append(.term(offset, from: time), to: end)
            } else {
                readEvent(from: next + 1, offset: offset)
            }
        default:
            guard reader.time(at: index) == nil else { return false }
            if reader.keyword(at: index + 1) == .unit(.year), reader.year(at: index + 2) != nil { return false }
            append(.duration, to: index + 2)
        }
        return true
    }

    private static func offset(_ count: Int, _ unit: PhraseKeyword.Unit) -> EventTrigger.Offset? {
        switch unit {
        case .day: EventTrigger.Offset(count: count, unit: .days)
        case .workingDay: EventTrigger.Offset(count: count, unit: .workingDays)
        case .week: EventTrigger.Offset(count: count, unit: .weeks)
        case .month: EventTrigger.Offset(count: count, unit: .months)
        case .quarter: EventTrigger.Offset(count: count * 3, unit: .months)
        case .year: EventTrigger.Offset(count: count, unit: .years)
        }
    }

    private mutating func readEvent(from start: Int, offset: EventTrigger.Offset? = nil) {
        let begin = reader.keyword(at: start) == .unit(.day) ? start + 1 : start
        // "Sau 10 ngày kể từ …": the term follows and brings its own anchor.
        if offset == nil, case .number = reader.kind(at: begin), case .keyword(.unit) = reader.kind(at: begin + 1) {
            boundStart = boundStart ?? index
            index = begin
            return
        }
        let end = end(of: begin, stopsOnlyAtMeaning: true)
        append(begin < end ? .event(words: begin..<end, offset) : .vague, to: max(end, start))
    }

    /// Where words that begin at a token end: at "đến" with a date, or at a comma; for events only at a comma before a
    /// time or a state, because events have commas of their own ("Sau khi HĐND, UBND tỉnh ban hành …").
    private func end(of start: Int, stopsOnlyAtMeaning: Bool) -> Int {
        var position = start
        while position < tokens.count {
            let next = position + 1
            switch tokens[position].kind {
            case .comma where !stopsOnlyAtMeaning || isMeaning(at: next): return position
            case .keyword(.to) where reader.time(at: next)?.time.isInYear == true: return position
            default: position = next
            }
        }
        return position
    }

    private func isMeaning(at index: Int) -> Bool {
        let index = reader.skippingFiller(from: index)
        return switch reader.keyword(at: index) {
        case .before, .by, .to, .from, .every, .ongoing, .periodic, .report: true
        default: reader.time(at: index).map { $0.time.isInYear } ?? false
        }
    }
}
