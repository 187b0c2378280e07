/// One token of a deadline cell: what the lexer makes of runs, and the grammar of words.
struct PhraseToken {
    /// What a token is. Dates are put together here, but not checked: whether 31/02 exists is for the parser to say.
    enum Kind: Hashable {
        case keyword(PhraseKeyword)
        /// A word that the grammar does not know.
        case word
        case number(Int, digits: Int)
        /// A quarter's number behind "quý", Roman or not: "IV" in "Quý IV/2026".
        case quarter(Int)
        /// Day, month and year: "8/2/26" has `year: 2026, isShort: true`.
        case date(day: Int, month: Int, year: Int, isShort: Bool)
        case dayMonth(day: Int, month: Int)
        case monthYear(month: Int, year: Int)
        /// A document's number with its date, if that follows: "326/TB-TTHĐND ngày 17/12/2025".
        case document(hasDate: Bool)
        case slash, dash, dot, comma
        case open, close
        /// The end of a clause: ";", a full stop, a line break, a bullet.
        case stop
    }

    let kind: Kind
    /// The folded words, by which the grammar finds wordings; numbers without leading zeros.
    let key: FoldedWord
    /// The place in the original text.
    let range: Range<String.Index>
    /// Whether white space stands before it.
    let spaceBefore: Bool
}

/// What the wordings of the grammar mean.
enum PhraseKeyword: Hashable {
    /// "hàng năm", "mỗi quý", "6 tháng một lần".
    case every(RecurrenceRule.Period)
    /// "và các năm tiếp theo", "trở đi".
    case following
    /// "định kỳ": what follows recurs.
    case periodic
    /// "báo cáo": bare "quý", "6 tháng" and "năm" behind it are report periods.
    case report
    /// "trước ngày".
    case before
    /// "chậm nhất", "không quá", "trong", "vào", "hết".
    case by
    /// "từ", "đến".
    case from, to
    /// "sau khi", "khi có": an event's words follow.
    case after
    /// "kể từ ngày", "sau ngày": a date or an event's words follow.
    case since
    /// "trước khi": an event's words follow, and nobody can count back from it.
    case beforeEvent
    /// "đầu", "giữa", "cuối".
    case edge(Edge)
    /// "ngày", "tuần", "tháng", "quý", "năm".
    case unit(Unit)
    /// "năm kế hoạch": the plan's own year.
    case planYear
    /// A month counted from the end of a quarter (`true`) or of each reporting period: 0 "tháng cuối quý", −2 "tháng đầu
    /// quý", 1 "tháng đầu quý sau"; of a month: 1 "tháng sau".
    case monthOf(PeriodWord, fromEnd: Int)
    /// "nửa đầu năm".
    case halfYear(Int)
    /// A share of the month behind it, by its last day (`nil`: that of the month): 15 "nửa đầu", 20 "trung tuần".
    case shareOfMonth(Int?)
    /// "năm tiếp theo", "năm nay": a year that only the reader of the day knows.
    case otherYear
    /// "Luật", "Tết": the year behind its words belongs to its name.
    case title
    /// "thường xuyên".
    case ongoing
    /// "đã hoàn thành".
    case done
    /// "theo": another document or rule says when.
    case according
    /// "kỳ họp": a session, whose day is not known.
    case session
    /// "đột xuất", "theo yêu cầu".
    case onDemand
    /// "kịp thời", "sớm": no date.
    case vague
    /// "chưa xác định", "tạm dừng": a date beside it would be wrong.
    case refused
    /// "thứ" before a number; "chủ nhật" is day 8.
    case weekday(Int?)
    case and, or
    /// Words that mean nothing for the date but may stand inside an expression: "là", "của", "giai đoạn".
    case filler

    enum Edge: Hashable { case start, middle, end }
    enum Unit: Hashable { case day, workingDay, week, month, quarter, year }
    enum PeriodWord: Hashable { case month, quarter, anyReport }
}
