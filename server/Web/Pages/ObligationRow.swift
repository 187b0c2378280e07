import TrackerDomain
import TrackerService

/// An obligation as a row of a list.
struct ObligationRow: Sendable {
    let number: Int64
    let href: String
    let due: String
    let status: String
    /// What the status looks like beside its words: "late", "soon", "done", "waits" or nothing.
    let tone: String
    let title: String
    /// The words of its deadline, where the row has several.
    let part: String?
    let place: String
    let plan: String
    let period: String
    let agency: String
    let agencyLink: Link?
    /// What else the list tells of it: who was reminded, what was asked for.
    let remarks: [String]
}

extension ObligationRow {
    init(_ entry: ObligationEntry, on day: CivilDate, remarks: [String], _ links: BoardLinks, _ words: Wording) {
        let state = entry.obligation.state
        number = entry.obligation.id
        href = links.obligation(entry.obligation.id)
        due = words.day(state.effectiveDue)
        status = entry.status(on: day, in: words.language)
        tone = Self.tone(of: state, on: day)
        title = entry.title
        part = entry.partLabel.isEmpty ? nil : entry.partLabel
        place = entry.place
        plan = entry.planNumber
        period = words.period(entry.obligation.period)
        agency =
            entry.agencyName.isEmpty ? words(vi: "(chưa rõ cơ quan)", en: "(agency not known)") : entry.agencyName
        agencyLink = state.agency.map { Link(href: links.agency($0), title: entry.agencyName) }
        self.remarks = remarks
    }

    static func tone(of state: ObligationState, on day: CivilDate) -> String {
        switch state.timeStatus(on: day) {
        case .overdue: "late"
        case .dueSoon: "soon"
        case .completedOnTime, .completedLate: "done"
        case .none, .within: state.stage == .submitted ? "waits" : ""
        }
    }
}
