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

    /// The first day of the period: 01/01/2022 for the first half of 2022.
    public var firstDay: CivilDate {
        switch self {
        case .week: lastDay.adding(days: -6)
        case .years(let years): .startOfMonth(1, of: years.lowerBound)
        default: .startOfMonth(months?.lowerBound ?? 1, of: year)
        }
    }

    /// The year in which it ends; for a week its ISO year.
    public var year: Int {
        switch self {
        case .week(_, let year), .month(_, let year), .quarter(_, let year), .half(_, let year), .nineMonths(let year),
            .year(let year):
            year
        case .years(let years): years.upperBound
        }
    }

    /// Its months within one year; `nil` for weeks and for several years.
    var months: ClosedRange<Int>? {
        switch self {
        case .week, .years: nil
        case .month(let month, _): month...month
        case .quarter(let quarter, _): quarter * 3 - 2...quarter * 3
        case .half(let half, _): half * 6 - 5...half * 6
        case .nineMonths: 1...9
        case .year: 1...12
        }
    }

    /// How many months it has, by which longer and shorter periods are compared; 0 for a week.
    var size: Int {
        if case .years(let years) = self { years.count * 12 } else { months?.count ?? 0 }
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

extension ReportingPeriod {
    /// A period by its name, "2022", "2022-Q1", "2022-H1", "2022-9M", "2022-01"; `nil` where the text is no such name.
    public init?(_ name: String) {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts[0].count == 4, let year = Int(parts[0]), (1...9999).contains(year) else {
            return nil
        }
        guard parts.count == 2 else {
            self = .year(year)
            return
        }
        switch (parts[1].uppercased(), Int(parts[1])) {
        case ("Q1", _): self = .quarter(1, of: year)
        case ("Q2", _): self = .quarter(2, of: year)
        case ("Q3", _): self = .quarter(3, of: year)
        case ("Q4", _): self = .quarter(4, of: year)
        case ("H1", _): self = .half(1, of: year)
        case ("H2", _): self = .half(2, of: year)
        case ("9M", _): self = .nineMonths(of: year)
        case (_, let month?) where (1...12).contains(month) && parts[1].count == 2: self = .month(month, of: year)
        default: return nil
        }
    }

    /// The period in words: "quý I/2026", "6 tháng đầu năm 2026", "9 tháng năm 2026", "năm 2026", "tháng 6/2026".
    public func words(in language: Language) -> String {
        switch self {
        case .week(let week, let year): language(vi: "tuần \(week)/\(year)", en: "week \(week) of \(year)")
        case .month(let month, let year): language(vi: "tháng \(month)/\(year)", en: "month \(month) of \(year)")
        case .quarter(let quarter, let year):
            language(vi: "quý \(["I", "II", "III", "IV"][(quarter - 1) % 4])/\(year)", en: "Q\(quarter) \(year)")
        case .half(let half, let year):
            language(
                vi: "6 tháng \(half == 1 ? "đầu" : "cuối") năm \(year)",
                en: "\(half == 1 ? "first" : "second") half of \(year)")
        case .nineMonths(let year): language(vi: "9 tháng năm \(year)", en: "nine months of \(year)")
        case .year, .years: language(vi: "năm \(description)", en: description)
        }
    }
}
