import Testing
import TrackerDomain
import TrackerService

/// Facts of earlier days, entered for a plan that successions have moved on already; agencies that have ended.
struct OlderFactsTests {
    private let fixture: ServiceFixture
    private let today = "2026-11-20"

    init() throws { fixture = try ServiceFixture() }

    /// "Sở Kế hoạch và Đầu tư chưa thực hiện": who owed it on a day, and how it stood.
    private func standing(of id: Int64, asOf date: String) throws -> String {
        let tracker = try fixture.tracker(on: today)
        let request = ListRequest(asOf: try day(date), limit: 500)
        let items = try tracker.list(request).page.items.filter { $0.obligation.id == id }
        let detail = try tracker.detail(of: id, as: nil, asOf: try day(date))
        #expect(items.map(\.obligation.state) == [detail.entry.obligation.state], "the history says the same")
        return items.map { "\($0.agencyName): \($0.obligation.state.stage)" }.joined(separator: "; ")
    }

    @Test func aFactFromBeforeTheMergerIsEnteredWhereItBelongs() throws {
        try fixture.importPlan(on: today)
        let id = try fixture.obligation("I.2", on: today).obligation.id
        let submitted = try fixture.perform(
            .submit(evidence: nil, note: "đã ban hành"), on: id, today: today, counts: "2021-12-28")
        // Not accepted yet, so the heir has it now.
        #expect(submitted.after.obligation.agency?.slug == "so-tai-chinh-2025")
        #expect(try standing(of: id, asOf: "2021-12-27") == "Sở Kế hoạch và Đầu tư: notStarted")
        #expect(try standing(of: id, asOf: "2021-12-28") == "Sở Kế hoạch và Đầu tư: submitted")
        #expect(try standing(of: id, asOf: "2025-03-01") == "Sở Tài chính: submitted")

        let accepted = try fixture.perform(.accept(note: ""), on: id, today: today, counts: "2022-01-10")
        let state = accepted.after.obligation.state
        #expect(try state.timeStatus(on: day(today)) == .completedOnTime)
        #expect(state.agency?.slug == "so-ke-hoach-va-dau-tu", "it was done before the merger")
        #expect(try standing(of: id, asOf: "2022-01-09") == "Sở Kế hoạch và Đầu tư: submitted")
        #expect(try standing(of: id, asOf: "2025-03-01") == "Sở Kế hoạch và Đầu tư: completed")
        let events = try fixture.tracker(on: today).detail(of: id, as: nil).events
        #expect(events.map(\.action) == [.reassign, .submit, .reassign, .accept])
        #expect(events.map(\.wasEnteredLater) == [true, true, true, true])
        #expect(try fixture.tracker(on: today).verify().isSound)
    }

    @Test func aFactOfTheFirstDayLeavesNothingBeforeIt() throws {
        try fixture.importPlan(on: today)
        let id = try fixture.obligation("I.2", on: today).obligation.id
        try fixture.perform(.start(note: ""), on: id, today: today, counts: "2021-10-01")
        #expect(try standing(of: id, asOf: "2021-10-01") == "Sở Kế hoạch và Đầu tư: inProgress")
        #expect(try fixture.tracker(on: today).verify().isSound)
    }

    @Test func aFactFromBeforeAnythingElseIsStillRefused() throws {
        try fixture.importPlan(on: today)
        let id = try fixture.obligation("I.2", on: today).obligation.id
        try fixture.perform(.start(note: ""), on: id, today: today, counts: "2022-03-01")
        #expect(throws: TrackerError.self) {
            try fixture.perform(.submit(evidence: nil, note: "x"), on: id, today: today, counts: "2022-02-28")
        }
        #expect(throws: TrackerError.self, "only the standing agency enters older facts") {
            try fixture.perform(
                .submit(evidence: nil, note: "x"), on: id, as: "Sở Tài chính", today: today, counts: "2022-03-02")
        }
        #expect(try fixture.tracker(on: today).verify().isSound)
    }

    @Test func tamperingWithAPastThatAnOlderFactCutShortIsFound() throws {
        try fixture.importPlan(on: today)
        let id = try fixture.obligation("I.2", on: today).obligation.id
        try fixture.perform(.start(note: ""), on: id, today: today, counts: "2022-03-01")
        try fixture.execute("UPDATE obligation_past SET until = '2025-03-01' WHERE id = \(id) AND version = 1")
        #expect(try fixture.tracker(on: today).verify().history.problems == [.pastDiffers(obligation: id)])
    }

    @Test func whatIsReopenedAfterTheMergerBelongsToTheHeir() throws {
        try fixture.importPlan()
        let id = try fixture.obligation("I.2", on: "2021-12-01").obligation.id
        try fixture.complete(id, on: "2021-12-01")
        let outcome = try fixture.perform(.reopen(reason: "bị thu hồi"), on: id, today: "2026-01-05")
        #expect(outcome.after.obligation.agency?.slug == "so-tai-chinh-2025")
        #expect(try standing(of: id, asOf: "2026-01-04") == "Sở Kế hoạch và Đầu tư: completed")
    }

    @Test func theHeirActsBeforeAnyRunHasFollowedTheSuccession() throws {
        try fixture.importPlan()
        let id = try fixture.obligation("I.2", on: "2021-12-01").obligation.id
        try fixture.perform(.start(note: ""), on: id, as: "Sở Tài chính", today: "2025-03-05")
    }

    @Test func nobodyActsForAnAgencyThatHasEnded() throws {
        try fixture.importPlan(on: today)
        let merged = try fixture.obligation("I.2", on: today).obligation.id
        let planning = try #require(AgencyID("son-la/so-ke-hoach-va-dau-tu"))
        let finance = try #require(AgencyID("son-la/so-tai-chinh-2025"))
        #expect(throws: TrackerError.refused(.agencyEnded(planning, heir: finance), obligation: merged)) {
            try fixture.perform(.comment(note: "x"), on: merged, as: planning.description, today: today)
        }
        let district = try fixture.obligation("II.6", lead: "UBND huyện Mộc Châu", on: today).obligation
        let agency = try #require(district.agency)
        #expect(throws: TrackerError.refused(.agencyEnded(agency, heir: nil), obligation: district.id)) {
            try fixture.perform(.start(note: ""), on: district.id, as: agency.description, today: today)
        }
    }

    @Test func anObligationWithAnExtensionIsNotMergedAway() throws {
        try fixture.importRows(
            [.init("I.1", "Báo cáo", lead: "Sở Kế hoạch và Đầu tư, Sở Tài chính", "30/6/2025")], on: "2025-01-10")
        let id = try fixture.obligation("I.1", lead: "Sở Tài chính", on: "2025-01-10").obligation.id
        let due = DueDate(nominal: try day("2025-07-31"))
        try fixture.perform(.requestExtension(to: due, reason: "chờ"), on: id, today: "2025-02-01")
        let report = try fixture.tracker(on: "2025-03-01").followSuccessions(isDryRun: false)
        #expect(report.counts.moved == 1 && report.counts.merged == 1)
        let other = try fixture.obligation("I.1", lead: "Sở Kế hoạch và Đầu tư", on: "2025-03-01").obligation
        #expect(other.state.stage == .withdrawn)
        let kept = try fixture.tracker(on: "2025-03-01").detail(of: id, as: nil).entry.obligation.state
        #expect(kept.agency?.slug == "so-tai-chinh-2025" && kept.extensionRequest?.due.nominal == due.nominal)
    }

    @Test func theDayOfAnEventStaysInTheHistory() throws {
        try fixture.importRows([.init("I.1", "Báo cáo (Sau khi Bộ Nội vụ ban hành hướng dẫn)", "31/3/2022")])
        try fixture.perform(
            .recordEvent(on: try day("2022-04-26"), due: nil, document: nil, note: "theo công văn"), on: 1,
            today: "2022-04-27")
        let events = try fixture.tracker(on: "2022-04-27").detail(of: 1, as: nil).events
        #expect(events.map(\.note) == ["Xảy ra ngày 26/4/2022. theo công văn"])
    }
}
