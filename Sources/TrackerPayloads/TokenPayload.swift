internal import TrackerDomain
package import TrackerService

/// An access token as programs read it; never its secret, but for once.
package struct TokenPayload: Encodable, Sendable {
    package let id: Int64
    package let name: String
    package let role: String
    @Nullable package var agency: String?
    @Nullable package var agencyName: String?
    package let status: String
    package let createdAt: Int64
    @Nullable package var expiresOn: String?
    @Nullable package var revokedAt: Int64?
    @Nullable package var lastUsedAt: Int64?
    /// The secret of a token that was just made.
    package let token: String?

    package init(_ entry: TokenEntry, secret: String? = nil) {
        id = entry.token.id
        name = entry.token.name
        role = entry.token.role.rawValue
        agency = entry.token.agency?.description
        agencyName = entry.agencyName
        status = entry.status.rawValue
        createdAt = entry.token.createdAt
        expiresOn = entry.token.expiresOn?.description
        revokedAt = entry.token.revokedAt
        lastUsedAt = entry.token.lastUsedAt
        token = secret
    }
}
