package import TrackerDomain
package import TrackerPayloads
package import TrackerService

/// How a deadline expression is read, and why.
package struct ExplanationView: Rendering {
    let explanation: Explanation
    /// Whether the text shows the recurrences for calendars.
    let showsRules: Bool

    package init(explanation: Explanation, showsRules: Bool = false) {
        self.explanation = explanation
        self.showsRules = showsRules
    }

    package func json(_ language: Language) -> ExplanationPayload { ExplanationPayload(explanation, in: language) }

    package func text(_ style: TextStyle) -> String {
        let reading = explanation.reading
        var fields = [
            (style(vi: "Loại", en: "Kind"), reading.kind.words(in: style.language)),
            (style(vi: "Đọc là", en: "Read as"), reading.words(in: style.language, context: explanation.context)),
            (style(vi: "Ngày đến hạn", en: "Due"), dueText(style)),
            (style(vi: "Căn cứ", en: "Why"), reasonsText(style)),
        ]
        fields += reading.notes.map { (style(vi: "Lưu ý", en: "Note"), $0.words(in: style.language)) }
        if showsRules {
            fields.append(
                ("RRULE", explanation.parts.flatMap(\.calendarRules).map(\.description).joined(separator: "\n")))
        }
        let title = reading.text.allSatisfy(\.isWhitespace) ? style(vi: "(trống)", en: "(blank)") : "“\(reading.text)”"
        return style.bold(title) + "\n"
            + fields.filter { !$0.1.isEmpty }.map { FieldText.lines("  " + $0.0, $0.1, labelWidth: 16, style) }.joined()
    }

    private func dueText(_ style: TextStyle) -> String {
        var lines = explanation.due.map { due in
            explanation.moves.first { $0.due == due }?.words(in: style.language) ?? style.day(due.nominal)
        }
        if explanation.dateCount > lines.count {
            let (count, last) = (explanation.dateCount, style.day(explanation.lastDate))
            lines.append(style(vi: "… tất cả \(count) ngày, đến \(last)", en: "… \(count) in all, to \(last)"))
        }
        return lines.joined(separator: "\n")
    }

    /// Each ground with its source, then the sources of the days off. Words that are the whole text are not repeated.
    private func reasonsText(_ style: TextStyle) -> String {
        var lines = explanation.reasons.map { reason in
            let isWhole = reason.phrase == explanation.reading.text
            let words = isWhole ? reason.ground.words(in: style.language) : reason.words(in: style.language)
            return "\(words) – \(reason.ground.source(in: style.language))"
        }
        if !explanation.moves.isEmpty {
            let ground = DeadlineGround.movedToWorkingDay
            lines.append("\(ground.words(in: style.language)) – \(ground.source(in: style.language))")
            lines += daysOffText(style)
        }
        return lines.joined(separator: "\n")
    }

    /// Which documents give the days off, those that are decided and those that are expected.
    private func daysOffText(_ style: TextStyle) -> [String] {
        WorkCalendar.Entry.Certainty.allCases.compactMap { certainty in
            let entries = explanation.moves.flatMap(\.daysOff).compactMap(\.entry).filter { $0.certainty == certainty }
            let sources = Set(entries.map(\.source)).sorted().joined(separator: "; ")
            guard !sources.isEmpty else { return nil }
            let words = certainty.words(in: style.language, isComputed: false)
            return style(vi: "Ngày nghỉ \(words): \(sources)", en: "Days off (\(words)): \(sources)")
        }
    }
}
