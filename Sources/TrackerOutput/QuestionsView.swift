package import TrackerDomain
package import TrackerPayloads
package import TrackerService

/// What a person has to settle.
package struct QuestionsView: Rendering {
    let list: QuestionList
    let asOf: CivilDate

    package init(list: QuestionList, asOf: CivilDate) {
        self.list = list
        self.asOf = asOf
    }

    private var items: [QuestionPayload] { list.page.items.map(QuestionPayload.init) }

    package func json(_ language: Language) -> QuestionListPayload { QuestionListPayload(list, asOf: asOf) }

    package func csv(_ language: Language) -> [[String]]? {
        [["id", "kind", "words", "nearest", "plan", "place", "title", "obligations"]]
            + items.map {
                [
                    String($0.id), $0.kind, $0.words, $0.nearest.joined(separator: "; "), $0.plan, $0.place, $0.title,
                    String($0.obligations),
                ]
            }
    }

    package func text(_ style: TextStyle) -> String {
        guard !list.page.items.isEmpty else {
            return style(vi: "Không có gì chờ làm rõ.\n", en: "There is nothing to settle.\n") + cooperation(style)
        }
        var table = TextTable(columns: [
            .init(title: style(vi: "Số", en: "No."), alignsRight: true),
            .init(title: style(vi: "Kế hoạch", en: "Plan")), .init(title: style(vi: "Mục", en: "Row")),
            .init(title: style(vi: "Cần làm rõ", en: "To settle")),
            .init(title: style(vi: "Số nghĩa vụ", en: "Obligations"), alignsRight: true),
            .init(title: style(vi: "Nguyên văn", en: "As written"), isFlexible: true, lines: 4),
            .init(title: style(vi: "Nhiệm vụ", en: "Task"), isFlexible: true, lines: 2),
        ])
        table.rows = list.page.items.map { entry in
            let near =
                entry.question.nearest.isEmpty
                ? "" : style(vi: " (gần: ", en: " (near: ") + entry.question.nearest.joined(separator: "; ") + ")"
            let words = entry.question.kind == .rowIncomplete ? "" : entry.question.words
            return [
                String(entry.id), entry.planNumber, entry.place, entry.question.kind.words(in: style.language),
                String(entry.obligations),
                words.isEmpty ? style(vi: "(trống)", en: "(blank)") : words + near, entry.title,
            ]
        }
        let more = list.page.next.map { style(vi: "\nCòn nữa: --after \($0)\n", en: "\nMore: --after \($0)\n") } ?? ""
        return table.text(style) + more + cooperation(style)
    }

    private func cooperation(_ style: TextStyle) -> String {
        let count = list.endedCooperation
        guard count > 0 else { return "" }
        return style(
            vi: "\n\(count) lượt nêu cơ quan phối hợp không còn hoạt động: phuluc settle --cooperating\n",
            en: "\nCooperating agencies that no longer exist are named \(count) times: phuluc settle --cooperating\n")
    }
}
