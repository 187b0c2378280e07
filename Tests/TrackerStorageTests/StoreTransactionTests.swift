import GRDB
import Testing
import TrackerDomain

@testable import TrackerStorage

struct StoreTransactionTests {
    private let fixture: TemporaryStore

    init() throws { fixture = try TemporaryStore() }

    private func state(_ due: String) throws -> ObligationState {
        ObligationState(
            since: try day("2021-10-01"), stage: .notStarted, nominalDue: try day(due), effectiveDue: try day(due))
    }

    private struct Interruption: Error {}

    // MARK: All or nothing

    @Test func aThrowRollsEverythingBack() throws {
        let activity = try fixture.addActivity("Việc")
        let store = try Store(path: fixture.store.path, opening: .existing) { _ in }
        let state = try state("2022-01-31")
        #expect(throws: TrackerError.self) {
            try store.write { transaction in
                let obligation = Obligation(
                    id: 0, activity: activity, period: "2022", isConditional: false, state: state)
                try transaction.insertObligation(
                    StoredObligation(obligation: obligation, part: 0, owner: "", cadence: "once", isTracked: true),
                    plan: fixture.plan)
                try transaction.removeActivity(activity, on: state.since)
                throw Interruption()
            }
        }
        #expect(try store.read { try $0.obligations(ofActivity: activity) }.isEmpty)
        #expect(try store.read { try $0.activity(activity)?.removedOn } == nil)
    }

    @Test func ourOwnErrorsComeThroughAsTheyAre() {
        let error = TrackerError.stale(obligation: 4, seen: 1, current: 2, stage: .completed)
        #expect(throws: error) { try fixture.store.write { _ in throw error } }
        #expect(throws: error) { try fixture.store.read { _ in throw error } }
    }

    @Test func aReadChangesNothing() throws {
        let store = try Store(path: fixture.store.path, opening: .existing) { _ in }
        #expect(throws: TrackerError.self) {
            try store.read { try $0.database.execute(sql: "DELETE FROM plan") }
        }
        #expect(try store.read { try $0.plans().count } == 1)
    }

    @Test func anUnforeseenFailureIsReportedWithoutTheValuesOfArguments() throws {
        let reports = Reports()
        let store = try Store(path: fixture.store.path, opening: .existing, report: reports.add)
        #expect(throws: TrackerError.internal) {
            try store.write { transaction in
                try transaction.database.execute(
                    sql: "INSERT INTO agency_alias VALUES ('none/none', 1, ?)", arguments: ["bí mật"])
            }
        }
        let all = reports.all.joined()
        #expect(!all.isEmpty)
        #expect(!all.contains("bí mật"))
    }

    private final class Reports: @unchecked Sendable {
        // The store reports on the thread that called it, which is this test's.
        private(set) var all: [String] = []
        func add(_ text: String) { all.append(text) }
    }

    // MARK: The history

    @Test(arguments: ["UPDATE event SET note = 'khác'", "DELETE FROM event"])
    func theHistoryCanOnlyGrow(sql: String) throws {
        let activity = try fixture.addActivity("Việc")
        try fixture.addObligations([try state("2022-01-31")], activity: activity, agency: fixture.agencies[0])
        let stored = try #require(try fixture.store.read { try $0.obligations(ofActivity: activity).first })
        let evidence = Evidence(
            number: try #require(DocumentNumber("1/BC")), date: try day("2022-01-20"), title: "Báo cáo")
        let action = Action.submit(evidence: evidence, note: "ghi chú")
        let after = try stored.obligation.performing(
            action, by: Member(agency: nil, roles: [.standing]), on: ActionDay(today: try day("2022-01-21")))
        let before = stored.obligation
        try fixture.store.write { transaction in
            try transaction.replaceState(of: before, with: after)
            try transaction.appendEvent(
                EventDraft(
                    action: action, actor: nil, recordedAt: 1_642_730_400_000, countsOn: after.state.since,
                    before: before, after: after))
        }
        let store = try Store(path: fixture.store.path, opening: .existing) { _ in }
        #expect(throws: TrackerError.internal) { try store.write { try $0.database.execute(sql: sql) } }
        let events = try store.read { try $0.events(ofObligation: before.id) }
        #expect(events.count == 1)
        #expect(events.first?.note == "ghi chú")
        #expect(events.first?.evidence == evidence)
        #expect(events.first?.before == before.state)
        #expect(events.first?.after == after.state)
        #expect(events.first?.recordedOn.description == "2022-01-21")
    }

    // MARK: Two at once

    @Test func aWriterThatIsBlockedTooLongIsToldSo() throws {
        let second = try fixture.secondStore()
        let first = fixture.store
        try first.write { transaction in
            try transaction.database.execute(sql: "UPDATE plan SET title = 'mới'")
            #expect(throws: TrackerError.storeBusy(path: first.path)) {
                try second.write { try $0.database.execute(sql: "UPDATE plan SET title = 'khác'") }
            }
        }
        #expect(try second.read { try $0.plans().first?.header.title } == "mới")
        try second.write { try $0.database.execute(sql: "UPDATE plan SET title = 'khác'") }
    }

    @Test func readersAreNotBlockedAndSeeWhatIsCommitted() throws {
        let second = try fixture.secondStore()
        let first = fixture.store
        let meanwhile = try first.write { transaction in
            try transaction.database.execute(sql: "UPDATE plan SET title = 'mới'")
            return try second.read { try $0.plans().first?.header.title }
        }
        #expect(meanwhile == "Kế hoạch")
        #expect(try second.read { try $0.plans().first?.header.title } == "mới")
    }

    @Test func aReaderKeepsItsSnapshotAndDoesNotBlockAWriter() throws {
        let second = try fixture.secondStore()
        let first = fixture.store
        let seen = try first.read { transaction in
            let before = try transaction.plans().first?.header.title
            try second.write { try $0.database.execute(sql: "UPDATE plan SET title = 'mới'") }
            return [before, try transaction.plans().first?.header.title]
        }
        #expect(seen == ["Kế hoạch", "Kế hoạch"])
        #expect(try first.read { try $0.plans().first?.header.title } == "mới")
    }
}
