/// A recurrence as calendars exchange it (RFC 5545 sec. 3.3.10): its first day, which days recur, its last day.
///
/// ```swift
/// // "Ngày 30 hàng tháng", plan of 05/01/2026 for 2026–2030
/// rule.description
/// // DTSTART;VALUE=DATE:20260130
/// // RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1;UNTIL=20301230
/// ```
public struct CalendarRule: Hashable, Sendable {
    /// The days that recur.
    public enum Pattern: Hashable, Sendable {
        /// Days of every week, in their order.
        case weekly([Weekday])
        /// Days of the months (1…12) of every year, in their order; a negative day counts from the month's end, so that
        /// −1 is its last day.
        case monthDays([Int], months: [Int])
        /// A day (29 or 30) of the months, in a shorter month its last day, and then so many days earlier: "trước ngày 30
        /// hàng tháng" has `day: 30, daysEarlier: 1`.
        case clampedDay(Int, daysEarlier: Int, months: [Int])
    }

    /// The days that recur.
    public let pattern: Pattern
    /// The first day, which is one of them.
    public let first: CivilDate
    /// The last day, which is one of them and counts.
    public let last: CivilDate

    /// The value of the property RRULE: "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1;UNTIL=20300331".
    public var recurrence: String { "\(frequency);UNTIL=\(Self.compact(last))" }

    private var frequency: String {
        switch pattern {
        case .weekly(let weekdays):
            return "FREQ=WEEKLY;BYDAY=\(weekdays.map(\.calendarCode).joined(separator: ","))"
        case .monthDays(let days, let months) where months.count == 12:
            return "FREQ=MONTHLY;BYMONTHDAY=\(Self.list(days))"
        case .monthDays(let days, let months):
            return "FREQ=YEARLY;BYMONTH=\(Self.list(months));BYMONTHDAY=\(Self.list(days))"
        case .clampedDay(let day, let daysEarlier, let months):
            // Of the days up to the wanted one the last that the month has; BYSETPOS counts within each month.
            let byMonth = months.count == 12 ? "" : "BYMONTH=\(Self.list(months));"
            let days = Self.list(Array(28 - daysEarlier...day))
            return "FREQ=MONTHLY;\(byMonth)BYMONTHDAY=\(days);BYSETPOS=\(-1 - daysEarlier)"
        }
    }

    private static func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ",") }

    /// A day in the basic format of RFC 5545 sec. 3.3.4, "20260130".
    private static func compact(_ day: CivilDate) -> String { day.description.filter { $0 != "-" } }
}

extension CalendarRule: CustomStringConvertible {
    /// The two content lines of a component, all-day and not folded.
    public var description: String { "DTSTART;VALUE=DATE:\(Self.compact(first))\nRRULE:\(recurrence)" }
}

extension Weekday {
    /// The weekday of RFC 5545, "TH".
    fileprivate var calendarCode: String {
        switch self {
        case .monday: "MO"
        case .tuesday: "TU"
        case .wednesday: "WE"
        case .thursday: "TH"
        case .friday: "FR"
        case .saturday: "SA"
        case .sunday: "SU"
        }
    }
}
