internal import GRDB
internal import TrackerDomain

/// What `doctor` finds out about a store.
package struct StoreHealth: Sendable {
    package let sqliteVersion: String
    package let schemaVersion: Int
    package let journalMode: String
    package let integrity: [String]
    package let foreignKeyViolations: Int
    package let plans: Int
    package let activities: Int
    package let obligations: Int
    package let questions: Int
}

extension ReadTransaction {
    /// Checks the file's structure and counts what is in it.
    package func health() throws -> StoreHealth {
        func number(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
        let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check(10)").filter { $0 != "ok" }
        return StoreHealth(
            sqliteVersion: try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? "?",
            schemaVersion: try number("PRAGMA user_version"),
            journalMode: try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "?",
            integrity: integrity,
            foreignKeyViolations: try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count,
            plans: try number("SELECT count(*) FROM plan"), activities: try number("SELECT count(*) FROM activity"),
            obligations: try number("SELECT count(*) FROM obligation"),
            questions: try number("SELECT count(*) FROM question"))
    }
}

extension ReadTransaction {
    /// Refuses a store that another version of the program has migrated meanwhile.
    package func requireCurrentSchema(path: String) throws {
        let version: Int = try database.cachedValue("PRAGMA user_version", []) ?? 0
        guard version == Schema.version else {
            throw TrackerError.storeFromFuture(path: path, found: version, known: Schema.version)
        }
    }
}
