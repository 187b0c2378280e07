internal import Crypto
internal import GRDB

/// The hash chain over the history: each event carries the SHA-256 of the one before it and of its own columns, so that an
/// event that was changed, removed, put in or moved breaks the chain from there on.
///
/// The encoding is canonical: the hash of the event before (empty for the first), then `sequence` and ``columns`` in their
/// order, each as a netstring of its UTF-8 text (`5:hello,`), a null as `-,`. Integers are decimal. Whoever knows this can check the
/// chain with other tools.
enum EventChain {
    /// The columns of an event apart from its place and its hash.
    static let columns = [
        "obligation_id", "action", "cause", "actor", "recorded_at", "counts_on", "before", "after", "note",
        "evidence_number",
        "evidence_date", "evidence_title",
    ]

    /// Adds an event with values for ``columns``. Its place follows the largest that was ever given, so that events cut
    /// off the end leave a gap for good.
    static func append(_ values: [(any DatabaseValueConvertible)?], to database: Database) throws {
        let last: String? = try database.cachedValue("SELECT hash FROM event ORDER BY sequence DESC LIMIT 1", [])
        let given: Int64? = try database.cachedValue("SELECT seq FROM sqlite_sequence WHERE name = 'event'", [])
        let sequence = (given ?? 0) + 1
        let stored = [sequence.databaseValue] + values.map { $0?.databaseValue ?? .null }
        let hash = try hash(of: stored, after: last ?? "")
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO event (sequence, \(columns.joined(separator: ", ")), hash)
                VALUES (?, \(columns.map { _ in "?" }.joined(separator: ", ")), ?)
                """)
        try statement.execute(arguments: StatementArguments(stored + [hash.databaseValue]))
    }

    /// The hash of an event's stored values, in lower-case hexadecimal.
    static func hash(of values: some Sequence<DatabaseValue>, after previous: String) throws -> String {
        var hasher = SHA256()
        hasher.add(previous)
        for value in values {
            switch value.storage {
            case .null: hasher.update(data: Array("-,".utf8))
            case .string(let text): hasher.add(text)
            case .int64(let number): hasher.add(String(number))
            case .double, .blob: throw DatabaseError(resultCode: .SQLITE_CORRUPT)
            }
        }
        return hexadecimal(hasher.finalize())
    }

    private static func hexadecimal(_ bytes: SHA256Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: 2 * SHA256Digest.byteCount) { text in
            for (place, byte) in bytes.enumerated() {
                text[2 * place] = digits[Int(byte >> 4)]
                text[2 * place + 1] = digits[Int(byte & 15)]
            }
            return 2 * SHA256Digest.byteCount
        }
    }
}

extension SHA256 {
    /// Adds a text as a netstring.
    fileprivate mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            update(data: Array("\(bytes.count):".utf8))
            update(bufferPointer: UnsafeRawBufferPointer(bytes))
        }
        update(data: Array(",".utf8))
    }
}
