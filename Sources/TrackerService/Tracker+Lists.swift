package import TrackerDomain
internal import TrackerStorage

/// What a list asks for, as a person or a program puts it.
package struct ListRequest: Sendable {
    package var filter: ObligationFilter
    /// The day as of which the list stands; today where it is `nil`.
    package var asOf: CivilDate?
    /// Where the page begins: the `next` of the page before.
    package var after: String?
    package var limit: Int
    /// Only ``Tracker/list(_:)`` has a choice.
    package var order = ListOrder.byNumber
    /// The token of whoever asks over the network; `nil` for the operator, who sees everything.
    package var access: AccessToken?

    package static let limits = 1...500

    package init(filter: ObligationFilter = .init(), asOf: CivilDate? = nil, after: String? = nil, limit: Int = 50) {
        self.filter = filter
        self.asOf = asOf
        self.after = after
        self.limit = limit
    }

    package static func check(limit: Int) throws(TrackerError) {
        guard !limits.contains(limit) else { return }
        throw .invalidInput(
            name: "--limit", value: String(limit),
            hint: LocalizedText(vi: "nhập từ 1 đến 500.", en: "enter 1 to 500."))
    }
}

/// A page of obligations as they stood on a day.
package struct ObligationList: Sendable {
    package let asOf: CivilDate
    package let page: Page<ObligationEntry>
    /// How many there are altogether, counted no further than ``Tracker/countLimit``.
    package let total: Int
    /// Obligations that depend on an unrecorded condition and whose written date has passed; counted no further than
    /// ``Tracker/countLimit``. Only the overdue list has them.
    package let conditionalPastDue: Int
    /// The reports for which ongoing work is checked in on, one for each regime that plans follow. Only the list of
    /// missing check-ins has them.
    package var gathering: [GatheredReport] = []
}

/// The report that a regime gathers progress for on a day.
package struct GatheredReport: Sendable {
    package let regime: ReportingRegime
    package let report: PeriodicReport
    /// The first day whose progress counts for it alone.
    package let since: CivilDate

    init(of regime: ReportingRegime, on day: CivilDate) {
        self.regime = regime
        (report, since) = regime.gathering(on: day)
    }
}

extension Tracker {
    /// Totals beside a list are counted up to this number; beyond it there are "more than".
    package static let countLimit = 1_000

    /// All obligations, or in the order of due dates those that have one.
    package func list(_ request: ListRequest) throws(TrackerError) -> ObligationList {
        try list(request, kind: .all, order: request.order)
    }

    /// What is overdue: owed, and the effective due date has passed. The longest overdue comes first.
    package func overdue(_ request: ListRequest) throws(TrackerError) -> ObligationList {
        try list(request, kind: .overdue, order: .byDueDate)
    }

    /// What falls due within some days.
    package func due(_ request: ListRequest, withinDays days: Int) throws(TrackerError) -> ObligationList {
        let asOf = request.asOf ?? today
        return try list(request, kind: .due(until: asOf.adding(days: days)), order: .byDueDate)
    }

    /// What depends on a condition that nobody has recorded, though the written date has passed.
    package func conditionalPastDue(_ request: ListRequest) throws(TrackerError) -> ObligationList {
        try list(request, kind: .conditionalPastDue, order: .byDueDate)
    }

    /// Requests to extend a deadline that wait for the standing agency's decision.
    package func extensionRequests(_ request: ListRequest) throws(TrackerError) -> ObligationList {
        try list(request, kind: .extensionRequested, order: .byNumber)
    }

    func list(
        _ request: ListRequest, kind: ObligationQuery.Kind, order: ListOrder
    ) throws(TrackerError) -> ObligationList {
        try ListRequest.check(limit: request.limit)
        let asOf = request.asOf ?? today
        return try store.read { transaction in
            var filter = request.filter
            filter.visibility = try Self.visibility(for: request.access, on: today, in: transaction)
            var query = ObligationQuery(
                filter: filter, asOf: asOf, readsPast: try transaction.readsPast(asOf: asOf), order: order,
                kind: kind, after: request.after, limit: request.limit)
            let page = try transaction.obligations(query)
            query.after = nil
            query.limit = Self.countLimit
            let isWhole = page.next == nil && request.after == nil
            let total = isWhole ? page.items.count : try transaction.count(query)
            var conditional = 0
            if case .overdue = kind {
                query.kind = .conditionalPastDue
                conditional = try transaction.count(query)
            }
            return ObligationList(asOf: asOf, page: page, total: total, conditionalPastDue: conditional)
        }
    }

    /// Ongoing obligations without a progress report in the reporting period of a day.
    package func checkInsMissing(_ request: ListRequest) throws(TrackerError) -> ObligationList {
        let asOf = request.asOf ?? today
        let regimes = try store.read { transaction in
            try request.filter.plan.map { [try transaction.plan($0)?.settings.regime].compactMap(\.self) }
                ?? transaction.regimesInUse()
        }
        let gathering = regimes.map { GatheredReport(of: $0, on: asOf) }
        let since = Dictionary(gathering.map { ($0.regime.id, $0.since) }, uniquingKeysWith: { first, _ in first })
        var list = try list(request, kind: .checkInMissing(since: since), order: .byNumber)
        list.gathering = gathering
        return list
    }
}
