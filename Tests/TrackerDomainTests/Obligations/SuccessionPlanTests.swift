import Testing
import TrackerDomain

struct SuccessionPlanTests {
    private let (one, two, heir, last): (AgencyID, AgencyID, AgencyID, AgencyID)
    private let toHeir: [Succession]
    private let march: CivilDate
    private let july: CivilDate

    init() throws {
        (one, two) = (try AgencyFixture.id("t/one"), try AgencyFixture.id("t/two"))
        (heir, last) = (try AgencyFixture.id("t/heir"), try AgencyFixture.id("t/last"))
        (march, july) = (try day("2025-03-01"), try day("2025-07-01"))
        toHeir = [one, two].map { [heir, march] agency in
            Succession(from: agency, to: [heir], on: march, kind: .merge, source: "QĐ", certainty: .official)
        }
    }

    private func item(
        _ id: Int64, of agency: AgencyID, due: String? = nil, period: String = "2026", untouched: Bool = true
    ) throws -> SuccessionPlan.Item {
        SuccessionPlan.Item(
            id: id, activity: 1, part: 0, period: period, agency: agency, due: try due.map { try day($0) },
            isUntouched: untouched)
    }

    private func changes(_ items: [SuccessionPlan.Item], through date: String = "2025-12-31") throws -> [String] {
        let table = SuccessionTable(
            toHeir + [
                Succession(from: heir, to: [last], on: july, kind: .replace, source: "QĐ", certainty: .official)
            ])
        return SuccessionPlan(for: items, under: table, through: try day(date)).changes.map { change in
            switch change {
            case .move(let id, let succession): "\(id) → \(succession.heir?.slug ?? "?") \(succession.on)"
            case .merge(let id, let other, let succession): "\(id) = \(other) \(succession.on)"
            }
        }
    }

    @Test func nothingMovesBeforeTheDay() throws {
        #expect(try changes([try item(1, of: one)], through: "2025-02-28").isEmpty)
    }

    @Test func eachStepIsTakenOnItsDay() throws {
        #expect(try changes([try item(1, of: one)]) == ["1 → heir 2025-03-01", "1 → last 2025-07-01"])
    }

    @Test func whatTwoOwedTheHeirOwesOnce() throws {
        let items = [try item(1, of: one, due: "2026-12-31"), try item(2, of: two, due: "2026-12-31")]
        #expect(try changes(items) == ["1 → heir 2025-03-01", "2 = 1 2025-03-01", "1 → last 2025-07-01"])
    }

    @Test func whatWasDueBeforeStaysOfBoth() throws {
        let items = [try item(1, of: one, due: "2025-02-28"), try item(2, of: two, due: "2025-02-28")]
        #expect(try changes(items, through: "2025-03-01") == ["1 → heir 2025-03-01", "2 → heir 2025-03-01"])
        let onTheDay = [try item(1, of: one, due: "2025-03-01"), try item(2, of: two, due: "2025-03-01")]
        #expect(try changes(onTheDay, through: "2025-03-01") == ["1 → heir 2025-03-01", "2 = 1 2025-03-01"])
    }

    @Test func otherPeriodsAreOtherObligations() throws {
        let items = [try item(1, of: one, period: "2026"), try item(2, of: two, period: "2027")]
        #expect(try changes(items, through: "2025-03-01").count { $0.contains("=") } == 0)
    }

    @Test func recordedWorkIsKept() throws {
        let items = [try item(1, of: one), try item(2, of: two, untouched: false)]
        #expect(try changes(items, through: "2025-03-01") == ["2 → heir 2025-03-01", "1 = 2 2025-03-01"])
        let both = [try item(1, of: one, untouched: false), try item(2, of: two, untouched: false)]
        #expect(try changes(both, through: "2025-03-01") == ["1 → heir 2025-03-01", "2 → heir 2025-03-01"])
    }

    @Test func whatTheHeirHasAlreadyIsKept() throws {
        let items = [try item(1, of: one), try item(2, of: heir)]
        #expect(try changes(items, through: "2025-03-01") == ["1 = 2 2025-03-01"])
    }

    @Test func whatNobodyTakesOverWaits() throws {
        let table = SuccessionTable([
            Succession(from: one, to: [], on: march, kind: .abolish, source: "QĐ", certainty: .official),
            Succession(
                from: two, to: [one], on: march.adding(days: -9), kind: .replace, source: "QĐ", certainty: .general),
        ])
        let items = [try item(1, of: one), try item(2, of: two, period: "2027"), try item(3, of: heir)]
        let plan = SuccessionPlan(for: items, under: table, through: march)
        #expect(plan.orphans.map(\.obligation) == [1, 2])
        #expect(SuccessionPlan(for: [items[0]], under: table, through: march).orphans.map(\.obligation) == [1])
        #expect(SuccessionPlan(for: items, under: table, through: march.adding(days: -1)).orphans.isEmpty)
    }
}
