/// Lists of times: what one of them says holds for the others, or makes them more exact.
extension PhraseMeaning {
    /// The year of a plan of one year, which times without a year take.
    var planYear: Int? {
        context.years.lowerBound == context.years.upperBound ? context.years.lowerBound : nil
    }

    /// Whether an element begins with a word that says on which side of a time the work is due.
    func beginsWithBound(_ element: PhraseElement) -> Bool {
        switch tokens[element.tokens.lowerBound].kind {
        case .keyword(.before), .keyword(.by), .keyword(.to), .keyword(.from), .keyword(.since): true
        default: false
        }
    }

    /// "Trước ngày 20/3, 20/6 và 20/12": each day of the list is one to be early for.
    mutating func shareBounds() {
        var lead: PartialTime?
        for index in elements.indices {
            switch elements[index].kind {
            case .time(var time):
                if let lead, lead.isLike(time), !beginsWithBound(elements[index]) {
                    time.bound = .before
                    elements[index] = PhraseElement(kind: .time(time), tokens: elements[index].tokens)
                }
                lead = time.bound == .before && time.year == nil ? time : nil
            case .comma, .and: break
            default: lead = nil
            }
        }
    }

    /// "Năm 2026, chậm nhất 30/6/2026" and "Quý IV hằng năm, trước ngày 15/12" are one deadline: a time in a longer one,
    /// told with a bound, makes it more exact.
    mutating func narrow(isRecurring: Bool) {
        var dropped: Set<Int> = []
        for index in elements.indices.dropFirst() where beginsWithBound(elements[index]) {
            guard let exact = elements[index].time, ![.from, .since].contains(exact.bound),
                let place = elements[..<index].lastIndex(where: { !isBetween($0) }), let outer = elements[place].time,
                !isRecurring || (outer.year == nil && exact.year == nil), let time = time(exact, within: outer)
            else { continue }
            elements[index] = PhraseElement(kind: .time(time), tokens: elements[index].tokens)
            dropped.formUnion((place..<index).filter { elements[$0].kind == .comma || $0 == place })
        }
        if !dropped.isEmpty { elements = elements.indices.filter { !dropped.contains($0) }.map { elements[$0] } }
    }

    /// "Công bố Chỉ số CCHC năm 2025 trong tháng 4/2026": a year behind words belongs to them where a bound brings the time.
    mutating func dropYearsOfNames() {
        let named = elements.indices.dropFirst().filter { index in
            guard elements[index - 1].kind == .word, let year = elements[index].time, year.place == .year,
                year.bound == .on,
                !beginsWithBound(elements[index]),
                let next = elements[(index + 1)...].first(where: { $0.kind != .word })
            else { return false }
            let isNext = next.kind == .comma && tokens[elements[index].tokens.upperBound].kind == .comma
            let behind = isNext ? elements[(index + 2)...].first : next
            guard let behind, let time = behind.time, time.isInYear, time.place != .year else { return false }
            return beginsWithBound(behind) || tokens[elements[index].tokens.upperBound].key.sign == ":"
        }
        if !named.isEmpty { elements = elements.indices.filter { !named.contains($0) }.map { elements[$0] } }
    }

    private func isBetween(_ element: PhraseElement) -> Bool {
        element.kind == .comma || element.kind == .every(.year)
    }

    /// A time that lies in a longer one, with the year and the month of that one; `nil` where it does not.
    func time(_ exact: PartialTime, within outer: PartialTime) -> PartialTime? {
        guard outer.edge == nil, outer.bound == .on || outer.bound == .to, !outer.isDay else { return nil }
        var exact = exact
        if case .day(let day, nil) = exact.place, case .month(let month) = outer.place {
            exact.place = .day(day, month: month)
        }
        guard exact.isInYear, exact.place != .year, exact.place != outer.place else { return nil }
        exact.year = exact.year ?? outer.year
        // Without a year any will do; a leap year has all days.
        var (inner, outer) = (exact, outer)
        inner.year = exact.year ?? 2028
        outer.year = outer.year ?? inner.year
        guard let start = outer.firstDay, let end = outer.due(beforeIncludesDay: true),
            let due = inner.due(beforeIncludesDay: true), start <= due, due <= end
        else { return nil }
        return exact
    }

    /// "Quý I, II và III/2026": the year behind a list, or behind a later time of the clause, is that of the times before it;
    /// "năm kế hoạch" is the plan's own year.
    mutating func inheritYears() {
        var following: PartialTime?
        var (hasComma, hasWords) = (false, false)
        let recurs = has(.following) || isEvery
        for index in elements.indices.reversed() {
            switch elements[index].kind {
            case .time(var time):
                if time.isPlanYear { time.year = planYear }
                if time.year == nil, let next = following, sharesYear(time, next, onlyLike: recurs),
                    !hasWords || (hasComma && next.place != .year)
                {
                    time.year = next.year
                }
                elements[index] = PhraseElement(kind: .time(time), tokens: elements[index].tokens)
                (following, hasComma, hasWords) = (time, false, false)
            case .comma, .and: hasComma = true
            case .word, .report: hasWords = true
            default: following = nil
            }
        }
    }

    /// Whether a time may be of the year of the one behind it: not December before "tháng 01/2027".
    private func sharesYear(_ time: PartialTime, _ next: PartialTime, onlyLike: Bool) -> Bool {
        guard let year = next.year, time.isInYear else { return time.isLike(next) }
        if !time.isLike(next), onlyLike || [.from, .since].contains(next.bound) { return false }
        var first = time
        first.year = year
        // A day that does not exist is told as such.
        guard let start = first.firstDay, let due = next.due(beforeIncludesDay: true) else { return time.isLike(next) }
        return start <= due
    }

    private var isEvery: Bool { elements.contains { if case .every = $0.kind { true } else { false } } }

    /// "Quý I năm 2026, 2027 và 2028": years alone behind "năm" continue the time before them.
    mutating func sharePlaces() {
        var lead: PartialTime?
        for index in elements.indices {
            switch elements[index].kind {
            case .time(var time):
                if isYearAlone(elements[index]), let lead {
                    (time.place, time.edge, time.bound) = (lead.place, lead.edge, lead.bound)
                    elements[index] = PhraseElement(kind: .time(time), tokens: elements[index].tokens)
                } else {
                    lead = time.year != nil && time.isInYear && time.place != .year ? time : nil
                }
            case .comma, .and: break
            default: lead = nil
            }
        }
    }

    private func isYearAlone(_ element: PhraseElement) -> Bool {
        guard element.tokens.count == 1, case .number = tokens[element.tokens.lowerBound].kind else { return false }
        return element.time?.place == .year
    }

    /// "Quý II/2026, 2027": the quarter of both years, or the whole of the second? "Ngày 15 tháng 3 và tháng 9": the 15th
    /// of both months? "Quý … năm 2026": which one? Nobody but a person can say.
    mutating func refuseUnclearLists() -> Bool {
        let isUnclear = elements.indices.dropFirst(2).contains { index in
            guard elements[index - 1].kind == .comma || elements[index - 1].kind == .and,
                let before = elements[index - 2].time
            else { return false }
            if elements[index].kind == .uncertain {
                return before.year != nil && before.isInYear && before.place != .year
            }
            guard let time = elements[index].time else { return false }
            if isYearAlone(elements[index]), before.year != nil, before.isInYear, before.place != .year {
                return isListed(index - 2, like: before)
            }
            let written = tokens[elements[index - 2].tokens]
            guard before.isDay, before.isInYear, before.year == nil, case .month = time.place, time.edge == nil
            else { return false }
            return !beginsWithBound(elements[index]) && written.contains { $0.kind == .keyword(.unit(.month)) }
        }
        guard isUnclear || hasUnknownPlace else { return false }
        note(.vague(words(0..<tokens.count)))
        if let last = elements.last { carry(.unresolved, last) }
        return true
    }

    /// "Quý II và quý IV năm 2026, 2027": a place behind another without a year, so that the year behind them may be for both.
    private func isListed(_ index: Int, like time: PartialTime) -> Bool {
        guard index >= 2, [.comma, .and].contains(elements[index - 1].kind), let other = elements[index - 2].time
        else { return false }
        return other.year == nil && other.isLike(time)
    }

    /// "Quý … năm 2026", "ngày … tháng … năm 2026": a year with a place in it that is not told.
    private var hasUnknownPlace: Bool {
        guard !isRecurring else { return false }
        let times = elements.compactMap(\.time)
        let isUnknown = times.contains { time in
            if case .bare(let unit) = time.place { unit != .year && time.bound == .on } else { false }
        }
        return isUnknown && times.contains { $0.place == .year || $0.place == .bare(.year) }
    }

    /// "Từ quý II/2026, hoàn thành quý IV/2026" is a window: a beginning and the end behind it.
    mutating func closeWindows() {
        let times = elements.indices.filter { elements[$0].time != nil }
        guard times.count == 2, let first = elements[times[0]].time, var last = elements[times[1]].time,
            first.bound == .from, ![.from, .since].contains(last.bound), !has(.and), !has(.ongoing)
        else { return }
        last.year = last.year ?? planYear
        guard let start = first.year == nil ? last.firstDay : first.firstDay,
            let due = last.due(beforeIncludesDay: context.beforeIncludesDay), start <= due
        else { return }
        let range = elements[times[0]].tokens.lowerBound..<elements[times[1]].tokens.upperBound
        elements[times[0]...times[1]] = [PhraseElement(kind: .span(first, last), tokens: range)]
    }

    /// "Năm 2026: quý II" and "năm 2026 hoàn thành trước 30/6/2026": a whole year before a place in it only names its year.
    mutating func shareLeadingYears() {
        var lead: (index: Int, year: Int)?
        var isSeparated = false
        var named: Set<Int> = []
        for index in elements.indices {
            guard var time = elements[index].time else {
                if elements[index].kind == .comma {
                    isSeparated = true
                } else if elements[index].kind == .and {
                    lead = nil
                }
                continue
            }
            if time.place == .year, time.edge == nil, time.bound == .on, let year = time.year {
                (lead, isSeparated) = ((index, year), false)
            } else if let known = lead, time.isInYear, time.year == nil || (time.year == known.year && !isSeparated) {
                time.year = known.year
                elements[index] = PhraseElement(kind: .time(time), tokens: elements[index].tokens)
                named.insert(known.index)
            }
        }
        elements = elements.indices.filter { !named.contains($0) }.map { elements[$0] }
    }
}
