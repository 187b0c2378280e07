internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// The token that a session was opened with; `nil` where there is no such session or it has expired.
    ///
    /// - Parameter hash: SHA-256 of the session's secret, in hexadecimal.
    package func token(ofSession hash: String, at now: Int64) throws -> AccessToken? {
        try database.cachedRow(
            """
            SELECT \(Self.tokenColumns) FROM api_token
            WHERE id = (SELECT token_id FROM web_session WHERE hash = ? AND expires_at > ?)
            """, [hash, now]
        ) { try Self.token(from: $0).token }
    }
}

extension WriteTransaction {
    package func insertSession(_ hash: String, ofToken token: Int64, at now: Int64, until end: Int64) throws {
        try database.execute(
            sql: "INSERT INTO web_session (hash, token_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
            arguments: [hash, token, now, end])
    }

    package func deleteSession(_ hash: String) throws {
        try database.execute(sql: "DELETE FROM web_session WHERE hash = ?", arguments: [hash])
    }

    package func deleteSessions(ofToken token: Int64) throws {
        try database.execute(sql: "DELETE FROM web_session WHERE token_id = ?", arguments: [token])
    }

    package func deleteSessions(expiredBy now: Int64) throws {
        try database.execute(sql: "DELETE FROM web_session WHERE expires_at <= ?", arguments: [now])
    }

    /// Ends every session there is.
    package func deleteSessions() throws { try database.execute(sql: "DELETE FROM web_session") }
}
