import TrackerDomain
import TrackerService

/// A link with its words.
struct Link: Sendable {
    let href: String
    let title: String
    var isCurrent = false
}

/// A place that the navigation leads to.
struct Place: Sendable {
    let href: String
    let title: String
    /// "page" on the page itself, "true" on those beneath it, as `aria-current` has it.
    let current: String?
}

/// A field that a form carries along without showing it.
struct HiddenField: Sendable {
    let name: String
    let value: String
}

/// What stands around every page: title, navigation, the day, the language, the visitor.
struct Frame: Sendable {
    let lang: String
    let title: String
    let crumbs: [Link]
    let navigation: [Place]
    let home: String
    let otherLanguage: Link
    /// Who has signed in; nothing for a stranger.
    let visitor: String?
    let formToken: String
    /// That lists hold only a part, where the visitor does not see everything.
    let scope: String?
    /// Whether another day can be chosen; else the page is always today's.
    let hasDays: Bool
    /// The day that the page stands for, in words and as the browser's date field has it.
    let day: String
    let asOf: String
    /// The page as of today, where it stands for another day.
    let toToday: Link?
    /// What the form for the day keeps of the address.
    let kept: [HiddenField]
    let path: String
    let search: String
}

extension Frame {
    init(_ title: String, crumbs: [Link] = [], for request: BoardRequest, today: CivilDate) {
        let words = Wording(language: request.language)
        let links = BoardLinks(request)
        let hasDays = !Self.isAlwaysToday(request.path)
        let asOf = hasDays ? (try? request.asOf()) ?? today : today
        let path = request.pageAddress
        // That something was done is said once.
        let here = request.query.filter { !["lang", "done"].contains($0.key) && !$0.value.isEmpty }
        let other: Language = request.language == .vi ? .en : .vi
        lang = request.language.rawValue
        self.title = title
        self.crumbs = crumbs
        navigation = BoardSection.allCases.filter { request.may($0.permission) }.map { section in
            Place(
                href: links.to(section.path), title: section.title(words), current: section.current(at: request.path))
        }
        home = links.to("/")
        otherLanguage = Link(
            href: BoardLinks.address(path, here.merging(["lang": other.rawValue]) { $1 }),
            title: other(vi: "Tiếng Việt", en: "English"))
        visitor = request.session.map { Self.visitor($0, words) }
        formToken = request.formToken
        scope = request.session.flatMap { $0.seesEverything ? nil : Self.scope(words) }
        self.hasDays = hasDays
        day = words.day(asOf)
        self.asOf = asOf.description
        toToday =
            asOf == today
            ? nil
            : Link(
                href: BoardLinks.address(path, here.filter { $0.key != "asOf" }),
                title: words(vi: "Về hôm nay", en: "Back to today"))
        kept = here.filter { $0.key != "asOf" && $0.key != "after" }.sorted { $0.key < $1.key }.map {
            HiddenField(name: $0.key, value: $0.value)
        }
        self.path = path
        search = request.path == ["search"] ? request["q"] ?? "" : ""
    }

    /// What is to be settled and which plans there are is known as of today only.
    private static func isAlwaysToday(_ path: [String]) -> Bool { path.first == "settle" || path == ["plans"] }

    private static func scope(_ words: Wording) -> String {
        words(
            vi: "Danh sách chỉ gồm việc mà cơ quan của bạn chủ trì, phối hợp hoặc theo dõi; số liệu gồm mọi cơ quan.",
            en: "Lists hold only what your agency leads, cooperates in or supervises; counts include every agency.")
    }

    /// "Nguyễn Văn A, Sở Tư pháp · cơ quan chủ trì".
    private static func visitor(_ session: WebSession, _ words: Wording) -> String {
        var name = session.access.name
        if let agency = session.agencyName, !name.contains(agency) { name += ", " + agency }
        return "\(name) · \(session.access.role.words(in: words.language))"
    }
}

/// The places that every page leads to.
enum BoardSection: String, CaseIterable {
    case overview, overdue, due, confirm, extensions, checkIns, settle, plans, agencies

    var path: String {
        switch self {
        case .overview: "/"
        case .checkIns: "/check-ins"
        default: "/" + rawValue
        }
    }

    /// Whether a page is this one, "page", or lies beneath it, "true".
    func current(at path: [String]) -> String? {
        let own = self.path.split(separator: "/").map(String.init)
        if path == own { return "page" }
        return !own.isEmpty && path.starts(with: own) ? "true" : nil
    }

    /// What a visitor has to be allowed to be led there.
    var permission: Permission {
        switch self {
        case .overview, .plans, .agencies: .readReference
        case .overdue, .due, .confirm, .extensions, .checkIns: .readObligations
        case .settle: .readQuestions
        }
    }

    func title(_ words: Wording) -> String {
        switch self {
        case .overview: words(vi: "Tổng quan", en: "Overview")
        case .overdue: words(vi: "Quá hạn", en: "Overdue")
        case .due: words(vi: "Sắp đến hạn", en: "Due soon")
        case .confirm: words(vi: "Chờ xác nhận", en: "To confirm")
        case .extensions: words(vi: "Xin gia hạn", en: "Extensions")
        case .checkIns: words(vi: "Báo cáo kỳ", en: "Check-ins")
        case .settle: words(vi: "Cần làm rõ", en: "To settle")
        case .plans: words(vi: "Kế hoạch", en: "Plans")
        case .agencies: words(vi: "Cơ quan", en: "Agencies")
        }
    }
}
