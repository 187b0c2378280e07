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
    let groupings: [Link]
    let lines: [Line]
    /// That the table does not have all groups, where it has not.
    let note: String?
    let csv: String
    let isEmpty: Bool

    /// How many groups the table has at most.
    static let most = 500
}

/// The overdue list as a report on paper, agency by agency.
struct OverdueReport: BoardPage {
    static let template = "report"

    struct Agency: Sendable {
        let name: String
        let count: String
        let rows: [Row]
    }

    struct Row: Sendable {
        let number: Int
        let task: String
        let place: String
        let due: String
        let late: Int
        let reminded: String
    }

    let frame: Frame
    let day: String
    let scope: String
    let summary: String
    let agencies: [Agency]
    let back: String
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

    func report(_ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        let words = Wording(language: request.language)
        let filter = try ListFilter(request, of: tracker)
        var asked = filter.request
        asked.limit = ListRequest.limits.upperBound
        let list = try tracker.overdue(asked)
        let sent = try tracker.remindersSent(
            for: list.page.items.map(\.obligation.id), asOf: list.asOf, access: try request.access())
        let groups = Dictionary(grouping: list.page.items, by: \.agencyName).sorted {
            ($1.value.count, $0.key) < ($0.value.count, $1.key)
        }
        let agencies = groups.map { name, entries in
            OverdueReport.Agency(
                name: name.isEmpty ? words(vi: "Chưa rõ cơ quan", en: "Agency not known") : name,
                count: words(vi: "\(entries.count) nghĩa vụ", en: "\(entries.count) obligations"),
                rows: entries.enumerated().map { index, entry in
                    let state = entry.obligation.state
                    return OverdueReport.Row(
                        number: index + 1, task: entry.title, place: "\(entry.planNumber), \(entry.place)",
                        due: words.day(state.effectiveDue), late: state.timeStatus(on: list.asOf).daysLate,
                        reminded: sent[entry.obligation.id]?.first.map { words.day($0.sentOn) } ?? "–")
                })
        }
        let shown = OverdueReport(
            frame: Frame(BoardSection.overdue.title(words), for: request, today: tracker.today),
            day: words.day(list.asOf),
            scope: filter.plan.map { "\($0.header.number), \($0.header.title)" }
                ?? words(vi: "Tất cả kế hoạch", en: "All plans"),
            summary: ListTopic.overdue.summary(
                words.count(list.total, limit: Tracker.countLimit), isEmpty: list.total == 0, days: 0, words),
            agencies: agencies, back: BoardLinks(request).to("/overdue", request.query.filter { $0.key != "lang" }))
        return try page(shown, request)
    }
}
