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
        /// The lead no longer exists, and nobody took over everything that it did.
        case leadEnded
        /// The same of a cooperating agency or group, "UBND cấp huyện" after 01/7/2025.
        case cooperatingEnded
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
        case .leadEnded: language(vi: "chủ trì không còn", en: "lead no longer exists")
        case .cooperatingEnded: language(vi: "phối hợp không còn", en: "cooperation ended")
        }
    }
}

/// A question with the row that it is about.
public struct QuestionEntry: Hashable, Sendable {
    public let id: Int64
    public let question: Question
    public let activity: Int64
    public let planID: Int64
    public let planNumber: String
    /// The row's place in the plan, "V.4".
    public let place: String
    public let title: String
    /// How many obligations wait for the answer.
    public let obligations: Int

    public init(
        id: Int64, question: Question, activity: Int64, planID: Int64, planNumber: String, place: String, title: String,
        obligations: Int
    ) {
        self.id = id
        self.question = question
        self.activity = activity
        self.planID = planID
        self.planNumber = planNumber
        self.place = place
        self.title = title
        self.obligations = obligations
    }
}
