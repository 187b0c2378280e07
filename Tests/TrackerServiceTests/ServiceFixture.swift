import Foundation
import GRDB
import TestSupport
import Testing
import TrackerDomain
import TrackerService

/// A store file in a folder of its own, removed when the test is over, and trackers over it on any day.
final class ServiceFixture: Sendable {
    private let place: TemporaryFolder
    var folder: String { place.path }
    var path: String { place.file() }

    init() throws {
        place = try TemporaryFolder()
    }

    /// A tracker whose clock stands at noon of a day, or some minutes later.
    func tracker(on today: String, minutesLater: Int64 = 0) throws -> Tracker {
        let noon = Ambient.standing(at: try day(today)).now() + minutesLater * 60_000
        return try Tracker(path: path, createsStore: true, ambient: Ambient { noon })
    }

    // MARK: Plans

    /// The folder of one of the plans that the product brings along.
    static func planFolder(_ name: String) -> String {
        Repository.appendixData("plans/\(name)").path
    }

    @discardableResult
    func importPlan(
        _ name: String = "son-la-2021-2030", on today: String = "2021-10-05", options: ImportOptions = .init()
    ) throws -> ImportReport {
        try tracker(on: today).importPlan(from: try ImportSource(path: Self.planFolder(name)), options: options)
    }

    /// Imports rows as a plan of Sơn La for 2022: section, number, task, lead, time.
    @discardableResult
    func importRows(
        _ rows: [PlanRow], years: ClosedRange<Int> = 2022...2030, title: String = "Kế hoạch thử",
        on today: String = "2022-01-05", options: ImportOptions = .init()
    ) throws -> ImportReport {
        try tracker(on: today).importPlan(from: try source(rows, years: years, title: title), options: options)
    }

    func source(
        _ rows: [PlanRow], years: ClosedRange<Int> = 2022...2030, title: String = "Kế hoạch thử"
    ) throws -> ImportSource {
        let header = "Mục,Lĩnh vực,STT,Nhiệm vụ/Hoạt động,Kết quả/Sản phẩm,Chủ trì,Phối hợp,Thời gian,Kinh phí"
        let lines = rows.map { row in
            [row.section, "MỤC \(row.section)", row.ordinal, row.task, row.product, row.lead, "", row.deadline, ""]
                .map { "\"\($0)\"" }.joined(separator: ",")
        }
        try write(([header] + lines).joined(separator: "\n") + "\n", to: "activities.csv")
        try write(
            """
            {"number": "9/KH-UBND", "issuer": "UBND tỉnh Sơn La", "issued": "2022-01-04", "title": "\(title)",
             "years": {"from": \(years.lowerBound), "to": \(years.upperBound)}, "territory": "son-la",
             "standingAgency": "Sở Nội vụ"}
            """, to: "plan.json")
        return try ImportSource(path: folder + "/activities.csv")
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
    }

    /// A row of a plan, as short as a test needs it.
    struct PlanRow: Sendable {
        var section = "I"
        var ordinal: String
        var task: String
        var product = "Báo cáo"
        var lead = "Sở Tư pháp"
        var deadline: String

        init(_ place: String, _ task: String, lead: String = "Sở Tư pháp", _ deadline: String) {
            let parts = place.split(separator: ".")
            section = parts.first.map(String.init) ?? ""
            ordinal = parts.last.map(String.init) ?? ""
            self.task = task
            self.lead = lead
            self.deadline = deadline
        }
    }

    // MARK: Looking

    /// Every row of every table, as text.
    func dump() throws -> [String] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            return try tables.flatMap { table in
                try GRDB.Row.fetchAll(database, sql: "SELECT * FROM \"\(table)\"").map { "\(table) \($0)" }
            }
        }
    }

    /// The rows of a query, each as its values with a bar between them.
    func rows(_ sql: String) throws -> [String] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read { database in
            try GRDB.Row.fetchAll(database, sql: sql).map { row in
                row.databaseValues.map { $0.isNull ? "-" : "\($0.storage.value ?? "-")" }.joined(separator: "|")
            }
        }
    }

    /// Runs SQL without the product, to prepare what it must survive.
    func execute(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    /// All obligations on a day.
    func obligations(on today: String) throws -> [ObligationEntry] {
        try tracker(on: today).list(ListRequest(limit: 500)).page.items
    }

    /// The one obligation of a row and a period.
    func obligation(_ place: String, _ period: String? = nil, lead: String? = nil, on today: String) throws
        -> ObligationEntry
    {
        let found = try obligations(on: today).filter {
            $0.place == place && (period == nil || $0.obligation.period == period)
                && (lead == nil || $0.agencyName == lead)
        }
        #expect(found.count == 1, "\(place) \(period ?? "") \(lead ?? "")")
        return try #require(found.first)
    }

    @discardableResult
    func perform(
        _ action: Action, on id: Int64, as agency: String? = nil, today: String, counts: String? = nil
    ) throws -> ActionOutcome {
        try tracker(on: today).perform(
            ActionRequest(
                obligation: id, action: action, agency: agency, countsOn: try counts.map { try day($0) }))
    }

    /// Submits and accepts.
    func complete(_ id: Int64, on today: String) throws {
        try perform(.submit(evidence: nil, note: "đã xong"), on: id, today: today)
        try perform(.accept(note: ""), on: id, today: today)
    }
}

/// A day as ISO text; a test with a slip in it fails instead of going on.
func day(_ text: String) throws -> CivilDate {
    try #require(CivilDate(iso: text), "\(text) is no day")
}
