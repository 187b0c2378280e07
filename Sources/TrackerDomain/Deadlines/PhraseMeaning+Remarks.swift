/// Words in brackets.
extension PhraseMeaning {
    /// "Năm 2026 (quý II)", "Quý II/2026 (trước 15/6/2026)", "Hằng năm (quý I)": the remark makes the time more exact.
    mutating func refine(by remark: PhraseMeaning) {
        for element in remark.elements {
            if case .event(let words, nil) = element.kind { note(.condition(remark.words(words))) }
        }
        // "Năm 2025 (đã hoàn thành)".
        if remark.elements.map(\.kind) == [.done], let last = elements.last {
            return elements.append(PhraseElement(kind: .done, tokens: last.tokens))
        }
        let inner = remark.elements.compactMap(\.time)
        if joins(remark) || isBounded(by: remark) { return join(remark) }
        if inner.count > 1, isRecurring {
            // "Hàng quý (trước ngày 15 …), năm (trước ngày 15/12)": which day belongs to which period is not certain.
            return elements.append(PhraseElement(kind: .refused, tokens: 0..<tokens.count))
        }
        guard inner.count == 1, let exact = inner.first,
            !remark.elements.contains(where: { $0.kind == .refused || $0.kind == .or })
        else { return }
        let outer = elements.indices.filter { elements[$0].time != nil }
        if isRecurring, let last = elements.last, exact.year != nil ? exact.bound >= .from : outer.isEmpty {
            return elements.append(PhraseElement(kind: .time(exact), tokens: last.tokens))
        }
        guard outer.count == 1, let place = outer.first, var time = elements[place].time else { return }
        if time.year == nil, time.isInYear, exact.place == .year, exact.bound == .on, exact.edge == nil {
            time.year = exact.year
            elements[place] = PhraseElement(kind: .time(time), tokens: elements[place].tokens)
        } else if !isRecurring || exact.year == nil, let exact = self.time(exact, within: time) {
            elements[place] = PhraseElement(kind: .time(exact), tokens: elements[place].tokens)
        } else if exact.isDay || (exact.isInYear && exact.place != .year) {
            note(.otherTime(remark.words(0..<remark.tokens.count)))
        }
    }

    /// Whether the bracket continues the words before it: "Hằng năm (quý I, 6 tháng, 9 tháng, năm)", "Quý IV (hằng năm)",
    /// "Năm 2026 (tháng 6, tháng 12)", "2026-2030 (thường xuyên)".
    private func joins(_ remark: PhraseMeaning) -> Bool {
        let inner = remark.elements.filter { ![.comma, .and, .onDemand].contains($0.kind) }
        guard let first = inner.first, !elements.isEmpty else { return false }
        let times = elements.compactMap(\.time)
        let isPlaceless =
            times.isEmpty && elements.allSatisfy { $0.kind != .every(.quarter(nil)) && $0.kind != .every(.month(nil)) }
        if inner.allSatisfy({ if case .every = $0.kind { true } else { false } }) {
            let isOpen = times.allSatisfy { ($0.isInYear && ($0.year == nil || $0.place == .year)) || $0.isWeekday }
            return isOpen && (!times.isEmpty || has(.periodic) || has(.report) || hasWindow)
        }
        if inner.count == 1, first.kind == .ongoing { return !isRecurring }
        guard inner.count > 1, inner.allSatisfy({ $0.time != nil }) else { return false }
        if isPlaceless, isRecurring || has(.periodic) || has(.report) {
            return inner.allSatisfy { $0.time?.year == nil }
        }
        guard !isRecurring, times.count == 1, times[0].place == .year, let year = times[0].year else { return false }
        return inner.allSatisfy { $0.time?.isInYear == true && ($0.time?.year ?? year) == year }
    }

    /// "Hằng năm (2026-2028)": the bracket is the window of a rule that has none.
    private func isBounded(by remark: PhraseMeaning) -> Bool {
        guard remark.elements.count == 1, case .span(_, let last)? = remark.elements.first?.kind else { return false }
        return isRecurring && !hasWindow && last.year != nil && elements.allSatisfy { $0.time?.year == nil }
    }

    private var hasWindow: Bool { elements.contains { if case .span = $0.kind { true } else { false } } }

    /// Puts the elements of the bracket behind those before it; a year before it becomes that of its times.
    private mutating func join(_ remark: PhraseMeaning) {
        guard let last = elements.last else { return }
        let year = elements.compactMap(\.time).first { $0.place == .year }?.year
        if year != nil, remark.elements.contains(where: { $0.time != nil }) { elements.removeAll { $0.time != nil } }
        for element in remark.elements {
            guard var time = element.time else {
                elements.append(PhraseElement(kind: element.kind, tokens: last.tokens))
                continue
            }
            time.year = time.year ?? year
            elements.append(PhraseElement(kind: .time(time), tokens: last.tokens))
        }
    }

    /// "Thường xuyên (báo cáo trước 15/12 hằng năm)": the words outside have no time that the bracket could belong to.
    mutating func noteUnreadTimes(of remark: PhraseMeaning) {
        guard elements.allSatisfy({ $0.time == nil }), carriers.allSatisfy({ $0.rule.kind != .fixed }),
            remark.elements.contains(where: { $0.time?.isInYear == true && $0.time?.place != .year })
        else { return }
        note(.otherTime(remark.words(0..<remark.tokens.count)))
    }

    /// Whether it is one day and nothing else.
    var isDayAlone: Bool { elements.count == 1 && elements.first?.time?.isDay == true }
}
