/// What a holder of an access token asks for.
public enum Permission: String, CaseIterable, Sendable {
    /// Plans and their rows, the directory, the work calendar, counts, explanations: what is published anyway.
    case readReference
    /// Obligations with their state, history and documents.
    case readObligations
    /// Actions of the workflow.
    case act
    /// What a person has to settle after an import; `own` are those of kept plans and supervised sections.
    case readQuestions
    /// Importing a plan or a revised edition.
    case importPlans
    /// Successions of agencies.
    case changeDirectory
    /// The calendar feed of an agency.
    case readFeed

    /// What is asked for, "nhập kế hoạch".
    public func words(in language: Language) -> String {
        switch self {
        case .readReference: language(vi: "xem dữ liệu chung", en: "see reference data")
        case .readObligations: language(vi: "xem nghĩa vụ", en: "see obligations")
        case .act: language(vi: "cập nhật nghĩa vụ", en: "change obligations")
        case .readQuestions: language(vi: "xem việc cần làm rõ", en: "see what is to be settled")
        case .importPlans: language(vi: "nhập kế hoạch", en: "import plans")
        case .changeDirectory: language(vi: "sửa danh bạ cơ quan", en: "change the directory of agencies")
        case .readFeed: language(vi: "xem lịch", en: "see the calendar feed")
        }
    }
}

/// How far a permission goes.
public enum AccessScope: String, Sendable {
    case none
    /// What concerns the token's own agency (``Visibility``).
    case own
    case all
}

/// Who may do what with an access token: one table for all interfaces. Whatever it does not allow is refused.
public enum AccessPolicy {
    /// How far a role's permission goes.
    ///
    /// Example: `scope(of: .importPlans, for: .lead)` is ``AccessScope/none``.
    public static func scope(of permission: Permission, for role: AccessRole) -> AccessScope {
        switch (permission, role) {
        case (.readFeed, .calendar): .own
        case (_, .calendar): .none
        case (.readReference, _): .all
        case (.readObligations, .reader), (.readFeed, .reader): .all
        case (.readObligations, _), (.readFeed, _): .own
        case (.act, .reader): .none
        case (.act, _): .own
        case (.readQuestions, .reader): .all
        case (.readQuestions, .standing), (.readQuestions, .supervisor): .own
        case (.readQuestions, _): .none
        case (.importPlans, .standing), (.changeDirectory, .standing): .own
        case (.importPlans, _), (.changeDirectory, _): .none
        }
    }
}
