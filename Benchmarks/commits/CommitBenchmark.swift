import Foundation
import GRDB
import TrackerDomain
import TrackerService

/// Durable changes one after another: the workflow's against bare commits of SQLite with the same settings on the same disk,
/// in turn.
///
///     swift run -c release bench-commits PLAN-FOLDER [STORE-FOLDER]
@main
struct CommitBenchmark {
    static let changes = 500
    static let rounds = 7
    /// After how many pages a log is copied back, as in the tracker's store.
    static let logPages = 4000

    static func main() throws {
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
        func act(_ number: Int) throws {
            _ = try tracker.perform(
                ActionRequest(
                    obligation: open[number % open.count], action: .progress(percent: number % 101, note: "đo"),
                    agency: nil))
        }
        // Until both logs have their full size, after which SQLite writes over them.
        for number in 0..<logPages { try commit(number) }
        for number in 0..<logPages / 4 { try act(number) }

        var ratios: [Double] = []
        for _ in 0..<rounds {
            let commits = try rate(commit)
            let actions = try rate(act)
            ratios.append(actions / commits)
            print("\(Int(commits)) bare commits/s, \(Int(actions)) changes/s, \(Int(actions / commits * 100)) %")
        }
        print("median: \(Int(ratios.sorted()[rounds / 2] * 100)) % of the bare commit rate")
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
        let time = ContinuousClock.now - start
        return Double(changes) / (Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
    }
}
