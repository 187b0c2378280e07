/// A day of the proleptic Gregorian calendar, without a time or a time zone.
///
/// Deadlines in a plan are days, and a day in Vietnam is a day at UTC+7, so the tracker never stores an instant where a
/// day is meant. The value is a count of days, which makes comparison and arithmetic exact and cheap.
///
/// ```swift
/// let issued = CivilDate(year: 2021, month: 10, day: 1)
/// issued?.description                     // "2021-10-01"
/// CivilDate(year: 2026, month: 2, day: 31) // nil: there is no such day
/// ```
public struct CivilDate: Hashable, Sendable {
    /// Days since 1970-01-01; negative before it.
    public let dayNumber: Int32

    /// The day that lies `dayNumber` days after 1970-01-01.
    public init(dayNumber: Int32) {
        self.dayNumber = dayNumber
    }

    /// The day in Vietnam (UTC+7, without summer time) of an instant given as milliseconds since 1970-01-01T00:00:00Z:
    /// 2021-12-31T17:00:00Z is 01/01/2022.
    public init(millisecondsSince1970 milliseconds: Int64) {
        let local = milliseconds + 7 * 3_600_000
        let days = (local >= 0 ? local : local - 86_399_999) / 86_400_000
        self.init(dayNumber: Int32(days))
    }

    /// The day with this year (1…9999), month (1…12) and day of the month, or `nil` where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= CivilDate.daysInMonth(month, of: year)
        else { return nil }
        self.init(validYear: year, month: month, day: day)
    }

    /// The last day of a month (1…12) of a year: "Tháng 02/2026" is due on 28/02/2026.
    ///
    /// Months outside 1…12 run on into the neighbouring years, so that `month: 13` is January of the next year.
    public static func endOfMonth(_ month: Int, of year: Int) -> CivilDate {
        let months = year * 12 + (month - 1)
        let (realYear, realMonth) = (months / 12, months % 12 + 1)
        return CivilDate(
            validYear: realYear, month: realMonth, day: daysInMonth(realMonth, of: realYear))
    }

    /// The first day of a month; months outside 1…12 run on as in ``endOfMonth(_:of:)``.
    public static func startOfMonth(_ month: Int, of year: Int) -> CivilDate {
        let months = year * 12 + (month - 1)
        return CivilDate(validYear: months / 12, month: months % 12 + 1, day: 1)
    }

    /// The last day of a quarter (1…4): "Quý I/2027" is due on 31/3/2027.
    public static func endOfQuarter(_ quarter: Int, of year: Int) -> CivilDate {
        endOfMonth(quarter * 3, of: year)
    }

    /// The last day of a year: "Năm 2021" is due on 31/12/2021.
    public static func endOfYear(_ year: Int) -> CivilDate {
        CivilDate(validYear: year, month: 12, day: 31)
    }

    /// How many days a month (1…12) has: 29 for February 2028.
    public static func daysInMonth(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeapYear(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether a year has a 29 February: 2028 does, 2100 does not.
    public static func isLeapYear(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The year, for example 2026.
    public var year: Int { civil.year }
    /// The month, 1…12.
    public var month: Int { civil.month }
    /// The day of the month, 1…31.
    public var day: Int { civil.day }
    /// The quarter of the year, 1…4.
    public var quarter: Int { (month + 2) / 3 }

    /// The day of the week.
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        Weekday(rawValue: Int((dayNumber % 7 + 7 + 3) % 7)) ?? .monday
    }

    /// Year, month and day in one computation; use it where more than one of them is wanted.
    public var civil: (year: Int, month: Int, day: Int) {
        let days = Int(dayNumber) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private init(validYear year: Int, month: Int, day: Int) {
        // Years begin on 1 March in this arithmetic, so that the leap day is the last of its year.
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(dayNumber: Int32(era * 146_097 + dayOfEra - 719_468))
    }
}

/// A day of the week; the raw value counts from Monday = 0.
public enum Weekday: Int, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// Saturday or Sunday, the weekly days of rest of public offices.
    public var isWeekend: Bool { self == .saturday || self == .sunday }
}
