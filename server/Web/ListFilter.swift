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
    /// The list without what narrows it, as of the same day.
    let everything: String
    /// What goes along unseen: the day, and what other pages narrow the list to.
    let kept: [HiddenField]
    let plans: [Choice]
    let agency: String
    let section: String
    let year: String
    let words: String
    /// How many days ahead the list looks, where it does.
    let within: String?
    let isNarrowed: Bool

    init(_ filter: ListFilter, of tracker: Tracker, topic: ListTopic, for asked: BoardRequest) throws(TrackerError) {
        let request = filter.request.filter
        action = "/" + topic.path
        everything = BoardLinks(asked).to(action, ["within": asked["within"]])
        kept = [
            ("asOf", asked["asOf"]), ("row", request.activity.map { String($0) }), ("stage", request.stage?.rawValue),
        ].compactMap { name, value in value.map { HiddenField(name: name, value: $0) } }
        plans = try Choice.plans(of: tracker, chosen: filter.plan)
        agency = filter.agency.map { Self.name(of: $0, on: filter.request.asOf, tracker) } ?? ""
        section = asked["section"] ?? ""
        year = asked["year"] ?? ""
        words = asked["q"] ?? ""
        within = topic == .due ? String(filter.days) : nil
        isNarrowed = request != ObligationFilter()
    }

    /// What names an agency whatever plan is chosen beside it: its name, or its id where others are called the same.
    private static func name(of agency: Agency, on day: CivilDate?, _ tracker: Tracker) -> String {
        let meant = try? tracker.agency(named: agency.name, on: day)
        return meant?.id == agency.id ? agency.name : agency.id.description
    }
}
