import Foundation
import GRDB
import TestSupport
import Testing
import TrackerDomain

@testable import TrackerStorage

struct StoreOpeningTests {
    private let folder: TemporaryFolder
    private var path: String { folder.file() }

    init() throws { folder = try TemporaryFolder() }

    private func open(_ opening: Store.Opening, path: String? = nil) throws -> Store {
        try Store(path: path ?? self.path, opening: opening, report: unforeseen)
    }

    /// Runs SQL on the file without the product's own opening.
    private func sqlite(_ sql: String) throws {
        try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: sql) }
    }

    // MARK: Creating

    @Test func creatingMarksTheFileAsOurs() throws {
        let store = try open(.creating)
        #expect(try store.value("PRAGMA user_version") == Schema.version)
        #expect(try store.value("PRAGMA application_id") == Schema.applicationID)
        #expect(try store.value("PRAGMA journal_mode") == "wal")
        #expect(Schema.applicationID == 0x5048_4C43, "PHLC")
    }

    @Test func whatWasAcknowledgedIsOnTheDisk() throws {
        let store = try open(.creating)
        #expect(try store.value("PRAGMA synchronous") == 2)
        #expect(try store.value("PRAGMA foreign_keys") == 1)
    }

    @Test func openingAgainChangesNothing() throws {
        let schema = "SELECT group_concat(sql, ';') FROM sqlite_schema"
        let first: String? = try open(.creating).value(schema)
        #expect(try first != nil && first == open(.existing).value(schema))
        _ = try open(.creating)
    }

    @Test func everyTableIsStrict() throws {
        let store = try open(.creating)
        let loose = try store.read { transaction in
            try String.fetchAll(
                transaction.database,
                sql: """
                    SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
                        AND name NOT LIKE 'sqlite_%'
                    """)
        }
        #expect(loose == [])
    }

    @Test func manyProcessesMayCreateOneFileAtOnce() async throws {
        for round in 0..<20 {
            let path = folder.file("round-\(round).sqlite")
            let failures = await withTaskGroup(of: TrackerError?.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        do throws(TrackerError) {
                            _ = try Store(path: path, opening: .creating, report: unforeseen)
                            return nil
                        } catch {
                            return error
                        }
                    }
                }
                return await group.reduce(into: [TrackerError]()) { if let failure = $1 { $0.append(failure) } }
            }
            #expect(failures == [])
            #expect(try open(.existing, path: path).value("PRAGMA journal_mode") == "wal")
        }
    }

    // MARK: Refusing

    @Test func aStoreThatIsNotThereIsNamed() {
        let missing = folder.file("missing.sqlite")
        #expect(throws: TrackerError.storeMissing(path: missing)) { try open(.existing, path: missing) }
        #expect(!FileManager.default.fileExists(atPath: missing))
    }

    @Test(arguments: [Store.Opening.existing, .creating])
    func aFileOfAnotherProgramIsLeftAlone(opening: Store.Opening) throws {
        try sqlite("CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('x')")
        let before = FileManager.default.contents(atPath: path)
        #expect(throws: TrackerError.notAStore(path: path)) { try open(opening) }
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test(arguments: ["PRAGMA application_id = 7", "PRAGMA user_version = 3"])
    func anEmptyDatabaseWithTheMarksOfAnotherProgramIsLeftAlone(sql: String) throws {
        try sqlite(sql)
        #expect(throws: TrackerError.notAStore(path: path)) { try open(.creating) }
    }

    @Test(arguments: [2, 20, 511, 512, 100_000], [Store.Opening.existing, .creating])
    func aTextFileIsNotAStore(length: Int, opening: Store.Opening) throws {
        let text = String(repeating: "STT;Nhiem vu\n", count: length / 13 + 1).prefix(length)
        try Data(text.utf8).write(to: URL(filePath: path))
        #expect(throws: TrackerError.notAStore(path: path)) { try open(opening) }
        #expect(FileManager.default.contents(atPath: path) == Data(text.utf8))
    }

    @Test func anEmptyFileIsNotAStoreForThoseWhoRead() throws {
        try Data().write(to: URL(filePath: path))
        #expect(throws: TrackerError.notAStore(path: path)) { try open(.existing) }
        #expect(FileManager.default.contents(atPath: path) == Data())
        _ = try open(.creating)
        _ = try open(.existing)
    }

    @Test func aStoreFromTheFutureIsRefused() throws {
        _ = try open(.creating)
        try sqlite("PRAGMA user_version = 99")
        for opening in [Store.Opening.existing, .creating] {
            #expect(throws: TrackerError.storeFromFuture(path: path, found: 99, known: Schema.version)) {
                try open(opening)
            }
        }
    }

    @Test(arguments: [0.9, 0.5, 0.1])
    func aStoreThatWasCutOffIsDamaged(part: Double) throws {
        _ = try open(.creating)
        let whole = try #require(FileManager.default.contents(atPath: path))
        try whole.prefix(Int(Double(whole.count) * part)).write(to: URL(filePath: path))
        #expect(throws: TrackerError.storeDamaged(path: path)) { try open(.existing).read { try $0.health() } }
    }

    @Test func aStoreWithScribbledPagesIsDamaged() throws {
        _ = try open(.creating)
        var bytes = try #require(FileManager.default.contents(atPath: path))
        for index in 8_192..<bytes.count { bytes[index] = 0x5A }
        try bytes.write(to: URL(filePath: path))
        #expect(throws: TrackerError.storeDamaged(path: path)) {
            try open(.existing).read { transaction in
                _ = try transaction.plans()
                _ = try transaction.agencies()
            }
        }
    }

    @Test func aFolderIsNoStore() {
        #expect(throws: TrackerError.storeNotWritable(path: folder.path)) { try open(.creating, path: folder.path) }
    }

    @Test func inAFolderThatIsNotThereNothingIsWritten() {
        let path = folder.file("missing/phuluc.sqlite")
        #expect(throws: TrackerError.storeNotWritable(path: path)) { try open(.creating, path: path) }
    }

    @Test(.disabled(if: geteuid() == 0, "permissions do not bind the superuser"))
    func inAReadOnlyFolderNothingIsWritten() throws {
        let closed = folder.file("closed")
        try FileManager.default.createDirectory(atPath: closed, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: closed)
        let path = closed + "/phuluc.sqlite"
        #expect(throws: TrackerError.storeNotWritable(path: path)) { try open(.creating, path: path) }
    }

    @Test func aStoreThatWasMadeReadOnlyTellsSoWhenItIsWrittenTo() throws {
        _ = try open(.creating)
        let store = try open(.existing)
        #expect(throws: TrackerError.storeNotWritable(path: path)) {
            try store.write { transaction in
                try transaction.database.execute(sql: "PRAGMA query_only = 1")
                defer { try? transaction.database.execute(sql: "PRAGMA query_only = 0") }
                try transaction.database.execute(sql: "DELETE FROM agency")
            }
        }
    }
}
