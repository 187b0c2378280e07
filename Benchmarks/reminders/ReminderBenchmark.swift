import Foundation
import GRDB
import Synchronization
import TrackerDelivery
import TrackerDomain
import TrackerService

/// What a reminder run costs: 1,000 obligations due among 10,000 and among 1,000,000, decided, recorded and handed to nobody; a run that finds
/// nothing; and 100,000 due at once.
///
///     swift run -c release bench-reminders PLAN-FOLDER [STORE-FOLDER]
@main
struct ReminderBenchmark {
    static let due = 1_000
    static let rounds = 7
    /// A Monday; the run before was on the Friday, the due date is a week after.
    static let friday = "2022-02-18"
    static let monday = "2022-02-21"

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 2 else { throw CocoaError(.fileNoSuchFile) }
        let base = arguments.count > 2 ? URL(filePath: arguments[2]) : FileManager.default.temporaryDirectory
        let folder = base.appending(path: "reminders-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }

        let stores = try [10_000, 1_000_000].map { size in
            let path = folder.appending(path: "store-\(size).sqlite").path
            try grow(path, from: arguments[1], to: size, due: due)
            return (size, path)
        }
        var decided: [Int: [Double]] = [:]
        var idle: [Int: [Double]] = [:]
        // In turn, each time on a copy of the store as the Friday's run left it.
        for _ in 0..<rounds {
            for (size, path) in stores {
                let copy = path + ".copy"
                try? FileManager.default.removeItem(atPath: copy)
                try FileManager.default.copyItem(atPath: path, toPath: copy)
                let first = try run(on: monday, copy)
                precondition(first.items == due, "\(first.items) of \(due) were due")
                decided[size, default: []].append(first.planned)
                let second = try run(on: monday, copy)
                precondition(second.items == 0)
                idle[size, default: []].append(second.planned)
            }
        }
        for (size, _) in stores {
            print(
                "\(due) due of \(size): \(text(decided[size])) ms decided and recorded; nothing due: \(text(idle[size])) ms"
            )
        }
        if let small = median(decided[10_000]), let large = median(decided[1_000_000]) {
            print("ratio of the medians: \(String(format: "%.2f", large / small))")
        }

        let flood = folder.appending(path: "flood.sqlite").path
        try grow(flood, from: arguments[1], to: 110_000, due: 100_000)
        let all = try run(on: monday, flood)
        print(
            "\(all.items) due at once: \(Int(all.planned)) ms decided and recorded, \(Int(all.sent)) ms until all are sent"
        )
    }

    // MARK: One run

    /// Milliseconds of a run until everything is in the ledger, and until everything is handed over.
    private static func run(on day: String, _ path: String) throws -> (planned: Double, sent: Double, items: Int) {
        let tracker = try tracker(on: day, path)
        let planned = Mutex<ContinuousClock.Instant?>(nil)
        var options = ReminderOptions()
        options.observe = { step throws(TrackerError) in
            if step == .planned { planned.withLock { $0 = .now } }
        }
        let start = ContinuousClock.now
        let run = try tracker.remind(options, through: Nobody())
        let end = ContinuousClock.now
        let middle = planned.withLock { $0 } ?? end
        return (milliseconds(middle - start), milliseconds(end - start), run.messages.reduce(0) { $0 + $1.items.count })
    }

    private struct Nobody: Delivery {
        var channel: String { ReminderChannel.stdout.rawValue }
        func send(_ message: OutgoingMessage) {}
    }

    private static func tracker(on day: String, _ path: String) throws -> Tracker {
        guard let today = CivilDate(iso: day) else { throw CocoaError(.formatting) }
        return try Tracker(path: path, createsStore: true, ambient: .standing(at: today))
    }

    // MARK: The store

    /// A store with so many obligations, most of the past completed and one in ten of it long overdue and reminded of weekly on
    /// Wednesdays, of which a number reaches a stage on the Monday.
    private static func grow(_ path: String, from plan: String, to size: Int, due: Int) throws {
        _ = try tracker(on: "2021-10-05", path).importPlan(from: try ImportSource(path: plan))
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            // The plan's own would be due as well; of the copies it is known how many are.
            try database.execute(sql: "UPDATE obligation SET stage = 'completed', submitted_on = '2021-10-06'")
            try database.execute(
                sql: """
                    INSERT INTO obligation (plan_id, activity_id, part, part_label, owner, agency_id, period, cadence,
                        is_conditional, is_tracked, since, stage, progress, nominal_due, effective_due, original_nominal,
                        original_effective, deadline_version, submitted_on, version)
                    WITH RECURSIVE n(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM n WHERE k + 1 < :copies),
                        lead AS (SELECT row_number() OVER (ORDER BY id) - 1 AS place, id FROM agency
                            WHERE id LIKE 'son-la/so-%' AND kind = 'agency' AND valid_to IS NULL),
                        row AS (SELECT row_number() OVER (ORDER BY id) - 1 AS place, id, plan_id FROM activity),
                        dated AS (SELECT k, CASE WHEN k < :due THEN '2022-02-28' WHEN k % 3 = 0 THEN '2023-06-30'
                            ELSE date('2022-02-02', '-' || (k / 10 % 400 * 7) || ' days') END AS day FROM n)
                    SELECT row.plan_id, row.id, 1000 + k, '', lead.id, lead.id, CAST(k AS TEXT), 'once', 0, 1, '2010-01-01',
                        CASE WHEN day < '2022-02-10' AND k % 10 <> 1 THEN 'completed' ELSE 'notStarted' END, 0, day, day, day,
                        day, 1, CASE WHEN day < '2022-02-10' AND k % 10 <> 1 THEN day END, 1
                    FROM dated JOIN lead ON lead.place = k % (SELECT count(*) FROM lead)
                        JOIN row ON row.place = k % (SELECT count(*) FROM row)
                    """, arguments: ["copies": size - 209, "due": due])
            try database.execute(sql: "ANALYZE")
        }
        try queue.close()
        _ = try run(on: friday, path)
    }

    // MARK: Numbers

    private static func milliseconds(_ time: Duration) -> Double {
        Double(time.components.seconds) * 1_000 + Double(time.components.attoseconds) / 1e15
    }

    private static func median(_ times: [Double]?) -> Double? { times.map { $0.sorted()[$0.count / 2] } }

    private static func text(_ times: [Double]?) -> String {
        guard let times, let median = median(times) else { return "–" }
        return String(format: "%.1f (%.1f–%.1f)", median, times.min() ?? 0, times.max() ?? 0)
    }
}
