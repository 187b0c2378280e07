/// That an agency ends on a day and others take over what it does, or that a function moves while the agency stays.
///
/// Resolution 190/2025/QH15: when bodies are merged, divided or dissolved, work is not interrupted and nobody has to do a
/// step again; what was assigned follows the function to the body that receives it.
///
/// ```swift
/// Succession(from: khdt, to: [finance2025], on: march2025, kind: .merge, source: "NQ 05/NQ-HĐND", certainty: .partly)
/// ```
public struct Succession: Hashable, Sendable {
    /// How an agency ends.
    public enum Kind: String, CaseIterable, Sendable {
        /// Sáp nhập, hợp nhất (n→1): two departments become one; each of them has its own succession to it.
        case merge
        /// Thay thế (1→1): another legal person takes its place, "Ban Dân tộc" → "Sở Dân tộc và Tôn giáo". A mere change of
        /// name is none (``Agency/renamed(_:englishName:on:source:)``).
        case replace
        /// Chia, tách (1→n): several take over; which of them a task goes to is for a person to say.
        case split
        /// Giải thể (1→0), or nobody knows who takes over: UBND cấp huyện on 01/7/2025. A person may name an heir later.
        case abolish
        /// Chuyển chức năng: one function moves and the agency stays. No obligation moves by itself.
        case transfer
    }

    /// How sure the entry is.
    public enum Certainty: String, CaseIterable, Sendable {
        /// The source states it.
        case official
        /// The source states a part, or was seen only indirectly.
        case partly
        /// General knowledge or a conclusion from general rules; a person should confirm it.
        case general
    }

    /// The agency that ends, or that gives a function away.
    public let from: AgencyID
    /// Those that take over; one for merge and replace, several for split, none or one for abolish.
    public let to: [AgencyID]
    /// The day from which they do; ``from`` existed until the day before.
    public let on: CivilDate
    /// How it ends.
    public let kind: Kind
    /// The document, with what it says and what it leaves open.
    public let source: String
    /// How sure it is.
    public let certainty: Certainty
    /// What moves where not everything does, "báo chí"; otherwise empty.
    public let function: String

    public init(
        from: AgencyID, to: [AgencyID], on: CivilDate, kind: Kind, source: String, certainty: Certainty,
        function: String = ""
    ) {
        self.from = from
        self.to = to
        self.on = on
        self.kind = kind
        self.source = source
        self.certainty = certainty
        self.function = function
    }

    /// Whether the agency is no more from the day on.
    public var endsAgency: Bool { kind != .transfer }

    /// The one agency that takes over everything; `nil` where there is none or more than one, and for a mere function.
    public var heir: AgencyID? { endsAgency && to.count == 1 ? to.first : nil }
}

extension Succession.Kind {
    /// The kind in words, "sáp nhập".
    public func words(in language: Language) -> String {
        switch self {
        case .merge: language(vi: "sáp nhập", en: "merged")
        case .replace: language(vi: "thay thế", en: "replaced")
        case .split: language(vi: "chia tách", en: "split")
        case .abolish: language(vi: "chấm dứt hoạt động", en: "abolished")
        case .transfer: language(vi: "chuyển chức năng", en: "function moved")
        }
    }

    /// How many may take over: exactly one, several, none or the one that a person has named; any number of a mere function.
    var allowsSuccessors: ClosedRange<Int> {
        switch self {
        case .merge, .replace: 1...1
        case .split: 2...Int.max
        case .abolish: 0...1
        case .transfer: 1...Int.max
        }
    }
}

extension Succession.Certainty {
    /// The certainty in words, "kiểm chứng một phần".
    public func words(in language: Language) -> String {
        switch self {
        case .official: language(vi: "chính thức", en: "official")
        case .partly: language(vi: "kiểm chứng một phần", en: "partly verified")
        case .general: language(vi: "suy ra, cần xác nhận", en: "inferred, to be confirmed")
        }
    }
}
