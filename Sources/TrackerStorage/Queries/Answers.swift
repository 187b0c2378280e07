internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// The answer to a request that was done already; refuses a key that came with another request.
    package func answer(to key: RequestKey) throws -> StoredAnswer? {
        try database.cachedRow(
            "SELECT request, status, version, body FROM api_answer WHERE token_id = ? AND key = ?",
            [key.token, key.key]
        ) { row in
            guard row[0] == key.request else { throw TrackerError.keyReused(key.key) }
            return StoredAnswer(status: row[1], version: row[2], body: row[3])
        }
    }
}

extension WriteTransaction {
    package func insertAnswer(_ answer: StoredAnswer, to key: RequestKey, at now: Int64) throws {
        try database.executeCached(
            """
            INSERT INTO api_answer (token_id, key, request, status, version, body, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, [key.token, key.key, key.request, answer.status, answer.version, answer.body, now])
    }

    /// Forgets answers that nobody will ask for again.
    package func forgetAnswers(before instant: Int64) throws {
        try database.executeCached("DELETE FROM api_answer WHERE recorded_at < ?", [instant])
    }
}
