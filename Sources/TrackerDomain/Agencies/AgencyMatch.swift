/// What a name in a plan stands for, looked up in the directory on a given day.
///
/// The tracker never guesses: a name that is not in the directory stays ``unknown(nearest:)`` with the words kept beside
/// it, and a person settles it.
///
/// ```swift
/// directory.resolve("Sở KH&ĐT", in: "son-la", on: issued)      // .agency(Sở Kế hoạch và Đầu tư)
/// directory.resolve("Sở Kế hoạch", in: "son-la", on: issued)   // .unknown(nearest: [Sở Kế hoạch và Đầu tư])
/// ```
public enum AgencyMatch: Hashable, Sendable {
    /// One agency.
    case agency(Agency)
    /// A group, to be taken apart with ``AgencyDirectory/members(of:on:)``.
    case group(Agency)
    /// Several entries that go by this name on this day.
    case ambiguous([Agency])
    /// No entry, or one from which a remark takes something away, "Các sở, ngành (trừ Sở Y tế)"; with at most three that
    /// are written nearly so, or that go by this name without the remark or on other days, the best first.
    case unknown(nearest: [Agency])

    /// The agency or group, where there is exactly one.
    public var agency: Agency? {
        switch self {
        case .agency(let agency), .group(let agency): agency
        case .ambiguous, .unknown: nil
        }
    }
}

/// One agency, group or unknown body that a cell names.
public struct AgencyMention: Hashable, Sendable {
    /// The words of the cell, as written: "Trung tâm thông tin, Văn phòng UBND tỉnh".
    public let words: String
    /// What they stand for.
    public let match: AgencyMatch

    /// A mention with the words as written and what they stand for.
    public init(words: String, match: AgencyMatch) {
        self.words = words
        self.match = match
    }
}
