/// A language that everything a user reads exists in.
public enum Language: String, CaseIterable, Codable, Sendable {
    /// Vietnamese, the default.
    case vi
    /// English.
    case en

    /// Picks one of two wordings: `language(vi: "quá hạn", en: "overdue")`.
    public func callAsFunction(vi: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
        switch self {
        case .vi: vi()
        case .en: en()
        }
    }
}
