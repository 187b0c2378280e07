import GRDB
import Testing
import TrackerDomain

@testable import TrackerStorage

/// A store that many read at once.
struct ReaderPoolTests {
    private let file: TemporaryStore
    private let pool: Store

    init() throws {
        file = try TemporaryStore()
        pool = try Store(path: file.store.path, opening: .existing, readers: 2, report: unforeseen)
    }

    @Test func theWriterWaitsForTheDiskAndReadersSeeWhatWasCommitted() throws {
        // 2 is FULL; GRDB sets NORMAL when it opens a pool.
        #expect(try pool.write { try Int.fetchOne($0.database, sql: "PRAGMA synchronous") } == 2)
        try file.addPlan("2/KH-UBND")
        #expect(try pool.read { try $0.plans().count } == 2)
    }

    @Test func aChangeByAnybodyIsNoticed() throws {
        let first = try pool.changeCount()
        #expect(try pool.changeCount() == first)
        try pool.write { try $0.database.execute(sql: "UPDATE plan SET title = 'a'") }
        let second = try pool.changeCount()
        #expect(second != first)
        try file.addPlan("2/KH-UBND")
        #expect(try pool.changeCount() != second)
    }
}
