import Testing
import TrackerDomain
import TrackerService

struct DueMonthsTests {
    private let fixture: ServiceFixture

    init() throws {
        fixture = try ServiceFixture()
        try fixture.importPlan()
    }

    @Test func monthsAndOverdueAddUpToWhatIsOwed() throws {
        let tracker = try fixture.tracker(on: "2022-02-08")
        let due = try tracker.dueMonths(plan: nil, asOf: nil)
        #expect(due.months.count == 12)
        #expect(due.months.first == CivilDate(iso: "2022-02-01") && due.months.last == CivilDate(iso: "2023-01-01"))
        let overdue = try tracker.overdue(ListRequest(limit: 500)).total
        #expect(overdue > 0 && due.lines.reduce(0) { $0 + $1.overdue } == overdue)
        let days = tracker.today.distance(to: try day("2023-01-31"))
        let coming = try tracker.due(ListRequest(limit: 500), withinDays: days).total
        #expect(coming > 0 && due.lines.reduce(0) { $0 + $1.numbers.reduce(0, +) } == coming)
    }

    @Test func aPastDayIsAsItStood() throws {
        let now = try fixture.tracker(on: "2022-03-01").dueMonths(plan: nil, asOf: try day("2022-02-08"))
        let id = try #require(
            try fixture.tracker(on: "2022-02-08").overdue(ListRequest()).page.items.first?.obligation.id)
        try fixture.complete(id, on: "2022-02-20")
        let later = try fixture.tracker(on: "2022-03-01").dueMonths(plan: nil, asOf: try day("2022-02-08"))
        #expect(now.lines.map(\.overdue) == later.lines.map(\.overdue))
        let today = try fixture.tracker(on: "2022-03-01").dueMonths(plan: nil, asOf: nil)
        let overdue = try fixture.tracker(on: "2022-03-01").overdue(ListRequest()).total
        #expect(today.lines.reduce(0) { $0 + $1.overdue } == overdue)
    }

    @Test func onePlanIsCountedAlone() throws {
        let tracker = try fixture.tracker(on: "2022-02-08")
        let plan = try #require(try tracker.plans().first?.plan)
        let alone = try tracker.dueMonths(plan: plan, asOf: nil), all = try tracker.dueMonths(plan: nil, asOf: nil)
        #expect(alone.lines.map(\.total) == all.lines.map(\.total))
    }

    @Test func whatChangedTodayIsTold() throws {
        let id = try #require(
            try fixture.tracker(on: "2022-02-08").overdue(ListRequest()).page.items.first?.obligation.id)
        try fixture.perform(.start(note: "bắt đầu"), on: id, today: "2022-02-08")
        try fixture.perform(.comment(note: "mai xong"), on: id, today: "2022-02-09")
        let changes = try fixture.tracker(on: "2022-02-09").changesToday(plan: nil, limit: 10).lines
        #expect(changes.map(\.event.action) == [.comment])
        #expect(changes.first?.actorName == "Sở Nội vụ")
    }

    @Test func remindersAreToldWithWhoAndWhen() throws {
        let tracker = try fixture.tracker(on: "2022-02-08")
        let id = try #require(try tracker.overdue(ListRequest()).page.items.first?.obligation.id)
        #expect(try tracker.remindersSent(for: [id]).isEmpty)
        try tracker.remind()
        let sent = try #require(try tracker.remindersSent(for: [id])[id]?.first)
        #expect(sent.sentOn == tracker.today && !sent.recipientName.isEmpty)
        #expect(try tracker.remindersSent(for: [id], asOf: try day("2022-02-07")).isEmpty)
    }

    @Test func rowsCountLikeTheWholeTable() throws {
        let tracker = try fixture.tracker(on: "2022-02-08")
        let rows = try tracker.activities(of: nil, after: nil, limit: 500).page.items.map(\.id)
        for asOf in [nil, try day("2021-12-01")] {
            let counts = try tracker.counts(ofRows: rows, asOf: asOf).values.reduce(into: PeriodCounts()) { $0.add($1) }
            #expect(counts == (try tracker.counts(by: .plan, plan: nil, asOf: asOf)).total)
        }
    }
}
