import TrackerDomain
import TrackerService

/// A line of the history for programs.
struct EventPayload: Encodable {
    let sequence: Int64
    let action: String
    /// What made it come about: byHand, revision, calendar, succession.
    let cause: String
    @Nullable var actor: String?
    let recordedAt: Int64
    let recordedOn: String
    let countsOn: String
    let stageBefore: String
    let stageAfter: String
    let progress: Int
    @Nullable var nominalDue: String?
    @Nullable var effectiveDue: String?
    @Nullable var requestedDue: String?
    /// Who owes the obligation afterwards.
    @Nullable var agency: String?
    let note: String
    @Nullable var document: String?
    @Nullable var documentDate: String?

    init(_ event: Event) {
        sequence = event.sequence
        action = event.action.rawValue
        cause = event.cause.rawValue
        actor = event.actor?.description
        recordedAt = event.recordedAt
        recordedOn = event.recordedOn.description
        countsOn = event.countsOn.description
        stageBefore = event.before.stage.rawValue
        stageAfter = event.after.stage.rawValue
        progress = event.after.progress
        nominalDue = event.after.nominalDue?.description
        effectiveDue = event.after.effectiveDue?.description
        requestedDue = event.after.extensionRequest?.due.nominal.description
        agency = event.after.agency?.description
        note = event.note
        document = event.evidence?.number.description
        documentDate = event.evidence?.date.description
    }
}

/// The history of one obligation.
struct HistoryView: Rendering {
    let detail: ObligationDetail

    struct Payload: Encodable {
        let id: Int64
        let items: [EventPayload]
    }

    func json(_ language: Language) -> Payload {
        Payload(id: detail.entry.obligation.id, items: detail.events.map { EventPayload($0) })
    }

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
