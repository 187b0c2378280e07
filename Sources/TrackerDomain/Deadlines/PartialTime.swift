/// A time as it is written, perhaps without its year: "quý IV", "cuối tháng 6/2026", "ngày 15 tháng cuối quý".
struct PartialTime: Hashable {
    /// The place in the year, or in a smaller period.
    enum Place: Hashable {
        /// A day; without a month it belongs to every month ("ngày 25 hàng tháng").
        case day(Int, month: Int?)
        case month(Int), quarter(Int), half(Int), nineMonths, year
        /// The first or last months of a year: 1…4 for "4 tháng đầu năm".
        case months(ClosedRange<Int>)
        case weekday(Weekday)
        /// A day (`nil`: the last) of a month that is told from the end of a period: "ngày 15 tháng cuối quý".
        case periodDay(Int?, of: PhraseKeyword.PeriodWord, fromEnd: Int)
        /// "tháng", "quý", "năm" without a number.
        case bare(PhraseKeyword.Unit)
    }

    /// The place in its year or period.
    var place: Place
    /// "đầu", "giữa" or "cuối" before it.
    var edge: PhraseKeyword.Edge?
    /// The year, where one is written or inherited.
    var year: Int?
    /// "năm kế hoạch" was written.
    var isPlanYear = false
    /// "6 tháng" or "9 tháng" alone, which may name a kind of report.
    var isPlain = false
    /// A slip of typing was understood: no space before the year, a year of two digits.
    var isSlip = false
    /// What stands before it.
    var bound: Bound = .on

    /// On which side of the time the work is due.
    enum Bound: Int, Comparable {
        case on, to, from, since, before
        static func < (left: Bound, right: Bound) -> Bool { left.rawValue < right.rawValue }
    }

    init(_ place: Place, year: Int? = nil) {
        self.place = place
        self.year = year
    }

    /// Whether it is a single day.
    var isDay: Bool {
        if case .day = place { true } else { false }
    }

    /// Whether it is a day of every week.
    var isWeekday: Bool {
        if case .weekday = place { true } else { false }
    }

    /// Whether it names a place in a year, so that a year alone makes a date of it.
    var isInYear: Bool {
        switch place {
        case .day(_, let month): month != nil
        case .month, .quarter, .half, .nineMonths, .months, .year: true
        case .weekday, .periodDay, .bare: false
        }
    }
}

extension PartialTime {
    /// The first and the last month of the place, where the calendar has it: 4…6 for the second quarter.
    var months: ClosedRange<Int>? {
        switch place {
        case .day(let day, let month?):
            (1...12).contains(month) && (1...CivilDate.daysInMonth(month, of: 2000)).contains(day) ? month...month : nil
        case .month(let month): (1...12).contains(month) ? month...month : nil
        case .quarter(let quarter): (1...4).contains(quarter) ? (quarter * 3 - 2)...(quarter * 3) : nil
        case .half(let half): (half * 6 - 5)...(half * 6)
        case .nineMonths: 1...9
        case .months(let months): months
        case .year: 1...12
        case .day, .weekday, .periodDay, .bare: nil
        }
    }

    /// Where the due date lies, counted from December of its year; `nil` where the words give no certain day.
    ///
    /// A month, quarter or year alone is due on its last day. The first, middle and last day of a month and of a year
    /// follow Civil Code 2015 art. 146: the 1st, the 15th, the last; 01/01, 30/6, 31/12. The law knows no beginning or
    /// middle of a quarter. "trước" is due on the day before the beginning, with `includesDay` a day itself.
    func dueInYear(beforeIncludesDay includesDay: Bool) -> RecurrenceRule.DueDay? {
        guard let months else { return nil }
        let isBefore = bound == .before
        if case .day(let day, _) = place {
            return .day(day, fromEnd: months.upperBound - 12, shift: isBefore && !includesDay ? -1 : 0)
        }
        let first = RecurrenceRule.DueDay.day(1, fromEnd: months.lowerBound - 12, shift: isBefore ? -1 : 0)
        switch (edge, place) {
        case (nil, _) where isBefore: return first
        case (nil, _): return .day(nil, fromEnd: months.upperBound - 12, shift: 0)
        case (.end, _): return isBefore ? nil : .day(nil, fromEnd: months.upperBound - 12, shift: 0)
        case (.start, .month), (.start, .year): return first
        case (.middle, .month):
            return .day(15, fromEnd: months.lowerBound - 12, shift: isBefore && !includesDay ? -1 : 0)
        case (.middle, .year): return .day(nil, fromEnd: -6, shift: isBefore && !includesDay ? -1 : 0)
        case (.start, _), (.middle, _): return nil
        }
    }

    /// The first day of the place in its year.
    var firstDay: CivilDate? {
        guard let year, (1...9999).contains(year), let months else { return nil }
        if case .day(let day, let month?) = place { return CivilDate(year: year, month: month, day: day) }
        return .startOfMonth(months.lowerBound, of: year)
    }

    /// The due date in its year; `nil` where there is no year, no such day, or no certain day.
    func due(beforeIncludesDay: Bool) -> CivilDate? {
        guard let year, (1...9998).contains(year), firstDay != nil else { return nil }
        return dueInYear(beforeIncludesDay: beforeIncludesDay)?.date(for: .year(year))
    }

    /// The name of the period that a date stands for: "2026-Q4", "2026-02", "2022"; the day itself for a day.
    var periodName: String {
        let year = year ?? 0
        return switch place {
        case .month(let month): ReportingPeriod.month(month, of: year).description
        case .quarter(let quarter): ReportingPeriod.quarter(quarter, of: year).description
        case .half(let half): ReportingPeriod.half(half, of: year).description
        case .nineMonths: ReportingPeriod.nineMonths(of: year).description
        case .months(let months):
            "\(ReportingPeriod.month(months.lowerBound, of: year))/\(ReportingPeriod.month(months.upperBound, of: year))"
        case .day: firstDay?.description ?? "\(year)"
        case .year, .weekday, .periodDay, .bare: ReportingPeriod.year(year).description
        }
    }
}
