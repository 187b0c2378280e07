/// Finds the fewest patterns of RFC 5545 that together have the days of a recurrence rule.
///
/// What the rule gives in a common and in a leap year tells each of its days: the same number in both, or the same
/// distance from the month's end. Outside February a day has both names; the one that joins more months is taken.
struct CalendarPatterns {
    /// A day that comes once a year.
    fileprivate struct YearDay: Hashable {
        let month: Int
        /// Its names: the number of the day, or a negative one counted from the month's end.
        let names: Set<Int>
    }

    private var days: Set<YearDay> = []
    private var weekdays: Set<Weekday> = []

    /// `nil` where a series has no form in RFC 5545: a day of the week within the week in which a month ends, for example,
    /// is no fixed day of the month and no numbered weekday.
    init?(of series: [RecurrenceRule.Series]) {
        for series in series {
            let common = series.period.periods(of: 2027)
            if common.first?.isWeek == true {
                guard let period = common.first else { return nil }
                weekdays.insert(series.due.date(for: period).weekday)
                continue
            }
            guard case .day = series.due else { return nil }
            for (one, other) in zip(common, series.period.periods(of: 2028)) {
                guard let day = YearDay(series.due.date(for: one), series.due.date(for: other)) else { return nil }
                days.insert(day)
            }
        }
    }

    /// The patterns, the weekly one first.
    func found() -> [CalendarRule.Pattern] {
        var patterns: [CalendarRule.Pattern] = []
        if !weekdays.isEmpty { patterns.append(.weekly(Weekday.allCases.filter(weekdays.contains))) }
        var left = days
        var daysOfMonths: [[Int]: [Int]] = [:]
        while let (name, covered) = widest(of: left) {
            left.subtract(covered)
            if let (pattern, end) = clamped(name, covered, left) {
                patterns.append(pattern)
                left.remove(end)
            } else {
                daysOfMonths[covered.map(\.month).sorted(), default: []].append(name)
            }
        }
        let plain = daysOfMonths.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        return patterns + plain.map { .monthDays($0.value.sorted(), months: $0.key) }
    }

    /// The name that most days share, with those days; of several the last day of the month, then the number of the day.
    private func widest(of days: Set<YearDay>) -> (name: Int, days: Set<YearDay>)? {
        let byName = Dictionary(grouping: days.flatMap { day in day.names.map { ($0, day) } }, by: \.0)
        // −1 comes first in this order, the other days from the end last.
        let order: (Int) -> Int = { $0 == -1 ? Int.min : $0 > 0 ? $0 : Int.max + $0 }
        let widest = byName.max { ($0.value.count, order($1.key)) < ($1.value.count, order($0.key)) }
        return widest.map { ($0.key, Set($0.value.map(\.1))) }
    }

    /// "Ngày 30 hàng tháng" without February is day 30 of eleven months; with its last day there it is one pattern.
    private func clamped(
        _ name: Int, _ covered: Set<YearDay>, _ left: Set<YearDay>
    ) -> (CalendarRule.Pattern, end: YearDay)? {
        for end in left where end.month == 2 {
            guard name > 0, let fromEnd = end.names.first, (-2)...(-1) ~= fromEnd else { continue }
            let (daysEarlier, day) = (-1 - fromEnd, name - 1 - fromEnd)
            guard 29...30 ~= day else { continue }
            let months = (covered.map(\.month) + [2]).sorted()
            return (.clampedDay(day, daysEarlier: daysEarlier, months: months), end)
        }
        return nil
    }
}

extension CalendarPatterns.YearDay {
    /// The day that is one date in a common and another in a leap year; `nil` where neither its number nor its distance
    /// from the month's end is the same.
    fileprivate init?(_ common: CivilDate, _ leap: CivilDate) {
        guard common.month == leap.month else { return nil }
        let number = common.day == leap.day ? [common.day] : []
        let fromEnd = Self.fromEnd(common) == Self.fromEnd(leap) ? [Self.fromEnd(common)] : []
        guard !number.isEmpty || !fromEnd.isEmpty else { return nil }
        self.init(month: common.month, names: Set(number + fromEnd))
    }

    private static func fromEnd(_ day: CivilDate) -> Int {
        day.day - CivilDate.daysInMonth(day.month, of: day.year) - 1
    }
}
