import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// Whoever keeps one plan of two sees how everything in it stands, and nothing of the other.
struct PlanCountsTests {
    @Test(arguments: [nil, "2022-02-04"]) func aPlanIsCountedWholeForWhoeverKeepsIt(asOf: String?) throws {
        let fixture = try BoardFixture(plans: ["son-la-2021-2030", "dong-nai-2021-2030"])
        let tracker = try fixture.tracker()
        let access = BoardFixture.session(.standing, "son-la/so-noi-vu").access
        let day = asOf.flatMap { CivilDate(iso: $0) }
        for summary in try tracker.plans() {
            let plan = summary.plan
            let rows = try tracker.activities(of: plan, after: nil, limit: 500).page.items.map(\.id)
            let all = try tracker.counts(ofRows: rows, asOf: day)
            let own = try tracker.counts(ofRows: rows, inPlan: plan.id, asOf: day, access: access)
            #expect(!all.isEmpty)
            #expect(own == (plan.territory == "son-la" ? all : [:]), "\(plan.header.number)")
        }
    }
}
