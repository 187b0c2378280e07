/// Why the words of a clause have their dates: the grounds that its rules no longer show.
extension PhraseMeaning {
    /// The reasons for a rule, each ground once with all its words.
    ///
    /// - Parameter bracketed: the label of the part where a bracket stands beside the clause. The bracket may have made the
    ///   time more exact, so that the words of the element alone would mislead.
    func reasons(for carrier: Carrier, bracketed label: String?) -> [DeadlineReason] {
        var found = ReasonList()
        let phrase: (PhraseElement) -> String = { label ?? words($0.tokens) }
        switch carrier.rule {
        case .fixed, .event:
            found.add(grounds(of: carrier.element, isFixed: carrier.rule.kind == .fixed), phrase(carrier.element))
        case .recurring:
            for element in elements { found.add(recurringGrounds(of: element), phrase(element)) }
            if notes.contains(.usualReportPeriods) { found.add([.usualReportPeriods], "") }
        case .unresolved: return Self.reasons(for: notes)
        case .ongoing, .reference, .done: break
        }
        return found.reasons
    }

    /// Why nothing was read: what the notes ask.
    static func reasons(for notes: [DeadlineNote]) -> [DeadlineReason] {
        var found = ReasonList()
        for note in notes {
            switch note {
            case .missingYear(let words): found.add([.missingYear], words)
            case .documentDate(let words): found.add([.documentDate], words)
            default: break
            }
        }
        return found.reasons.isEmpty ? [DeadlineReason(.neverGuessed)] : found.reasons
    }

    private func grounds(of element: PhraseElement, isFixed: Bool) -> [DeadlineGround] {
        switch element.kind {
        case .time(let time): grounds(of: time)
        case .span(_, let last):
            [.endOfWindow] + grounds(of: last).filter { $0 != .lastDayOfPeriod && $0 != .inclusiveDay }
        case .event(_, let offset): (isFixed ? [.fromIssue] : []) + (offset?.grounds ?? [])
        case .term(let offset, let from): grounds(of: from).filter { $0 != .inclusiveDay } + offset.grounds
        case .onDemand: [.onDemand]
        default: []
        }
    }

    private func grounds(of time: PartialTime) -> [DeadlineGround] {
        time.placeGrounds(beforeIncludesDay: context.beforeIncludesDay)
            + (time.year == nil || time.isPlanYear ? [.yearOfPlan] : [])
    }

    /// What an element adds to a rule of several periods; dates of single years are parts of their own.
    private func recurringGrounds(of element: PhraseElement) -> [DeadlineGround] {
        switch element.kind {
        case .time(let time) where time.year == nil || has(.following):
            let isPeriod = hasTimeWithoutYear && time.year != nil
            return isPeriod
                ? []
                : time.placeGrounds(beforeIncludesDay: context.beforeIncludesDay)
                    + (time.isPlanYear ? [.everyPlanYear] : [])
        case .span(_, let last) where last.year == nil: return [.endOfWindow]
        case .every: return hasTimeWithoutYear ? [.everyPeriod] : [.everyPeriod, .lastDayOfPeriod]
        case .following, .periodic: return [.everyPeriod]
        default: return []
        }
    }

    private var hasTimeWithoutYear: Bool { elements.contains { $0.time.map { $0.year == nil } ?? false } }
}

extension PartialTime {
    /// Why the time is due on its day.
    fileprivate func placeGrounds(beforeIncludesDay: Bool) -> [DeadlineGround] {
        var grounds: [DeadlineGround] = []
        switch (edge, place) {
        case (.start, _): grounds = [.startOfPeriod]
        case (.middle, _): grounds = [.middleOfPeriod]
        case (.end, .month), (.end, .months), (.end, .year), (.end, .bare(.month)), (.end, .bare(.year)):
            grounds = [.endOfPeriod]
        case (.end, _): grounds = [.lastDayOfPeriod]
        case (nil, _) where bound == .before: break
        case (nil, .day), (nil, .weekday), (nil, .periodDay(.some, _, _)): grounds = [.inclusiveDay]
        case (nil, _): grounds = [.lastDayOfPeriod]
        }
        guard bound == .before else { return grounds }
        // "Trước tháng 6" ends with May, whatever the plan says of days.
        let namesDay = isDay || edge == .middle || place.isDayOfPeriod
        return grounds + [beforeIncludesDay && namesDay ? .beforeIncludesDay : .strictlyBefore]
    }
}

extension PartialTime.Place {
    fileprivate var isDayOfPeriod: Bool {
        if case .periodDay = self { true } else { false }
    }
}

/// Reasons in the order in which they came up, each ground once with all its words.
private struct ReasonList {
    private var grounds: [DeadlineGround] = []
    private var phrases: [DeadlineGround: [String]] = [:]

    var reasons: [DeadlineReason] {
        grounds.map { DeadlineReason($0, phrase: phrases[$0, default: []].joined(separator: "; ")) }
    }

    mutating func add(_ more: [DeadlineGround], _ phrase: String) {
        for ground in more {
            if phrases[ground] == nil { grounds.append(ground) }
            let known = phrases[ground, default: []]
            phrases[ground] = phrase.isEmpty || known.contains(phrase) ? known : known + [phrase]
        }
    }
}
