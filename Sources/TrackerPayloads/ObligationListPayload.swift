internal import TrackerDomain
package import TrackerService

/// A list of obligations as programs read it.
package struct ObligationListPayload: Encodable, Sendable {
    package let items: [ObligationPayload]
    @Nullable package var next: String?
    package let asOf: String
    package let total: Int
    package let conditionalPastDue: Int?
    package let reports: [GatheredReportPayload]?

    /// What some lists tell beside their items.
    package enum Extra: Sendable {
        /// The overdue list: how many conditional obligations have passed their written date.
        case conditionalPastDue
        /// The missing check-ins: the reports that progress is gathered for.
        case reports
    }

    package init(_ list: ObligationList, with extra: Extra? = nil) {
        items = list.page.items.map { ObligationPayload($0, asOf: list.asOf) }
        next = list.page.next
        asOf = list.asOf.description
        total = list.total
        conditionalPastDue = extra == .conditionalPastDue ? list.conditionalPastDue : nil
        reports = extra == .reports ? list.gathering.map(GatheredReportPayload.init) : nil
    }
}

extension ObligationListPayload: DirectlyEncodable {
    var json: JSONObjectText {
        var json = JSONObjectText(capacity: 1_024 * items.count)
        json.add("asOf", asOf)
        if let conditionalPastDue { json.add("conditionalPastDue", conditionalPastDue) }
        json.add("items", items.map(\.json))
        json.add("next", orNull: next)
        if let reports { json.add("reports", reports.map(\.json)) }
        json.add("total", total)
        return json
    }
}
