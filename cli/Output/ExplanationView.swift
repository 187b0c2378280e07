import TrackerDomain
import TrackerService

/// How a deadline expression is read.
struct ExplanationView: Rendering {
    let explanation: Explanation

    struct PartPayload: Encodable {
        let label: String
        let kind: String
        let nominal: [String]
        let effective: [String]
    }

    struct Payload: Encodable {
        let text: String
        let kind: String
        let nominal: [String]
        let effective: [String]
        let words: String
        let notes: [String]
        let parts: [PartPayload]?
    }

    func json(_ language: Language) -> Payload {
        let reading = explanation.reading
        let parts = explanation.parts.map { part, due in
            PartPayload(
                label: part.label, kind: part.rule.kind.rawValue, nominal: due.map(\.nominal.description),
                effective: due.map(\.effective.description))
        }
        return Payload(
            text: reading.text, kind: reading.kind.rawValue, nominal: explanation.due.map(\.nominal.description),
            effective: explanation.due.map(\.effective.description),
            words: reading.words(in: language, context: explanation.context),
            notes: reading.notes.map { $0.words(in: language) }, parts: reading.kind == .compound ? parts : nil)
    }

    func text(_ style: TextStyle) -> String {
        let reading = explanation.reading
        var fields = [
            (style(vi: "Loại", en: "Kind"), Self.words(for: reading.kind, style)),
            (style(vi: "Đọc là", en: "Read as"), reading.words(in: style.language, context: explanation.context)),
            (style(vi: "Ngày đến hạn", en: "Due"), explanation.due.map { due($0, style) }.joined(separator: "\n")),
        ]
        fields += reading.notes.map { (style(vi: "Lưu ý", en: "Note"), $0.words(in: style.language)) }
        let title = reading.text.allSatisfy(\.isWhitespace) ? style(vi: "(trống)", en: "(blank)") : "“\(reading.text)”"
        return style.bold(title) + "\n"
            + fields.filter { !$0.1.isEmpty }.map { FieldText.lines("  " + $0.0, $0.1, labelWidth: 16, style) }.joined()
    }

    private func due(_ due: DueDate, _ style: TextStyle) -> String {
        guard due.nominal != due.effective else { return style.day(due.nominal) }
        return style(
            vi: "\(style.day(due.nominal)), ngày nghỉ → \(style.day(due.effective))",
            en: "\(style.day(due.nominal)), a day off → \(style.day(due.effective))")
    }

    static func words(for kind: DeadlineKind, _ style: TextStyle) -> String {
        switch kind {
        case .fixed: style(vi: "ngày xác định", en: "fixed")
        case .recurring: style(vi: "định kỳ", en: "recurring")
        case .ongoing: style(vi: "thường xuyên", en: "ongoing")
        case .event: style(vi: "sau một sự kiện", en: "after an event")
        case .reference: style(vi: "theo văn bản khác", en: "in another document")
        case .compound: style(vi: "nhiều thời hạn", en: "several deadlines")
        case .done: style(vi: "đã xong", en: "done")
        case .unresolved: style(vi: "chưa rõ", en: "not clear")
        }
    }
}
