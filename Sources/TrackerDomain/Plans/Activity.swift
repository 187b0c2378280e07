/// One appendix row as the tracker keeps it: its words, and what was read into them.
public struct Activity: Hashable, Sendable {
    /// A name in the lead or the cooperation cell, with the agency or group that it means.
    public struct Mention: Hashable, Sendable {
        public let role: Role
        /// The words as written.
        public let words: String
        /// `nil` where the directory does not know the name.
        public let agency: AgencyID?

        public init(role: Role, words: String, agency: AgencyID?) {
            self.role = role
            self.words = words
            self.agency = agency
        }
    }

    public let id: Int64
    public let plan: Int64
    public let row: AppendixRow
    public let deadlineKind: DeadlineKind
    /// A condition in the task, "Sau khi Bộ Nội vụ ban hành hướng dẫn".
    public let condition: String?
    public let mentions: [Mention]
    /// The day on which a revision took the row out of the plan.
    public let removedOn: CivilDate?

    public init(
        id: Int64, plan: Int64, row: AppendixRow, deadlineKind: DeadlineKind, condition: String?, mentions: [Mention],
        removedOn: CivilDate?
    ) {
        self.id = id
        self.plan = plan
        self.row = row
        self.deadlineKind = deadlineKind
        self.condition = condition
        self.mentions = mentions
        self.removedOn = removedOn
    }
}

/// Something in a row that a person has to settle before its obligations can be followed.
public struct Question: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// The deadline cannot be read for certain, or is blank.
        case deadlineUnresolved
        /// The deadline stands in another document.
        case deadlineElsewhere
        /// The directory does not know the lead's name.
        case leadUnknown
        /// No lead is written.
        case leadMissing
        /// The lead is a group whose members the directory does not list.
        case groupWithoutMembers
        /// The row breaks off.
        case rowIncomplete
    }

    public let kind: Kind
    /// The words in question, as written.
    public let words: String
    /// The nearest names that the directory knows.
    public let nearest: [String]

    public init(kind: Kind, words: String, nearest: [String] = []) {
        self.kind = kind
        self.words = words
        self.nearest = nearest
    }
}

extension Question.Kind {
    /// The question in words, "không rõ cơ quan chủ trì".
    public func words(in language: Language) -> String {
        switch self {
        case .deadlineUnresolved: language(vi: "chưa rõ thời hạn", en: "deadline not clear")
        case .deadlineElsewhere: language(vi: "thời hạn ở văn bản khác", en: "deadline in another document")
        case .leadUnknown: language(vi: "chưa rõ cơ quan chủ trì", en: "lead agency not known")
        case .leadMissing: language(vi: "thiếu cơ quan chủ trì", en: "lead agency missing")
        case .groupWithoutMembers: language(vi: "nhóm chưa có danh sách", en: "group without members")
        case .rowIncomplete: language(vi: "dòng không đủ ô", en: "row breaks off")
        }
    }
}
