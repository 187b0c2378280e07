import Foundation
import Testing
import TrackerDomain
import TrackerImport
import TrackerService

/// Plans that follow a reporting regime.
struct RegimeTests {
    private let fixture: ServiceFixture
    private let rows: [ServiceFixture.PlanRow] = [
        .init("I.1", "Báo cáo kết quả", "Báo cáo quý, 6 tháng và năm"), .init("I.2", "Tuyên truyền", "Thường xuyên"),
        .init("I.3", "Xây dựng đề án", "Trước ngày 15/6/2026"), .init("I.4", "Rà soát", "20/6/2026"),
    ]

    init() throws { fixture = try ServiceFixture() }

    @discardableResult
    private func importRows(_ change: (inout ImportSource) -> Void = { _ in }) throws -> ImportReport {
        var source = try fixture.source(rows, years: 2026...2026)
        change(&source)
        return try fixture.tracker(on: "2026-01-05").importPlan(from: source)
    }

    private func due(_ place: String) throws -> [String] {
        try fixture.obligations(on: "2026-01-05").filter { $0.place == place }.compactMap {
            "\($0.obligation.period) \($0.obligation.state.nominalDue?.description ?? "-") "
                + "\($0.obligation.state.effectiveDue?.description ?? "-")"
        }
    }

    @Test func reportsOfThePlanAreDueAsItsRegimeSays() throws {
        let report = try importRows { $0.settings.regime = "bnv-cchc" }
        #expect(report.settings.regime.id == "bnv-cchc")
        #expect(
            try due("I.1") == [
                "2026-Q1 2026-03-20 2026-03-20", "2026-H1 2026-06-20 2026-06-22", "2026-Q3 2026-09-20 2026-09-21",
                "2026 2026-12-20 2026-12-21",
            ])
    }

    @Test func anotherRegimeMovesTheReportsAndKeepsWhatWasRecorded() throws {
        try importRows()
        let first = try fixture.obligation("I.1", "2026-Q1", on: "2026-01-05")
        #expect(first.obligation.state.nominalDue == (try day("2026-03-31")))
        try fixture.perform(.progress(percent: 40, note: ""), on: first.obligation.id, today: "2026-01-05")

        let report = try importRows { $0.settings.regime = "bnv-cchc" }
        #expect(report.outcome == .revised)
        #expect(report.obligations.deadlineChanged == 4)
        #expect(report.obligations.added == 0)
        let moved = try fixture.obligation("I.1", "2026-Q1", on: "2026-01-05")
        #expect(moved.obligation.id == first.obligation.id)
        #expect(moved.obligation.state.nominalDue == (try day("2026-03-20")))
        #expect(moved.obligation.state.deadlineVersion == 2)
        #expect(moved.obligation.state.progress == 40)
        // What is not said again stays.
        #expect(try importRows().outcome == .unchanged)
    }

    @Test func anUnknownRegimeIsRefusedAndNothingIsWritten() throws {
        try importRows()
        let before = try fixture.dump()
        let error = #expect(throws: TrackerError.self) { try importRows { $0.settings.regime = "bnv" } }
        #expect(error?.code == .notFound)
        #expect(error?.words(in: .vi).contains("bnv-cchc") == true)
        #expect(try fixture.dump() == before)
    }

    @Test func beforeMayIncludeTheDayAndDatesMayStay() throws {
        try importRows()
        #expect(try due("I.3").map { $0.suffix(21) } == ["2026-06-14 2026-06-15"])
        #expect(try due("I.4").map { $0.suffix(21) } == ["2026-06-20 2026-06-22"])
        let report = try importRows {
            $0.settings.beforeIncludesDay = true
            $0.settings.movesToWorkingDay = false
        }
        // I.3, I.4 and the reports that fall on a day off (none of 31/3, 30/6, 30/9, 31/12/2026 does).
        #expect(report.obligations.deadlineChanged == 2)
        #expect(try due("I.3").map { $0.suffix(21) } == ["2026-06-15 2026-06-15"])
        #expect(try due("I.4").map { $0.suffix(21) } == ["2026-06-20 2026-06-20"])
    }

    @Test func aCorrectedCalendarLeavesDatesThatStayAlone() throws {
        try importRows { $0.settings.movesToWorkingDay = false }
        let entry = WorkCalendar.Entry(
            date: try day("2026-06-30"), kind: .off, name: "Ngày nghỉ", certainty: .official, source: "CV 1")
        #expect(try fixture.tracker(on: "2026-01-05").correctCalendar(entry, isDryRun: false).moved.isEmpty)
    }

    @Test func checkInsFollowTheRegime() throws {
        try importRows { $0.settings.regime = "bnv-cchc" }
        let ongoing = try fixture.obligation("I.2", on: "2026-01-05").obligation.id
        func missing(_ today: String) throws -> ObligationList {
            try fixture.tracker(on: today).checkInsMissing(ListRequest())
        }
        try fixture.perform(.progress(percent: nil, note: "đã làm"), on: ongoing, today: "2026-03-14")
        #expect(try missing("2026-03-14").page.items.isEmpty)
        // 16 March is in the first quarter of the calendar, but no longer in that of the reports.
        let next = try missing("2026-03-16")
        #expect(next.page.items.map(\.obligation.id) == [ongoing])
        #expect(next.gathering.map(\.report.period) == [.half(1, of: 2026)])
        #expect(next.gathering.map(\.since) == [try day("2026-03-15")])
        try fixture.perform(.progress(percent: nil, note: "đã làm"), on: ongoing, today: "2026-03-16")
        #expect(try missing("2026-06-14").page.items.isEmpty)
        #expect(try missing("2026-06-15").page.items.count == 1)
    }

    @Test func whatIsDoneAfterTheCutOffCountsInTheNextReport() throws {
        try importRows { $0.settings.regime = "bnv-cchc" }
        let task = try fixture.obligation("I.4", on: "2026-01-05").obligation.id
        try fixture.complete(task, on: "2026-03-16")
        let tracker = try fixture.tracker(on: "2026-07-01")
        let first = try tracker.counts(by: .plan, plan: nil, forReportOf: .quarter(1, of: 2026))
        #expect(first.asOf == (try day("2026-03-14")))
        #expect(first.total.completedOnTime == 0)
        let half = try tracker.counts(by: .plan, plan: nil, forReportOf: .half(1, of: 2026))
        #expect(half.asOf == (try day("2026-06-14")))
        #expect(half.total.completedOnTime == 1)
        #expect(half.report?.due == (try day("2026-06-20")))
        // A cut-off that is still to come counts what is there today.
        #expect(try tracker.counts(by: .plan, plan: nil, forReportOf: .year(2026)).asOf == tracker.today)
    }

    @Test func plansOfSeveralRegimesHaveNoCommonReport() throws {
        try fixture.importPlan()
        try importRows { $0.settings.regime = "bnv-cchc" }
        let tracker = try fixture.tracker(on: "2026-07-01")
        #expect(throws: TrackerError.self) {
            try tracker.counts(by: .plan, plan: nil, forReportOf: .quarter(1, of: 2026))
        }
        let plan = try tracker.plan(named: "9/KH-UBND")
        #expect(try tracker.counts(by: .plan, plan: plan, forReportOf: .quarter(1, of: 2026)).groups.count == 1)
        #expect(try tracker.checkInsMissing(ListRequest()).gathering.count == 2)
    }

    @Test func aRegimeIsAddedOnceAndNotChangedUnderAPlan() throws {
        func file(_ day: Int) throws -> String {
            let path = fixture.folder + "/regime.json"
            try Data(
                """
                {"id": "tinh", "name": {"vi": "Tỉnh", "en": "Province"}, "cutOffDay": 14,
                 "reports": [{"period": "quarter", "dueDay": \(day)}], "certainty": "stated",
                 "source": {"vi": "CV 1/SNV", "en": "Letter 1/SNV"}}
                """.utf8
            ).write(to: URL(filePath: path))
            return path
        }
        try importRows()
        let tracker = try fixture.tracker(on: "2026-01-05")
        let before = try fixture.dump()
        #expect(try tracker.addRegime(fromFile: file(5), isDryRun: true).1 == .added)
        #expect(try fixture.dump() == before)
        #expect(try tracker.addRegime(fromFile: file(5), isDryRun: false).1 == .added)
        #expect(try tracker.addRegime(fromFile: file(5), isDryRun: false).1 == .unchanged)
        #expect(try tracker.addRegime(fromFile: file(6), isDryRun: false).1 == .replaced)
        try importRows { $0.settings.regime = "tinh" }
        #expect(try due("I.1").first?.contains("2026-03-06") == true)
        #expect(throws: TrackerError.regimeInUse("tinh")) { try tracker.addRegime(fromFile: file(7), isDryRun: false) }
        #expect(try tracker.regime(named: "tinh").reports == [.init(.quarter(nil), dueDay: 6)])
    }
}
