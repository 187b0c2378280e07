import Foundation
import TrackerDomain
import TrackerService

/// What a list is narrowed to, as the address says it and as the tracker understands it.
struct ListFilter: Sendable {
    let request: ListRequest
    let plan: Plan?
    let agency: Agency?
    let days: Int

    /// How many rows a page of a list has.
    static let rows = 100

    init(_ asked: BoardRequest, of tracker: Tracker) throws(TrackerError) {
        let fields = FormFields(asked.query, language: asked.language)
        let asOf = try asked.asOf()
        let plan = try fields.given("plan").map { name throws(TrackerError) in try tracker.plan(named: name) }
        let agency = try fields.given("agency").map { name throws(TrackerError) in
            try tracker.agency(named: name, in: plan?.territory, on: asOf)
        }
        var request = ListRequest(
            asOf: asOf, after: asked["after"],
            limit: try fields.number("limit", LocalizedText(vi: "số dòng", en: "rows")) ?? Self.rows)
        request.filter.plan = plan?.id
        request.filter.agency = agency?.id
        request.filter.section = fields.given("section")
        request.filter.year = try fields.number("year", LocalizedText(vi: "năm", en: "year"))
        request.filter.text = fields.given("q")
        request.filter.stage = fields.given("stage").flatMap(Stage.init(rawValue:))
        request.filter.activity = fields.given("row").flatMap { Int64($0) }
        request.access = try asked.access()
        self.request = request
        self.plan = plan
        self.agency = agency
        days = max(1, try fields.number("within", LocalizedText(vi: "số ngày", en: "days")) ?? ListTopic.dueDays)
    }
}

/// The form that narrows a list.
struct FilterForm: Sendable {
    struct Choice: Sendable {
        let value: String
        let title: String
        let isChosen: Bool

        /// The plans to choose from.
        static func plans(of tracker: Tracker, chosen: Plan?) throws(TrackerError) -> [Choice] {
            try tracker.plans().map { summary in
                Choice(
                    value: String(summary.plan.id),
                    title: "\(summary.plan.header.number) · \(summary.plan.header.issuer)",
                    isChosen: summary.plan.id == chosen?.id)
            }
        }
    }

    let action: String
    let asOf: String
    let plans: [Choice]
    let agency: String
    let section: String
    let year: String
    let words: String
    /// How many days ahead the list looks, where it does.
    let within: String?
    let isNarrowed: Bool

    init(_ filter: ListFilter, of tracker: Tracker, topic: ListTopic, for asked: BoardRequest) throws(TrackerError) {
        action = "/" + topic.path
        asOf = asked["asOf"] ?? ""
        plans = try Choice.plans(of: tracker, chosen: filter.plan)
        agency = filter.agency?.name ?? ""
        section = asked["section"] ?? ""
        year = asked["year"] ?? ""
        words = asked["q"] ?? ""
        within = topic == .due ? String(filter.days) : nil
        let request = filter.request.filter
        isNarrowed = request != ObligationFilter()
    }
}
