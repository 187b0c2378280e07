/// Cuts a deadline cell into tokens: dates and document numbers are put together, numbers in words become numbers.
///
/// The walk looks a bounded number of runs ahead, so its time grows with the length of the text and no faster.
///
/// ```swift
/// PhraseLexer.tokens(of: PhraseText("Quý IV2026"))   // keyword(unit(quarter)), quarter(4), number(2026)
/// ```
struct PhraseLexer {
    let runs: [PhraseText.Run]
    private let text: PhraseText
    private let hasInlineBullets: Bool
    private var tokens: [PhraseToken] = []
    private var index = 0
    /// Whether the walk is behind "quý", where 1…4 are quarters: "Quý 1, 2 và 4".
    private var isAfterQuarter = false
    /// Whether it is in a list of quarters, where I, II, III and IV are more of them: "Quý III/2026 và IV/2026".
    private var isAmongQuarters = false

    /// The tokens of a text, with the wordings of the grammar found.
    static func tokens(of text: PhraseText) -> [PhraseToken] {
        var lexer = PhraseLexer(text)
        return PhraseGrammar.vietnamese.applied(to: lexer.lex())
    }

    private init(_ text: PhraseText) {
        self.text = text
        runs = text.runs
        hasInlineBullets = text.runs.first?.isSign("-") == true && !text.runs.contains { $0.kind == .lineBreak }
    }

    private mutating func lex() -> [PhraseToken] {
        while index < runs.count {
            switch runs[index].kind {
            case .lineBreak: emit(.stop)
            case .mark: lexMark()
            case .number: lexNumber()
            case .word: lexWord()
            }
        }
        return tokens
    }

    /// Makes one token of the next `count` runs.
    private mutating func emit(_ kind: PhraseToken.Kind, key: FoldedWord? = nil, count: Int = 1) {
        let (first, last) = (runs[index], runs[index + count - 1])
        tokens.append(
            PhraseToken(
                kind: kind, key: key ?? first.folded, range: first.range.lowerBound..<last.range.upperBound,
                spaceBefore: first.spaceBefore))
        index += count
        switch kind {
        case .quarter, .comma, .dash: break
        case .word where Self.listWords.contains(tokens.last?.key ?? ""): break
        case .word: isAfterQuarter = Self.quarterWords.contains(tokens.last?.key ?? "")
        default: isAfterQuarter = false
        }
        isAmongQuarters = isAfterQuarter || isAmongQuarters && continuesQuarters(kind, first.folded)
    }

    private func continuesQuarters(_ kind: PhraseToken.Kind, _ word: FoldedWord) -> Bool {
        switch kind {
        case .slash, .dash, .comma, .number(_, digits: 4): true
        case .word: word == Self.year || Self.listWords.contains(word)
        default: false
        }
    }

    // MARK: Marks

    private mutating func lexMark() {
        let isAtStart = tokens.last.map { $0.kind == .stop } ?? true
        switch runs[index].folded.sign {
        case "-" where isAtStart, "+" where isAtStart, "•" where isAtStart, "*" where isAtStart: index += 1
        case "-": emit(isBullet ? .stop : .dash)
        case "/", "\\": emit(.slash, key: "/")
        case ".": emit(isJoined(at: index) && isJoined(at: index + 1) ? .dot : .stop)
        case ";" where isInDayList: emit(.comma)
        case ";", "•": emit(.stop)
        case ",", ":": emit(.comma)
        case "(", "[": emit(.open)
        case ")", "]": emit(.close)
        case "&", "+": emit(.word, key: Self.and)
        default: emit(.word)
        }
    }

    /// Whether a dash begins a new item of the cell: "- Quý IV hàng năm - Báo cáo quý".
    private var isBullet: Bool {
        guard runs[index].spaceBefore, index + 1 < runs.count, runs[index + 1].spaceBefore,
            runs[index + 1].kind == .word
        else { return false }
        if isAmongQuarters, Self.roman[runs[index + 1].folded] != nil { return false }
        return hasInlineBullets || !Self.timeWords.contains(runs[index + 1].folded)
    }

    /// "20/3; 20/6; 20/12 hàng năm", "thứ 2; thứ 5 hàng tuần": days between which a semicolon ends nothing.
    private var isInDayList: Bool {
        guard index + 1 < runs.count else { return false }
        let next = runs[index + 1]
        return switch tokens.last?.kind {
        case .dayMonth: next.kind == .number || next.folded == Self.day
        case .number: tokens.dropLast().last?.key == Self.weekday && next.folded == Self.weekday
        default: false
        }
    }

    /// Whether a run stands directly behind the one before it.
    private func isJoined(at position: Int) -> Bool {
        position < runs.count && !runs[position].spaceBefore && runs[position].kind != .lineBreak
    }

    // MARK: Numbers

    private mutating func lexNumber() {
        guard let number = number(at: index) else { return emit(.word) }
        let digits = runs[index].folded.count
        if digits <= 2, isQuarter(number, before: index + 1) { return emit(.quarter(number)) }
        let repeated = repetition(of: number, at: index + 1)
        if repeated > 0 { return emit(.number(number, digits: digits), key: FoldedWord(number), count: 1 + repeated) }
        if let length = documentLength() {
            let date = dateLength(behind: index + length)
            return emit(.document(hasDate: date > 0), count: length + date)
        }
        if let (kind, count) = composedDate() { return emit(kind, count: count) }
        emit(.number(number, digits: digits), key: FoldedWord(number))
    }

    /// Whether a number behind "quý" names one: not in "quý 2 lần", but in "quý 2 năm 2026".
    private func isQuarter(_ number: Int, before next: Int) -> Bool {
        guard isAfterQuarter, (1...4).contains(number) else { return false }
        let isDirect = Self.quarterWords.contains(tokens.last?.key ?? "")
        return !isWord(at: next, in: Self.timeWords) || (isDirect && isWord(at: next, in: [Self.year]))
    }

    /// How many runs a number takes that is written again in words: "06 (sáu)".
    private func repetition(of number: Int, at position: Int) -> Int {
        guard isMark("(", at: position), let (value, count) = wordNumber(at: position + 1), value == number,
            isMark(")", at: position + 1 + count)
        else { return 0 }
        return count + 2
    }

    private func number(at position: Int) -> Int? {
        guard position < runs.count, runs[position].kind == .number, runs[position].folded.count <= 6 else {
            return nil
        }
        return runs[position].folded.number
    }

    private func isMark(_ mark: Unicode.Scalar, at position: Int) -> Bool {
        position < runs.count && runs[position].isSign(mark)
    }

    private func isWord(at position: Int, in words: [FoldedWord]) -> Bool {
        position < runs.count && runs[position].kind == .word && words.contains(runs[position].folded)
    }

    /// The numbers from here joined by one separator; "/" may have spaces beside it ("01/ 2026"), "-" and "." may not.
    private func joinedNumbers(by mark: Unicode.Scalar) -> [Int] {
        var numbers: [Int] = []
        var position = index
        while numbers.count < 3, let number = number(at: position) {
            if mark != "/", position > index, runs[position].spaceBefore { break }
            numbers.append(number)
            guard isMark(mark, at: position + 1), mark == "/" || !runs[position + 1].spaceBefore else { break }
            position += 2
        }
        return numbers
    }

    /// A date from here: "15/6/2026", "8/2/26", "15-6-2026", "2026-06-15", "15/6", "6/2026".
    private func composedDate() -> (PhraseToken.Kind, count: Int)? {
        for mark: Unicode.Scalar in ["/", "-", "."] {
            let numbers = joinedNumbers(by: mark)
            let digits = numbers.indices.map { runs[index + 2 * $0].folded.count }
            if numbers.count == 3, digits[0] <= 2, digits[1] <= 2 {
                if digits[2] == 4 {
                    return (.date(day: numbers[0], month: numbers[1], year: numbers[2], isShort: false), 5)
                }
                if digits[2] == 2, mark != "-" {
                    return (.date(day: numbers[0], month: numbers[1], year: 2000 + numbers[2], isShort: true), 5)
                }
            }
            if numbers.count == 3, mark != ".", digits[0] == 4, digits[1] <= 2, digits[2] <= 2 {
                return (.date(day: numbers[2], month: numbers[1], year: numbers[0], isShort: false), 5)
            }
            guard numbers.count >= 2, digits[0] <= 2 else { continue }
            if digits[1] == 4 { return (.monthYear(month: numbers[0], year: numbers[1]), 3) }
            if mark == "/", numbers.count == 2, digits[1] <= 2 {
                return (.dayMonth(day: numbers[0], month: numbers[1]), 3)
            }
        }
        return nil
    }

    // MARK: Documents

    /// How many runs a document's number takes from here: "326/TB-TTHĐND", "30/2020/NĐ-CP"; also a bare "số 12" or the
    /// number behind "Quyết định" when its date follows.
    private func documentLength() -> Int? {
        var position = index + 1
        if let length = partyDocumentLength() { return length }
        if isMark("/", at: position), number(at: position + 1) != nil, isMark("/", at: position + 2) { position += 2 }
        guard isMark("/", at: position), position + 1 < runs.count, runs[position + 1].kind == .word,
            !Self.timeWords.contains(runs[position + 1].folded), !Self.everyWords.contains(runs[position + 1].folded)
        else {
            let isNamed = tokens.last?.key == Self.number
            return isNamed && dateLength(behind: index + 1) > 0 ? 1 : nil
        }
        position += 2
        while position + 1 < runs.count,
            isMark("-", at: position) || isMark(".", at: position) || isMark("/", at: position),
            isJoined(at: position), isJoined(at: position + 1), runs[position + 1].kind != .mark, position - index < 24
        {
            position += 2
        }
        return position - index
    }

    /// "57-NQ/TW": the numbers of the Party have the dash first.
    private func partyDocumentLength() -> Int? {
        let end = index + 5
        guard isMark("-", at: index + 1), isMark("/", at: index + 3), end <= runs.count,
            (index + 1..<end).allSatisfy(isJoined), runs[index + 2].kind == .word, runs[index + 4].kind == .word,
            !Self.timeWords.contains(runs[index + 2].folded)
        else { return nil }
        return 5
    }

    /// How many runs a document's date takes behind its number: "ngày 17/12/2025", "của HĐND tỉnh ngày 5 tháng 1 năm 2026".
    private func dateLength(behind start: Int) -> Int {
        var position = start
        if isMark(",", at: position) { position += 1 }
        if isWord(at: position, in: [Self.of]) {
            while position < start + 12, position < runs.count, runs[position].kind == .word,
                runs[position].folded != Self.day
            {
                position += 1
            }
        }
        guard isWord(at: position, in: [Self.day]), number(at: position + 1) != nil else { return 0 }
        position += 2
        while position + 1 < runs.count, position - start < 24,
            isMark("/", at: position) || isMark("-", at: position) || isMark(".", at: position)
                || isWord(at: position, in: Self.monthAndYear),
            number(at: position + 1) != nil
        {
            position += 2
        }
        return position - start
    }

    // MARK: Words

    private mutating func lexWord() {
        if isAmongQuarters, let quarter = Self.roman[runs[index].folded] { return emit(.quarter(quarter)) }
        if let roman = Self.gluedQuarters[runs[index].folded] { return splitQuarter(roman) }
        if let (value, count) = numberInWords() {
            if isQuarter(value, before: index + count) { return emit(.quarter(value), count: count) }
            return emit(.number(value, digits: value < 10 ? 1 : 2), key: FoldedWord(value), count: count)
        }
        if index > 0, Self.isDocument(runs[index - 1].folded, runs[index].folded), dateLength(behind: index + 1) > 0 {
            return emit(.document(hasDate: true), count: 1 + dateLength(behind: index + 1))
        }
        if runs[index].folded == Self.plainQuarter, isQuarterNumber(at: index + 1) {
            return emit(.word, key: Self.quarter)
        }
        emit(.word)
    }

    /// "Quy I hàng năm": the word without its mark, which its number makes certain.
    private func isQuarterNumber(at position: Int) -> Bool {
        guard position < runs.count else { return false }
        return Self.roman[runs[position].folded] != nil || (1...4).contains(runs[position].folded.number ?? 0)
    }

    /// "QuýIV": the word and its number without a space.
    private mutating func splitQuarter(_ roman: Int) {
        let run = runs[index]
        let cut = text.original.index(run.range.lowerBound, offsetBy: 3)
        tokens.append(
            PhraseToken(
                kind: .word, key: Self.quarter, range: run.range.lowerBound..<cut, spaceBefore: run.spaceBefore))
        tokens.append(
            PhraseToken(kind: .quarter(roman), key: "", range: cut..<run.range.upperBound, spaceBefore: false))
        index += 1
        isAfterQuarter = true
        isAmongQuarters = true
    }

    /// A number in words where a number is expected: "sáu tháng", "tháng mười hai", "thứ năm".
    private func numberInWords() -> (value: Int, count: Int)? {
        guard let (value, count) = wordNumber(at: index) else { return nil }
        let (before, next) = (tokens.last?.key ?? "", index + count)
        if runs[index].folded == Self.year, before != Self.weekday { return isFiveYears ? (5, 1) : nil }
        let isExpected =
            Self.numberComesAfter.contains(before) || isWord(at: next, in: Self.numberComesBefore)
            || (isWord(at: next, in: [Self.year]) && runs[index].folded != Self.four)
        return isExpected ? (value, count) : nil
    }

    /// "Năm năm một lần", "năm năm/lần": the first is a number.
    private var isFiveYears: Bool {
        guard isWord(at: index + 1, in: [Self.year]) else { return false }
        let next = index + 2
        return isMark("/", at: next)
            || (isWord(at: next + 1, in: [Self.times]) && (wordNumber(at: next)?.value ?? number(at: next)) == 1)
    }

    /// The number that words from one to ninety-nine write.
    private func wordNumber(at start: Int) -> (value: Int, count: Int)? {
        guard start < runs.count, let first = Self.numerals[runs[start].folded] else { return nil }
        var (value, position) = (first, start + 1)
        if first < 10, isWord(at: position, in: [Self.tens]) { (value, position) = (first * 10, position + 1) }
        if value >= 10, position < runs.count, let unit = Self.numerals[runs[position].folded], unit < 10,
            runs[position].folded != Self.year || isMark(")", at: position + 1)
        {
            (value, position) = (value + unit, position + 1)
        }
        return (value, position - start)
    }
}
