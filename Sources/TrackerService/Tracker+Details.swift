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
    /// The agency that supervises the section of the row.
    package let supervisor: AgencyID?
    /// Names of the agencies that the row and the history speak of.
    package let agencyNames: [AgencyID: String]
}

/// A plan with the number of its rows.
package struct PlanSummary: Sendable {
    package let plan: Plan
    package let activities: Int
    package let standingAgencyName: String?
}

/// A page of rows of one plan or of all plans.
package struct ActivityList: Sendable {
    package let page: Page<Activity>
    /// The plans by their numbers in the store.
    package let plans: [Int64: Plan]
    package let asOf: CivilDate
}

/// What a person has to settle.
package struct QuestionList: Sendable {
    package let page: Page<QuestionEntry>
    /// Rows whose cooperating agency or group ended without an heir, where the list leaves them aside.
    package let endedCooperation: Int
}

/// Counts on a day by one grouping, and their sum.
package struct CountTable: Sendable {
    package let asOf: CivilDate
    /// The periodic report that they are for.
    package let report: PeriodicReport?
    package let grouping: CountGrouping
    package let groups: [CountGroup]
    package let total: PeriodCounts
}

extension Tracker {
    package func plans() throws(TrackerError) -> [PlanSummary] {
        try store.read { transaction in
            try transaction.plans().map { plan in
                let standing = try transaction.standingAgency(of: plan, on: today)
                return PlanSummary(
                    plan: plan, activities: try transaction.activityCount(ofPlan: plan.id),
                    standingAgencyName: try standing.flatMap { try transaction.agencyName($0, on: today) })
            }
        }
    }

    /// The rows of one plan or of all plans, word for word, in the order of the documents.
    package func activities(of plan: Plan?, after: String?, limit: Int) throws(TrackerError) -> ActivityList {
        let numbers = after.map { $0.split(separator: "~", omittingEmptySubsequences: false).map { Int64(digits: $0) } }
        guard numbers.map({ $0.count == 2 && $0.allSatisfy { $0 != nil } }) ?? true else {
            throw Self.badCursor(after ?? "")
        }
        let cursor = numbers.flatMap { parts in parts[0].flatMap { plan in parts[1].map { (plan, $0) } } }
        return try store.read { transaction in
            ActivityList(
                page: try transaction.activities(ofPlan: plan?.id, after: cursor, limit: limit),
                plans: Dictionary(
                    try (plan.map { [$0] } ?? transaction.plans()).map { ($0.id, $0) },
                    uniquingKeysWith: { first, _ in first }),
                asOf: today)
        }
    }

    /// How those obligations of some rows that a token lets its holder see stood on a day; a row without any is not there.
    ///
    /// - Parameter plan: the plan of all the rows, where they are of one: whoever keeps it sees everything in it.
    package func counts(
        ofRows ids: [Int64], inPlan plan: Int64? = nil, asOf: CivilDate?, access: AccessToken? = nil
    ) throws(TrackerError) -> [Int64: PeriodCounts] {
        let day = asOf ?? today
        return try store.read { transaction in
            var visibility = try Self.visibility(for: access, on: today, in: transaction)
            if let plan, visibility.circle?.plans.contains(plan) ?? false { visibility = .everything }
            return try transaction.counts(
                ofActivities: ids, visibleTo: visibility, asOf: day, readsPast: try transaction.readsPast(asOf: day))
        }
    }

    /// Everything about one obligation, with what an agency may do to it.
    ///
    /// As of a past day: with the state and the history that counted on it. Nothing is allowed then, because actions act
    /// on what stands now.
    package func detail(
        of id: Int64, as agency: String? = nil, asOf: CivilDate? = nil, access: AccessToken? = nil
    ) throws(TrackerError) -> ObligationDetail {
        let day = asOf ?? today
        var named = access?.agency
        if let agency { named = try self.agency(named: agency, forObligation: id) }
        return try store.read { transaction in
            guard let entry = try Self.visibleEntry(id, to: access, on: today, in: transaction) else {
                throw TrackerError.notFound(.obligation(id), nearest: [])
            }
            guard let plan = try transaction.plan(entry.planID),
                let activity = try transaction.activity(entry.obligation.activity)
            else { throw TrackerError.internal }
            let all = try transaction.events(ofObligation: id)
            let events = all.filter { $0.countsOn <= day }
            var then = entry
            if events.count < all.count, let state = events.last?.after ?? all.first?.before {
                then = try Self.entry(entry, in: state, on: day, in: transaction)
            }
            let member = try Self.member(named, for: entry, on: today, in: transaction).bounded(by: access)
            let supervisor = try transaction.supervisor(ofSection: entry.sectionOrdinal, plan: plan.id)
            let mentioned = Set(activity.mentions.compactMap(\.agency))
                .union(events.flatMap { [$0.actor, $0.before.agency, $0.after.agency] }.compactMap { $0 })
                .union([plan.standingAgency, supervisor, entry.obligation.agency].compactMap { $0 })
            var names: [AgencyID: String] = [:]
            for id in mentioned { names[id] = try transaction.agencyName(id, on: day) }
            return ObligationDetail(
                entry: then, plan: plan, activity: activity,
                reading: activity.reading(in: plan.deadlineContext), events: events,
                asOf: day,
                allowed: day >= today ? entry.obligation.allowedActions(for: member.roles) : [],
                supervisor: supervisor, agencyNames: names)
        }
    }

    /// An entry in an earlier state, under the name of the agency that owed it then.
    private static func entry(
        _ entry: ObligationEntry, in state: ObligationState, on day: CivilDate, in transaction: ReadTransaction
    ) throws -> ObligationEntry {
        var obligation = entry.obligation
        obligation.state = state
        let name =
            try state.agency.map { try transaction.agencyName($0, on: day) } ?? transaction.owner(of: obligation.id)
        return entry.with(obligation, agencyName: name ?? entry.agencyName)
    }

    /// What a person has to settle, of one plan or of all; with a token, of the plans that its agency keeps and the sections
    /// that it supervises.
    ///
    /// Cooperating agencies that ended without an heir are a list of their own: UBND cấp huyện stands in nearly every row.
    package func questions(
        plan: Plan?, onlyCooperating: Bool = false, after: String?, limit: Int, access: AccessToken? = nil
    ) throws(TrackerError) -> QuestionList {
        try Self.requireAccess(.readQuestions, of: access)
        let number = try Self.number(after)
        return try store.read { transaction in
            let visibility = try Self.visibility(for: access, on: today, in: transaction)
            return QuestionList(
                page: try transaction.questions(
                    plan: plan?.id, onlyCooperating: onlyCooperating, visibleTo: visibility, on: today, after: number,
                    limit: limit),
                endedCooperation: onlyCooperating
                    ? 0 : try transaction.endedCooperationCount(plan: plan?.id, visibleTo: visibility))
        }
    }

    /// Counts on a day.
    package func counts(by grouping: CountGrouping, plan: Plan?, asOf: CivilDate?) throws(TrackerError) -> CountTable {
        try counts(by: grouping, plan: plan, on: asOf ?? today, for: nil)
    }

    /// Counts for a periodic report: as they stood at the cut-off of its data, or today where that is still to come. The
    /// plan's regime says when; without a plan all plans must follow the same one.
    package func counts(
        by grouping: CountGrouping, plan: Plan?, forReportOf period: ReportingPeriod
    ) throws(TrackerError) -> CountTable {
        let followed = try store.read { try $0.regimesInUse() }
        let regimes = plan.map { [$0.settings.regime] } ?? followed
        guard regimes.count <= 1 else {
            throw .invalidInput(
                name: "--report", value: period.description,
                hint: LocalizedText(
                    vi: "các kế hoạch theo chế độ báo cáo khác nhau; chọn một kế hoạch bằng --plan.",
                    en: "the plans follow different reporting regimes; choose one with --plan."))
        }
        let report = (regimes.first ?? .calendar).report(for: period)
        return try counts(by: grouping, plan: plan, on: min(report.data.upperBound, today), for: report)
    }

    private func counts(
        by grouping: CountGrouping, plan: Plan?, on day: CivilDate, for report: PeriodicReport?
    ) throws(TrackerError) -> CountTable {
        let groups = try store.read { transaction in
            try transaction.counts(
                by: grouping, plan: plan?.id, asOf: day, readsPast: try transaction.readsPast(asOf: day))
        }
        let total = groups.reduce(into: PeriodCounts()) { $0.add($1.counts) }
        return CountTable(asOf: day, report: report, grouping: grouping, groups: groups, total: total)
    }

    private static func number(_ text: String?) throws(TrackerError) -> Int64? {
        guard let text else { return nil }
        guard let number = Int64(digits: text) else { throw badCursor(text) }
        return number
    }

    private static func badCursor(_ text: String) -> TrackerError {
        .invalidInput(
            name: "--after", value: text,
            hint: LocalizedText(
                vi: "dùng giá trị “next” của trang trước.", en: "use the “next” value of the page before."))
    }
}
