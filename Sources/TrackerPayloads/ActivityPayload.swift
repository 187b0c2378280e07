package import TrackerDomain
package import TrackerService

/// A row of a plan, word for word, as programs read it.
package struct ActivityPayload: Encodable, Sendable {
    package let id: Int64
    package let plan: String
    package let planID: Int64
    package let section: String
    package let sectionTitle: String
    package let ordinal: String
    package let task: String
    package let product: String
    package let lead: String
    package let cooperation: String
    package let deadline: String
    package let funding: String
    package let sourceClause: String
    package let complete: Bool
    package let deadlineKind: String
    @Nullable package var condition: String?
    package let leads: [String]

    package init(_ activity: Activity, plan: String) {
        let row = activity.row
        id = activity.id
        self.plan = plan
        planID = activity.plan
        section = row.section.ordinal
        sectionTitle = row.section.title
        ordinal = row.ordinal
        task = row.task
        product = row.product
        lead = row.lead
        cooperation = row.cooperation
        deadline = row.deadline
        funding = row.funding
        sourceClause = row.sourceClause
        complete = row.isComplete
        deadlineKind = activity.deadlineKind.rawValue
        condition = activity.condition
        leads = activity.mentions.filter { $0.role == .lead }.map { $0.agency?.description ?? "?" }
    }
}

extension ListPayload<ActivityPayload> {
    package init(_ list: ActivityList) {
        self.init(
            list.page.items.map { ActivityPayload($0, plan: list.plans[$0.plan]?.header.number.description ?? "") },
            next: list.page.next, asOf: list.asOf)
    }
}
