package import TrackerDomain
package import TrackerService

/// One obligation with everything around it, as programs read it.
package struct ObligationDetailPayload: Encodable, Sendable {
    package let obligation: ObligationPayload
    package let activity: ActivityPayload
    package let planTitle: String
    package let deadlineWords: String
    @Nullable package var supervisor: String?
    package let allowedActions: [String]
    package let events: [EventPayload]
    package let asOf: String

    package init(_ detail: ObligationDetail, in language: Language) {
        obligation = ObligationPayload(detail.entry, asOf: detail.asOf)
        activity = ActivityPayload(detail.activity, plan: detail.entry.planNumber)
        planTitle = detail.plan.header.title
        deadlineWords = detail.reading.words(in: language, context: detail.plan.deadlineContext)
        supervisor = detail.supervisor?.description
        allowedActions = detail.allowed.map(\.rawValue)
        events = detail.events.map { EventPayload($0) }
        asOf = detail.asOf.description
    }
}
