internal import GRDB
package import TrackerDomain

/// An access token with the hash of its secret.
package struct StoredToken: Sendable {
    package let token: AccessToken
    /// SHA-256 in hexadecimal.
    package let hash: String

    package init(token: AccessToken, hash: String) {
        self.token = token
        self.hash = hash
    }
}

extension ReadTransaction {
    package func token(_ id: Int64) throws -> StoredToken? {
        try database.cachedRow("SELECT \(Self.tokenColumns) FROM api_token WHERE id = ?", [id], Self.token(from:))
    }

    /// All tokens that were ever made, the newest last.
    package func tokens() throws -> [StoredToken] {
        try database.cachedRows("SELECT \(Self.tokenColumns) FROM api_token ORDER BY id", [], Self.token(from:))
    }

    /// By position: each request over the network reads one.
    static let tokenColumns =
        "id, name, role, agency_id, created_at, expires_on, revoked_at, last_used_at, hash"

    static func token(from row: Row) throws -> StoredToken {
        StoredToken(
            token: AccessToken(
                id: row[0], name: row[1], role: try row.value(2), agency: try row.optionalAgency(3), createdAt: row[4],
                expiresOn: try row.optionalDay(5), revokedAt: row[6], lastUsedAt: row[7]), hash: row[8])
    }
}

extension WriteTransaction {
    /// The number that the next token gets: its holder's secret begins with it.
    package func nextTokenID() throws -> Int64 {
        let last = try Int64.fetchOne(
            database,
            sql:
                "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'api_token'), 0), coalesce(max(id), 0)) FROM api_token"
        )
        return (last ?? 0) + 1
    }

    package func insertToken(_ stored: StoredToken) throws {
        let token = stored.token
        try database.execute(
            sql: """
                INSERT INTO api_token (id, name, role, agency_id, hash, created_at, expires_on, revoked_at, last_used_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                token.id, token.name, token.role.rawValue, token.agency?.description, stored.hash, token.createdAt,
                token.expiresOn?.description, token.revokedAt, token.lastUsedAt,
            ])
    }

    /// Ends a token; one that has ended keeps the time of its end.
    package func revokeToken(_ id: Int64, at now: Int64) throws {
        try database.execute(
            sql: "UPDATE api_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", arguments: [now, id])
    }

    /// Writes down the last use; of a token that was revoked nothing is a use.
    package func noteUse(ofToken id: Int64, at now: Int64) throws {
        try database.executeCached(
            "UPDATE api_token SET last_used_at = ? WHERE id = ? AND revoked_at IS NULL", [now, id])
    }
}
