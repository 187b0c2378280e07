/// What somebody may do for one obligation.
public enum Role: String, CaseIterable, Sendable {
    /// Cơ quan chủ trì: owes the obligation.
    case lead
    /// Cơ quan phối hợp: sees and comments.
    case cooperating
    /// Cơ quan thường trực: keeps the plan, accepts and returns.
    case standing
    /// Cơ quan theo dõi lĩnh vực: as the standing agency, for its section only.
    case supervisor

    /// The role in words, "cơ quan chủ trì".
    public func words(in language: Language) -> String {
        switch self {
        case .lead: language(vi: "cơ quan chủ trì", en: "lead agency")
        case .cooperating: language(vi: "cơ quan phối hợp", en: "cooperating agency")
        case .standing: language(vi: "cơ quan thường trực", en: "standing agency")
        case .supervisor: language(vi: "cơ quan theo dõi lĩnh vực", en: "section supervisor")
        }
    }
}

/// In whose name an action is done, and the roles that this agency has for the obligation; the department of home
/// affairs often is both the standing agency and the lead.
public struct Member: Hashable, Sendable {
    public let agency: AgencyID?
    public let roles: Set<Role>

    public init(agency: AgencyID?, roles: Set<Role>) {
        self.agency = agency
        self.roles = roles
    }
}
