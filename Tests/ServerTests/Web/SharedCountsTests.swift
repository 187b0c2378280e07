import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// What pages share is never older than the store.
struct SharedCountsTests {
    @Test func countsFollowEveryChangeOfAnybody() throws {
        let fixture = try BoardFixture()
        let tracker = try fixture.tracker()
        let beside = try fixture.tracker()
        let shared = SharedCounts(tracker)
        func overdue(_ asOf: CivilDate? = nil) throws -> [Int] {
            let months = try shared.months(plan: nil, asOf: asOf)
            return [
                try shared.counts(by: .agency, plan: nil, asOf: asOf).total.overdue,
                try shared.counts(by: .plan, plan: nil, asOf: asOf).total.overdue,
                months.lines.reduce(0) { $0 + $1.overdue },
            ]
        }
        let earlier = try #require(CivilDate(iso: "2021-10-04"))
        var before = try overdue()
        let late = try tracker.overdue(ListRequest()).page.items.filter {
            $0.obligation.state.stage == .notStarted
        }
        #expect(late.count > 2 && before[0] > 2)
        for (number, entry) in late.enumerated() {
            #expect(try overdue() == before, "nothing has changed")
            #expect(try overdue(earlier) == [0, 0, 0])
            let writer = number.isMultiple(of: 2) ? tracker : beside
            _ = try writer.perform(
                ActionRequest(obligation: entry.obligation.id, action: .suspend(reason: "chờ hướng dẫn")))
            before = before.map { $0 - 1 }
            #expect(try overdue() == before)
        }
    }
}
