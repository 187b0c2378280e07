import Mustache
import TrackerDomain

/// A page: the values that its template shows.
protocol BoardPage: Sendable {
    /// The name of the template, "overview".
    static var template: String { get }
    var frame: Frame { get }
}

/// The templates of the pages, one set for each language. A template holds its words in both languages side by side,
/// `[[Quá hạn|Overdue]]`, so that neither can be forgotten.
struct BoardTemplates: Sendable {
    private let libraries: [Language: MustacheLibrary]

    init() throws {
        var libraries: [Language: MustacheLibrary] = [:]
        for language in Language.allCases {
            var library = MustacheLibrary()
            for (name, bytes) in Self.sources {
                let text = String(decoding: bytes, as: UTF8.self)
                try library.register(Self.words(of: text, in: language), named: name)
            }
            libraries[language] = library
        }
        self.libraries = libraries
    }

    func html(_ page: any BoardPage, in language: Language) throws(TrackerError) -> String {
        guard let html = libraries[language]?.render(page, withTemplate: type(of: page).template) else {
            throw .internal
        }
        return html
    }

    /// A template in one of its languages, with the versions of the files that it refers to.
    static func words(of template: String, in language: Language) -> String {
        let text = template.replacing(/\[\[([^|\]]*)\|([^\]]*)\]\]/) { language(vi: String($0.1), en: String($0.2)) }
        return BoardAsset.all.reduce(text) { $0.replacing("/assets/\($1.name)", with: $1.address) }
    }

    /// The texts of the templates by their names.
    static let sources: [String: [UInt8]] = [
        "layout": PackageResources.layout_mustache,
        "paper": PackageResources.paper_mustache,
        "overview": PackageResources.overview_mustache,
        "list": PackageResources.list_mustache,
        "rows": PackageResources.rows_mustache,
        "filter": PackageResources.filter_mustache,
        "problem": PackageResources.problem_mustache,
        "obligation": PackageResources.obligation_mustache,
        "plans": PackageResources.plans_mustache,
        "plan": PackageResources.plan_mustache,
        "agencies": PackageResources.agencies_mustache,
        "agency": PackageResources.agency_mustache,
        "grouped": PackageResources.grouped_mustache,
        "report": PackageResources.report_mustache,
        "arrival": PackageResources.arrival_mustache,
        "sign-in": PackageResources.sign_in_mustache,
        "settle": PackageResources.settle_mustache,
        "questions": PackageResources.questions_mustache,
    ]
}
