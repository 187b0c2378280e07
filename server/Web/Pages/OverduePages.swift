import TrackerDomain
import TrackerOutput
import TrackerService

/// How many are overdue, by agency, section, plan or year.
struct GroupedPage: BoardPage {
    static let template = "grouped"

    struct Line: Sendable {
        let href: String
        let name: String
        let overdue: Int
        let within: Int
        let completedOnTime: Int
        let completedLate: Int
        let percent: String
    }

    let frame: Frame
    let heading: String
    let caption: String
    /// What the groups are.
    let column: String
    let groupings: [Link]
    let lines: [Line]
    /// That the table does not have all groups, where it has not.
    let note: String?
    let csv: String
    let isEmpty: Bool

    /// How many groups the table has at most.
    static let most = 500
}

extension Board {
    func grouped(by grouping: CountGrouping, _ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        let words = Wording(language: request.language)
        let links = BoardLinks(request)
        let (table, plan) = try counts(by: grouping, request)
        let groups = table.groups.filter { $0.counts.comeDue > 0 }
        let names = AgencyNames(groups.map { (AgencyID($0.key), $0.name) }, words)
        func name(_ group: CountGroup) -> String {
            grouping == .agency
                ? names(AgencyID(group.key), group.name, isFormer: group.endedOn != nil) : group.name
        }
        let shown = GroupedPage(
            frame: Frame(
                grouping.title(words),
                crumbs: [Link(href: links.to("/overdue"), title: BoardSection.overdue.title(words))],
                for: request, today: tracker.today),
            heading: words(
                vi: "Quá hạn \(grouping.title(words).lowercased())", en: "Overdue \(grouping.title(words).lowercased())"
            ),
            caption: words(
                vi: "\(table.total.overdue) nghĩa vụ quá hạn, ngày \(words.day(table.asOf))",
                en: "Overdue: \(table.total.overdue), \(words.day(table.asOf))"),
            column: grouping.column(words),
            groupings: CountGrouping.allCases.map { other in
                Link(
                    href: links.to("/overdue/by/\(other.rawValue)", ["plan": plan.map { String($0.id) }]),
                    title: other.title(words), isCurrent: other == grouping)
            },
            lines: groups.prefix(GroupedPage.most).map { group in
                GroupedPage.Line(
                    href: links.to("/overdue", Self.filter(group, grouping, plan)), name: name(group),
                    overdue: group.counts.overdue, within: group.counts.within,
                    completedOnTime: group.counts.completedOnTime, completedLate: group.counts.completedLate,
                    percent: words.percent(group.counts.overdueOfComeDue))
            },
            note: groups.count > GroupedPage.most
                ? words(
                    vi: "\(GroupedPage.most) nhóm quá hạn nhiều nhất trong \(groups.count) nhóm.",
                    en: "The \(GroupedPage.most) groups with the most overdue, of \(groups.count).") : nil,
            csv: links.to("/overdue/by/\(grouping.rawValue).csv", ["plan": plan.map { String($0.id) }]),
            isEmpty: groups.isEmpty)
        return try page(shown, request)
    }

    func groupedCSV(by grouping: CountGrouping, _ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        let table = try counts(by: grouping, request).table
        return csv(
            named: "by-\(grouping.rawValue)-\(table.asOf)", CountsView(table: table).csv(request.language) ?? [])
    }

    private func counts(
        by grouping: CountGrouping, _ request: BoardRequest
    ) throws(TrackerError) -> (table: CountTable, plan: Plan?) {
        let plan = try request["plan"].map { name throws(TrackerError) in try tracker.plan(named: name) }
        return (try shared.counts(by: grouping, plan: plan, asOf: try request.asOf()), plan)
    }

    /// What narrows the overdue list to a group.
    private static func filter(_ group: CountGroup, _ grouping: CountGrouping, _ plan: Plan?) -> [String: String?] {
        switch grouping {
        case .plan: return ["plan": group.key]
        case .agency: return ["agency": group.key, "plan": plan.map { String($0.id) }]
        case .year: return ["year": group.key, "plan": plan.map { String($0.id) }]
        case .section:
            let parts = group.key.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return ["plan": parts.first, "section": parts.last]
        }
    }
}
