import Foundation
import TrackerDomain

/// The fields of a form, parsed at the edge: blank ones count as not filled in, words are composed (NFC).
struct FormFields: Sendable {
    private let fields: [String: String]
    private let language: Language

    init(_ fields: [String: String], language: Language) {
        self.fields = fields
        self.language = language
    }

    /// Refuses a form with other fields than the page had.
    func requireOnly(_ names: [String]) throws(TrackerError) {
        guard let name = fields.keys.sorted().first(where: { !names.contains($0) }) else { return }
        throw .invalidInput(
            name: name, value: String((fields[name] ?? "").prefix(200)),
            hint: LocalizedText(vi: "biểu mẫu không có ô này.", en: "the form has no such field."))
    }

    /// The words of a field; empty where it is blank.
    func words(_ name: String) -> String {
        // Browsers end the lines of a text area with both characters.
        (fields[name] ?? "").replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
            .precomposedStringWithCanonicalMapping
    }

    func given(_ name: String) -> String? {
        let words = words(name)
        return words.isEmpty ? nil : words
    }

    func day(_ name: String, _ label: LocalizedText) throws(TrackerError) -> CivilDate? {
        guard let text = given(name) else { return nil }
        guard let day = CivilDate(typed: text) else { throw Self.notADay(text, in: label(language)) }
        return day
    }

    func number(_ name: String, _ label: LocalizedText) throws(TrackerError) -> Int? {
        guard let text = given(name) else { return nil }
        guard let number = Int(text) else {
            throw .invalidInput(
                name: label(language), value: text, hint: LocalizedText(vi: "nhập một số.", en: "enter a number."))
        }
        return number
    }

    static func notADay(_ text: String, in label: String) -> TrackerError {
        .invalidInput(
            name: label, value: text,
            hint: LocalizedText(vi: "viết ngày như 08/02/2022.", en: "write the day like 2022-02-08 or 08/02/2022."))
    }
}
