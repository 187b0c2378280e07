import TrackerDomain
import TrackerService

/// All plans.
struct PlansPage: BoardPage {
    static let template = "plans"

    struct Line: Sendable {
        let href: String
        let number: String
        let title: String
        let issuer: String
        let issued: String
        let years: String
        let rows: Int
        let standing: String
    }

    let frame: Frame
    let plans: [Line]
}

/// A plan's appendix as it is printed, with the state of each row.
struct PlanPage: BoardPage {
    static let template = "plan"

    struct Row: Sendable {
        /// The heading of the section, where one begins.
        let section: String?
        let ordinal: String
        let task: String
        let product: String
        let lead: String
        let cooperation: String
        let deadline: String
        let reading: String
        let funding: String
        /// How its obligations stand; nothing where it has none that the visitor sees.
        let state: State?
    }

    struct State: Sendable {
        let href: String
        let words: String
        let tone: String
    }

    let frame: Frame
    let number: String
    let title: String
    let about: String
    let caption: String
    let rows: [Row]
    let next: Link?
    let csv: String
}

extension Board {
    func plans(_ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        let words = Wording(language: request.language)
        let links = BoardLinks(request)
        let shown = PlansPage(
            frame: Frame(BoardSection.plans.title(words), for: request, today: tracker.today),
            plans: try tracker.plans().map { summary in
                let header = summary.plan.header
                return PlansPage.Line(
                    href: links.plan(summary.plan.id), number: header.number.description, title: header.title,
                    issuer: header.issuer, issued: words.day(header.issued), years: header.period,
                    rows: summary.activities,
                    standing: summary.standingAgencyName ?? words(vi: "(chưa rõ)", en: "(not known)"))
            })
        return try page(shown, request)
    }

    func plan(_ name: String, _ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        let words = Wording(language: request.language)
        let links = BoardLinks(request)
        let asOf = try request.asOf()
        let plan = try tracker.plan(named: name)
        let list = try tracker.activities(of: plan, after: request["after"], limit: ListFilter.rows)
        let counts = try tracker.counts(
            ofRows: list.page.items.map(\.id), inPlan: plan.id, asOf: asOf, access: try request.access())
        let header = plan.header
        var section: AppendixRow.Section?
        var rows: [PlanPage.Row] = []
        for activity in list.page.items {
            let isNew = activity.row.section != section
            section = activity.row.section
            rows.append(Self.row(activity, isNew, counts[activity.id], plan, links, words))
        }
        let shown = PlanPage(
            frame: Frame(
                header.number.description,
                crumbs: [Link(href: links.to("/plans"), title: BoardSection.plans.title(words))],
                for: request, today: tracker.today),
            number: header.number.description, title: header.title,
            about: words(
                vi: "\(header.issuer) ban hành ngày \(words.day(header.issued)), giai đoạn \(header.period)",
                en: "Issued by \(header.issuer) on \(words.day(header.issued)), for \(header.period)"),
            caption: words(vi: "Phụ lục kèm theo \(header.number)", en: "Appendix of \(header.number)"), rows: rows,
            next: list.page.next.map { cursor in
                Link(
                    href: links.to("/plans/\(plan.id)", ["after": cursor]),
                    title: words(vi: "Trang sau", en: "Next page"))
            },
            csv: links.to("/plans/\(plan.id).csv"))
        return try page(shown, request)
    }

    private static func row(
        _ activity: Activity, _ isNewSection: Bool, _ counts: PeriodCounts?, _ plan: Plan, _ links: BoardLinks,
        _ words: Wording
    ) -> PlanPage.Row {
        let row = activity.row
        let heading = "\(row.section.ordinal) \(row.section.title)"
        let reading = activity.reading(in: plan.deadlineContext)
        return PlanPage.Row(
            section: isNewSection && heading != " " ? heading : nil, ordinal: row.ordinal, task: row.task,
            product: row.product, lead: row.lead, cooperation: row.cooperation, deadline: row.deadline,
            reading: reading.words(in: words.language, context: plan.deadlineContext), funding: row.funding,
            state: counts.map { counts in
                PlanPage.State(
                    href: links.to("/search", ["row": String(activity.id)]), words: state(counts, words),
                    tone: counts.overdue > 0 ? "late" : counts.completed > 0 && counts.within == 0 ? "done" : "")
            })
    }

    /// "1 quá hạn, 2 xong, 7 trong hạn".
    private static func state(_ counts: PeriodCounts, _ words: Wording) -> String {
        let parts = [
            (counts.overdue, words(vi: "quá hạn", en: "overdue")), (counts.completed, words(vi: "xong", en: "done")),
            (counts.within, words(vi: "trong hạn", en: "within")),
            (counts.withoutDeadline, words(vi: "thường xuyên", en: "ongoing")),
            (counts.waiting, words(vi: "chờ", en: "waiting")),
            (counts.beforeTracking, words(vi: "trước theo dõi", en: "before tracking")),
        ]
        return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    /// The appendix as a table.
    func planCSV(_ name: String, _ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        let plan = try tracker.plan(named: name)
        let rows = try Self.items { after throws(TrackerError) in
            try tracker.activities(of: plan, after: after, limit: ListRequest.limits.upperBound).page
        }
        return appendixFile(named: "plan-\(plan.id)", rows.map(\.row))
    }
}
