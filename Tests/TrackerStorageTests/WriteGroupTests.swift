import Foundation
import GRDB
import Testing
import TrackerDomain

@testable import TrackerStorage

/// What becomes of a group of changes when the store or one of them fails.
struct WriteGroupTests {
    private let fixture: TemporaryStore

    init() throws { fixture = try TemporaryStore() }

    /// Adds a calendar day for each name at once, and says what each caller was told.
    private func add(_ days: [String], to store: Store) async -> [String] {
        let group = WriteGroup(store: store)
        return await withTaskGroup(of: String.self) { tasks in
            for day in days {
                tasks.addTask {
                    do throws(TrackerError) {
                        try await group.write { transaction in
                            try transaction.database.execute(
                                sql: """
                                    INSERT INTO calendar_day (date, kind, name, certainty, source)
                                    VALUES (?, ?, '', 'official', '')
                                    """, arguments: [day, day.hasPrefix("bad") ? "?" : "off"])
                            if day.hasPrefix("refused") { throw TrackerError.notFound(.obligation(1), nearest: []) }
                        }
                        return "done"
                    } catch {
                        return error.code.rawValue
                    }
                }
            }
            return await tasks.reduce(into: []) { $0.append($1) }.sorted()
        }
    }

    @Test func eachStandsOrFallsAlone() async throws {
        let told = await add((1...30).map { $0 % 3 == 0 ? "refused \($0)" : "day \($0)" }, to: fixture.store)
        #expect(told == Array(repeating: "done", count: 20) + Array(repeating: "notFound", count: 10))
        #expect(try fixture.store.value("SELECT count(*) FROM calendar_day") == 20)
        #expect(try fixture.store.value("SELECT count(*) FROM calendar_day WHERE date LIKE 'refused%'") == 0)
    }

    @Test func whereTheFileIsLockedEverybodyIsToldAndNothingIsWritten() async throws {
        let second = try fixture.secondStore()
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let locking = try DatabaseQueue(path: fixture.store.path, configuration: configuration)
        try locking.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
        #expect(await add(["a", "b", "c"], to: second) == Array(repeating: "storeBusy", count: 3))
        try locking.inDatabase { try $0.execute(sql: "ROLLBACK") }
        #expect(try fixture.store.value("SELECT count(*) FROM calendar_day") == 0)
        #expect(await add(["a"], to: second) == ["done"])
    }

    @Test func whereSQLiteGivesUpTheTransactionEverybodyIsTold() async throws {
        // A store that may not grow any more: SQLite undoes the whole transaction by itself.
        let store = try fixture.secondStore()
        let large = String(repeating: "x", count: 100_000)
        _ = try await store.connections.writeWithoutTransaction {
            try Int.fetchOne($0, sql: "PRAGMA max_page_count = 1")
        }
        let told = await add((1...3).map { "\($0) \(large)" }, to: store)
        #expect(told == Array(repeating: "diskFull", count: 3))
        #expect(try fixture.store.value("SELECT count(*) FROM calendar_day") == 0)
    }
}
