extension DeadlinePart {
    /// Why this part has its dates, or none: the grounds of its words, then those that the rule itself shows.
    ///
    /// ```swift
    /// // "Trước ngày 15/6/2026"
    /// part.reasons(in: context).map(\.ground)   // [.strictlyBefore]
    /// // "Ngày 30 hàng tháng"
    /// part.reasons(in: context).map(\.ground)   // [.inclusiveDay, .everyPeriod, .shortMonth, .withinPlan]
    /// ```
    public func reasons(in context: DeadlineContext) -> [DeadlineReason] {
        let grounds = rule.grounds(in: context)
        // The regime gives the day in place of the period's end.
        let words = wordReasons.filter { $0.ground != .lastDayOfPeriod || !grounds.contains(.reportingRegime) }
        let known = Set(words.map(\.ground))
        return words + grounds.filter { !known.contains($0) }.map { DeadlineReason($0) }
    }
}

extension DeadlineRule {
    /// The grounds that follow from the rule, whatever the words were.
    func grounds(in context: DeadlineContext) -> [DeadlineGround] {
        switch self {
        case .fixed, .unresolved: []
        case .recurring(let rule): rule.grounds(in: context)
        case .ongoing: [.ongoing]
        case .event: [.eventAwaited]
        case .reference: [.elsewhere]
        case .done: [.done]
        }
    }
}

extension EventTrigger.Offset {
    /// How a term is counted: "03 tháng" to the corresponding day, "10 ngày làm việc" over days off.
    var grounds: [DeadlineGround] {
        switch unit {
        case .days, .weeks: [.countedFromNextDay]
        case .workingDays: [.countedFromNextDay, .workingDays]
        case .months, .years: [.correspondingDay]
        }
    }
}

extension RecurrenceRule {
    fileprivate func grounds(in context: DeadlineContext) -> [DeadlineGround] {
        var grounds: [DeadlineGround] = [.everyPeriod]
        let isByRegime = isReport && context.regime != .calendar && series.contains { $0.due == .end }
        if isByRegime { grounds.append(.reportingRegime) }
        if hasShortMonth { grounds.append(.shortMonth) }
        if isMerged(in: context) { grounds.append(.mergedPeriods) }
        if start != nil || end != nil { grounds.append(.withinWords) }
        return grounds + [.withinPlan]
    }

    /// Whether a due day is missing in a month on which it falls: the 30th in February.
    private var hasShortMonth: Bool {
        series.contains { series in
            guard case .day(let day?, let fromEnd, _) = series.due, day > 28 else { return false }
            return series.period.periods(of: 2027).contains { period in
                let month = CivilDate.endOfMonth(period.lastDay.month + fromEnd, of: period.lastDay.year)
                return day > month.day
            }
        }
    }

    /// Whether several series meet on a day of a year: all of them together have more dates than the rule.
    private func isMerged(in context: DeadlineContext) -> Bool {
        guard series.count > 1 else { return false }
        var year = context
        (year.issued, year.years) = (.startOfMonth(1, of: 2027), 2027...2027)
        let count: ([Series]) -> Int = { Occurrences(of: with($0), in: year).reduce(0) { count, _ in count + 1 } }
        return series.reduce(0) { $0 + count([$1]) } > count(series)
    }
}
