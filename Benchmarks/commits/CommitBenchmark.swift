import Foundation
import GRDB
import TrackerDomain
import TrackerService

/// Durable changes, one after another and from 32 callers at once: the workflow's against bare commits of SQLite with the same
/// settings on the same disk, in turn.
///
///     swift run -c release bench-commits PLAN-FOLDER [STORE-FOLDER]
@main
struct CommitBenchmark {
    static let changes = 512
    static let callers = 32
    static let rounds = 7
    /// After how many pages a log is copied back, as in the tracker's store.
    static let logPages = 4000

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 2 else { throw CocoaError(.fileNoSuchFile) }
        let base = arguments.count > 2 ? URL(filePath: arguments[2]) : FileManager.default.temporaryDirectory
        let folder = base.appending(path: "commits-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }

        let tracker = try Tracker(path: folder.appending(path: "store.sqlite").path, createsStore: true, ambient: .live)
        _ = try tracker.importPlan(from: try ImportSource(path: arguments[1]))
        let open = try tracker.list(ListRequest(limit: 500)).page.items.filter {
            $0.obligation.state.stage == .notStarted
        }.map(\.obligation.id)
        let bare = try bareStore(at: folder.appending(path: "bare.sqlite").path)

        func commit(_ number: Int) throws {
            try bare.writeWithoutTransaction { database in
                try database.execute(sql: "BEGIN IMMEDIATE")
                try database.execute(
                    sql: "UPDATE row SET value = ? WHERE id = ?",
                    arguments: [Int.random(in: 0..<1_000_000_000), number % 500])
                try database.execute(sql: "COMMIT")
            }
        }
        @Sendable func request(_ number: Int) -> ActionRequest {
            ActionRequest(
                obligation: open[number % open.count], action: .progress(percent: number % 101, note: "đo"), agency: nil
            )
        }
        func act(_ number: Int) throws { _ = try tracker.perform(request(number)) }
        // Until both logs have their full size, after which SQLite writes over them.
        for number in 0..<logPages { try commit(number) }
        for number in 0..<logPages / 3 { try act(number) }

        var alone: [Double] = []
        var together: [Double] = []
        for _ in 0..<rounds {
            let commits = try rate(commit)
            let actions = try rate(act)
            let grouped = try await rateTogether {
                _ = try await tracker.perform(
                    KeyedAction(request($0), key: nil) { _ in StoredAnswer(status: 200, version: nil, body: "") })
            }
            alone.append(actions / commits)
            together.append(grouped / commits)
            print(
                "\(Int(commits)) bare commits/s; \(Int(actions)) changes/s, \(Int(actions / commits * 100)) %; "
                    + "from \(callers) callers \(Int(grouped))/s, \(Int(grouped / commits * 100)) %")
        }
        func median(_ ratios: [Double]) -> Int { Int(ratios.sorted()[rounds / 2] * 100) }
        print("median: \(median(alone)) % of the bare commit rate, from \(callers) callers \(median(together)) %")
    }

    /// A table of 500 rows in a store with the tracker's settings.
    private static func bareStore(at path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.prepareDatabase {
            try $0.execute(
                sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = \(logPages)")
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write { database in
            try database.execute(sql: "CREATE TABLE row (id INTEGER PRIMARY KEY, value INTEGER NOT NULL)")
            for id in 0..<500 { try database.execute(sql: "INSERT INTO row VALUES (?, 0)", arguments: [id]) }
        }
        return queue
    }

    /// How many times a second something is done.
    private static func rate(_ change: (Int) throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        for number in 0..<changes { try change(number) }
        return Double(changes) / (start.duration(to: .now) / .seconds(1))
    }

    /// How many times a second something is done by all callers together, each of whom does one thing after the other.
    private static func rateTogether(_ change: @escaping @Sendable (Int) async throws -> Void) async throws -> Double {
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for caller in 0..<callers {
                group.addTask {
                    for number in 0..<changes / callers { try await change(number * callers + caller) }
                }
            }
            try await group.waitForAll()
        }
        return Double(changes) / (start.duration(to: .now) / .seconds(1))
    }
}
