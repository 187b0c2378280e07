internal import GRDB

/// The numbered migrations of the store. They only go forward and are never edited once released; the number of the
/// last one is kept in `PRAGMA user_version`.
enum Schema {
    /// "PHLC": tells our files from other SQLite files.
    static let applicationID: Int32 = 0x5048_4C43

    static let migrations: [String] = [migration1]

    /// The version that this program writes and reads.
    static var version: Int { migrations.count }

    /// What stands in `sqlite_schema` of a store that only this program has touched; compared by ``verify``.
    static func objects(in database: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(
            database, sql: "SELECT name, coalesce(sql, '') AS sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
        return Dictionary(rows.map { ($0["name"], $0["sql"]) }, uniquingKeysWith: { first, _ in first })
    }

    /// Brings an empty or older file up to date, in the caller's transaction.
    static func migrate(_ database: Database, from version: Int) throws {
        for (index, sql) in migrations.enumerated() where index >= version {
            try database.execute(sql: sql)
        }
        try database.execute(sql: "PRAGMA user_version = \(migrations.count)")
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
}
