import TrackerDomain
import TrackerPayloads
import TrackerService

/// What an action has changed.
struct ActionView: Rendering {
    let outcome: ActionOutcome

    func json(_ language: Language) -> ObligationPayload { ObligationPayload(outcome.after, asOf: outcome.asOf) }

    func text(_ style: TextStyle) -> String {
        let entry = outcome.after
        let state = entry.obligation.state
        let before = outcome.before.obligation.state.stage.words(in: style.language)
        let stage = state.stage.words(in: style.language)
        let time = state.timeStatus(on: outcome.asOf)
        // A completed obligation's time status says "completed" itself.
        let after =
            time == .none
            ? stage
            : state.stage == .completed
                ? time.words(in: style.language) : "\(stage), \(time.words(in: style.language))"
        let stages = outcome.before.obligation.state.stage == state.stage ? after : "\(before) → \(after)"
        let place = "\(entry.obligation.id) (\(entry.agencyName), \(entry.place))"
        let facts = ([stages] + facts(style)).joined(separator: ", ")
        return style(
            vi: "Nghĩa vụ \(place): \(facts), phiên bản \(state.version)\n",
            en: "Obligation \(place): \(facts), version \(state.version)\n")
    }

    /// What else has changed besides the stage.
    private func facts(_ style: TextStyle) -> [String] {
        let (old, new) = (outcome.before.obligation.state, outcome.after.obligation.state)
        var facts: [String] = []
        if new.stage == .inProgress, new.progress != old.progress {
            facts.append(style(vi: "tiến độ \(new.progress) %", en: "progress \(new.progress) %"))
        }
        if new.nominalDue != old.nominalDue {
            let before = old.nominalDue.map { "\(style.day($0)) → " } ?? ""
            facts.append(style(vi: "hạn ", en: "due ") + before + style.day(new.nominalDue))
        }
        if let request = new.extensionRequest {
            let day = style.day(request.due.nominal)
            facts.append(style(vi: "đề nghị gia hạn đến \(day)", en: "extension to \(day) requested"))
        } else if old.extensionRequest != nil, new.extensions == old.extensions {
            facts.append(style(vi: "không còn đề nghị gia hạn", en: "no extension request any more"))
        }
        if new == old { facts.append(style(vi: "đã ghi góp ý", en: "comment recorded")) }
        if new.agency != old.agency {
            let name = outcome.before.agencyName
            facts.append(style(vi: "chuyển từ \(name)", en: "moved from \(name)"))
        }
        return facts
    }
}
