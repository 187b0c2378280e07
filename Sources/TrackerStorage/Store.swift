internal import GRDB
package import TrackerDomain

/// The SQLite file that holds everything: one per process.
///
/// Write-ahead log, foreign keys, a busy timeout, immediate write transactions, and full synchronisation: what was
/// acknowledged survives a crash. A public method is a transaction.
package final class Store: Sendable {
    /// How the file is opened.
    package enum Opening: Sendable {
        /// The file must exist; commands that read.
        case existing
        /// The file is created where it is missing; commands that import.
        case creating
    }

    /// Where the file is; ":memory:" for a store that ends with the process.
    package let path: String

    private let queue: DatabaseQueue
    private let report: @Sendable (String) -> Void

    /// Opens a store, creates or migrates its schema where needed, and refuses a file that is not ours.
    ///
    /// `report` is told of failures that nobody foresaw, for the log.
    package init(
        path: String, opening: Opening, busySeconds: Double = 5, report: @escaping @Sendable (String) -> Void
    ) throws(TrackerError) {
        self.path = path
        self.report = report
        let inMemory = path == ":memory:"
        if opening == .existing, !inMemory, !FilePresence.exists(path) { throw .storeMissing(path: path) }
        var configuration = Configuration()
        configuration.busyMode = .timeout(busySeconds)
        configuration.label = "phuluc"
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try Self.prepareSchema(in: queue, path: path)
        } catch {
            throw StoreFailure.trackerError(for: error, path: path, report: report)
        }
    }

    /// Runs reads in one consistent snapshot.
    package func read<Value>(_ body: (ReadTransaction) throws -> Value) throws(TrackerError) -> Value {
        do {
            return try queue.read { try body(ReadTransaction(database: $0)) }
        } catch {
            throw StoreFailure.trackerError(for: error, path: path, report: report)
        }
    }

    /// Runs reads and writes in one immediate transaction, which is rolled back whole where `body` throws.
    package func write<Value>(_ body: (WriteTransaction) throws -> Value) throws(TrackerError) -> Value {
        do {
            var result: Value?
            try queue.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    result = try body(WriteTransaction(database: database))
                    return .commit
                }
            }
            guard let result else { throw TrackerError.internal }
            return result
        } catch {
            throw StoreFailure.trackerError(for: error, path: path, report: report)
        }
    }

    private static func prepareSchema(in queue: DatabaseQueue, path: String) throws {
        try queue.inDatabase { database in
            let applicationID = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            if applicationID == Schema.applicationID {
                guard version <= Schema.version else {
                    throw TrackerError.storeFromFuture(path: path, found: version, known: Schema.version)
                }
                if version == Schema.version { return }
            } else {
                let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
                guard objects == 0, version == 0, applicationID == 0 else { throw TrackerError.notAStore(path: path) }
                try database.execute(sql: "PRAGMA journal_mode = WAL")
            }
            try database.inTransaction(.immediate) {
                // Another process may have migrated between the look and the lock.
                let current = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
                if current < Schema.version { try Schema.migrate(database, from: current) }
                return .commit
            }
        }
    }
}
