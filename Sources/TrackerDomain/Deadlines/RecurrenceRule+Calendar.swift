extension RecurrenceRule {
    /// The rule as recurrences of RFC 5545 that together have the nominal dates of ``Occurrences``, each date in bounds of
    /// the plan and of the rule itself; series of one kind are one recurrence.
    ///
    /// Empty where the rule has no date in the plan, `nil` where RFC 5545 has no form for it (``CalendarPatterns``); all
    /// rules that a cell is read as have one. The dates are nominal: a calendar does not know days off. `Scripts/check-rrule.py`
    /// compares thousands of rules with another reader of RFC 5545.
    ///
    /// ```swift
    /// // "hàng quý, 6 tháng và hàng năm", plan of 01/10/2021 for 2021–2030
    /// rule.calendarRules(in: context)?.map(\.recurrence)
    /// // ["FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1;UNTIL=20301231"], from 31/12/2021
    /// ```
    public func calendarRules(in context: DeadlineContext) -> [CalendarRule]? {
        guard let patterns = CalendarPatterns(of: self, in: context)?.found() else { return nil }
        let dates = Occurrences(of: self, in: context).map(\.nominalDue)
        return patterns.compactMap { pattern in
            guard let first = dates.first(where: pattern.includes), let last = dates.last(where: pattern.includes)
            else { return nil }
            return CalendarRule(pattern: pattern, first: first, last: last)
        }
    }

    /// The same rule without limits of its own, for some of its series.
    func with(_ series: [Series]) -> RecurrenceRule { RecurrenceRule(series, isReport: isReport) }
}

extension CalendarRule.Pattern {
    /// Whether a day is one of the pattern's days.
    fileprivate func includes(_ day: CivilDate) -> Bool {
        let (year, month, number) = day.civil
        let length = CivilDate.daysInMonth(month, of: year)
        return switch self {
        case .weekly(let weekdays): weekdays.contains(day.weekday)
        case .monthDays(let days, let months):
            months.contains(month) && (days.contains(number) || days.contains(day.dayFromEnd))
        case .clampedDay(let day, let daysEarlier, let months):
            months.contains(month) && number == min(day, length) - daysEarlier
        }
    }
}
