package import TrackerDomain
package import TrackerService

/// A line of the history for programs.
package struct EventPayload: Encodable, Sendable {
    package let sequence: Int64
    package let obligation: Int64
    package let action: String
    /// What made it come about: byHand, revision, calendar, succession.
    package let cause: String
    @Nullable package var actor: String?
    package let recordedAt: Int64
    package let recordedOn: String
    package let countsOn: String
    package let stageBefore: String
    package let stageAfter: String
    package let progress: Int
    @Nullable package var nominalDue: String?
    @Nullable package var effectiveDue: String?
    @Nullable package var requestedDue: String?
    /// Who owes the obligation afterwards.
    @Nullable package var agency: String?
    package let note: String
    @Nullable package var document: String?
    @Nullable package var documentDate: String?

    package init(_ event: Event) {
        sequence = event.sequence
        obligation = event.obligation
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
package struct HistoryPayload: Encodable, Sendable {
    package let id: Int64
    package let items: [EventPayload]

    package init(_ detail: ObligationDetail) {
        id = detail.entry.obligation.id
        items = detail.events.map { EventPayload($0) }
    }
}
