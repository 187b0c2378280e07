extension DeadlineReading {
    /// The reading in one sentence, so that a person can check what was understood.
    ///
    /// ```swift
    /// // "Tháng 1 hàng năm", plan of 01/10/2021 for 2021–2030
    /// reading.words(in: .vi, context: context)   // "đến hết 31/01 hằng năm, 2022–2030"
    /// reading.words(in: .en, context: context)   // "by 31 January every year, 2022–2030"
    /// ```
    public func words(in language: Language, context: DeadlineContext) -> String {
        parts.map { $0.rule.words(in: language, context: context) }.joined(separator: "; ")
    }
}

extension DeadlineRule {
    /// The meaning in a sentence: "đến hết 31/12/2026", "10 ngày làm việc sau khi: Nghị quyết được ban hành".
    public func words(in language: Language, context: DeadlineContext) -> String {
        switch self {
        case .fixed(let due, nil, _): language(vi: "đến hết \(due.vietnamese)", en: "by \(due.english)")
        case .fixed(let due, let start?, _):
            language(
                vi: "từ \(start.vietnamese) đến hết \(due.vietnamese)", en: "from \(start.english) to \(due.english)")
        case .recurring(let rule): rule.words(in: language, context: context)
        case .ongoing(nil): language(vi: "thường xuyên, không có hạn", en: "continuous, no due date")
        case .ongoing(let start?):
            language(
                vi: "thường xuyên từ \(start.vietnamese), không có hạn",
                en: "continuous from \(start.english), no due date")
        case .event(let trigger): trigger.words(in: language)
        case .reference: language(vi: "thời hạn nêu ở văn bản khác", en: "the date stands in another document")
        case .done: language(vi: "đã hoàn thành", en: "completed")
        case .unresolved: language(vi: "chưa xác định được thời hạn", en: "no certain due date")
        }
    }
}

extension EventTrigger {
    /// The event and the term after it in words: "10 ngày làm việc sau khi: Nghị quyết được ban hành".
    public func words(in language: Language) -> String {
        guard let offset else {
            return language(vi: "chờ sự kiện: \(event)", en: "waits for: \(event)")
        }
        let term = offset.words(in: language)
        return language(vi: "\(term) sau khi: \(event)", en: "\(term) after: \(event)")
    }
}

extension EventTrigger.Offset {
    /// The term in words: "10 ngày làm việc", "1 month".
    public func words(in language: Language) -> String {
        let (vietnamese, english) =
            switch unit {
            case .days: ("ngày", "day")
            case .workingDays: ("ngày làm việc", "working day")
            case .weeks: ("tuần", "week")
            case .months: ("tháng", "month")
            case .years: ("năm", "year")
            }
        return language(vi: "\(count) \(vietnamese)", en: "\(count) \(english)\(count == 1 ? "" : "s")")
    }
}

extension CivilDate {
    /// "15 June 2026".
    var english: String { "\(day) \(Self.englishMonths[month - 1]) \(year)" }

    static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension DeadlineKind {
    /// The kind in words, "định kỳ".
    public func words(in language: Language) -> String {
        switch self {
        case .fixed: language(vi: "ngày xác định", en: "fixed")
        case .recurring: language(vi: "định kỳ", en: "recurring")
        case .ongoing: language(vi: "thường xuyên", en: "ongoing")
        case .event: language(vi: "sau một sự kiện", en: "after an event")
        case .reference: language(vi: "theo văn bản khác", en: "in another document")
        case .compound: language(vi: "nhiều thời hạn", en: "several deadlines")
        case .done: language(vi: "đã xong", en: "done")
        case .unresolved: language(vi: "chưa rõ", en: "not clear")
        }
    }
}
