import TrackerDomain
import TrackerImport

/// A result that can be written as text for a person, as JSON for a program and, where it is a list, as CSV.
protocol Rendering {
    associatedtype Payload: Encodable

    func text(_ style: TextStyle) -> String
    func json(_ language: Language) -> Payload
    /// The header and the records; `nil` where the result is no list.
    func csv(_ language: Language) -> [[String]]?
}

extension Rendering {
    func csv(_ language: Language) -> [[String]]? { nil }
}

/// How text is laid out.
struct TextStyle {
    let language: Language
    /// Columns of the terminal.
    let width: Int
    let usesColour: Bool

    func callAsFunction(vi: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
        language(vi: vi(), en: en())
    }

    /// A day as the language writes it.
    func day(_ day: CivilDate?) -> String {
        guard let day else { return "–" }
        return language(vi: day.vietnamese, en: day.description)
    }

    func bold(_ text: String) -> String { usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    func red(_ text: String) -> String { usesColour ? "\u{1B}[31m\(text)\u{1B}[0m" : text }
    func dim(_ text: String) -> String { usesColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}

/// CSV lines (RFC 4180).
enum CSVText {
    static func line(_ fields: [String]) -> String { DelimitedText.line(fields) }
}
