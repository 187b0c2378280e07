/// Finds the fewest patterns of RFC 5545 that together have the days of a recurrence rule.
///
/// What the rule gives in a common and in a leap year tells each of its days: the same number in both, or the same
/// distance from the month's end. Outside February a day has both names; the one that joins more months is taken.
struct CalendarPatterns {
    /// A day that comes once a year.
    private struct YearDay: Hashable {
        let month: Int
        /// Its names: the number of the day, or a negative one counted from the month's end.
        let names: Set<Int>
    }

    private var days: Set<YearDay> = []
    private var weekdays: Set<Weekday> = []

    /// `nil` where a series has no form in RFC 5545: a day of the week within the week in which a month ends, for example,
    /// is no fixed day of the month and no numbered weekday.
    init?(of rule: RecurrenceRule, in context: DeadlineContext) {
        let weekly = rule.series.filter { $0.period == .week }
        for series in weekly { weekdays.insert(series.due.date(for: .week(1, of: 2027)).weekday) }
        let rest = rule.series.filter { $0.period != .week }
        guard rest.allSatisfy({ if case .day = $0.due { true } else { false } }) else { return nil }
        guard !rest.isEmpty else { return }
        var plan = context
        (plan.issued, plan.years) = (.startOfMonth(1, of: 2027), 2027...2028)
        let sample = Occurrences(of: rule.with(rest), in: plan).map(\.nominalDue)
        for month in 1...12 {
            let inMonth = sample.filter { $0.month == month }
            guard insert(inMonth.filter { $0.year == 2027 }, inMonth.filter { $0.year == 2028 }) else { return nil }
        }
    }

    /// Adds the days of one month in a common and in a leap year; `false` where a day has no name in both.
    private mutating func insert(_ common: [CivilDate], _ leap: [CivilDate]) -> Bool {
        let numbers = Set(common.map(\.day)).intersection(leap.map(\.day))
        let fromEnd = Set(common.map(\.dayFromEnd)).intersection(leap.map(\.dayFromEnd))
        for day in common + leap {
            let names = numbers.intersection([day.day]).union(fromEnd.intersection([day.dayFromEnd]))
            guard !names.isEmpty else { return false }
            days.insert(YearDay(month: day.month, names: names))
        }
        return true
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

extension CivilDate {
    /// The day of the month counted from its end: −1 for the last.
    var dayFromEnd: Int { day - CivilDate.daysInMonth(month, of: year) - 1 }
}
