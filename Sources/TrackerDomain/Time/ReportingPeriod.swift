/// A stretch of the calendar that an obligation stands for: a week, a month, a quarter, a half-year, nine months, a year
/// or several years.
///
/// These are periods of the calendar in which work is due, not the data windows of reports (Decree 09/2019/NĐ-CP
/// art. 12: from the 15th to the 14th).
///
/// ```swift
/// ReportingPeriod.quarter(1, of: 2022).description   // "2022-Q1"
/// ReportingPeriod.half(1, of: 2022).lastDay          // 2022-06-30
/// ```
public enum ReportingPeriod: Hashable, Sendable {
    /// An ISO 8601 week (1…53, from Monday) of an ISO year: `week(5, of: 2022)` is "2022-W05".
    case week(Int, of: Int)
    /// A month, 1…12: "2022-01".
    case month(Int, of: Int)
    /// A quarter, 1…4: "2022-Q1".
    case quarter(Int, of: Int)
    /// The first or the second half-year: "2022-H1" ("6 tháng đầu năm").
    case half(Int, of: Int)
    /// The first nine months of a year: "2022-9M".
    case nineMonths(of: Int)
    /// A year: "2022".
    case year(Int)
    /// Several whole years: "2021-2025".
    case years(ClosedRange<Int>)

    /// The last day of the period: 30/6/2022 for the first half of 2022.
    public var lastDay: CivilDate {
        switch self {
        case .week(let week, let year): Self.firstMonday(of: year).adding(days: week * 7 - 1)
        case .month(let month, let year): .endOfMonth(month, of: year)
        case .quarter(let quarter, let year): .endOfQuarter(quarter, of: year)
        case .half(let half, let year): .endOfMonth(half * 6, of: year)
        case .nineMonths(let year): .endOfMonth(9, of: year)
        case .year(let year): .endOfYear(year)
        case .years(let years): .endOfYear(years.upperBound)
        }
    }

    /// Whether it is a week, which no month ends.
    var isWeek: Bool {
        if case .week = self { true } else { false }
    }

    /// The Monday of the first ISO week of a year: the week that holds 4 January (ISO 8601).
    static func firstMonday(of year: Int) -> CivilDate {
        let fourth = CivilDate.startOfMonth(1, of: year).adding(days: 3)
        return fourth.adding(days: -fourth.weekday.rawValue)
    }

    /// How many ISO weeks a year has: 53 for 2026, 52 for 2025.
    static func weeks(in year: Int) -> Int {
        firstMonday(of: year).distance(to: firstMonday(of: year + 1)) / 7
    }
}

extension ReportingPeriod: CustomStringConvertible {
    /// The name that the store and the interfaces use: "2022", "2022-Q1", "2022-H1", "2022-9M", "2022-01", "2022-W05".
    public var description: String {
        switch self {
        case .week(let week, let year): "\(year)-W\(week < 10 ? "0" : "")\(week)"
        case .month(let month, let year): "\(year)-\(month < 10 ? "0" : "")\(month)"
        case .quarter(let quarter, let year): "\(year)-Q\(quarter)"
        case .half(let half, let year): "\(year)-H\(half)"
        case .nineMonths(let year): "\(year)-9M"
        case .year(let year): "\(year)"
        case .years(let years):
            years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)-\(years.upperBound)"
        }
    }
}
