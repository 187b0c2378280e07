import Foundation
import GRDB
import TestSupport
import Testing
import TrackerDomain

@testable import TrackerStorage

/// Failures that nobody foresaw fail the test that met them.
func unforeseen(_ details: String) {
    Issue.record("unforeseen failure: \(details)")
}

extension Store {
    /// The first value that SQL gives.
    func value<Value: DatabaseValueConvertible>(_ sql: String) throws -> Value? {
        try read { transaction in try Value.fetchOne(transaction.database, sql: sql) }
    }
}

/// A store with one plan that tests fill as they need.
final class TemporaryStore {
    let folder: TemporaryFolder
    let store: Store
    let agencies: [AgencyID]
    private(set) var plan: Int64 = 0

    init() throws {
        folder = try TemporaryFolder()
        store = try Store(path: folder.file(), opening: .creating, report: unforeseen)
        agencies = try ["mot", "hai", "ba"].map { try #require(AgencyID("tinh/\($0)")) }
        plan = try addPlan("1/KH-UBND")
    }

    /// Another connection to the same file.
    func secondStore(busySeconds: Double = 0.1) throws -> Store {
        try Store(path: store.path, opening: .existing, busySeconds: busySeconds, report: unforeseen)
    }

    @discardableResult
    func addPlan(_ number: String) throws -> Int64 {
        let header = PlanHeader(
            number: try #require(DocumentNumber(number)), issuer: "UBND tỉnh", issued: try day("2021-10-01"),
            title: "Kế hoạch", years: 2021...2030)
        return try store.write { [agencies] transaction in
            if try transaction.reading.agencies().isEmpty {
                try transaction.insertAgencies(agencies.map { Agency(id: $0, name: "Sở \($0.slug)") })
            }
            return try transaction.insertPlan(
                Plan(
                    id: 0, header: header, territory: "tinh", standingAgency: agencies.first,
                    trackedFrom: header.issued), importedAt: 0)
        }
    }

    /// Adds a row and returns its number.
    @discardableResult
    func addActivity(_ task: String, section: String = "I", plan: Int64? = nil) throws -> Int64 {
        let row = AppendixRow(section: .init(ordinal: section, title: "Mục"), ordinal: "1", task: task)
        return try store.write { [self] transaction in
            try transaction.insertActivity(
                ActivityRecord(
                    row: row, position: 0, deadlineKind: .fixed, condition: nil, mentions: [], questions: []),
                plan: plan ?? self.plan)
        }
    }

    /// Adds obligations of a row, one for each state.
    func addObligations(
        _ states: [ObligationState], activity: Int64, agency: AgencyID?, plan: Int64? = nil, cadence: String = "once"
    ) throws {
        try store.write { [self] transaction in
            for (index, state) in states.enumerated() {
                var state = state
                state.agency = agency
                let obligation = Obligation(
                    id: 0, activity: activity, period: "\(index)", isConditional: false, state: state)
                try transaction.insertObligation(
                    StoredObligation(
                        obligation: obligation, part: 0, owner: agency?.description ?? "?", cadence: cadence,
                        isTracked: true), plan: plan ?? self.plan)
            }
        }
    }
}

/// A day as ISO text; a test with a slip in it fails instead of going on.
func day(_ text: String) throws -> CivilDate {
    try #require(CivilDate(iso: text), "\(text) is no day")
}
