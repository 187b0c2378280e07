internal import Crypto
internal import GRDB
internal import TrackerDomain

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

    private static let insertion = """
        INSERT INTO event (sequence, \(columns.joined(separator: ", ")), hash, previous)
        VALUES (?, \(columns.map { _ in "?" }.joined(separator: ", ")), ?, (SELECT last_event FROM obligation WHERE id = ?2))
        """

    /// Adds an event with values for ``columns`` after the last one. The obligation keeps its place, so that events cut off
    /// the end are missed there, and the event keeps that of the obligation's event before: the history of one obligation is
    /// read back along these places, without an index that every change would have to write.
    static func append(_ values: [(any DatabaseValueConvertible)?], to database: Database) throws {
        let last = try database.cachedRow("SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1", []) {
            row in
            (sequence: row[0] as Int64, hash: row[1] as String)
        }
        let stored = [(last?.sequence ?? 0) + 1] + values
        let hash = try hash(of: stored.lazy.map { $0?.databaseValue ?? .null }, after: last?.hash ?? "")
        try database.executeCached(insertion, StatementArguments(stored + [hash]))
    }

    /// The places of an obligation's events, as a table to select from: "(…)".
    ///
    /// - Parameter obligation: an SQL expression for its number.
    static func sequences(ofObligation obligation: String) -> String {
        """
        (WITH RECURSIVE line(sequence) AS (
            SELECT last_event FROM obligation WHERE id = \(obligation)
            UNION SELECT e.previous FROM line JOIN event e ON e.sequence = line.sequence)
        SELECT sequence FROM line WHERE sequence IS NOT NULL)
        """
    }

    /// The hash of an event's stored values, in lower-case hexadecimal.
    static func hash(of values: some Sequence<DatabaseValue>, after previous: String) throws -> String {
        var text: [UInt8] = []
        text.reserveCapacity(2048)
        appendNetstring(of: previous, to: &text)
        for value in values {
            switch value.storage {
            case .null: text.append(contentsOf: "-,".utf8)
            case .string(let words): appendNetstring(of: words, to: &text)
            case .int64(let number): appendNetstring(of: String(number), to: &text)
            case .double, .blob: throw DatabaseError(resultCode: .SQLITE_CORRUPT)
            }
        }
        return SHA256.hash(data: text).hexadecimal
    }

    private static func appendNetstring(of words: String, to text: inout [UInt8]) {
        text.append(contentsOf: String(words.utf8.count).utf8)
        text.append(UInt8(ascii: ":"))
        text.append(contentsOf: words.utf8)
        text.append(UInt8(ascii: ","))
    }
}
