internal import TrackerDomain

/// A text in both languages as our JSON files have it: `{"vi": "…", "en": "…"}`.
package struct LocalizedFileText: Codable, Sendable {
    let vi: String
    let en: String

    var localized: LocalizedText { LocalizedText(vi: vi, en: en) }

    init(_ text: LocalizedText) { (vi, en) = (text.vi, text.en) }
}
