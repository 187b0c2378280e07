/// A day of the Vietnamese lunar calendar (âm lịch), computed at UTC+7; see ``LunarYear`` for the rules.
///
/// ```swift
/// LunarDate(civilDate)?.description                // 02/02/2030 is "1/1/2030"
/// LunarDate(year: 2027, month: 3, day: 10)?.civil  // 16/4/2027, the day of the Hùng Kings
/// LunarDate(year: 2025, month: 6, isLeap: true, day: 30) // nil: that leap month has 29 days
/// ```
public struct LunarDate: Hashable, Sendable {
    /// The civil year in which the lunar year begins.
    public let year: Int
    /// 1…12.
    public let month: Int
    /// Whether the month is the leap month that follows the ordinary one of the same number.
    public let isLeap: Bool
    /// 1…30.
    public let day: Int
    /// The same day in the civil calendar.
    public let civil: CivilDate

    /// The lunar date of a civil day, or `nil` outside ``LunarYear/supported``.
    public init?(_ civil: CivilDate) {
        let year = civil.year
        // A civil year begins in month 11 or 12 of the lunar year before.
        guard
            let lunar = [year, year - 1].lazy.compactMap({ LunarYear($0) }).first(where: { $0.days.contains(civil) }),
            let date = lunar.date(of: civil)
        else { return nil }
        self = date
    }

    /// The day with these numbers, or `nil` where the calendar has no such day or the year is not in
    /// ``LunarYear/supported``.
    public init?(year: Int, month: Int, isLeap: Bool = false, day: Int) {
        guard let lunar = LunarYear(year),
            let found = lunar.months.first(where: { $0.number == month && $0.isLeap == isLeap }),
            (1...found.length).contains(day)
        else { return nil }
        self.init(in: found, of: year, day: day)
    }

    fileprivate init(in month: LunarYear.Month, of year: Int, day: Int) {
        self.year = year
        self.month = month.number
        self.isLeap = month.isLeap
        self.day = day
        civil = month.firstDay.adding(days: day - 1)
    }
}

extension LunarYear {
    /// The lunar date of a civil day of this year; `nil` for a day of another.
    public func date(of civil: CivilDate) -> LunarDate? {
        guard let month = months.first(where: { $0.days.contains(civil) }) else { return nil }
        return LunarDate(in: month, of: number, day: month.firstDay.distance(to: civil) + 1)
    }
}

extension LunarDate: CustomStringConvertible {
    /// Day, month and year as calendars print them: "10/3/2027", in a leap month "1/6 nhuận/2025".
    public var description: String { "\(day)/\(month)\(isLeap ? " nhuận" : "")/\(year)" }
}

/// The lunar new year, Tết Nguyên Đán.
public enum Tet {
    /// The first day of Tết in a civil year, 02/02 in 2030; `nil` outside ``LunarYear/supported``.
    public static func day(of year: Int) -> CivilDate? { LunarYear(year)?.months.first?.firstDay }
}

/// The day of the Hùng Kings, Giỗ Tổ Hùng Vương: day 10 of lunar month 3 (Labour Code 2019 art. 112).
public enum HungKings {
    /// The day in a civil year, 16/4 in 2027; `nil` outside ``LunarYear/supported``.
    public static func day(of year: Int) -> CivilDate? { LunarDate(year: year, month: 3, day: 10)?.civil }
}
