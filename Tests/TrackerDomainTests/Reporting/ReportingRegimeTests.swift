import Testing
import TrackerDomain

/// Decree 09/2019/NĐ-CP art. 12 and 13, letter 581/BNV-CCHC.
struct ReportingRegimeTests {
    private static func regime(
        _ reports: [ReportingRegime.Entry], cutOffDay: Int? = 14, id: String = "test"
    ) -> ReportingRegime {
        ReportingRegime(
            id: id, name: LocalizedText(vi: "Thử", en: "Test"), cutOffDay: cutOffDay, reports: reports,
            certainty: .stated, source: LocalizedText(vi: "Thử", en: "Test"))
    }

    private let ministry = regime([
        .init(.quarter(1), dueDay: 20), .init(.half(1), dueDay: 20), .init(.quarter(3), dueDay: 20),
        .init(.year, dueDay: 20),
    ])

    @Test(arguments: [
        (ReportingPeriod.month(3, of: 2026), "2026-02-15", "2026-03-14"),
        (.month(1, of: 2026), "2025-12-15", "2026-01-14"),
        (.quarter(1, of: 2026), "2025-12-15", "2026-03-14"),
        (.quarter(2, of: 2026), "2026-03-15", "2026-06-14"),
        (.quarter(3, of: 2026), "2026-06-15", "2026-09-14"),
        (.quarter(4, of: 2026), "2026-09-15", "2026-12-14"),
        (.half(1, of: 2026), "2025-12-15", "2026-06-14"),
        (.half(2, of: 2026), "2026-06-15", "2026-12-14"),
        (.nineMonths(of: 2026), "2025-12-15", "2026-09-14"),
        (.year(2026), "2025-12-15", "2026-12-14"),
    ])
    func dataRunsFromThe15thToThe14th(period: ReportingPeriod, from: String, until: String) throws {
        #expect(ministry.report(for: period).data == (try day(from))...(try day(until)))
    }

    @Test func theMinistryIsToldFourTimesAYear() throws {
        let reports = ministry.reports(of: 2026)
        #expect(reports.map(\.period.description) == ["2026-Q1", "2026-H1", "2026-Q3", "2026"])
        #expect(reports.map(\.due.description) == ["2026-03-20", "2026-06-20", "2026-09-20", "2026-12-20"])
        let due = DueDate(nominal: reports[1].due, calendar: try WorkCalendarFixture.vietnam())
        #expect(due.effective.description == "2026-06-22")
    }

    @Test func theLongerOfTwoReportsWithOneCutOffRemains() {
        let all = Self.regime([.init(.quarter(nil)), .init(.half(nil)), .init(.year)], cutOffDay: nil)
        #expect(all.reports(of: 2022).map(\.period.description) == ["2022-Q1", "2022-H1", "2022-Q3", "2022"])
        let months = Self.regime([.init(.month(nil)), .init(.nineMonths)])
        #expect(months.reports(of: 2022).map(\.period.description)[8] == "2022-9M")
        #expect(months.reports(of: 2022).count == 12)
    }

    @Test func withoutACutOffDataIsThatOfTheCalendar() throws {
        let report = ReportingRegime.calendar.report(for: .quarter(1, of: 2026))
        #expect(report.data == (try day("2026-01-01"))...(try day("2026-03-31")))
        #expect(report.due == (try day("2026-03-31")))
    }

    @Test(arguments: [
        ("2026-03-14", "2026-Q1", "2025-12-15"), ("2026-03-15", "2026-H1", "2026-03-15"),
        ("2026-06-14", "2026-H1", "2026-03-15"), ("2026-06-15", "2026-Q3", "2026-06-15"),
        ("2026-12-14", "2026", "2026-09-15"), ("2026-12-15", "2027-Q1", "2026-12-15"),
        ("2026-12-31", "2027-Q1", "2026-12-15"),
    ])
    func progressIsGatheredForTheNextCutOff(on date: String, period: String, since: String) throws {
        let gathered = ministry.gathering(on: try day(date))
        #expect(gathered.report.period.description == period)
        #expect(gathered.since == (try day(since)))
    }

    @Test func everyDayIsGatheredForOneReport() throws {
        let start = try day("2023-01-01")
        for regime in [ministry, .calendar] {
            for date in (0..<1_500).map({ start.adding(days: $0) }) {
                let gathered = regime.gathering(on: date)
                #expect(gathered.since <= date && date <= gathered.report.data.upperBound)
            }
        }
    }

    @Test func aReportThatTheRegimeDoesNotNameIsDueLikeTheOthersWhereTheyAgree() throws {
        #expect(ministry.report(for: .month(4, of: 2026)).due == (try day("2026-04-20")))
        let mixed = Self.regime([.init(.quarter(nil), dueDay: 5), .init(.year, dueDay: 25, dueMonth: -1)])
        #expect(mixed.report(for: .quarter(2, of: 2026)).due == (try day("2026-06-05")))
        #expect(mixed.report(for: .year(2026)).due == (try day("2026-11-25")))
        #expect(mixed.report(for: .month(4, of: 2026)).due == (try day("2026-04-30")))
    }

    // MARK: Reading

    private func dates(_ text: String, under regime: ReportingRegime) throws -> [String] {
        let context = DeadlineContext(issued: try day("2026-01-05"), years: 2026...2026, regime: regime)
        return DeadlineReading(of: text, in: context).nominalDates(in: context, limit: 12).map(\.description)
    }

    @Test(arguments: ["Báo cáo quý, 6 tháng và năm", "Hàng quý, 6 tháng và hàng năm", "báo cáo hàng quý"])
    func reportsAreDueAsTheRegimeSays(text: String) throws {
        #expect(try dates(text, under: ministry) == ["2026-03-20", "2026-06-20", "2026-09-20", "2026-12-20"])
        #expect(try dates(text, under: .calendar) == ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"])
    }

    @Test(arguments: [
        ("Hàng quý", ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]),
        ("Quý I và quý III hằng năm", ["2026-03-31", "2026-09-30"]),
        ("Hằng năm", ["2026-12-31"]), ("Quý IV hàng năm", ["2026-12-31"]),
        (
            "Báo cáo quý, chậm nhất ngày 10 tháng cuối quý",
            ["2026-03-10", "2026-06-10", "2026-09-10", "2026-12-10"]
        ),
    ])
    func workAndWrittenDaysStayAsTheyAre(text: String, expected: [String]) throws {
        #expect(try dates(text, under: ministry) == expected)
    }

    @Test func reportPeriodsThatAreNotNamedAreThoseOfTheRegime() throws {
        let nineMonths = Self.regime([.init(.half(1)), .init(.nineMonths), .init(.year)])
        let text = "Chậm nhất là ngày 20 của tháng cuối kỳ báo cáo"
        #expect(try dates(text, under: nineMonths) == ["2026-06-20", "2026-09-20", "2026-12-20"])
    }

    @Test func periodsAreReadByTheirNames() {
        let periods: [ReportingPeriod] = [
            .year(2026), .quarter(3, of: 2026), .half(2, of: 2026), .nineMonths(of: 2026), .month(3, of: 2026),
        ]
        for period in periods { #expect(ReportingPeriod(period.description) == period) }
        for name in ["", "26", "2026-Q5", "2026-13", "2026-3", "2026-", "quý I", "2026-Q1-1", "-2026"] {
            #expect(ReportingPeriod(name) == nil, "\(name)")
        }
    }
}
