/// What the holder of an access token is there for. It bounds what may be done with the token; what an agency may do for
/// one obligation still follows from the plan (``Role``).
///
/// Example: a token of Sở Nội vụ with the role ``lead`` reports on what Sở Nội vụ owes and accepts nothing, although the
/// agency is the standing one.
public enum AccessRole: String, CaseIterable, Sendable {
    /// Works on what its agency leads, and comments where it cooperates.
    case lead
    /// Sees and comments where its agency is named.
    case cooperating
    /// Keeps the plans of its agency: all that a lead may do, and imports, accepts, decides.
    case standing
    /// Accepts and returns in the sections that its agency supervises, beside what a lead may do.
    case supervisor
    /// Leadership and inspectors: sees everything, changes nothing.
    case reader
    /// A program that follows a calendar: sees the feed of its agency and nothing else.
    case calendar

    /// The workflow roles that may be made use of with such a token.
    public var workflowRoles: Set<Role> {
        switch self {
        case .lead: [.lead, .cooperating]
        case .cooperating: [.cooperating]
        case .standing: Set(Role.allCases)
        case .supervisor: [.supervisor, .lead, .cooperating]
        case .reader, .calendar: []
        }
    }

    /// Whether a token of this role speaks for an agency; a reader may speak for none.
    public var needsAgency: Bool { self != .reader }

    /// The role in words, "cơ quan chủ trì".
    public func words(in language: Language) -> String {
        switch self {
        case .lead: Role.lead.words(in: language)
        case .cooperating: Role.cooperating.words(in: language)
        case .standing: Role.standing.words(in: language)
        case .supervisor: Role.supervisor.words(in: language)
        case .reader: language(vi: "lãnh đạo, thanh tra (chỉ đọc)", en: "leadership, inspectors (read only)")
        case .calendar: language(vi: "lịch theo dõi", en: "calendar feed")
        }
    }
}
