extension RecurrenceRule {
    /// The rule in words, told by its dates in a year: "đến hết 31/3, 30/6, 30/9, 31/12 hằng năm, 2022–2030".
    func words(in language: Language, context: DeadlineContext) -> String {
        let all = Array(Occurrences(of: self, in: context))
        guard let first = all.first?.nominalDue.year, let last = all.last?.nominalDue.year else {
            return "\(pattern(in: language, under: context.regime)), "
                + language(vi: "không có ngày nào trong kỳ kế hoạch", en: "no date within the plan")
        }
        let years = first == last ? "\(first)" : "\(first)–\(last)"
        return "\(pattern(in: language, under: context.regime)), \(years)\(limits(in: language))"
    }

    /// ", từ 01/6/2026 đến 30/6/2026": the rule's own limits, where they are not those of a year.
    private func limits(in language: Language) -> String {
        let first = start.flatMap { $0 == .startOfMonth(1, of: $0.year) ? nil : $0 }
        let last = end.flatMap { $0 == .endOfYear($0.year) ? nil : $0 }
        let words = [
            first.map { language(vi: "từ \($0.vietnamese)", en: "from \($0.english)") },
            last.map { language(vi: "đến \($0.vietnamese)", en: "to \($0.english)") },
        ]
        return words.contains { $0 != nil } ? ", " + words.compactMap(\.self).joined(separator: " ") : ""
    }

    /// The days on which the rule is due, in words and without the years.
    private func pattern(in language: Language, under regime: ReportingRegime) -> String {
        if let weekly = weeklyPattern(in: language) { return weekly }
        if let monthly = monthlyPattern(in: language, under: regime) { return monthly }
        let days = sampleDays(of: 2027, under: regime)
        guard days.count <= 12 else { return language(vi: "nhiều kỳ trong năm", en: "several periods a year") }
        let list = days.map { $0.wordsWithoutYear(in: language) }.joined(separator: ", ")
        return language(vi: "đến hết \(list) hằng năm", en: "by \(list) every year")
    }

    /// "đến hết thứ Hai, thứ Năm hằng tuần", where all series are weekly.
    private func weeklyPattern(in language: Language) -> String? {
        let weekdays = series.compactMap { series in
            if case .weekday(let weekday) = series.due { weekday } else { nil }
        }
        guard weekdays.count == series.count else { return nil }
        let list = Weekday.allCases.filter(weekdays.contains).map { $0.words(in: language) }.joined(separator: ", ")
        return language(vi: "đến hết \(list) hằng tuần", en: "by \(list) every week")
    }

    /// "đến hết ngày 10, 20, 30 hằng tháng (tháng ngắn hơn: ngày cuối)", where all series are due in every month.
    private func monthlyPattern(in language: Language, under regime: ReportingRegime) -> String? {
        var days = MonthDays()
        for series in series {
            guard series.period == .month(nil) else { return nil }
            let isByRegime = isReport && series.due == .end
            guard days.insert(isByRegime ? regime.dueDay(for: .month(1, of: 2027)) : series.due) else { return nil }
        }
        return days.words(in: language)
    }

    /// The due dates in one whole year, without the rule's own limits.
    private func sampleDays(of year: Int, under regime: ReportingRegime) -> [CivilDate] {
        let context = DeadlineContext(issued: .startOfMonth(1, of: year), years: year...year, regime: regime)
        return Occurrences(of: RecurrenceRule(series, isReport: isReport), in: context).map(\.nominalDue)
    }
}

/// The days of every month on which a rule is due; 31 stands for the last.
private struct MonthDays {
    private var on: Set<Int> = []
    /// The days that are due one earlier and may be missing in a month, so that no number names the day before.
    private var before: Set<Int> = []

    /// Adds a due day; `false` where it has no short name.
    mutating func insert(_ due: RecurrenceRule.DueDay) -> Bool {
        switch due {
        case .day(let day, _, shift: 0): on.insert(day ?? 31)
        case .day(1, _, shift: -1): on.insert(31)
        case .day(let day?, _, shift: -1) where day <= 28: on.insert(day - 1)
        case .day(let day, _, shift: -1): before.insert(day ?? 31)
        case .day, .weekday: return false
        }
        return true
    }

    /// "đến hết ngày 30 hằng tháng (tháng ngắn hơn: ngày cuối)".
    func words(in language: Language) -> String {
        let last = names(of: [31], in: language)
        var (lists, remarks): ([String], [String]) = ([], [])
        if !on.isEmpty { lists.append(language(vi: "đến hết ", en: "by ") + names(of: on, in: language)) }
        if !before.isEmpty { lists.append(language(vi: "trước ", en: "before ") + names(of: before, in: language)) }
        if Self.mayBeMissing(on) { remarks.append(last) }
        if Self.mayBeMissing(before) { remarks.append(language(vi: "trước \(last)", en: "before \(last)")) }
        let every = lists.joined(separator: "; ") + language(vi: " hằng tháng", en: " of every month")
        guard !remarks.isEmpty else { return every }
        let shorter = remarks.joined(separator: "; ")
        return every + language(vi: " (tháng ngắn hơn: \(shorter))", en: " (in shorter months: \(shorter))")
    }

    private static func mayBeMissing(_ days: Set<Int>) -> Bool { days.contains { (29...30).contains($0) } }

    private func names(of days: Set<Int>, in language: Language) -> String {
        let numbers = days.filter { $0 < 31 }.sorted().map(String.init).joined(separator: ", ")
        var names = numbers.isEmpty ? [] : [language(vi: "ngày \(numbers)", en: "day \(numbers)")]
        if days.contains(31) { names.append(language(vi: "ngày cuối", en: "the last day")) }
        return names.joined(separator: ", ")
    }
}

extension CivilDate {
    /// The day without its year, "15/6" or "15 June"; 28 February is the end of the month in every year.
    fileprivate func wordsWithoutYear(in language: Language) -> String {
        let (_, month, day) = civil
        let isEndOfFebruary = month == 2 && self == .endOfMonth(2, of: year)
        let written = "\(day < 10 ? "0" : "")\(day)/\(month < 3 ? "0" : "")\(month)"
        return language(
            vi: isEndOfFebruary ? "ngày cuối tháng 02" : written,
            en: isEndOfFebruary ? "the end of February" : "\(day) \(Self.englishMonths[month - 1])")
    }
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
