internal import TrackerDomain
package import TrackerService

/// A plan as programs read it.
package struct PlanPayload: Encodable, Sendable {
    package let id: Int64
    package let number: String
    package let issuer: String
    package let issued: String
    package let title: String
    package let period: String
    package let activities: Int
    @Nullable package var standingAgency: String?
    package let trackedFrom: String
    package let regime: String
    package let beforeIncludesDay: Bool
    package let movesToWorkingDay: Bool

    package init(_ summary: PlanSummary) {
        let plan = summary.plan
        id = plan.id
        number = plan.header.number.description
        issuer = plan.header.issuer
        issued = plan.header.issued.description
        title = plan.header.title
        period = plan.period
        activities = summary.activities
        standingAgency = plan.standingAgency?.description
        trackedFrom = plan.trackedFrom.description
        regime = plan.settings.regime.id
        beforeIncludesDay = plan.settings.beforeIncludesDay
        movesToWorkingDay = plan.settings.movesToWorkingDay
    }
}
