import TrackerDomain
import TrackerPayloads
import TrackerService

/// A list of obligations.
struct ListPage: BoardPage {
    static let template = "list"

    let frame: Frame
    let heading: String
    let summary: String
    let notes: [Link]
    let reports: [String]
    let form: FilterForm
    let hasRows: Bool
    let caption: String
    let rows: [ObligationRow]
    let next: Link?
    let csv: String
    /// The list grouped, and as it is printed; the overdue list has them.
    let groupings: [Link]
    let print: String?
}

extension Board {
    func list(_ topic: ListTopic, _ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        let filter = try ListFilter(request, of: tracker)
        let list = try topic.list(filter.request, within: filter.days, of: tracker)
        return try page(try listPage(topic, list, filter, request), request)
    }

    private func listPage(
        _ topic: ListTopic, _ list: ObligationList, _ filter: ListFilter, _ request: BoardRequest
    ) throws(TrackerError) -> ListPage {
        let words = Wording(language: request.language)
        let links = BoardLinks(request)
        let remarks = try remarks(topic, list, request, words)
        let kept = request.query.filter { !["after", "asOf", "lang"].contains($0.key) }
        let isOverdue = topic == .overdue
        return ListPage(
            frame: Frame(topic.title(words), for: request, today: tracker.today),
            heading: topic.title(words),
            summary: topic.summary(
                words.count(list.total, limit: Tracker.countLimit), isEmpty: list.total == 0, days: filter.days, words),
            notes: isOverdue ? conditionalNote(list, links, kept, words) : [],
            reports: list.gathering.map { words.gathering($0) },
            form: try FilterForm(filter, of: tracker, topic: topic, for: request),
            hasRows: !list.page.items.isEmpty,
            caption: words(
                vi: "\(topic.title(words)), ngày \(words.day(list.asOf))",
                en: "\(topic.title(words)), \(words.day(list.asOf))"),
            rows: list.page.items.map { entry in
                ObligationRow(entry, on: list.asOf, remarks: remarks[entry.obligation.id] ?? [], links, words)
            },
            next: list.page.next.map { cursor in
                Link(
                    href: links.to("/" + topic.path, kept.merging(["after": cursor]) { $1 }),
                    title: words(vi: "Trang sau", en: "Next page"))
            },
            csv: links.to("/\(topic.path).csv", kept),
            groupings: isOverdue ? groupings(links, kept, words) : [],
            print: isOverdue ? links.to("/overdue/print", kept) : nil)
    }

    /// What a list tells of each obligation beside its row.
    private func remarks(
        _ topic: ListTopic, _ list: ObligationList, _ request: BoardRequest, _ words: Wording
    ) throws(TrackerError) -> [Int64: [String]] {
        switch topic {
        case .overdue, .due:
            let sent = try tracker.remindersSent(
                for: list.page.items.map(\.obligation.id), asOf: list.asOf, access: try request.access())
            let leads = list.page.items.map { ($0.obligation.id, $0.obligation.agency) }
            let told = leads.compactMap { id, lead in
                LastReminder(of: lead, among: sent[id] ?? []).map { (id, [words.reminded($0)]) }
            }
            return Dictionary(told, uniquingKeysWith: { first, _ in first })
        case .extensions:
            let asked = list.page.items.compactMap { entry in
                words.asked(entry.obligation.state).map { (entry.obligation.id, [$0]) }
            }
            return Dictionary(asked, uniquingKeysWith: { first, _ in first })
        case .checkIns, .confirm, .conditional, .orphans, .search: return [:]
        }
    }

    private func conditionalNote(
        _ list: ObligationList, _ links: BoardLinks, _ kept: [String: String], _ words: Wording
    ) -> [Link] {
        guard list.conditionalPastDue > 0 else { return [] }
        let number = words.count(list.conditionalPastDue, limit: Tracker.countLimit)
        return [
            Link(
                href: links.to("/conditional", kept),
                title: words(
                    vi: "\(number) nghĩa vụ có điều kiện đã qua ngày trong kế hoạch, không tính là quá hạn",
                    en: "Conditional obligations past their written date, not counted as overdue: \(number)"))
        ]
    }

    private func groupings(_ links: BoardLinks, _ kept: [String: String], _ words: Wording) -> [Link] {
        CountGrouping.allCases.map { grouping in
            Link(
                href: links.to("/overdue/by/\(grouping.rawValue)", ["plan": kept["plan"]]),
                title: grouping.title(words))
        }
    }

    /// The list as a file for a spreadsheet.
    func csv(_ topic: ListTopic, _ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        let filter = try ListFilter(request, of: tracker)
        var asked = filter.request
        asked.limit = ListRequest.limits.upperBound
        let asOf = asked.asOf ?? tracker.today
        let entries = try Self.items(after: asked.after, upTo: Self.rowsOfAFile) { after throws(TrackerError) in
            asked.after = after
            return try topic.list(asked, within: filter.days, of: tracker).page
        }
        let records = entries.map { ObligationPayload($0, asOf: asOf).csvRecord }
        return csv(named: "\(topic.path)-\(asOf)", [ObligationPayload.csvHeader] + records)
    }

    /// The items of a list, page after page, until there are as many as wanted.
    static func items<Item>(
        after start: String? = nil, upTo most: Int = .max,
        of page: (_ after: String?) throws(TrackerError) -> Page<Item>
    ) throws(TrackerError) -> [Item] {
        var items: [Item] = []
        var after = start
        repeat {
            let page = try page(after)
            items += page.items
            after = page.next
        } while after != nil && items.count < most
        return items
    }

    /// How many rows the file of a list has at most: more is what `phuluc export` is for.
    static let rowsOfAFile = 10_000
}
