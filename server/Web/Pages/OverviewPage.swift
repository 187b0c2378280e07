import TrackerDomain
import TrackerService

/// How things stand on a day.
struct OverviewPage: BoardPage {
    static let template = "overview"

    struct Count: Sendable {
        /// The list that has exactly these, where there is one.
        let href: String?
        let number: String
        let title: String
        let tone: String
    }

    struct Formula: Sendable {
        let title: String
        let fraction: String
        let percent: String
    }

    struct Change: Sendable {
        let href: String
        let actor: String
        /// What was done, and how often: "góp ý ×15".
        let words: String
        let title: String
        let place: String
        /// That it was done of other obligations too.
        let others: String?
    }

    let frame: Frame
    let plans: [FilterForm.Choice]
    let asOf: String
    let counts: [Count]
    let aside: [Count]
    let formulas: [Formula]
    let rates: RateChart
    let months: HeatMap
    /// Whether changes are shown: only for today.
    let isToday: Bool
    let hasChanges: Bool
    let changes: [Change]
    /// How many changes are not shown, where not all are.
    let moreChanges: String?
    let waiting: [Count]
}

extension Board {
    func overview(_ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        let words = Wording(language: request.language)
        let links = BoardLinks(request)
        let asOf = try request.asOf()
        let plan = try request["plan"].map { name throws(TrackerError) in try tracker.plan(named: name) }
        let table = try shared.counts(by: .agency, plan: plan, asOf: asOf)
        let narrowed = ["plan": plan.map { String($0.id) }]
        let isToday = asOf.map { $0 == tracker.today } ?? true
        let changes = isToday ? try tracker.changesToday(plan: plan, limit: 12, access: try request.access()) : nil
        return try page(
            OverviewPage(
                frame: Frame(BoardSection.overview.title(words), for: request, today: tracker.today),
                plans: try FilterForm.Choice.plans(of: tracker, chosen: plan),
                asOf: request["asOf"] ?? "",
                counts: Self.counts(
                    table.total,
                    listed: request.session?.seesEverything ?? false ? links.to("/overdue", narrowed) : nil,
                    words),
                aside: Self.aside(table.total, words),
                formulas: Self.formulas(table.total, words),
                rates: RateChart(table, plan: narrowed, links, words),
                months: HeatMap(try shared.months(plan: plan, asOf: asOf), plan: narrowed, links, words),
                isToday: isToday, hasChanges: changes.map { !$0.lines.isEmpty } ?? false,
                changes: changes?.lines.map { Self.change($0, links, words) } ?? [],
                moreChanges: changes.flatMap { Self.more($0.more, words) },
                waiting: try waiting(plan, narrowed, request, links, words)),
            request)
    }

    /// The official two by two.
    ///
    /// - Parameter listed: the list of those that are overdue, where the visitor sees all of them.
    private static func counts(
        _ total: PeriodCounts, listed: String?, _ words: Wording
    ) -> [OverviewPage.Count] {
        [
            .init(
                href: nil, number: String(total.completedOnTime),
                title: words(vi: "Hoàn thành đúng hạn", en: "Completed on time"),
                tone: "done"),
            .init(
                href: nil, number: String(total.completedLate),
                title: words(vi: "Hoàn thành quá hạn", en: "Completed late"),
                tone: "soon"),
            .init(
                href: nil, number: String(total.within),
                title: words(vi: "Chưa xong, trong hạn", en: "Not done, within the deadline"), tone: ""),
            .init(
                href: listed, number: String(total.overdue),
                title: words(vi: "Chưa xong, quá hạn", en: "Not done, overdue"), tone: total.overdue > 0 ? "late" : ""),
        ]
    }

    /// What the two by two leaves out.
    private static func aside(_ total: PeriodCounts, _ words: Wording) -> [OverviewPage.Count] {
        [
            .init(
                href: nil, number: String(total.withoutDeadline),
                title: words(vi: "không có hạn (thường xuyên)", en: "without a deadline (ongoing)"), tone: ""),
            .init(
                href: nil, number: String(total.waiting),
                title: words(vi: "chờ điều kiện hoặc tạm dừng", en: "waiting or suspended"),
                tone: ""),
            .init(
                href: nil, number: String(total.beforeTracking),
                title: words(vi: "trước khi theo dõi", en: "before tracking"),
                tone: ""),
        ]
    }

    /// Both formulas in use, each with its fraction.
    private static func formulas(_ total: PeriodCounts, _ words: Wording) -> [OverviewPage.Formula] {
        func formula(_ title: String, _ part: Int, _ whole: Int, _ share: Double?) -> OverviewPage.Formula {
            .init(title: title, fraction: "\(part)/\(whole)", percent: words.percent(share))
        }
        return [
            formula(
                words(vi: "Hoàn thành trên tổng số có hạn", en: "Completed of all with a deadline"), total.completed,
                total.withDeadline, total.completedOfAll),
            formula(
                words(vi: "Hoàn thành trên số đã đến hạn", en: "Completed of those come due"), total.completed,
                total.comeDue, total.completedOfComeDue),
            formula(
                words(vi: "Quá hạn trên tổng số có hạn", en: "Overdue of all with a deadline"), total.overdue,
                total.withDeadline, total.overdueOfAll),
            formula(
                words(vi: "Quá hạn trên số đã đến hạn", en: "Overdue of those come due"), total.overdue, total.comeDue,
                total.overdueOfComeDue),
        ]
    }

    private static func change(_ change: ChangeEntry, _ links: BoardLinks, _ words: Wording) -> OverviewPage.Change {
        let others = change.obligations - 1
        return OverviewPage.Change(
            href: links.obligation(change.entry.obligation.id), actor: change.actorName ?? "–",
            words: change.event.words(in: words.language) + (change.times > 1 ? " ×\(change.times)" : ""),
            title: change.entry.title, place: "\(change.entry.planNumber), \(change.entry.place)",
            others: others > 0
                ? words(
                    vi: "và \(others) nghĩa vụ khác",
                    en: "and \(others) other \(others == 1 ? "obligation" : "obligations")")
                : nil)
    }

    private static func more(_ number: Int, _ words: Wording) -> String? {
        guard number > 0 else { return nil }
        return words(
            vi: "Còn \(number) thay đổi nữa.", en: number == 1 ? "1 more change." : "\(number) more changes.")
    }

    /// What waits for the standing agency.
    private func waiting(
        _ plan: Plan?, _ narrowed: [String: String?], _ request: BoardRequest, _ links: BoardLinks, _ words: Wording
    ) throws(TrackerError) -> [OverviewPage.Count] {
        var counts: [OverviewPage.Count] = []
        for topic in [ListTopic.confirm, .extensions, .checkIns, .orphans] {
            var asked = ListRequest(
                filter: ObligationFilter(plan: plan?.id), asOf: try request.asOf(), limit: 1)
            asked.access = try request.access()
            let total = try topic.list(asked, within: 1, of: tracker).total
            guard total > 0 else { continue }
            counts.append(
                .init(
                    href: links.to("/" + topic.path, narrowed), number: words.count(total, limit: Tracker.countLimit),
                    title: topic.title(words), tone: ""))
        }
        return counts
    }
}
