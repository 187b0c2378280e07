package import TrackerDomain
internal import TrackerStorage

/// One obligation with everything around it.
package struct ObligationDetail: Sendable {
    package let entry: ObligationEntry
    package let plan: Plan
    package let activity: Activity
    package let reading: DeadlineReading
    package let events: [Event]
    package let asOf: CivilDate
    /// What may be done now in the name of the acting agency.
    package let allowed: [Action.Kind]
    /// Names of the agencies that the row and the history speak of.
    package let agencyNames: [AgencyID: String]
}

/// A plan with the number of its rows.
package struct PlanSummary: Sendable {
    package let plan: Plan
    package let activities: Int
    package let standingAgencyName: String?
}

/// A page of rows of a plan.
package struct ActivityList: Sendable {
    package let plan: Plan
    package let page: Page<Activity>
}

/// What a person has to settle.
package struct QuestionList: Sendable {
    package let page: Page<QuestionEntry>
}

/// Counts on a day by one grouping, and their sum.
package struct CountTable: Sendable {
    package let asOf: CivilDate
    package let grouping: CountGrouping
    package let groups: [CountGroup]
    package let total: PeriodCounts
}

extension Tracker {
    package func plans() throws(TrackerError) -> [PlanSummary] {
        try store.read { transaction in
            try transaction.plans().map { plan in
                PlanSummary(
                    plan: plan, activities: try transaction.activityCount(ofPlan: plan.id),
                    standingAgencyName: try plan.standingAgency.flatMap { try transaction.agencyName($0) })
            }
        }
    }

    /// The rows of a plan, word for word, in the order of the document.
    package func activities(of plan: Plan, after: String?, limit: Int) throws(TrackerError) -> ActivityList {
        let position = try Self.number(after, option: "--after")
        return try store.read { transaction in
            ActivityList(plan: plan, page: try transaction.activities(ofPlan: plan.id, after: position, limit: limit))
        }
    }

    /// Everything about one obligation, with what an agency may do to it.
    package func detail(of id: Int64, as agency: String?) throws(TrackerError) -> ObligationDetail {
        let day = today
        let entry = try store.read { try $0.obligation(id) }
        guard let entry else { throw .notFound(.obligation(id), nearest: []) }
        let territory = try store.read { try $0.plan(entry.planID)?.territory }
        let named = try agency.map { name throws(TrackerError) in try self.agency(named: name, in: territory).id }
        return try store.read { transaction in
            guard let plan = try transaction.plan(entry.planID),
                let activity = try transaction.activity(entry.obligation.activity)
            else { throw TrackerError.internal }
            let events = try transaction.events(ofObligation: id)
            let member = try Self.member(named, for: entry, in: transaction)
            let mentioned = Set(activity.mentions.compactMap(\.agency) + events.compactMap(\.actor))
                .union([plan.standingAgency, entry.obligation.agency].compactMap { $0 })
            var names: [AgencyID: String] = [:]
            for id in mentioned { names[id] = try transaction.agencyName(id) }
            return ObligationDetail(
                entry: entry, plan: plan, activity: activity,
                reading: DeadlineReading(of: activity.row.deadline, in: plan.deadlineContext), events: events,
                asOf: day, allowed: WorkflowTable.allowed(in: entry.obligation.state.stage, for: member.roles),
                agencyNames: names)
        }
    }

    /// What a person has to settle, of one plan or of all.
    package func questions(plan: Plan?, after: String?, limit: Int) throws(TrackerError) -> QuestionList {
        let number = try Self.number(after, option: "--after")
        return QuestionList(page: try store.read { try $0.questions(plan: plan?.id, after: number, limit: limit) })
    }

    /// Counts on a day.
    package func counts(by grouping: CountGrouping, plan: Plan?, asOf: CivilDate?) throws(TrackerError) -> CountTable {
        let day = asOf ?? today
        let groups = try store.read { transaction in
            try transaction.counts(
                by: grouping, plan: plan?.id, asOf: day, readsPast: try transaction.readsPast(asOf: day))
        }
        let total = groups.reduce(into: PeriodCounts()) { $0.add($1.counts) }
        return CountTable(asOf: day, grouping: grouping, groups: groups, total: total)
    }

    private static func number(_ text: String?, option: String) throws(TrackerError) -> Int64? {
        guard let text else { return nil }
        guard let number = Int64(text) else {
            throw .invalidInput(
                name: option, value: text,
                hint: LocalizedText(
                    vi: "dùng giá trị “next” của trang trước.", en: "use the “next” value of the page before."))
        }
        return number
    }
}
