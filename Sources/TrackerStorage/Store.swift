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

    /// One connection, or where many read at once a writer with readers beside it.
    let connections: any DatabaseWriter
    /// A connection that only looks whether others have written; `nil` where nobody asks.
    private let watch: DatabaseQueue?
    /// The file that was opened; `nil` in memory.
    private let file: FileIdentity?
    let report: @Sendable (String) -> Void

    /// Opens a store, creates or migrates its schema where needed, and refuses a file that is not ours.
    ///
    /// `readers` is how many threads may read at once, beside one that writes; 0 for a program that does one thing at a
    /// time. `report` is told of failures that nobody foresaw, for the log.
    package init(
        path: String, opening: Opening, readers: Int = 0, busySeconds: Double = 5,
        report: @escaping @Sendable (String) -> Void
    ) throws(TrackerError) {
        self.path = path
        self.report = report
        let inMemory = path == ":memory:"
        if opening == .existing, !inMemory, !FilePresence.exists(path) { throw .storeMissing(path: path) }
        var configuration = Configuration()
        configuration.busyMode = .timeout(busySeconds)
        configuration.label = "phuluc"
        configuration.prepareDatabase { database in
            // The log is copied back every 16 MB: a change writes several pages, and copying waits for the disk. What a savepoint would
            // undo stays in memory.
            try database.execute(
                sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; PRAGMA temp_store = MEMORY")
        }
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            // What an import writes stays with it until it is committed, as far as 64 MB go: each row is in many indexes.
            try queue.inDatabase { try $0.execute(sql: "PRAGMA cache_size = -64000") }
            try Self.prepareSchema(in: queue, path: path, isNewAllowed: opening == .creating || inMemory)
            if readers > 0, !inMemory {
                try queue.close()
                configuration.maximumReaderCount = readers
                let pool = try DatabasePool(path: path, configuration: configuration)
                // Opening a pool sets NORMAL, with which a power cut takes back what was acknowledged.
                // The pages of all who write at once stay with the writer: 8 MB.
                try pool.writeWithoutTransaction {
                    try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -8000")
                }
                connections = pool
                let watch = try DatabaseQueue(path: path, configuration: configuration)
                try watch.writeWithoutTransaction { try $0.execute(sql: "PRAGMA busy_timeout = 0") }
                self.watch = watch
            } else {
                connections = queue
                watch = nil
            }
        } catch {
            throw StoreFailure.trackerError(for: error, path: path, report: report)
        }
        file = inMemory ? nil : FileIdentity(path)
    }

    /// Fails where the file that was opened no longer stands at its path: what would be written to it, nobody would find.
    package func requireSameFile() throws(TrackerError) {
        guard file == nil || file == FileIdentity(path) else { throw .storeReplaced(path: path) }
    }

    /// Runs reads in one consistent snapshot.
    package func read<Value>(_ body: (ReadTransaction) throws -> Value) throws(TrackerError) -> Value {
        do {
            return try connections.read { try body(ReadTransaction(database: $0)) }
        } catch {
            throw StoreFailure.trackerError(for: error, path: path, report: report)
        }
    }

    /// Runs reads and writes in one immediate transaction, which is rolled back whole where `body` throws.
    package func write<Value>(_ body: (WriteTransaction) throws -> Value) throws(TrackerError) -> Value {
        try transaction(endingIn: "COMMIT TRANSACTION", body)
    }

    /// Runs reads and writes as ``write(_:)`` does and undoes them: for a look at what would be written.
    package func rehearse<Value>(_ body: (WriteTransaction) throws -> Value) throws(TrackerError) -> Value {
        try transaction(endingIn: "ROLLBACK TRANSACTION", body)
    }

    private func transaction<Value>(
        endingIn end: String, _ body: (WriteTransaction) throws -> Value
    ) throws(TrackerError) -> Value {
        do {
            return try connections.writeWithoutTransaction { database in
                try requireSameFile()
                return try database.inImmediateTransaction(endingIn: end) {
                    try body(WriteTransaction(database: database))
                }
            }
        } catch {
            throw StoreFailure.trackerError(for: error, path: path, report: report)
        }
    }

    /// A number that differs from what it was before as soon as anybody has committed a change, in this process or another.
    /// With readers it is there in microseconds, or fails at once.
    package func changeCount() throws(TrackerError) -> Int {
        do {
            return try (watch ?? connections).unsafeReentrantWrite { database in
                // The version tells of others' changes only, the count of the connection's own.
                try (database.cachedValue("PRAGMA data_version", []) ?? 0) + database.totalChangesCount
            }
        } catch {
            throw StoreFailure.trackerError(for: error, path: path, report: report)
        }
    }

    private static func prepareSchema(in queue: DatabaseQueue, path: String, isNewAllowed: Bool) throws {
        try queue.inDatabase { database in
            if try needsSchema(database, path: path, isNewAllowed: isNewAllowed) {
                try database.inTransaction(.immediate) {
                    // Another process may have migrated between the look and the lock.
                    let current = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
                    if current < Schema.version { try Schema.migrate(database, from: current) }
                    return .commit
                }
            }
            try useWriteAheadLog(database)
        }
    }

    /// Looks at a file in one snapshot: whether it is ours, and whether it is empty or older than this program.
    private static func needsSchema(_ database: Database, path: String, isNewAllowed: Bool) throws -> Bool {
        var applicationID: Int32 = 0
        var version = 0
        var objects = 0
        try database.inTransaction(.deferred) {
            applicationID = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
            return .commit
        }
        guard applicationID == Schema.applicationID else {
            guard isNewAllowed, objects == 0, version == 0, applicationID == 0 else {
                throw TrackerError.notAStore(path: path)
            }
            return true
        }
        guard version <= Schema.version else {
            throw TrackerError.storeFromFuture(path: path, found: version, known: Schema.version)
        }
        return version < Schema.version
    }

    /// The mode belongs to the file. Of two processes that create one file at once only one can set it, and SQLite tells
    /// the other one without waiting that it is busy.
    private static func useWriteAheadLog(_ database: Database) throws {
        do {
            try database.execute(sql: "PRAGMA journal_mode = WAL")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            return
        }
    }
}

extension Database {
    /// Runs `body` in an immediate transaction, which is rolled back where it throws. As GRDB's own, with statements that are
    /// compiled once.
    fileprivate func inImmediateTransaction<Value>(
        endingIn end: String, _ body: () throws -> Value
    ) throws -> Value {
        try executeCached("BEGIN IMMEDIATE TRANSACTION", [])
        do {
            let value = try body()
            try executeCached(end, [])
            return value
        } catch {
            // SQLite itself has rolled back after some errors; what counts is the first one.
            if isInsideTransaction { try? rollback() }
            throw error
        }
    }
}
