/// Reads one time from tokens: "ngày 15 tháng 6 năm 2026", "Quý IV2026", "6 tháng đầu năm", "cuối tháng".
struct PhraseTimeReader {
    let tokens: [PhraseToken]
    /// Whether "hàng tuần" stands in the bracket beside the tokens, or around them, so that "thứ 5" is a day of every week.
    var isWeekly = false

    /// A time with the place behind it.
    typealias Result = (time: PartialTime, end: Int)

    /// The time that begins at a token, if one does.
    func time(at start: Int) -> Result? {
        guard case .keyword(.edge(let edge)) = kind(at: start) else { return core(at: start) }
        guard let (core, end) = core(at: skippingFiller(from: start + 1)) else { return nil }
        var time = core
        if case .day = time.place { return (time, end) }
        time.edge = edge
        return (time, end)
    }

    func kind(at index: Int) -> PhraseToken.Kind? {
        tokens.indices.contains(index) ? tokens[index].kind : nil
    }

    func keyword(at index: Int) -> PhraseKeyword? {
        if case .keyword(let keyword) = kind(at: index) { keyword } else { nil }
    }

    /// A number of one or two digits.
    func smallNumber(at index: Int) -> Int? {
        if case .number(let value, let digits) = kind(at: index), digits <= 2 { value } else { nil }
    }

    /// A year of this century, the only numbers of four digits that are read as years without the word.
    func year(at index: Int, in years: ClosedRange<Int> = 2000...2099) -> Int? {
        if case .number(let value, digits: 4) = kind(at: index), years.contains(value) { value } else { nil }
    }

    func skippingFiller(from index: Int) -> Int {
        keyword(at: index) == .filler ? index + 1 : index
    }

    private func core(at start: Int) -> Result? {
        switch kind(at: start) {
        case .date(let day, let month, let year, let isShort):
            var time = PartialTime(.day(day, month: month), year: year)
            time.isSlip = isShort
            return (time, start + 1)
        case .dayMonth(let day, let month):
            guard month <= 12, isDay(day, month, at: start) else { return nil }
            return withYear(PartialTime(.day(day, month: month)), start + 1)
        case .monthYear(let month, let year):
            if isOfName(at: start) { return nil }
            return (PartialTime(.month(month), year: year), start + 1)
        case .quarter(let quarter):
            return withYear(PartialTime(.quarter(quarter)), start + 1)
        case .number:
            if let year = year(at: start) {
                // "2026/2030" may be a window or a choice.
                if kind(at: start + 1) == .slash, self.year(at: start + 2) != nil {
                    return (PartialTime(.bare(.day)), start + 3)
                }
                return isOfName(at: start) ? nil : (PartialTime(.year, year: year), start + 1)
            }
            return firstDays(at: start) ?? months(at: start) ?? day(at: start, named: false)
        case .keyword(let keyword):
            return time(of: keyword, at: start)
        default:
            return nil
        }
    }

    private func time(of keyword: PhraseKeyword, at start: Int) -> Result? {
        switch keyword {
        case .unit(.day):
            if let edge = self.keyword(at: start + 1), edge == .edge(.end) || edge == .edge(.start) {
                return time(at: start + 1)
            }
            return dateBehindDay(at: start + 1) ?? day(at: start + 1, named: true)
        case .unit(.month): return month(at: start + 1)
        case .unit(.quarter):
            if case .quarter = kind(at: start + 1) { return core(at: start + 1) }
            if case .monthYear(let quarter, let year) = kind(at: start + 1) {
                return (PartialTime(.quarter(quarter), year: year), start + 2)
            }
            return withYear(PartialTime(.bare(.quarter)), start + 1)
        case .unit(.year):
            if let year = year(at: start + 1, in: 1900...2199) { return (PartialTime(.year, year: year), start + 2) }
            return (PartialTime(.bare(.year)), start + 1)
        case .planYear:
            var time = PartialTime(.year)
            time.isPlanYear = true
            return (time, start + 1)
        case .shareOfMonth(let day): return share(upTo: day, at: skippingFiller(from: start + 1))
        case .halfYear(let half): return withYear(PartialTime(.half(half)), start + 1)
        case .monthOf(let period, let fromEnd):
            return (PartialTime(.periodDay(nil, of: period, fromEnd: fromEnd)), start + 1)
        case .weekday(let number): return weekday(number, at: start)
        default: return nil
        }
    }

    private func dateBehindDay(at start: Int) -> Result? {
        switch kind(at: start) {
        case .date, .dayMonth: core(at: start)
        default: nil
        }
    }

    /// "15 tháng 6 năm 2026", "20 của tháng cuối kỳ báo cáo", "25" before "hàng tháng"; behind "ngày" also a number alone.
    private func day(at start: Int, named: Bool) -> Result? {
        guard let day = smallNumber(at: start), (1...31).contains(day), named || !isLabel(at: start) else { return nil }
        var next = skippingFiller(from: start + 1)
        // "Ngày 5, tháng 6, năm 2026".
        if named, kind(at: next) == .comma, keyword(at: next + 1) == .unit(.month), smallNumber(at: next + 2) != nil {
            next += 1
        }
        switch keyword(at: next) {
        case .unit(.month):
            if let month = smallNumber(at: next + 1), keyword(at: next + 2) != .unit(.month) {
                return withYear(PartialTime(.day(day, month: month)), next + 2)
            }
            if case .monthYear(let month, let year) = kind(at: next + 1) {
                return (PartialTime(.day(day, month: month), year: year), next + 2)
            }
            // "sau" of "tháng sau" is the word of terms, "02 tháng sau khi …"; behind a named day it is the next month.
            if keyword(at: next + 1) == .since, named || keyword(at: start - 1) == .unit(.day) {
                return (PartialTime(.periodDay(day, of: .month, fromEnd: 1)), next + 2)
            }
        case .monthOf(let period, let fromEnd):
            return (PartialTime(.periodDay(day, of: period, fromEnd: fromEnd)), next + 1)
        case .every(.month(nil)):
            return (PartialTime(.day(day, month: nil)), next)
        default: break
        }
        return named ? (PartialTime(.day(day, month: nil)), start + 1) : nil
    }

    private func month(at start: Int) -> Result? {
        if let number = smallNumber(at: start) { return withYear(PartialTime(.month(number)), start + 1) }
        switch kind(at: start) {
        case .keyword(.unit(.year)): return monthFive(at: start)
        // "Tháng 6/7/2026" may be June and July.
        case .date: return (PartialTime(.bare(.day)), start + 1)
        case .monthYear(let month, let year): return (PartialTime(.month(month), year: year), start + 1)
        case .dayMonth(let month, let year) where year > 12:
            var time = PartialTime(.month(month), year: 2000 + year)
            time.isSlip = true
            return (time, start + 1)
        default: return withYear(PartialTime(.bare(.month)), start)
        }
    }

    /// "Tháng năm năm 2026" is May; "tháng năm 2026" may be May 2026 or a month of 2026, and no day is certain.
    private func monthFive(at start: Int) -> Result {
        if keyword(at: start + 1) == .unit(.year), let year = year(at: start + 2) {
            return (PartialTime(.month(5), year: year), start + 3)
        }
        return (PartialTime(.bare(.day)), year(at: start + 1) == nil ? start + 1 : start + 2)
    }

    /// "Trung tuần tháng 6/2026" ends on 20/6, "hạ tuần tháng 6/2026" on the last day.
    private func share(upTo day: Int?, at start: Int) -> Result? {
        guard keyword(at: start) == .unit(.month), let (written, end) = month(at: start + 1),
            case .month(let month) = written.place
        else { return nil }
        var time = written
        if let day { time.place = .day(day, month: month) }
        return (time, end)
    }

    /// "10 ngày đầu tháng 6/2026" ends on 10/6, "10 ngày cuối tháng 6/2026" on the last day.
    private func firstDays(at start: Int) -> Result? {
        guard let count = smallNumber(at: start), (1...28).contains(count), keyword(at: start + 1) == .unit(.day),
            case .edge(let edge)? = keyword(at: start + 2), edge != .middle, keyword(at: start + 3) == .unit(.month),
            let (written, end) = month(at: start + 4), case .month(let month) = written.place
        else { return nil }
        var time = written
        if edge == .start { time.place = .day(count, month: month) }
        return (time, end)
    }

    /// "6 tháng", "6 tháng đầu năm", "9 tháng", "3 tháng cuối năm", "4 tháng đầu năm".
    private func months(at start: Int) -> Result? {
        guard let count = smallNumber(at: start), keyword(at: start + 1) == .unit(.month) else { return nil }
        var (next, edge, isOfYear) = (start + 2, PhraseKeyword.Edge?.none, false)
        if case .keyword(.edge(let written)) = kind(at: next) {
            edge = written
            isOfYear = keyword(at: next + 1) == .unit(.year)
            if isOfYear, isOtherYear(at: next + 1), kind(at: next + 2) != .word {
                return (PartialTime(.bare(.day)), next + 3)
            }
            if !isOfYear, case .keyword(.unit) = kind(at: next + 1) { return nil }
            next += isOfYear ? 2 : 1
        }
        var time: PartialTime
        switch (count, edge) {
        case (6, nil), (6, .start): time = PartialTime(.half(1))
        case (6, .end): time = PartialTime(.half(2))
        case (9, nil), (9, .start): time = PartialTime(.nineMonths)
        case (3, .start): time = PartialTime(.quarter(1))
        case (3, .end): time = PartialTime(.quarter(4))
        case (1...11, .start) where isOfYear: time = PartialTime(.months(1...count))
        case (1...11, .end) where isOfYear: time = PartialTime(.months(13 - count...12))
        default: return nil
        }
        time.isPlain = edge == nil
        return withYear(time, next)
    }

    /// "Thứ 5" beside "hàng tuần"; elsewhere "thứ" counts things.
    private func weekday(_ number: Int?, at start: Int) -> Result? {
        let end = number == nil ? start + 2 : start + 1
        guard let value = number ?? smallNumber(at: start + 1), number != nil || value < 8,
            let weekday = Weekday(rawValue: value - 2)
        else { return nil }
        let isWeekly =
            isWeekly || keyword(at: endOfWeekdays(from: end)) == .every(.week)
            || (max(0, start - 8)..<start).contains { keyword(at: $0) == .every(.week) }
        return isWeekly ? (PartialTime(.weekday(weekday)), end) : nil
    }

    /// Behind "thứ 2, thứ 4 và Chủ nhật".
    private func endOfWeekdays(from start: Int) -> Int {
        var position = start
        while position < start + 18, isListMark(at: position) {
            let next = keyword(at: position + 1) == .weekday(nil) ? position + 2 : position + 1
            guard smallNumber(at: next) != nil || keyword(at: next) == .weekday(8) else { return position }
            position = next + 1
        }
        return position
    }

    private func isListMark(at index: Int) -> Bool {
        kind(at: index) == .comma || kind(at: index) == .dash || keyword(at: index) == .and
    }

    /// The end of "năm sau", "năm tiếp theo", "năm sau năm báo cáo" behind a time: a year that only the reader of the day knows.
    private func otherYearEnd(at start: Int) -> Int? {
        endOfOtherYear(at: skippingFiller(from: start)).map { endOfOtherYear(at: $0) ?? $0 }
    }

    private func endOfOtherYear(at index: Int) -> Int? {
        if keyword(at: index) == .otherYear { return index + 1 }
        guard keyword(at: index) == .unit(.year) else { return nil }
        if keyword(at: index + 1) == .before, keyword(at: index + 2) == .planYear { return index + 3 }
        return isOtherYear(at: index) || keyword(at: index + 1) == .report ? index + 2 : nil
    }

    /// "năm sau", "năm trước"; "năm trước ngày 05/12" is none.
    func isOtherYear(at index: Int) -> Bool {
        guard keyword(at: index) == .unit(.year) else { return false }
        switch kind(at: index + 1) {
        case .word: return true
        case .keyword(.since), .keyword(.before): return !beginsTime(at: index + 2)
        default: return false
        }
    }

    private func beginsTime(at index: Int) -> Bool {
        switch kind(at: index) {
        case .date, .dayMonth, .monthYear, .quarter, .number: true
        case .keyword(.unit(.year)): year(at: index + 1) != nil
        case .keyword(.unit): true
        default: false
        }
    }

    /// "năm 2026-2030" behind "các".
    func isYearOfWindow(at start: Int) -> Bool {
        guard keyword(at: start) == .unit(.year), year(at: start + 1) != nil else { return false }
        return kind(at: start + 2) == .dash || keyword(at: start + 2) == .to
    }

    private static let several = FoldedWord(folding: "các")

    /// Adds the year that follows: "/2026", "năm 2026", ", năm 2026", "2026", "/26", "năm kế hoạch".
    private func withYear(_ time: PartialTime, _ end: Int) -> Result {
        var time = time
        var next = end
        switch kind(at: next) {
        case .slash, .dash, .dot:
            if let year = year(at: next + 1) {
                time.year = year
                return (time, next + 2)
            }
            if kind(at: next) == .slash, case .number(let year, digits: 2) = kind(at: next + 1), year >= 20 {
                (time.year, time.isSlip) = (2000 + year, true)
                return (time, next + 2)
            }
            if keyword(at: next + 1) != .unit(.year) || year(at: next + 2) == nil { return (time, end) }
            next += 1
        case .comma:
            next += 1
            // "Quý II, 2026", but not the list "tháng 6, 2026, 2027".
            if let year = year(at: next), !isListMark(at: next + 1) {
                time.year = year
                return (time, next + 1)
            }
        default:
            if let end = otherYearEnd(at: next) { return (PartialTime(.bare(.day)), end) }
        }
        next = skippingFiller(from: next)
        if kind(at: next) == .word, tokens[next].key == Self.several, !isYearOfWindow(at: next + 1) { next += 1 }
        if keyword(at: next) == .planYear {
            time.isPlanYear = true
            return (time, next + 1)
        }
        if keyword(at: next) == .unit(.year), let year = year(at: next + 1, in: 1900...2199) {
            time.year = year
            return (time, next + 2)
        }
        if let year = year(at: end) {
            (time.year, time.isSlip) = (year, !tokens[end].spaceBefore)
            return (time, end + 1)
        }
        return (time, end)
    }
}
