/// Single dates: times, windows, events and terms.
extension PhraseMeaning {
    /// One time. Without a year it takes the year of a plan of one year; otherwise the question is asked.
    mutating func interpretTime(_ written: PartialTime, _ element: PhraseElement) {
        var time = written
        let label = words(element.tokens)
        if case .bare(.year) = time.place {
            // "Quý II trong năm": the word adds nothing to another time.
            if hasPlaceInYear { return }
            time.place = .year
        }
        guard time.isInYear else {
            note(.vague(label))
            return carry(.unresolved, element)
        }
        if time.year == nil { time.year = planYear }
        carry(rule(for: time, label: label), element)
    }

    private mutating func rule(for time: PartialTime, label: String) -> DeadlineRule {
        guard time.year != nil else {
            note(time.months == nil ? .invalidDate(label) : .missingYear(label))
            return .unresolved
        }
        guard isPlausible(time), time.firstDay != nil else {
            note(.invalidDate(label))
            return .unresolved
        }
        guard time.bound != .from, time.bound != .since else {
            note(.noEnd(label))
            return .unresolved
        }
        guard let due = time.due(beforeIncludesDay: context.beforeIncludesDay) else {
            note(.vague(label))
            return .unresolved
        }
        if time.bound == .before, !context.beforeIncludesDay { note(.strictlyBefore) }
        if time.isSlip { note(.slip(label)) }
        return .fixed(due: due, start: nil, period: time.periodName)
    }

    /// A year of two digits is one of the plan's, or near them: "8/2/26", not "8/2/96".
    private func isPlausible(_ time: PartialTime) -> Bool {
        guard let year = time.year else { return false }
        guard time.isSlip else { return (1900...2199).contains(year) }
        return year + 5 >= context.years.lowerBound && year - 20 <= context.years.upperBound
    }

    /// A window is due on its last day; its beginning takes what it lacks from its end ("28/6-5/7/2026").
    mutating func span(_ first: PartialTime, _ last: PartialTime, _ element: PhraseElement) -> DeadlineRule {
        let label = words(element.tokens)
        var (first, last) = (first, last)
        if last.year == nil { last.year = planYear }
        if first.year == nil { first.year = last.year }
        if case .day(let day, nil) = first.place, case .day(_, let month) = last.place {
            first.place = .day(day, month: month)
        }
        if first.place == .bare(.day) {
            note(.vague(label))
            return .unresolved
        }
        if case .bare = first.place { first.place = last.place }
        first.bound = .on
        if last.bound != .before { last.bound = .on }
        guard last.isInYear else {
            note(.vague(label))
            return .unresolved
        }
        guard case .fixed(let due, _, _) = rule(for: last, label: label) else { return .unresolved }
        guard let start = first.firstDay, start <= due else {
            note(.invalidDate(label))
            return .unresolved
        }
        if first.place == .year, last.place == .year, let from = first.year, let to = last.year, from <= to {
            return .fixed(due: due, start: start, period: ReportingPeriod.years(from...to).description)
        }
        return .fixed(due: due, start: start, period: "\(first.periodName)/\(last.periodName)")
    }

    /// An event; the plan's own issue is known, so a term from it is a date.
    mutating func interpretEvent(_ range: Range<Int>, _ offset: EventTrigger.Offset?, _ element: PhraseElement) {
        if let offset, PlanIssue.isMeant(by: tokens[range].map(\.key.text)) {
            if let due = offset.calendarEnd(from: context.issued) {
                return carry(.fixed(due: due, start: context.issued, period: due.description), element)
            }
            note(.workingDaysFromIssue)
        }
        carry(.event(EventTrigger(event: words(range), offset: offset)), element)
    }

    /// A term from a day: the day is not counted (Civil Code 2015 art. 147). A month or a quarter counts from its end.
    mutating func interpretTerm(_ offset: EventTrigger.Offset, _ time: PartialTime, _ element: PhraseElement) {
        var time = time
        time.bound = .on
        guard case .fixed(let day, _, _) = rule(for: time, label: words(element.tokens)) else {
            return carry(.unresolved, element)
        }
        guard let due = offset.calendarEnd(from: day) else {
            return carry(.event(EventTrigger(event: day.vietnamese, offset: offset)), element)
        }
        carry(.fixed(due: due, start: day, period: due.description), element)
    }
}

/// The words for the plan's own issue: "ngày ban hành Kế hoạch", "ngày ký", "Quyết định này có hiệu lực".
private enum PlanIssue {
    static func isMeant(by keys: [String]) -> Bool {
        keys.count <= 8 && wordings.contains(keys.joined(separator: " "))
    }

    private static let wordings: Set<String> = {
        let documents = [
            "kế hoạch", "chương trình", "kế hoạch này", "chương trình này", "quyết định này", "văn bản này",
        ]
        var all = ["ký", "ban hành", "ký ban hành", "ký , ban hành", "có hiệu lực"]
        for document in documents {
            all += ["ký \(document)", "ban hành \(document)", "ký ban hành \(document)", "\(document) được ban hành"]
            all += [
                "\(document) có hiệu lực", "\(document) ban hành", "\(document) được ký",
                "\(document) được ký ban hành",
            ]
        }
        all.removeAll { $0 == "có hiệu lực" }
        return Set(all.map { VietnameseText.folded($0) })
    }()
}

extension PartialTime {
    /// Whether another time is of the same kind, so that one year stands for both: quarters, months, days with months.
    func isLike(_ other: PartialTime) -> Bool {
        switch (place, other.place) {
        case (.quarter, .quarter), (.month, .month), (.half, .half), (.half, .nineMonths), (.nineMonths, .half): true
        case (.day(_, let one), .day(_, let two)): (one == nil) == (two == nil)
        default: false
        }
    }
}
