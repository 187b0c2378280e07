/// Leave to use the interfaces over the network, given to one person or program. The secret itself is known to its holder
/// only.
public struct AccessToken: Hashable, Sendable {
    public let id: Int64
    /// Whom it was given to, "Nguyễn Văn A, Sở Tư pháp".
    public let name: String
    public let role: AccessRole
    /// In whose name it acts; `nil` for readers of the whole store.
    public let agency: AgencyID?
    /// Milliseconds since 1970-01-01T00:00:00Z, as all instants here.
    public let createdAt: Int64
    /// The last day on which it is valid; `nil` for one that does not expire.
    public let expiresOn: CivilDate?
    public var revokedAt: Int64?
    /// The last use, true to the minute.
    public var lastUsedAt: Int64?

    public init(
        id: Int64, name: String, role: AccessRole, agency: AgencyID?, createdAt: Int64, expiresOn: CivilDate?,
        revokedAt: Int64? = nil, lastUsedAt: Int64? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.agency = agency
        self.createdAt = createdAt
        self.expiresOn = expiresOn
        self.revokedAt = revokedAt
        self.lastUsedAt = lastUsedAt
    }

    /// Whether a token can be used.
    public enum Status: String, CaseIterable, Sendable {
        case active, expired, revoked

        /// The status in words, "đã thu hồi".
        public func words(in language: Language) -> String {
            switch self {
            case .active: language(vi: "còn hiệu lực", en: "active")
            case .expired: language(vi: "đã hết hạn", en: "expired")
            case .revoked: language(vi: "đã thu hồi", en: "revoked")
            }
        }
    }

    /// Whether it can be used on a day; one that was revoked stays so.
    public func status(on day: CivilDate) -> Status {
        if revokedAt != nil { return .revoked }
        return expiresOn.map { day > $0 } ?? false ? .expired : .active
    }
}
