import TrackerDomain

/// What a browser asks the board for, without anything of HTTP.
struct BoardRequest: Sendable {
    /// The pieces of the path: "/plans/1" is `["plans", "1"]`.
    var path: [String]
    var query: [String: String] = [:]
    /// The fields of a form that was sent; `nil` for a page that is only read.
    var form: [String: String]?
    var language: Language
    var session: BoardSession

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
}

/// Who looks at the board.
struct BoardSession: Sendable {
    /// In whose name actions are done; `nil` for the standing agency of each plan.
    var agency: AgencyID?
    /// What the page calls the visitor.
    var name: String
    /// Whether anything may be changed; leadership and inspectors only read.
    var mayAct: Bool
    /// The word that every form of this session carries.
    var formToken: String
}

/// What the board answers.
enum BoardAnswer: Sendable {
    case page(status: Int = 200, html: String)
    case file(name: String, type: String, text: String)
    /// Somewhere else, after a form has done its work.
    case redirect(to: String)
}
