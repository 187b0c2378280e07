import TrackerDomain
import TrackerService

/// What an action has changed.
struct ActionView: Rendering {
    let outcome: ActionOutcome

    func json(_ language: Language) -> ObligationPayload { ObligationPayload(outcome.after, asOf: outcome.asOf) }

    func text(_ style: TextStyle) -> String {
        let entry = outcome.after
        let before = outcome.before.obligation.state.stage.words(in: style.language)
        let after = ObligationListView.status(of: entry, on: outcome.asOf, style)
        let version = entry.obligation.state.version
        return style(
            vi: "Nghĩa vụ \(entry.obligation.id) (\(entry.agencyName), \(entry.place)): \(before) → \(after), "
                + "phiên bản \(version)\n",
            en: "Obligation \(entry.obligation.id) (\(entry.agencyName), \(entry.place)): \(before) → \(after), "
                + "version \(version)\n")
    }
}
