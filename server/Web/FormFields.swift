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

    /// The words of a field; empty where it is blank.
    func words(_ name: String) -> String {
        (fields[name] ?? "").trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
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
