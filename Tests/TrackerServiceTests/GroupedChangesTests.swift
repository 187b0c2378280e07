import Testing
import TrackerDomain
import TrackerService

/// Changes that arrive at once share a commit; each stands or falls alone.
struct GroupedChangesTests {
    private let fixture: ServiceFixture
    private let tracker: Tracker

    init() throws {
        fixture = try ServiceFixture()
        try fixture.importRows((1...20).map { .init("I.\($0)", "Nhiệm vụ \($0)", "31/3/2022") })
        tracker = try fixture.tracker(on: "2022-02-01")
    }

    /// Reports progress, and says which version the obligation has then.
    private func report(_ percent: Int, on id: Int64, seen: Int? = nil) async throws(TrackerError) -> Int {
        let request = ActionRequest(
            obligation: id, action: .progress(percent: percent, note: "\(id)"), seenVersion: seen)
        let action = KeyedAction(request, key: nil) { outcome in
            StoredAnswer(status: 200, version: outcome.after.obligation.state.version, body: "")
        }
        return try await tracker.perform(action)?.answer.version ?? 0
    }

    @Test func whatManyCallersWereToldIsThere() async throws {
        let versions = try await withThrowingTaskGroup(of: Int.self) { group in
            for caller in 0..<400 {
                group.addTask { try await report(caller % 100, on: Int64(caller % 20 + 1)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        // Twenty obligations, each changed twenty times from version 1 on, each caller told of a version of its own.
        #expect(versions.sorted() == (0..<400).map { $0 / 20 + 2 })
        #expect(
            try fixture.rows(
                "SELECT count(*), min(version), max(version) FROM obligation JOIN event ON obligation.id = obligation_id"
            ) == ["400|21|21"])
        #expect(try fixture.tracker(on: "2022-02-01").verify().isSound)
    }

    @Test func aRefusedChangeLeavesTheOthersOfItsGroup() async throws {
        let outcomes = await withTaskGroup(of: String.self) { group in
            for id in 1...20 {
                group.addTask {
                    do throws(TrackerError) {
                        _ = try await report(10, on: Int64(id), seen: id % 2 == 0 ? 1 : 7)
                        return "done"
                    } catch {
                        return error.code.rawValue
                    }
                }
            }
            return await group.reduce(into: [:]) { counts, outcome in counts[outcome, default: 0] += 1 }
        }
        #expect(outcomes == ["done": 10, "staleVersion": 10])
        #expect(try fixture.rows("SELECT count(*) FROM event") == ["10"])
        #expect(try fixture.rows("SELECT count(*) FROM obligation WHERE progress = 10 AND id % 2 = 0") == ["10"])
    }

    @Test func whoIsOneOfTwoWithTheSameVersionIsToldSo() async throws {
        async let first = report(10, on: 1, seen: 1)
        async let second = report(20, on: 1, seen: 1)
        let outcomes = await [try? first, try? second].compactMap { $0 }
        #expect(outcomes == [2])
    }
}
