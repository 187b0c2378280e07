import TrackerDomain
import TrackerOutput
import TrackerService

/// The directory.
struct AgenciesPage: BoardPage {
    static let template = "agencies"

    struct Line: Sendable {
        let href: String
        let name: String
        let english: String
        let level: String
        let id: String
    }

    let frame: Frame
    let asOf: String
    let words: String
    let territories: [FilterForm.Choice]
    let summary: String
    let agencies: [Line]
    let csv: String

    /// More lines nobody reads through: words find them, and the file has all.
    static let most = 500
}

/// One agency: what it owes, and who it is.
struct AgencyPage: BoardPage {
    static let template = "agency"

    let frame: Frame
    let name: String
    let english: String
    let facts: [ObligationPage.Fact]
    let lists: [Piece]
    let all: Link

    /// A list with what it is about.
    struct Piece: Sendable {
        let heading: String
        let summary: String
        let caption: String
        let rows: [ObligationRow]
        let more: Link?
    }
}

extension Board {
    func agencies(_ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        let words = Wording(language: request.language)
        let links = BoardLinks(request)
        let (asked, territories) = try directory(request)
        let list = try tracker.agencies(asked)
        let more = list.items.count - AgenciesPage.most
        let shown = AgenciesPage(
            frame: Frame(BoardSection.agencies.title(words), for: request, today: tracker.today),
            asOf: request["asOf"] ?? "", words: asked.words ?? "",
            territories: territories.map {
                FilterForm.Choice(value: $0, title: $0, isChosen: $0 == asked.territory)
            },
            summary: words(
                vi: "\(list.items.count) cơ quan và nhóm; \(list.hidden) không còn hoặc chưa có vào ngày này.",
                en: "\(list.items.count) agencies and groups; \(list.hidden) do not exist on this day.")
                + (more > 0
                    ? words(
                        vi: " \(more) cơ quan nữa không hiện ở đây: tìm theo tên, hoặc tải CSV.",
                        en: " Not shown here: \(more). Look for a name, or take the CSV.") : ""),
            agencies: list.items.prefix(AgenciesPage.most).map { agency in
                AgenciesPage.Line(
                    href: links.agency(agency.id), name: agency.name(on: list.asOf), english: agency.englishName,
                    level: agency.kind == .group
                        ? words(vi: "nhóm", en: "group") : agency.level.words(in: request.language),
                    id: agency.id.description)
            }, csv: links.to("/agencies.csv", ["territory": asked.territory, "q": asked.words]))
        return try page(shown, request)
    }

    func agenciesCSV(_ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        let (asked, _) = try directory(request)
        let list = try tracker.agencies(asked)
        return csv(named: "agencies-\(list.asOf)", AgencyListView(list: list).csv(request.language) ?? [])
    }

    /// Which part of the directory is asked for, and which there are.
    private func directory(
        _ request: BoardRequest
    ) throws(TrackerError) -> (asked: AgencyRequest, territories: [String]) {
        var asked = AgencyRequest()
        asked.words = request["q"]
        asked.asOf = try request.asOf()
        let territories = Set(try tracker.plans().map(\.plan.territory)).sorted()
        let own = request.session?.access.agency?.territory
        asked.territory = request["territory"] ?? territories.first { $0 == own } ?? territories.first
        return (asked, territories)
    }

    func agency(_ id: String, _ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        let words = Wording(language: request.language)
        let links = BoardLinks(request)
        let detail = try tracker.agencyDetail(
            named: id, asOf: try request.asOf(), access: try request.access())
        let agency = detail.agency
        let narrowed = ["agency": agency.id.description]
        var lists: [AgencyPage.Piece] = []
        for topic in [ListTopic.overdue, .due, .confirm] {
            lists.append(try piece(topic, of: agency, request, links, words))
        }
        let name = agency.name(on: detail.asOf)
        let shown = AgencyPage(
            frame: Frame(
                name, crumbs: [Link(href: links.to("/agencies"), title: BoardSection.agencies.title(words))],
                for: request, today: tracker.today),
            name: name, english: agency.englishName,
            facts: Self.facts(of: detail, links, words).filter { !$0.words.isEmpty }, lists: lists,
            all: Link(
                href: links.to("/search", narrowed),
                title: words(vi: "Mọi nghĩa vụ của cơ quan", en: "All its obligations")))
        return try page(shown, request)
    }

    private func piece(
        _ topic: ListTopic, of agency: Agency, _ request: BoardRequest, _ links: BoardLinks, _ words: Wording
    ) throws(TrackerError) -> AgencyPage.Piece {
        var asked = ListRequest(asOf: try request.asOf(), limit: 20)
        asked.filter.agency = agency.id
        asked.access = try request.access()
        let list = try topic.list(asked, within: ListTopic.dueDays, of: tracker)
        let number = words.count(list.total, limit: Tracker.countLimit)
        return AgencyPage.Piece(
            heading: topic.title(words),
            summary: topic.summary(number, isEmpty: list.total == 0, days: ListTopic.dueDays, words),
            caption: words(
                vi: "\(topic.title(words)), ngày \(words.day(list.asOf))",
                en: "\(topic.title(words)), \(words.day(list.asOf))"),
            rows: list.page.items.map { ObligationRow($0, on: list.asOf, remarks: [], links, words) },
            more: list.page.next.map { _ in
                Link(
                    href: links.to("/" + topic.path, ["agency": agency.id.description]),
                    title: words(vi: "Xem tất cả \(number)", en: "Show all \(number)"))
            })
    }

    private static func facts(of detail: AgencyDetail, _ links: BoardLinks, _ words: Wording) -> [ObligationPage.Fact] {
        let agency = detail.agency
        func name(_ id: AgencyID) -> String { detail.names[id] ?? id.description }
        func fact(_ vi: String, _ en: String, _ text: String, href: String? = nil) -> ObligationPage.Fact {
            .init(term: words(vi: vi, en: en), words: text, href: href)
        }
        let existence = [
            agency.validFrom.map { words(vi: "từ ", en: "from ") + words.day($0) },
            agency.validTo.map { words(vi: "đến hết ", en: "until ") + words.day($0) },
        ].compactMap { $0 }
        return [
            fact("Mã", "Id", agency.id.description),
            fact(
                "Nay còn nợ", "Owes now",
                words(
                    vi: "\(detail.openObligations) nghĩa vụ chưa xong", en: "\(detail.openObligations) open obligations"
                )),
            fact("Cấp", "Level", agency.level.words(in: words.language)),
            fact("Hoạt động", "Exists", existence.joined(separator: " ")),
            fact("Cách viết khác", "Also written", agency.aliases.joined(separator: "; ")),
            fact("Đơn vị của", "Unit of", agency.partOf.map(name) ?? "", href: agency.partOf.map(links.agency)),
            fact(
                "Thuộc nhóm", "Member of",
                agency.memberOf.filter { agency.belongs(to: $0, on: detail.asOf) }.map(name).joined(separator: "\n")),
            fact("Thành viên", "Members", detail.members.map { $0.name(on: detail.asOf) }.joined(separator: "; ")),
            fact(
                "Tiền thân", "Predecessors",
                detail.predecessors.map { succession in
                    "\(name(succession.from)), \(succession.kind.words(in: words.language)), \(words.day(succession.on))"
                }.joined(separator: "\n")),
            fact(
                "Kế nhiệm", "Successors",
                detail.successions.map { succession in
                    let heirs = succession.to.map(name).joined(separator: "; ")
                    let none = words(vi: "chưa có cơ quan kế nhiệm duy nhất", en: "nobody takes over everything")
                    return "\(heirs.isEmpty ? none : heirs), \(succession.kind.words(in: words.language)), "
                        + words.day(succession.on)
                }.joined(separator: "\n")),
            fact("Căn cứ", "Source", agency.source),
        ]
    }
}
