import TrackerDomain
import TrackerPayloads
import TrackerService

/// The history of one obligation.
struct HistoryView: Rendering {
    let detail: ObligationDetail

    func json(_ language: Language) -> HistoryPayload { HistoryPayload(detail) }

    func csv(_ language: Language) -> [[String]]? {
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

    func text(_ style: TextStyle) -> String {
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
enum HistoryText {
    static func text(_ detail: ObligationDetail, _ style: TextStyle) -> String {
        detail.events.map { line($0, detail, style) }.joined()
    }

    private static func line(_ event: Event, _ detail: ObligationDetail, _ style: TextStyle) -> String {
        let actor = event.actor.map { detail.agencyNames[$0] ?? $0.description } ?? "–"
        let stages =
            event.before.stage == event.after.stage
            ? "" : " (\(event.before.stage.words(in: style.language)) → \(event.after.stage.words(in: style.language)))"
        let cause = event.cause == .byHand ? "" : ", \(event.cause.words(in: style.language))"
        let later =
            event.wasEnteredLater
            ? style(
                vi: " [ghi sau, ngày \(style.day(event.recordedOn))]",
                en: " [entered later, on \(style.day(event.recordedOn))]")
            : ""
        let action = event.action.words(in: style.language)
        let head = "\(style.day(event.countsOn))  \(actor): \(action)\(cause)\(stages)\(later)"
        return head + "\n" + facts(event, detail, style).map { "            \($0)\n" }.joined()
    }

    private static func facts(_ event: Event, _ detail: ObligationDetail, _ style: TextStyle) -> [String] {
        let (old, new) = (event.before, event.after)
        var facts: [String] = []
        if old.progress != new.progress { facts.append("\(old.progress) % → \(new.progress) %") }
        if old.nominalDue != new.nominalDue {
            let before = old.nominalDue.map { "\(style.day($0)) → " } ?? ""
            facts.append(style(vi: "hạn ", en: "due ") + before + style.day(new.nominalDue))
        } else if let before = old.effectiveDue, let after = new.effectiveDue, before != after {
            let days = "\(style.day(before)) → \(style.day(after))"
            facts.append(style(vi: "hạn có hiệu lực \(days)", en: "in effect until \(days)"))
        }
        if event.action == .requestExtension, let request = new.extensionRequest {
            let late = new.wasAskedLate(request) ? style(vi: " (khi đã quá hạn)", en: " (past the deadline)") : ""
            let until = "\(style.day(new.nominalDue)) → \(style.day(request.due.nominal))"
            facts.append(style(vi: "xin hạn \(until)", en: "asked for \(until)") + late)
        }
        // The note of a succession names both.
        if event.action == .reassign, event.cause != .succession {
            func name(_ agency: AgencyID?) -> String { agency.map { detail.agencyNames[$0] ?? $0.description } ?? "–" }
            facts.append("\(name(old.agency)) → \(name(new.agency))")
        }
        if let evidence = event.evidence {
            facts.append(
                "\(evidence.number), \(style.day(evidence.date))"
                    + (evidence.title.isEmpty ? "" : " “\(evidence.title)”"))
        }
        return event.note.isEmpty ? facts : facts + [event.note]
    }
}
