/// A rule that gives a nominal due date for each period.
///
/// The rule is a value; ``Occurrences`` enumerates it for a plan. Several series in one rule are the report series of
/// public administration: "hàng quý, 6 tháng và hàng năm" holds quarters, half-years and years, and where their dates
/// coincide the larger period remains (Q1, H1, Q3, the year).
///
/// ```swift
/// let january = RecurrenceRule(.year, due: .month(1))         // "Tháng 1 hàng năm": 31/01 each year
/// let reports = RecurrenceRule([.init(.quarter(nil)), .init(.half(nil)), .init(.year)])
/// reports.cadence                                              // .mixed
/// ```
public struct RecurrenceRule: Hashable, Sendable {
    /// What recurs; at least one.
    public let series: [Series]
    /// The first day that counts, where one is written: "Năm 2026 và các năm tiếp theo" starts on 01/01/2026.
    public let start: CivilDate?
    /// The last day that counts, where one is written: "Hằng năm, giai đoạn 2026-2028" ends on 31/12/2028.
    public let end: CivilDate?
    /// Whether the periodic reports are meant ("Báo cáo quý, 6 tháng và năm"): where the words name no day, the plan's
    /// ``ReportingRegime`` gives it.
    public let isReport: Bool

    /// A rule of several series, merged where their dates coincide, within the days from `start` to `end`.
    public init(_ series: [Series], start: CivilDate? = nil, end: CivilDate? = nil, isReport: Bool = false) {
        self.series = series
        self.start = start
        self.end = end
        self.isReport = isReport
    }

    /// A rule of one series: `RecurrenceRule(.month(nil), due: .dayOfLastMonth(25))` is "ngày 25 hàng tháng".
    public init(_ period: Period, due: DueDay = .end) {
        self.init([Series(period, due: due)])
    }

    /// One period with the day on which it is due.
    public struct Series: Hashable, Sendable {
        /// The periods that recur.
        public let period: Period
        /// Their due day.
        public let due: DueDay

        /// `Series(.quarter(nil))` is "hàng quý", due on the last day of each quarter.
        public init(_ period: Period, due: DueDay = .end) {
            self.period = period
            self.due = due
        }
    }

    /// The length of the periods; a number picks one of them in each year, `nil` takes all:
    /// `quarter(1)` is "quý I".
    public enum Period: Hashable, Sendable {
        /// ISO weeks: "hàng tuần".
        case week
        /// Months, or one month (1…12) of each year.
        case month(Int?)
        /// Quarters, or one quarter (1…4) of each year: "quý I".
        case quarter(Int?)
        /// Half-years, or one (1…2) of each year: "6 tháng đầu năm".
        case half(Int?)
        /// The first nine months of each year: "9 tháng".
        case nineMonths
        /// Years: "hằng năm".
        case year
    }

    /// Where in its period, or after it, the due date lies.
    public enum DueDay: Hashable, Sendable {
        /// A day of the week, for weekly series: "Thứ 5 hàng tuần".
        case weekday(Weekday)
        /// A day (`nil`: the last) of the month that lies `fromEnd` months after the last month of the period, moved by
        /// `shift` days. "Ngày 15 tháng cuối quý" is `fromEnd: 0, day: 15`; "ngày 05 tháng sau" is `fromEnd: 1, day: 5`;
        /// "trước 15/12 hằng năm" is `day: 15, shift: -1`. A month without that day gives its last day.
        case day(Int?, fromEnd: Int, shift: Int)

        /// The last day of the period.
        public static let end = DueDay.day(nil, fromEnd: 0, shift: 0)

        /// A day of the last month of the period: `dayOfLastMonth(20)` is "ngày 20 của tháng cuối kỳ báo cáo".
        public static func dayOfLastMonth(_ day: Int) -> DueDay { .day(day, fromEnd: 0, shift: 0) }

        /// The last day of a month (1…12), for yearly series: `month(1)` is "Tháng 1 hàng năm".
        public static func month(_ month: Int) -> DueDay { .day(nil, fromEnd: month - 12, shift: 0) }
    }

    /// How often a date comes, for reminders: that of all series, or `.mixed`.
    public var cadence: Cadence {
        let all = Set(series.map(\.period.cadence))
        guard let first = all.first, all.count == 1 else { return .mixed }
        return series.count == 1 || first != .yearly ? first : .mixed
    }
}

/// How often a deadline comes; reminder policies are chosen by it.
///
/// ```swift
/// DeadlineReading(of: "Hàng quý", in: context).parts.first?.rule.cadence   // .quarterly
/// ```
public enum Cadence: String, CaseIterable, Sendable {
    case weekly, monthly, quarterly, halfYearly, yearly, mixed, once
}

extension RecurrenceRule.Period {
    /// The cadence of one series: a picked period ("quý I", "9 tháng") comes once a year.
    var cadence: Cadence {
        switch self {
        case .week: .weekly
        case .month(let number): number == nil ? .monthly : .yearly
        case .quarter(let number): number == nil ? .quarterly : .yearly
        case .half(let number): number == nil ? .halfYearly : .yearly
        case .nineMonths, .year: .yearly
        }
    }

    /// The order of size, by which coinciding dates merge: the year is the largest.
    var size: Int {
        switch self {
        case .week: 0
        case .month: 1
        case .quarter: 3
        case .half: 6
        case .nineMonths: 9
        case .year: 12
        }
    }

    /// The periods of one year, in order.
    func periods(of year: Int) -> [ReportingPeriod] {
        switch self {
        case .week: (1...ReportingPeriod.weeks(in: year)).map { .week($0, of: year) }
        case .month(let number): (number.map { $0...$0 } ?? 1...12).map { .month($0, of: year) }
        case .quarter(let number): (number.map { $0...$0 } ?? 1...4).map { .quarter($0, of: year) }
        case .half(let number): (number.map { $0...$0 } ?? 1...2).map { .half($0, of: year) }
        case .nineMonths: [.nineMonths(of: year)]
        case .year: [.year(year)]
        }
    }
}

extension RecurrenceRule.DueDay {
    /// The due date for a period: the 15th of March for "ngày 15 tháng cuối quý" and the first quarter.
    func date(for period: ReportingPeriod) -> CivilDate {
        let end = period.lastDay
        switch self {
        case .day where period.isWeek:
            return end
        case .weekday(let weekday):
            return end.adding(days: weekday.rawValue - end.weekday.rawValue)
        case .day(let day, let months, let shift):
            let last = CivilDate.endOfMonth(end.month + months, of: end.year)
            return last.adding(days: min(day ?? last.day, last.day) - last.day + shift)
        }
    }
}
