import Testing
import TrackerDelivery
import TrackerDomain
import TrackerService

struct CalendarTests {
    private let fixture: ServiceFixture

    /// 31/3/2023 is a Friday, 31/3/2031 a Monday before the day of the Hùng Kings.
    private static let rows: [ServiceFixture.PlanRow] = [
        .init("I.1", "Rà soát văn bản", "31/3/2023"), .init("I.2", "Báo cáo nhân sự", lead: "Sở Nội vụ", "31/3/2023"),
        .init("I.3", "Kiểm tra công vụ", "30/3/2023"), .init("I.4", "Tổng kết", "31/3/2031"),
    ]

    init() throws {
        fixture = try ServiceFixture()
        try fixture.importRows(Self.rows, years: 2022...2031)
    }

    private func entry(_ date: String, _ kind: WorkCalendar.Entry.Kind) throws -> WorkCalendar.Entry {
        .init(date: try day(date), kind: kind, name: "Ngày nghỉ", certainty: .official, source: "CV 1/VPCP-KGVX")
    }

    private func correct(
        _ date: String, _ kind: WorkCalendar.Entry.Kind, on today: String = "2022-01-10", isDryRun: Bool = false
    ) throws -> CalendarCorrection {
        try fixture.tracker(on: today).correctCalendar(try entry(date, kind), isDryRun: isDryRun)
    }

    @discardableResult
    private func remove(_ date: String, isDryRun: Bool = false) throws -> CalendarCorrection {
        try fixture.tracker(on: "2022-01-11").removeFromCalendar(try day(date), isDryRun: isDryRun)
    }

    private func state(_ place: String) throws -> ObligationState {
        try fixture.obligation(place, on: "2022-01-12").obligation.state
    }

    @Test func aDayOffMovesWhatWasDueOnIt() throws {
        let correction = try correct("2023-03-31", .off)
        #expect(correction.moved.map(\.before.place) == ["I.1", "I.2"])
        #expect(correction.moved.map(\.effective.description) == ["2023-04-03", "2023-04-03"])
        #expect(correction.replaced == nil)
        #expect(correction.listed == 0)
        let moved = try state("I.1")
        #expect(moved.nominalDue?.description == "2023-03-31", "the plan's own day stays")
        #expect(moved.effectiveDue?.description == "2023-04-03")
        #expect(moved.deadlineVersion == 2 && moved.version == 2)
        #expect(try state("I.3").version == 1)
        #expect(
            try fixture.rows("SELECT obligation_id, action, actor, counts_on FROM event ORDER BY sequence") == [
                "1|changeDeadline|son-la/so-noi-vu|2022-01-10", "2|changeDeadline|son-la/so-noi-vu|2022-01-10",
            ])
    }

    @Test func aDayThatIsWorkedAfterAllMovesItBack() throws {
        _ = try correct("2023-03-31", .off)
        let back = try correct("2023-03-31", .working, on: "2022-01-11")
        #expect(back.replaced?.kind == .off)
        #expect(back.moved.map(\.effective.description) == ["2023-03-31", "2023-03-31"])
        #expect(try state("I.1").effectiveDue?.description == "2023-03-31")
        #expect(try state("I.1").deadlineVersion == 3)
        #expect(try fixture.rows("SELECT kind FROM calendar_day WHERE date = '2023-03-31'") == ["working"])
    }

    @Test func theSameCorrectionAgainMovesNothing() throws {
        _ = try correct("2023-03-31", .off)
        let before = try fixture.dump()
        #expect(try correct("2023-03-31", .off).moved.isEmpty)
        #expect(try fixture.dump() == before)
    }

    @Test func aDryRunShowsTheSameAndWritesNothing() throws {
        let before = try fixture.dump()
        let trial = try correct("2023-03-31", .off, isDryRun: true)
        #expect(trial.moved.map(\.effective.description) == ["2023-04-03", "2023-04-03"])
        #expect(try fixture.dump() == before)
    }

    @Test func whatIsCompletedStays() throws {
        let id = try fixture.obligation("I.1", on: "2022-01-06").obligation.id
        try fixture.complete(id, on: "2022-01-09")
        #expect(try correct("2023-03-31", .off).moved.map(\.before.place) == ["I.2"])
        #expect(try state("I.1").effectiveDue?.description == "2023-03-31")
        #expect(try state("I.1").deadlineVersion == 1)
    }

    @Test func aSubmittedObligationIsJudgedByTheNewDay() throws {
        let id = try fixture.obligation("I.1", on: "2022-01-06").obligation.id
        try fixture.perform(.submit(evidence: nil, note: "x"), on: id, today: "2022-01-09")
        #expect(try correct("2023-03-31", .off).moved.count == 2)
        #expect(try state("I.1").stage == .submitted)
    }

    @Test func aCorrectedYearWithoutListKeepsItsComputedDays() throws {
        #expect(try state("I.4").effectiveDue?.description == "2031-03-31")
        let computed = StatutoryHolidays.entries(of: 2031)
        let correction = try correct("2031-03-31", .off)
        #expect(correction.listed == computed.count)
        // 01/4/2031 is the day of the Hùng Kings.
        #expect(correction.moved.map(\.effective.description) == ["2031-04-02"])
        #expect(
            try fixture.rows("SELECT count(*) FROM calendar_day WHERE date LIKE '2031-%'") == ["\(computed.count + 1)"])
        let year = try fixture.tracker(on: "2022-01-11").calendar(of: 2031)
        #expect(!year.isComputed)
        #expect(year.entries.map(\.date) == (computed.map(\.date) + [try day("2031-03-31")]).sorted())
    }

    @Test func aRemovedDayMovesItsDeadlinesBack() throws {
        let before = try fixture.rows("SELECT * FROM calendar_day ORDER BY date")
        _ = try correct("2023-03-31", .off)
        let removal = try remove("2023-03-31")
        #expect(removal.entry == nil)
        #expect(removal.replaced?.name == "Ngày nghỉ")
        #expect(removal.moved.map(\.effective.description) == ["2023-03-31", "2023-03-31"])
        #expect(try state("I.1").effectiveDue?.description == "2023-03-31")
        #expect(try state("I.1").deadlineVersion == 3)
        #expect(try fixture.rows("SELECT * FROM calendar_day ORDER BY date") == before)
    }

    @Test func aDryRunOfARemovalWritesNothing() throws {
        _ = try correct("2023-03-31", .off)
        let before = try fixture.dump()
        #expect(try remove("2023-03-31", isDryRun: true).moved.count == 2)
        #expect(try fixture.dump() == before)
    }

    @Test func aCorrectedDayOfTheBuiltInCalendarIsAgainAsItWas() throws {
        let before = try fixture.rows("SELECT * FROM calendar_day ORDER BY date")
        _ = try correct("2023-05-01", .working)
        let removal = try remove("2023-05-01")
        #expect(removal.entry?.kind == .off && removal.replaced?.kind == .working)
        #expect(try fixture.rows("SELECT * FROM calendar_day ORDER BY date") == before)
    }

    @Test func aYearIsComputedAgainWithoutItsLastCorrection() throws {
        _ = try correct("2031-03-31", .off)
        _ = try correct("2031-03-28", .off)
        #expect(try remove("2031-03-28").unlisted == 0)
        let removal = try remove("2031-03-31")
        #expect(removal.unlisted == StatutoryHolidays.entries(of: 2031).count)
        #expect(removal.moved.map(\.effective.description) == ["2031-03-31"])
        #expect(try fixture.rows("SELECT count(*) FROM calendar_day WHERE date LIKE '2031-%'") == ["0"])
        #expect(try fixture.tracker(on: "2022-01-11").calendar(of: 2031).isComputed)
    }

    @Test(arguments: ["2023-03-30", "2031-01-01"])
    func aDayThatTheStoreDoesNotListIsNotFound(date: String) throws {
        let error = #expect(throws: TrackerError.self) { try remove(date) }
        #expect(error == .notFound(.calendarDay(try day(date)), nearest: []))
    }

    @Test func aDayOfTheBuiltInCalendarIsNotRemoved() throws {
        let before = try fixture.dump()
        let error = #expect(throws: TrackerError.self) { try remove("2023-05-01") }
        #expect(error == .builtInCalendarDay(try day("2023-05-01")))
        #expect(try fixture.dump() == before)
    }

    @Test func aYearFarAheadDoesNotHideThatTheNextOneIsMissing() throws {
        _ = try correct("2035-03-30", .off)
        #expect(try fixture.tracker(on: "2029-06-01").checkHealth().coversNextYear)
        let report = try fixture.tracker(on: "2030-06-01").checkHealth()
        #expect(report.lastCalendarYear == 2030)
        #expect(!report.coversNextYear && !report.isHealthy)
    }

    @Test func aMovedDeadlineIsRemindedAnew() throws {
        let tracker = try fixture.tracker(on: "2023-03-24")
        try tracker.remind()
        #expect(try tracker.remind().messages.isEmpty)
        _ = try correct("2023-03-31", .off, on: "2023-03-24")
        let again = try fixture.tracker(on: "2023-03-27").remind()
        #expect(again.messages.flatMap { $0.items.map(\.obligation) }.contains(1))
    }

    @Test(arguments: [("", "CV 1"), ("Ngày nghỉ", " ")])
    func aCorrectionWithoutNameOrSourceIsRefused(name: String, source: String) throws {
        let entry = WorkCalendar.Entry(
            date: try day("2023-03-31"), kind: .off, name: name, certainty: .official, source: source)
        let tracker = try fixture.tracker(on: "2022-01-10")
        let error = #expect(throws: TrackerError.self) { try tracker.correctCalendar(entry, isDryRun: false) }
        #expect(error?.code == .invalidInput)
    }

    @Test func aDayIsCheckedWithItsReason() throws {
        let tracker = try fixture.tracker(on: "2022-01-10")
        let check = try tracker.checkCalendar(try day("2030-01-31"))
        #expect(!check.isWorking && !check.isComputed)
        #expect(check.entry?.name == "29 Tết")
        #expect(check.nextWorkingDay.description == "2030-02-07")
        #expect(check.lunar?.description == "28/12/2029")
        let future = try tracker.checkCalendar(try day("2031-01-23"))
        #expect(!future.isWorking && future.isComputed)
        #expect(future.entry?.certainty == .expected)
    }

    @Test(arguments: [1899, 2101, 20231]) func aYearThatIsASlipIsRefused(year: Int) throws {
        let tracker = try fixture.tracker(on: "2022-01-10")
        let error = #expect(throws: TrackerError.self) { try tracker.calendar(of: year) }
        #expect(error?.code == .invalidInput)
    }

    @Test(arguments: ["1899-12-31", "2230-01-31"]) func aCorrectionInAYearThatIsASlipIsRefused(date: String) throws {
        let before = try fixture.dump()
        let error = #expect(throws: TrackerError.self) { try correct(date, .off) }
        #expect(error?.code == .invalidInput)
        #expect(try fixture.dump() == before)
    }
}
