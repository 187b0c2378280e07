import TrackerDomain
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
        let isProgress = state.stage == .inProgress && state.progress != outcome.before.obligation.state.progress
        let progress =
            isProgress ? style(vi: "tiến độ \(state.progress) %, ", en: "progress \(state.progress) %, ") : ""
        let version = state.version
        return style(
            vi: "Nghĩa vụ \(entry.obligation.id) (\(entry.agencyName), \(entry.place)): \(before) → \(after), "
                + progress + "phiên bản \(version)\n",
            en: "Obligation \(entry.obligation.id) (\(entry.agencyName), \(entry.place)): \(before) → \(after), "
                + progress + "version \(version)\n")
    }
}
