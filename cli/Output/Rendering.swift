import Foundation
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

/// JSON with sorted keys, on one line.
enum JSONText {
    static func encode(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            return "{\"code\":\"internal\"}"
        }
    }
}

/// CSV lines (RFC 4180).
enum CSVText {
    static func line(_ fields: [String]) -> String { DelimitedText.line(fields) }
}

/// A value that is written as `null` where it is `nil`, so that the key is always there.
@propertyWrapper
struct Nullable<Value: Encodable>: Encodable {
    var wrappedValue: Value?

    init(wrappedValue: Value?) {
        self.wrappedValue = wrappedValue
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
    }
}
