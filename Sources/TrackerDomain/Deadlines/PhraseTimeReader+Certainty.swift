/// Numbers that look like a time and may be something else. What is not certainly a time is none.
extension PhraseTimeReader {
    /// Whether a bare year or month with its year may belong to a name or count things: "Chỉ số PAR INDEX 2026", "Phụ lục
    /// 1/2026", "2026 hồ sơ", "kế hoạch 2026-2030". A list or a window is judged by its beginning.
    func isOfName(at start: Int) -> Bool {
        var position = start
        for _ in 0..<Self.reach {
            switch kind(at: position - 1) {
            case nil: return isYear(at: start) && kind(at: start + 1) == .word
            case .word, .document, .slash, .dot, .number, .keyword(.weekday): return true
            case .keyword(.unit(let unit)): return position == start && unit != .month && unit != .quarter
            case .dash, .comma, .keyword(.and), .keyword(.to):
                switch kind(at: position - 2) {
                case .word where kind(at: position - 1) == .dash: return true
                case .number, .monthYear: position -= 2
                default: return false
                }
            default: return false
            }
        }
        return false
    }

    /// How far back a list is followed.
    private static let reach = 8

    private func isYear(at index: Int) -> Bool {
        if case .number = kind(at: index) { true } else { false }
    }

    /// Whether a day and month without a year is a date: not in "1/2 số hộ", and "24/7" only beside words that say so.
    func isDay(_ day: Int, _ month: Int, at start: Int) -> Bool {
        let isRoundTheClock = day == 24 && month == 7
        switch kind(at: start - 1) {
        case .keyword(.unit(.day)), .keyword(.before), .keyword(.to), .keyword(.from), .keyword(.since): return true
        case .keyword(.by): return !isRoundTheClock || !Self.openBounds.contains(tokens[start - 1].key)
        case nil, .keyword, .dash, .comma:
            if isRoundTheClock { return hasYear(behind: start) || hasOtherDay(beside: start) }
            return day > 12 || kind(at: start + 1) != .word
        default: return false
        }
    }

    /// Whether a number is the label of a thing: the 2 of "đợt 2 tháng 6/2026" and of "tuần thứ 2 tháng 6" is no day.
    func isLabel(at start: Int) -> Bool {
        switch kind(at: start - 1) {
        case .keyword(.weekday), .keyword(.unit(.week)): true
        case .word, .keyword(.filler): Self.labelled.contains(tokens[start - 1].key)
        default: false
        }
    }

    /// What numbers label; of "giai đoạn" the first word.
    private static let labelled = "đợt lần kỳ kì bước khóa phần số mục khoản điều bài loại nhóm mức lớp giai gđ"
        .split(separator: " ").map { FoldedWord(folding: $0) }

    /// "Trong" and "vào" stand before a day as well as before hours.
    private static let openBounds = ["trong", "vào"].map { FoldedWord(folding: $0) }

    private func hasYear(behind start: Int) -> Bool {
        switch kind(at: start + 1) {
        case .keyword(.unit(.year)), .keyword(.every(.year)), .keyword(.planYear): true
        case .slash, .comma: year(at: start + 2) != nil
        default: year(at: start + 1) != nil
        }
    }

    private func hasOtherDay(beside start: Int) -> Bool {
        tokens.indices.contains { index in
            switch tokens[index].kind {
            case .date: true
            case .dayMonth(let day, let month): index != start && (day, month) != (24, 7)
            default: false
            }
        }
    }

    /// Whether a token that was read as no time looks like one, so that a person should be asked.
    func isUncertainTime(at index: Int) -> Bool {
        switch kind(at: index) {
        case .monthYear: true
        case .dayMonth(_, let month): month <= 12
        case .number: year(at: index) != nil
        default: false
        }
    }
}
