package import TrackerDomain
package import TrackerPayloads
package import TrackerService

/// The history of one obligation.
package struct HistoryView: Rendering {
    let detail: ObligationDetail

    package init(detail: ObligationDetail) {
        self.detail = detail
    }

    package func json(_ language: Language) -> HistoryPayload { HistoryPayload(detail) }

    package func csv(_ language: Language) -> [[String]]? {
        [
            [
                "sequence", "action", "actor", "recordedOn", "countsOn", "stageBefore", "stageAfter", "progress",
                "note", "document",
            ]
        ]
            + detail.events.map { EventPayload($0) }.map {
                [
                    String($0.sequence), $0.action, $0.actor ?? "", $0.recordedOn, $0.countsOn, $0.stageBefore,
                    $0.stageAfter, String($0.progress), $0.note, $0.document ?? "",
                ]
            }
    }

    package func text(_ style: TextStyle) -> String {
        let entry = detail.entry
        let title = style(
            vi: "Lịch sử nghĩa vụ \(entry.obligation.id): \(entry.agencyName), kỳ \(entry.obligation.period)",
            en: "History of obligation \(entry.obligation.id): \(entry.agencyName), period \(entry.obligation.period)")
        let events =
            detail.events.isEmpty
            ? style(vi: "Chưa có thay đổi nào.\n", en: "Nothing has changed yet.\n") : HistoryText.text(detail, style)
        return style.bold(title) + "\n" + events
    }
}

/// Events as lines for a person.
package enum HistoryText {
    package static func text(_ detail: ObligationDetail, _ style: TextStyle) -> String {
        detail.events.map { line($0, detail, style) }.joined()
    }

    private static func line(_ event: Event, _ detail: ObligationDetail, _ style: TextStyle) -> String {
        func name(_ agency: AgencyID) -> String { detail.agencyNames[agency] ?? agency.description }
        let actor = event.actor.map(name) ?? "–"
        let head = "\(style.day(event.countsOn))  \(actor): \(event.words(in: style.language))"
        let facts = event.facts(in: style.language, name: name)
        return head + "\n" + facts.map { "            \($0)\n" }.joined()
    }
}
