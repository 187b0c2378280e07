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

extension RecurrenceRule {
    /// The rule in words, told by its dates in a year: "đến hết 31/3, 30/6, 30/9, 31/12 hằng năm, 2022–2030".
    func words(in language: Language, context: DeadlineContext) -> String {
        let all = Array(Occurrences(of: self, in: context))
        guard let first = all.first?.nominalDue.year, let last = all.last?.nominalDue.year else {
            return "\(pattern(in: language, under: context.regime)), "
                + language(vi: "không có ngày nào trong kỳ kế hoạch", en: "no date within the plan")
        }
        return "\(pattern(in: language, under: context.regime)), " + (first == last ? "\(first)" : "\(first)–\(last)")
    }

    /// The days of a year on which the rule is due, in words and without the years.
    private func pattern(in language: Language, under regime: ReportingRegime) -> String {
        if series.count == 1, case .weekday(let weekday)? = series.first?.due {
            return language(
                vi: "đến hết \(weekday.words(in: .vi)) hằng tuần", en: "by \(weekday.words(in: .en)) every week")
        }
        let days = sampleDays(of: 2027, under: regime)
        let isMonthly = Set(days.map(\.month)).count == 12 && days.count == 12
        if isMonthly, days.allSatisfy({ $0 == .endOfMonth($0.month, of: $0.year) }) {
            return language(vi: "đến hết ngày cuối hằng tháng", en: "by the last day of every month")
        }
        if isMonthly, let day = days.first?.day, days.allSatisfy({ $0.day == day }) {
            return language(vi: "đến hết ngày \(day) hằng tháng", en: "by day \(day) of every month")
        }
        guard days.count <= 12 else { return language(vi: "nhiều kỳ trong năm", en: "several periods a year") }
        let list = days.map { $0.words(in: language) }.joined(separator: ", ")
        return language(vi: "đến hết \(list) hằng năm", en: "by \(list) every year")
    }

    /// The due dates in one whole year, without the rule's own limits.
    private func sampleDays(of year: Int, under regime: ReportingRegime) -> [CivilDate] {
        let context = DeadlineContext(issued: .startOfMonth(1, of: year), years: year...year, regime: regime)
        return Occurrences(of: RecurrenceRule(series, isReport: isReport), in: context).map(\.nominalDue)
    }
}

extension CivilDate {
    /// "15 June 2026".
    fileprivate var english: String { "\(day) \(Self.englishMonths[month - 1]) \(year)" }

    /// The day without its year, "15/6" or "15 June"; 28 February is the end of the month in every year.
    fileprivate func words(in language: Language) -> String {
        let (_, month, day) = civil
        let isEndOfFebruary = month == 2 && self == .endOfMonth(2, of: year)
        let written = "\(day < 10 ? "0" : "")\(day)/\(month < 3 ? "0" : "")\(month)"
        return language(
            vi: isEndOfFebruary ? "ngày cuối tháng 02" : written,
            en: isEndOfFebruary ? "the end of February" : "\(day) \(Self.englishMonths[month - 1])")
    }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension Weekday {
    /// "thứ Năm", "Thursday".
    public func words(in language: Language) -> String {
        switch self {
        case .monday: language(vi: "thứ Hai", en: "Monday")
        case .tuesday: language(vi: "thứ Ba", en: "Tuesday")
        case .wednesday: language(vi: "thứ Tư", en: "Wednesday")
        case .thursday: language(vi: "thứ Năm", en: "Thursday")
        case .friday: language(vi: "thứ Sáu", en: "Friday")
        case .saturday: language(vi: "thứ Bảy", en: "Saturday")
        case .sunday: language(vi: "Chủ nhật", en: "Sunday")
        }
    }
}
