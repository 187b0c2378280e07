package import TrackerDomain
package import TrackerPayloads
package import TrackerService

/// What an answer to a question has changed, or would change.
package struct SettlementView: Rendering {
    let outcome: SettleOutcome

    package init(outcome: SettleOutcome) {
        self.outcome = outcome
    }

    package func json(_ language: Language) -> SettlementPayload { SettlementPayload(outcome, in: language) }

    package func text(_ style: TextStyle) -> String {
        let payload = json(style.language)
        let changes = outcome.obligations
        let heading = style(
            vi: "\(payload.plan), \(payload.place): \(outcome.settlement.question.words(in: .vi))",
            en: "\(payload.plan), \(payload.place): \(outcome.settlement.question.words(in: .en))")
        let fields = [
            (style(vi: "Nguyên văn", en: "As written"), payload.words),
            (style(vi: "Nghĩa là", en: "Means"), payload.answer ?? style(vi: "đúng như đã đọc", en: "right as read")),
            (style(vi: "Thời hạn", en: "Deadline"), payload.reading),
            (style(vi: "Cơ quan", en: "Agencies"), payload.owners.joined(separator: "; ")),
            (
                style(vi: "Nghĩa vụ", en: "Obligations"),
                style(
                    vi: "thêm \(changes.added), đổi hạn \(changes.deadlineChanged), thôi theo dõi \(changes.withdrawn)",
                    en: "\(changes.added) added, \(changes.deadlineChanged) with another deadline, "
                        + "\(changes.withdrawn) withdrawn")
            ),
            (
                style(vi: "Còn phải làm rõ", en: "Still to settle"),
                outcome.remaining.map { $0.kind.words(in: style.language) }.joined(separator: "; ")
            ),
        ]
        let end =
            outcome.isDryRun
            ? style(vi: "Chạy thử: chưa ghi gì.\n", en: "Dry run: nothing was written.\n")
            : style(vi: "Đã ghi.\n", en: "Written.\n")
        return style.bold(heading) + "\n"
            + fields.filter { !$0.1.isEmpty }.map { FieldText.lines("  " + $0.0, $0.1, labelWidth: 18, style) }.joined()
            + end
    }
}
