/// What comes again: cadences, report series, and the days on which they are due.
extension PhraseMeaning {
    private typealias Series = RecurrenceRule.Series

    private var everyPeriods: [RecurrenceRule.Period] {
        elements.reduce(into: []) { periods, element in
            if case .every(let period) = element.kind, !periods.contains(period) { periods.append(period) }
        }
    }

    /// Whether the clause recurs: it says "hằng", "các năm tiếp theo" or "định kỳ", it tells a day from the end of a
    /// period, it names report periods behind "báo cáo", or it speaks of the plan year in a plan of several.
    var isRecurring: Bool {
        if has(.following) || !everyPeriods.isEmpty || isReportList { return true }
        let times = elements.compactMap(\.time)
        if has(.periodic), times.contains(where: { $0.year == nil }) { return true }
        let isReport = has(.report)
        return times.contains { time in
            switch time.place {
            case .periodDay: true
            case .bare, .half, .nineMonths:
                isReport && time.edge == nil && time.year == nil && time.bound == .on
                    && (time.isPlain || !time.isInYear) && !time.isPlanYear
            default: time.isPlanYear && time.year == nil
            }
        }
    }

    /// "Quý I, 6 tháng, 9 tháng, năm": the kinds of report alone, at least three, the year last.
    private var isReportList: Bool {
        let kinds = elements.filter { ![.comma, .and, .onDemand].contains($0.kind) }
        guard kinds.count >= 3, let last = kinds.last?.time, last.place == .bare(.year) else { return false }
        return kinds.allSatisfy { element in
            guard let time = element.time, time.year == nil, time.edge == nil, time.bound == .on else { return false }
            switch time.place {
            case .bare, .quarter: return true
            case .half, .nineMonths: return time.isPlain
            default: return false
            }
        }
    }

    /// Reads the whole clause as one rule, with what is said beside it (a fixed date, "thường xuyên") as further parts.
    mutating func interpretRecurrence() {
        let times = elements.filter { $0.time != nil }
        let yearless = times.compactMap(\.time).filter { $0.year == nil } + yearlessSpanEnds
        var dated = times.filter { $0.time?.year != nil }
        var limits = Limits()
        var series: [RecurrenceRule.Series]? = []
        if has(.following), let anchor = dated.first, let time = anchor.time, yearless.isEmpty {
            dated.removeFirst()
            if time.bound == .from, time.place != .year { return carry(.ongoing(from: time.firstDay), anchor) }
            limits.start = time.firstDay
            series = yearly([time]).map { $0 + self.series(of: everyPeriods.filter { $0 != .year }, due: nil) }
        } else {
            limits = takeLimits(from: &dated)
            let isUnclear =
                hasExceptionalYear || hasExceptionalPlace || hasOddWeekday || elements.contains(where: isOddLength)
                || elements.contains(where: isBeforeEvent)
            series = isUnclear ? nil : recurring(yearless)
        }
        guard let last = elements.last(where: { isOfRecurrence($0) }) ?? elements.last else { return }
        if has(.onDemand) { note(.onDemand) }
        if let series, !series.isEmpty {
            noteBefore(times.compactMap(\.time))
            let rule = RecurrenceRule(
                series, start: limits.start, end: limits.end, isReport: has(.report) || Self.areReports(series))
            carryInOrder(.recurring(rule), last, dated)
        } else {
            note(.vague(words(0..<tokens.count)))
            carry(.unresolved, last)
        }
    }

    /// Quarters, half-years or nine months beside periods of another length are the rhythm of reports.
    private static func areReports(_ series: [RecurrenceRule.Series]) -> Bool {
        series.contains { [.quarter(nil), .half(nil), .nineMonths].contains($0.period) }
            && Set(series.map(\.period.size)).count > 1
    }

    /// "Thứ 8 hàng tuần": a day that no week has.
    private var hasOddWeekday: Bool {
        everyPeriods.contains(.week)
            && elements.contains { $0.kind == .word && tokens[$0.tokens].first?.kind == .keyword(.weekday(nil)) }
    }

    /// "3 tháng" beside reports may be a quarter or each of them; "1 năm" is the year.
    private func isOddLength(_ element: PhraseElement) -> Bool {
        guard element.kind == .duration else { return false }
        return tokens[element.tokens].first?.key != "1" || tokens[element.tokens].last?.kind != .keyword(.unit(.year))
    }

    /// "Từ tháng 01 đến tháng 6 hằng năm" is due at its end in each year.
    private var yearlessSpanEnds: [PartialTime] {
        elements.compactMap { element in
            if case .span(_, let last) = element.kind, last.year == nil { last } else { nil }
        }
    }

    private func isOfRecurrence(_ element: PhraseElement) -> Bool {
        switch element.kind {
        case .every, .following: true
        case .time(let time): time.year == nil
        default: false
        }
    }

    private mutating func noteBefore(_ times: [PartialTime]) {
        if !context.beforeIncludesDay, times.contains(where: { $0.bound == .before }) { note(.strictlyBefore) }
    }

    /// The rule and the other parts in the order of the words. "Thường xuyên, hằng năm" is ongoing and nothing else.
    private mutating func carryInOrder(_ rule: DeadlineRule, _ last: PhraseElement, _ dated: [PhraseElement]) {
        let isPlainYear = everyPeriods == [.year] && !elements.contains { $0.time?.year == nil && $0.time != nil }
        if has(.ongoing), isPlainYear, !has(.report), let ongoing = elements.first(where: { $0.kind == .ongoing }) {
            return carry(.ongoing(from: nil), ongoing)
        }
        let deadlines = Set(dated.map(\.tokens))
        for element in elements {
            if element.tokens == last.tokens, element.kind == last.kind { carry(rule, last) }
            switch element.kind {
            case .time(let time) where deadlines.contains(element.tokens): interpretTime(time, element)
            case .ongoing: carry(.ongoing(from: nil), element)
            case .event(let range, let offset?): interpretEvent(range, offset, element)
            default: break
            }
        }
    }

    /// "Quý IV hàng năm, riêng năm 2026 trong quý II": a year of its own inside a rule, with a place that only it has.
    private var hasExceptionalYear: Bool {
        let recurrence = elements.firstIndex { if case .every = $0.kind { true } else { false } }
        let year = elements.lastIndex { $0.time?.place == .year && $0.time?.year != nil && $0.time?.bound == .on }
        guard let recurrence, let year, recurrence < year else { return false }
        return elements[year...].contains { $0.time?.year == nil && $0.time?.isInYear == true }
    }

    /// "Hằng quý, riêng quý IV trước ngày 15/12": a place that the rule of the others does not hold for.
    private var hasExceptionalPlace: Bool {
        let apart = elements.firstIndex { $0.kind == .word && tokens[$0.tokens.lowerBound].key == Self.apart }
        guard let apart, apart > 0 else { return false }
        return elements[apart...].contains { $0.time != nil && $0.time?.year == nil }
    }

    private static let apart = FoldedWord(folding: "riêng")

    // MARK: Limits

    /// The days between which a rule runs.
    private struct Limits {
        var start: CivilDate?
        var end: CivilDate?
    }

    /// "Hằng năm, giai đoạn 2026-2028", "Từ năm 2027, hằng năm", "Hàng quý năm 2026": dates that bound the rule are taken
    /// out of the dated ones, which stay deadlines of their own.
    private func takeLimits(from dated: inout [PhraseElement]) -> Limits {
        var limits = Limits()
        for element in elements {
            if case .span(let first, var last) = element.kind, last.year != nil {
                last.bound = .on
                limits.start = first.firstDay ?? (first.year == nil ? nil : limits.start)
                limits.end = last.due(beforeIncludesDay: true)
            }
        }
        // "Hằng năm, riêng năm 2026 trước 30/6/2026": the year belongs to the date behind it and bounds nothing.
        let exactYears = Set(dated.compactMap { $0.time?.place == .year ? nil : $0.time?.year })
        dated.removeAll { element in
            guard let time = element.time else { return false }
            let isWholeYear = time.place == .year && time.edge == nil
            switch time.bound {
            case .from, .since: limits.start = time.firstDay
            case .to where isWholeYear, .before where isWholeYear: limits.end = time.due(beforeIncludesDay: false)
            case .on where isWholeYear && exactYears.contains(time.year ?? 0): break
            case .on where isWholeYear || isWindow(element, of: time):
                (limits.start, limits.end) = (time.firstDay, time.due(beforeIncludesDay: true))
            default: return false
            }
            return true
        }
        return limits
    }

    /// "Hàng tuần trong tháng 6/2026": a time behind shorter periods bounds them.
    private func isWindow(_ element: PhraseElement, of time: PartialTime) -> Bool {
        guard time.edge == nil, !time.isDay, let months = time.months,
            let place = elements.firstIndex(where: { $0.tokens == element.tokens }), place > 0,
            case .every(let period) = elements[place - 1].kind
        else { return false }
        return everyPeriods == [period] && period.size < months.count
    }

    // MARK: Series

    private func series(of periods: [RecurrenceRule.Period], due: RecurrenceRule.DueDay?) -> [RecurrenceRule.Series] {
        periods.map { period in
            RecurrenceRule.Series(period, due: period == .week ? .weekday(.sunday) : due ?? .end)
        }
    }

    /// Each place in the year as a yearly series. One alone stands for its year; of several each keeps its own name.
    private func yearly(_ times: [PartialTime]) -> [RecurrenceRule.Series]? {
        var all: [RecurrenceRule.Series] = []
        for time in times {
            guard let months = time.months, let due = time.dueInYear(beforeIncludesDay: context.beforeIncludesDay)
            else {
                return nil
            }
            guard times.count > 1, case .day(let day, let fromEnd, let shift) = due else {
                all.append(RecurrenceRule.Series(.year, due: due))
                continue
            }
            let inPeriod = RecurrenceRule.DueDay.day(day, fromEnd: fromEnd + 12 - months.upperBound, shift: shift)
            all.append(RecurrenceRule.Series(time.picked(months), due: inPeriod))
        }
        return all
    }

    /// The series of a clause without years; `nil` where a word in it gives no certain day.
    private mutating func recurring(_ times: [PartialTime]) -> [RecurrenceRule.Series]? {
        var periods = everyPeriods
        if has(.following), !periods.contains(.year) { periods.append(.year) }
        var dueDay: RecurrenceRule.DueDay?
        var picks: [PartialTime] = []
        var result: [RecurrenceRule.Series] = []
        let hasDay = times.contains { if case .day(_, .some) = $0.place { true } else { false } }
        guard let times = withoutNames(times) else { return nil }
        for time in times {
            switch time.place {
            case .periodDay(let day, let period, let fromEnd):
                dueDay = .day(day, fromEnd: fromEnd, shift: shift(of: time))
                if periods.isEmpty { periods = usualPeriods(of: period, among: times) }
            case .day(let day, nil):
                // A day alone belongs to months and to nothing longer: "ngày 25 hằng tháng, quý" does not say which month.
                guard periods == [.month(nil)], (1...31).contains(day) else { return nil }
                result.append(.init(.month(nil), due: .day(day, fromEnd: 0, shift: shift(of: time))))
            case .weekday(let weekday):
                guard shift(of: time) == 0 || weekday != .monday,
                    let day = Weekday(rawValue: weekday.rawValue + shift(of: time))
                else { return nil }
                result.append(.init(.week, due: .weekday(day)))
            case .bare(.year) where time.edge == nil:
                // "báo cáo năm trước ngày 05/12": the day says when the year's report is due.
                if !hasDay, !periods.contains(.year) { result.append(.init(.year)) }
            case .bare(let unit):
                guard let series = bareSeries(unit, time) else { return nil }
                result.append(series)
            default: picks.append(time)
            }
        }
        let hasDayOfMonth = times.contains { if case .day(_, nil) = $0.place { true } else { false } }
        guard !hasDayOfMonth || dueDay == nil && result.allSatisfy({ $0.period == .month(nil) }),
            let picked = pick(picks, from: &periods)
        else { return nil }
        result += picked
        let named = Set(result.map(\.period))
        result += series(of: periods.filter { !named.contains($0) }, due: dueDay)
        // "Ngày 20 tháng cuối quý và ngày 15/12 hằng năm": a day of periods that no word names.
        if let dueDay, !result.contains(where: { [.end, dueDay].contains($0.due) }) { return nil }
        if let dueDay { result = result.map { $0.due == .end ? Series($0.period, due: dueDay) : $0 } }
        return result.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// "Báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12": where each report has a day of its own its name adds
    /// nothing; where the days are fewer than the reports nobody can say whose they are.
    private func withoutNames(_ times: [PartialTime]) -> [PartialTime]? {
        let isDay: (PartialTime) -> Bool = { time in if case .day(_, .some) = time.place { true } else { false } }
        let isName: (PartialTime) -> Bool = { time in
            switch time.place {
            case .half, .nineMonths: time.isPlain && time.bound == .on
            default: false
            }
        }
        let days = times.filter(isDay).count
        let names = times.filter { isName($0) || ($0.place == .bare(.year) && $0.edge == nil) }.count
        guard days > 0, times.contains(where: isName) else { return times }
        return days == names ? times.filter { !isName($0) } : nil
    }

    private func shift(of time: PartialTime) -> Int {
        time.bound == .before && !context.beforeIncludesDay ? -1 : 0
    }

    /// "kỳ báo cáo" without its periods: those of the plan's regime; where the plan names none quarter I, 6 months, quarter
    /// III and the year (letter 581/BNV-CCHC), which are the quarters after merging.
    private mutating func usualPeriods(
        of period: PhraseKeyword.PeriodWord, among times: [PartialTime]
    ) -> [RecurrenceRule.Period] {
        switch period {
        case .month: return [.month(nil)]
        case .quarter: return [.quarter(nil)]
        case .anyReport:
            guard times.count == 1 else { return [] }
            guard context.regime == .calendar else { return context.regime.reports.map(\.period) }
            note(.usualReportPeriods)
            return [.quarter(nil), .half(nil), .year]
        }
    }

    /// "tháng", "quý", "năm" in a list of report periods, or with an edge: "cuối tháng", "đầu năm".
    private func bareSeries(_ unit: PhraseKeyword.Unit, _ time: PartialTime) -> RecurrenceRule.Series? {
        switch (unit, time.edge) {
        case (.month, nil), (.month, .end): return .init(.month(nil))
        case (.month, .start): return .init(.month(nil), due: .day(1, fromEnd: 0, shift: shift(of: time)))
        case (.month, .middle): return .init(.month(nil), due: .day(15, fromEnd: 0, shift: shift(of: time)))
        case (.quarter, nil), (.quarter, .end): return .init(.quarter(nil))
        case (.week, nil), (.week, .end): return .init(.week, due: .weekday(.sunday))
        case (.year, _):
            var year = time
            year.place = .year
            return year.dueInYear(beforeIncludesDay: context.beforeIncludesDay).map { .init(.year, due: $0) }
        default: return nil
        }
    }

    /// Places in the year. "Quý I hằng năm" uses the year up; "quý I, 6 tháng, 9 tháng, hằng năm" is a list of reports, in
    /// which the year is one of them, and "6 tháng" is every half-year unless single periods are picked beside it.
    private func pick(
        _ times: [PartialTime], from periods: inout [RecurrenceRule.Period]
    ) -> [RecurrenceRule.Series]? {
        guard !times.isEmpty else { return [] }
        periods.removeAll { isDealtOut(times, to: $0) }
        let isReportList = times.contains(where: \.isPlain) && !isNineMonthsOfEveryYear
        guard isReportList || has(.periodic) && !periods.contains(.year) else {
            periods.removeAll { $0 == .year }
            return yearly(times)
        }
        let hasPicks = times.contains { !$0.isPlain || $0.place == .nineMonths }
        var all: [RecurrenceRule.Series] = []
        for time in times {
            if time.isPlain, case .half = time.place {
                all.append(.init(.half(hasPicks ? 1 : nil)))
            } else {
                guard let months = time.months, let due = time.dueInYear(beforeIncludesDay: context.beforeIncludesDay),
                    case .day(let day, let fromEnd, let shift) = due
                else { return nil }
                let inPeriod = RecurrenceRule.DueDay.day(day, fromEnd: fromEnd + 12 - months.upperBound, shift: shift)
                all.append(.init(time.picked(months), due: inPeriod))
            }
        }
        return all
    }
}

extension PhraseMeaning {
    /// "6 tháng/lần: trước ngày 20/6 và 20/12": each period of the year has a time of its own.
    private func isDealtOut(_ times: [PartialTime], to period: RecurrenceRule.Period) -> Bool {
        guard period == .half(nil) || period == .quarter(nil), !times.contains(where: \.isPlain) else { return false }
        let periods = times.compactMap { time in time.months.map { ($0.upperBound - 1) / period.size } }
        return periods.count == 12 / period.size && Set(periods).count == periods.count
    }

    /// "Báo cáo 9 tháng hằng năm", without a comma, is one report and no list of two.
    private var isNineMonthsOfEveryYear: Bool {
        let times = elements.indices.filter { elements[$0].time != nil }
        guard times.count == 1, let place = times.first, elements[place].time?.place == .nineMonths else {
            return false
        }
        return place + 1 < elements.count && elements[place + 1].kind == .every(.year)
    }
}

extension PartialTime {
    /// The period of the year that the place picks: quarter 1 for "quý I", month 6 for "15/6".
    fileprivate func picked(_ months: ClosedRange<Int>) -> RecurrenceRule.Period {
        switch place {
        case .quarter(let quarter): .quarter(quarter)
        case .half(let half): .half(half)
        case .nineMonths: .nineMonths
        case .year: .year
        case .day, .month, .months, .weekday, .periodDay, .bare: .month(months.upperBound)
        }
    }
}
