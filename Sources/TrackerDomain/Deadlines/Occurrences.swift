/// The due dates of a recurrence rule in a plan, one after the other.
///
/// They run from the issue date (a due date on the issue day counts), but not before the plan's first year, to the end of
/// the plan's last year, within the rule's own start and end. A plan for 2017 that was issued on 29/12/2016 asks for the
/// year report of 2017, not for that of 2016. Dates strictly increase: where two series meet on one day the larger period remains.
///
/// ```swift
/// let rule = RecurrenceRule(.year, due: .month(1))                                  // "Tháng 1 hàng năm"
/// Array(Occurrences(of: rule, in: context).prefix(1)).map(\.nominalDue)             // 2022-01-31
/// ```
public struct Occurrences: Sequence, IteratorProtocol, Sendable {
    private let rule: RecurrenceRule
    private let part: Int
    private let first: CivilDate
    private let last: CivilDate
    private let regime: ReportingRegime?
    private var year: Int
    private var ready: ArraySlice<Occurrence> = []

    /// - Parameter part: the part of the reading that the rule belongs to; it is passed on to each occurrence.
    public init(of rule: RecurrenceRule, in context: DeadlineContext, part: Int = 0) {
        self.rule = rule
        self.part = part
        let planStart = CivilDate.startOfMonth(1, of: Swift.min(Swift.max(context.years.lowerBound, 1), 9999))
        first = Swift.max(context.issued, rule.start ?? context.issued, planStart)
        let planEnd = CivilDate.endOfYear(Swift.min(Swift.max(context.years.upperBound, 1), 9999))
        last = Swift.min(planEnd, rule.end ?? planEnd)
        regime = rule.isReport ? context.regime : nil
        year = first.year
    }

    /// The next due date, or `nil` behind the last one of the plan.
    public mutating func next() -> Occurrence? {
        while ready.isEmpty {
            guard year <= last.year else { return nil }
            ready = dueDates(in: year)[...]
            year += 1
        }
        return ready.popFirst()
    }

    /// The day that the words name, or for a report without one the day of the plan's regime.
    private func dueDay(of period: ReportingPeriod, in series: RecurrenceRule.Series) -> RecurrenceRule.DueDay {
        guard let regime, series.due == .end else { return series.due }
        return regime.dueDay(for: period)
    }

    /// All due dates that lie in one calendar year. A date may lie beside its period ("ngày 05 tháng sau"), so the periods
    /// of the neighbouring years are asked too.
    private func dueDates(in year: Int) -> [Occurrence] {
        var largest: [CivilDate: (size: Int, period: ReportingPeriod)] = [:]
        for series in rule.series {
            for period in (year - 1...year + 1).flatMap(series.period.periods(of:)) {
                let due = dueDay(of: period, in: series).date(for: period)
                guard due.year == year, first <= due, due <= last else { continue }
                if let known = largest[due], known.size >= series.period.size { continue }
                largest[due] = (series.period.size, period)
            }
        }
        return largest.sorted { $0.key < $1.key }.map {
            Occurrence(period: $0.value.period.description, nominalDue: $0.key, part: part)
        }
    }
}
