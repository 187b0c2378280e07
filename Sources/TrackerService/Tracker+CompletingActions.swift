internal import TrackerDomain
internal import TrackerStorage

extension Tracker {
    /// Fills in what an action needs from the store: the deadline that an event starts, the working day on which an
    /// extended deadline takes effect. An agency that cannot owe anything is refused as the new lead.
    static func completed(
        _ action: Action, for obligation: Obligation, on day: ActionDay, in transaction: ReadTransaction
    ) throws -> Action {
        switch action {
        case .recordEvent(let happened, nil, let document, let note):
            let due = try due(of: obligation, afterEventOn: happened, in: transaction)
            // The history keeps the words of an action; the day of the event has no other place there.
            let words = ["Xảy ra ngày \(happened.vietnamese)", note].filter { !$0.isEmpty }.joined(separator: ". ")
            return .recordEvent(on: happened, due: due, document: document, note: words)
        case .requestExtension(let due, let reason):
            let calendar = try movingCalendar(of: obligation, in: transaction)
            return .requestExtension(to: DueDate(nominal: due.nominal, calendar: calendar), reason: reason)
        case .grantExtension(let due, let decision, let reason):
            let nominal = due?.nominal ?? obligation.state.extensionRequest?.due.nominal
            let calendar = try movingCalendar(of: obligation, in: transaction)
            return .grantExtension(
                to: nominal.map { DueDate(nominal: $0, calendar: calendar) }, decision: decision, reason: reason)
        case .reassign(let agency, _, _):
            try requireLead(agency, on: day.counts, in: transaction)
            return action
        default:
            return action
        }
    }

    /// The deadline that follows from an event by the words of the row; `nil` where the obligation has one already or the
    /// words give none.
    private static func due(
        of obligation: Obligation, afterEventOn day: CivilDate, in transaction: ReadTransaction
    ) throws -> DueDate? {
        guard obligation.state.nominalDue == nil,
            let stored = try transaction.obligations(ofActivity: obligation.activity)
                .first(where: { $0.obligation.id == obligation.id }),
            let activity = try transaction.activity(obligation.activity),
            let plan = try transaction.plan(activity.plan)
        else { return nil }
        let reading = activity.reading(in: plan.deadlineContext)
        guard reading.parts.indices.contains(stored.part), case .event(let trigger) = reading.parts[stored.part].rule
        else { return nil }
        let calendar = try transaction.workCalendar()
        let nominal = trigger.due(afterEventOn: day) { calendar.adding(workingDays: $1, to: $0) }
        return DueDate(nominal: nominal, calendar: plan.settings.moving(calendar))
    }

    /// The calendar that moves the due dates of the obligation's plan; none where they stay on their days.
    private static func movingCalendar(
        of obligation: Obligation, in transaction: ReadTransaction
    ) throws -> WorkCalendar? {
        let plan = try transaction.activity(obligation.activity).flatMap { try transaction.plan($0.plan) }
        return (plan?.settings ?? .standard).moving(try transaction.workCalendar())
    }

    /// Only a single agency that exists on the day can owe something.
    private static func requireLead(
        _ id: AgencyID, on day: CivilDate, in transaction: ReadTransaction
    ) throws {
        guard let agency = try transaction.agency(id) else {
            throw TrackerError.notFound(.agency(id.description), nearest: [])
        }
        guard agency.kind == .agency, agency.isValid(on: day) else {
            throw TrackerError.invalidInput(
                name: "--to", value: agency.name,
                hint: agency.kind == .group
                    ? LocalizedText(
                        vi: "đây là một nhóm; chọn một cơ quan.", en: "this is a group; choose a single agency.")
                    : LocalizedText(
                        vi: "cơ quan không tồn tại ngày \(day.vietnamese); chọn cơ quan khác.",
                        en: "the agency does not exist on \(day); choose another one."))
        }
    }
}
