import TrackerDomain
import TrackerService

/// What a browser asks the board for, without anything of HTTP.
struct BoardRequest: Sendable {
    /// The pieces of the path: "/plans/1" is `["plans", "1"]`.
    var path: [String]
    var query: [String: String] = [:]
    /// The fields of a form that was sent; `nil` for a page that is only read.
    var form: [String: String]?
    var language: Language
    /// Who asks; `nil` for somebody who has not signed in.
    var session: WebSession?

    /// A field of the query that is not blank.
    subscript(name: String) -> String? {
        query[name].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }

    /// The day that every list and page stands for; today where it is `nil`.
    func asOf() throws(TrackerError) -> CivilDate? {
        guard let text = self["asOf"] else { return nil }
        guard let day = CivilDate(typed: text) else {
            throw FormFields.notADay(text, in: language(vi: "ngày xem", en: "as-of day"))
        }
        return day
    }

    /// The token by whose rights everything is read and done. Nobody comes this far without one.
    func access() throws(TrackerError) -> AccessToken {
        guard let session else { throw .internal }
        return session.access
    }

    /// Whether the visitor is allowed something at all.
    func may(_ permission: Permission) -> Bool { session?.may(permission) ?? false }

    /// The word that the forms of a page carry.
    var formToken: String { session?.formToken ?? "" }

    /// The path as an address, "/agencies/son-la/so-tu-phap".
    var address: String { BoardLinks.path(path) }

    /// The address of the page that is asked for, or that a form stands on: "/obligations/3" for "/obligations/3/progress".
    var pageAddress: String {
        let isForm = Board.forms.contains { $0.values(in: path) != nil }
        return isForm ? BoardLinks.path(Array(path.prefix(2))) : address
    }
}

/// What the board answers.
enum BoardAnswer: Sendable {
    case page(status: Int = 200, html: String)
    case file(name: String, type: String, text: String)
    /// Somewhere else, after a form has done its work.
    case redirect(to: String)
}
