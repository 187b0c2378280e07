/// Words beside a time that change what it is: hours, names, and shares of a period that no rule gives a day for.
extension PhraseElementReader {
    /// "17 giờ 30 phút", "17h30", "17:00": an hour of the day that follows, which "trước" therefore includes
    /// unless the day begins with the hour.
    mutating func readClock() -> Bool {
        guard let end = clockEnd(at: index) else { return false }
        if bound == .before, reader.smallNumber(at: index) != 0 { bound = .on }
        index = end
        return true
    }

    private func clockEnd(at start: Int) -> Int? {
        guard let hour = reader.smallNumber(at: start), hour <= 24 else { return nil }
        if case .comma = reader.kind(at: start + 1), tokens[start + 1].key.sign == ":", !tokens[start + 1].spaceBefore,
            case .number(0...59, digits: 2) = reader.kind(at: start + 2), !tokens[start + 2].spaceBefore
        {
            return start + 3
        }
        guard isWord(at: start + 1, in: Self.hourWords) else { return nil }
        guard let minute = reader.smallNumber(at: start + 2), minute < 60, !isDay(behind: start + 3) else {
            return start + 2
        }
        return isWord(at: start + 3, in: Self.minuteWords) ? start + 4 : start + 3
    }

    /// "17 giờ 15 tháng 6": the number is a day, not the minutes.
    private func isDay(behind position: Int) -> Bool { reader.keyword(at: position) == .unit(.month) }

    /// "Luật Đất đai năm 2024", "Tết Nguyên đán năm 2027": the year or the day behind a name belongs to it.
    mutating func readTitle() {
        var next = index + 1
        while next - index < 12, reader.kind(at: next) == .word || reader.keyword(at: next) == .and { next += 1 }
        if let year = reader.time(at: next)?.time, year.year != nil, year.place == .year || year.isDay,
            case .keyword(.unit)? = reader.kind(at: next)
        {
            append(.uncertain, to: reader.time(at: next)?.end ?? next)
        } else {
            append(
                reader.year(at: next) == nil ? .word : .uncertain,
                to: reader.year(at: next) == nil ? index + 1 : next + 1)
        }
    }

    /// "Đầu mỗi tháng", "cuối hằng năm": the share is that of every period.
    private mutating func readEdgeOfEvery() -> Bool {
        guard case .edge(let edge)? = reader.keyword(at: index),
            case .every(let period)? = reader.keyword(at: index + 1),
            let unit = Self.units[period]
        else { return false }
        var time = PartialTime(.bare(unit))
        time.edge = edge
        time.bound = bound
        append(.time(time), to: index + 1)
        return true
    }

    private static let units: [RecurrenceRule.Period: PhraseKeyword.Unit] = [
        .week: .week, .month(nil): .month, .quarter(nil): .quarter, .year: .year,
    ]

    /// "Quý IV các năm 2026-2030": a time in each year of the window.
    private mutating func readYearsOfWindow() -> Bool {
        guard isWord(at: index, in: Self.plurals), elements.last?.time?.isInYear == true,
            elements.last?.time?.year == nil,
            reader.isYearOfWindow(at: index + 1)
        else { return false }
        append(.every(.year), to: index + 1)
        return true
    }

    /// Shares of a time that no rule gives a day for, though the words beside them look like one: "tuần 2 tháng 6",
    /// "ngày làm việc cuối cùng của tháng", "10 ngày đầu quý II", "các tháng đầu năm", "2 năm một lần".
    mutating func readUnknownShare() -> Bool {
        if readEdgeOfEvery() || readYearsOfWindow() { return true }
        switch reader.kind(at: index) {
        case .keyword(.unit(.week)):
            let next = isWord(at: index + 1, in: Self.weekWords) ? index + 2 : index + 1
            guard
                isEdge(next) || reader.smallNumber(at: next) != nil || reader.keyword(at: next) == .weekday(nil)
                    || isNumberedWeek
            else { return false }
        case .keyword(.shareOfMonth): guard reader.time(at: index) == nil else { return false }
        case .keyword(.unit(let unit)) where unit != .day: guard isEdge(index + 1) else { return false }
        case .number:
            guard isCountOfMonths || isCountOfTimes || isCountOfUnits(edgeAt: index + 2) || isCountOfPeriods else {
                return false
            }
        case .word where isWord(at: index, in: Self.plurals):
            guard case .keyword(.unit)? = reader.kind(at: index + 1), !isNamedTime(at: index + 1) else { return false }
        default: return false
        }
        append(.refused, to: endOfShare)
        return true
    }

    /// The end of the words that were not read: behind the next time, if only words of time stand between.
    var endOfShare: Int {
        var end = index + 1
        while end < tokens.count {
            switch tokens[end].kind {
            case .keyword(.unit), .keyword(.edge), .keyword(.filler), .keyword(.every), .keyword(.monthOf),
                .keyword(.weekday),
                .keyword(.halfYear), .number, .monthYear, .quarter, .dayMonth, .date, .slash, .dash:
                end += 1
            case .word where isWord(at: end, in: Self.weekWords + Self.timesWords): end += 1
            default: return end
            }
        }
        return end
    }

    private func isWord(at position: Int, in words: [FoldedWord]) -> Bool {
        reader.kind(at: position) == .word && words.contains(tokens[position].key)
    }

    private func isEdge(_ position: Int) -> Bool {
        if case .keyword(.edge) = reader.kind(at: position) { true } else { false }
    }

    /// "Tuần 25/2026".
    private var isNumberedWeek: Bool {
        if case .monthYear = reader.kind(at: index + 1) { true } else { false }
    }

    /// "Các năm 2026, 2027" names its times, "các quý trong năm" does not.
    private func isNamedTime(at unit: Int) -> Bool {
        switch reader.kind(at: unit + 1) {
        case .number, .monthYear, .date, .dayMonth, .quarter, .document: true
        default: false
        }
    }

    private func isCountOfUnits(edgeAt position: Int) -> Bool {
        guard case .keyword(.unit) = reader.kind(at: index + 1), isEdge(position) else { return false }
        return reader.time(at: index) == nil
    }

    /// "2 năm một lần", "15 ngày/lần": no rule of the calendar begins such periods.
    private var isCountOfPeriods: Bool {
        guard case .number(_, let digits) = tokens[index].kind, digits < 4, index + 1 < tokens.count else {
            return false
        }
        if case .keyword(.every) = tokens[index + 1].kind { return Self.unitWords.contains(tokens[index + 1].key) }
        return false
    }

    /// "Mỗi năm 02 đợt", "2 lần trong năm 2026": the days of the two are not told. "Mỗi năm 01 lần" is every year.
    private var isCountOfTimes: Bool {
        guard reader.kind(at: index) != .number(1, digits: 1), reader.kind(at: index) != .number(1, digits: 2),
            isWord(at: index + 1, in: Self.timesWords)
        else { return false }
        let next = reader.keyword(at: index + 2) == .by || reader.kind(at: index + 2) == .slash ? index + 3 : index + 2
        if reader.keyword(at: next) == .unit(.year) { return true }
        return (max(0, index - 3)..<index).contains { position in
            if case .keyword(.every) = tokens[position].kind { true } else { false }
        }
    }

    /// "3 tháng đầu quý" counts months; "ngày 3 tháng đầu quý" is a day.
    private var isCountOfMonths: Bool {
        guard case .number(1...3, digits: 1...2) = tokens[index].kind,
            case .keyword(.monthOf(.quarter, _)) = reader.kind(at: index + 1)
        else { return false }
        switch reader.keyword(at: index - 1) {
        case .unit(.day), .before: return false
        default: return true
        }
    }

    private static let timesWords = words("đợt lần kỳ")
    private static let unitWords = words("ngày tuần tháng quý quí năm")
    private static let weekWords = words("lễ")
    private static let plurals = words("các những vài mấy từng")
    private static let hourWords = words("giờ h g")
    private static let minuteWords = words("phút ' ’")

    private static func words(_ list: String) -> [FoldedWord] {
        list.split(separator: " ").map { FoldedWord(folding: $0) }
    }
}
