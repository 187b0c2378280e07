extension DeadlineRule {
    /// The kind that the interfaces show: `.fixed` for one date, `.recurring` for a rule.
    public var kind: DeadlineKind {
        switch self {
        case .fixed: .fixed
        case .recurring: .recurring
        case .ongoing: .ongoing
        case .event: .event
        case .reference: .reference
        case .done: .done
        case .unresolved: .unresolved
        }
    }

    /// How often a date comes, for the choice of a reminder policy: that of the rule, or `.once`.
    public var cadence: Cadence {
        if case .recurring(let rule) = self { rule.cadence } else { .once }
    }

    /// The due dates of this meaning in a plan: one for a fixed date (also one before the issue date, which a note
    /// points out), those of the rule for a recurring one, none otherwise.
    func occurrences(in context: DeadlineContext, part: Int, limit: Int = .max) -> [Occurrence] {
        switch self {
        case .fixed(let due, _, let period): [Occurrence(period: period, nominalDue: due, part: part)]
        case .recurring(let rule): Array(Occurrences(of: rule, in: context, part: part).prefix(limit))
        case .ongoing, .event, .reference, .done, .unresolved: []
        }
    }
}

extension DeadlineReading {
    /// The kind of its only part, or `.compound` where the cell holds several deadlines.
    public var kind: DeadlineKind {
        guard let first = parts.first else { return .unresolved }
        return parts.count == 1 ? first.rule.kind : .compound
    }

    /// Every due date of every part in the order of dates; on one day in the order of the parts.
    ///
    /// "Quý IV hàng năm; Báo cáo quý, 6 tháng và năm" in a plan of 01/10/2021 gives 31/12/2021 twice (part 0: the product
    /// of 2021, part 1: the report of 2021), then 31/3/2022 and so on.
    public func occurrences(in context: DeadlineContext) -> [Occurrence] {
        parts.indices
            .flatMap { parts[$0].rule.occurrences(in: context, part: $0) }
            .sorted { ($0.nominalDue, $0.part) < ($1.nominalDue, $1.part) }
    }

    /// The first nominal due dates of all parts together, each date once, in order; at most `limit`.
    public func nominalDates(in context: DeadlineContext, limit: Int) -> [CivilDate] {
        let dates = parts.indices.flatMap {
            parts[$0].rule.occurrences(in: context, part: $0, limit: max(0, limit)).map(\.nominalDue)
        }
        return Array(Set(dates).sorted().prefix(max(0, limit)))
    }
}
