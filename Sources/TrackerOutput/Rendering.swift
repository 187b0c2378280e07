package import TrackerDomain
import TrackerImport

/// A result that can be written as text for a person, as JSON for a program and, where it is a list, as CSV.
package protocol Rendering {
    associatedtype Payload: Encodable

    func text(_ style: TextStyle) -> String
    func json(_ language: Language) -> Payload
    /// The header and the records; `nil` where the result is no list.
    func csv(_ language: Language) -> [[String]]?
}

extension Rendering {
    package func csv(_ language: Language) -> [[String]]? { nil }
}

/// How text is laid out.
package struct TextStyle {
    package let language: Language
    /// Columns of the terminal.
    package let width: Int
    package let usesColour: Bool

    package init(language: Language, width: Int, usesColour: Bool) {
        self.language = language
        self.width = width
        self.usesColour = usesColour
    }

    package func callAsFunction(vi: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
        language(vi: vi(), en: en())
    }

    /// A day as the language writes it.
    package func day(_ day: CivilDate?) -> String {
        guard let day else { return "–" }
        return language(vi: day.vietnamese, en: day.description)
    }

    package func bold(_ text: String) -> String { usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    package func red(_ text: String) -> String { usesColour ? "\u{1B}[31m\(text)\u{1B}[0m" : text }
    package func dim(_ text: String) -> String { usesColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}

/// CSV lines (RFC 4180).
package enum CSVText {
    package static func line(_ fields: [String]) -> String { DelimitedText.line(fields) }
}
