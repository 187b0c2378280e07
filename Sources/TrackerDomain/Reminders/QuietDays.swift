/// Days on which a policy sends nothing: a day of the week, a day, or all days of a period.
///
/// ```swift
/// QuietDays("saturday")              // every Saturday, make-up Saturdays too
/// QuietDays("2026-02-14/2026-02-22") // both ends count
/// QuietDays("Tết")                   // nil
/// ```
public enum QuietDays: Hashable, Sendable {
    case weekday(Weekday)
    case days(ClosedRange<CivilDate>)

    /// Reads "monday", "2026-11-20" or "2026-12-28/2027-01-03".
    public init?(_ text: String) {
        if let place = Self.weekdayNames.firstIndex(of: text), let weekday = Weekday(rawValue: place) {
            self = .weekday(weekday)
            return
        }
        let ends = text.split(separator: "/", omittingEmptySubsequences: false).map { CivilDate(iso: $0) }
        guard ends.count <= 2, let first = ends.first, let first, let last = ends.last, let last, first <= last else {
            return nil
        }
        self = .days(first...last)
    }

    /// As it is written in a policy.
    public var description: String {
        switch self {
        case .weekday(let weekday): Self.weekdayNames[weekday.rawValue]
        case .days(let days) where days.lowerBound == days.upperBound: days.lowerBound.description
        case .days(let days): "\(days.lowerBound)/\(days.upperBound)"
        }
    }

    public func contains(_ day: CivilDate) -> Bool {
        switch self {
        case .weekday(let weekday): day.weekday == weekday
        case .days(let days): days.contains(day)
        }
    }

    private static let weekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
}
