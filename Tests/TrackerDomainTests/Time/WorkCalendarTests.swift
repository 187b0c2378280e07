import Testing
import TrackerDomain

struct WorkCalendarTests {
    @Test(arguments: [
        // 31/01 in the years of the decade
        ("2021-01-31", "2021-02-01"), ("2022-01-31", "2022-02-07"), ("2025-01-31", "2025-02-03"),
        ("2026-01-31", "2026-02-02"), ("2027-01-31", "2027-02-01"), ("2030-01-31", "2030-02-07"),
        // the report dates
        ("2021-03-20", "2021-03-22"), ("2022-03-20", "2022-03-21"), ("2027-03-20", "2027-03-22"),
        ("2024-03-31", "2024-04-01"), ("2029-03-31", "2029-04-02"), ("2030-03-31", "2030-04-01"),
        ("2021-04-30", "2021-05-04"), ("2022-04-30", "2022-05-04"), ("2023-04-30", "2023-05-04"),
        ("2024-04-30", "2024-05-02"), ("2025-04-30", "2025-05-05"), ("2026-04-30", "2026-05-04"),
        ("2024-06-30", "2024-07-01"), ("2029-06-30", "2029-07-02"), ("2030-06-30", "2030-07-01"),
        ("2021-06-20", "2021-06-21"), ("2026-06-20", "2026-06-22"),
        ("2023-09-30", "2023-10-02"), ("2028-09-30", "2028-10-02"), ("2029-09-30", "2029-10-01"),
        ("2025-12-20", "2025-12-22"), ("2026-12-20", "2026-12-21"),
        ("2022-12-31", "2023-01-03"), ("2023-12-31", "2024-01-02"), ("2028-12-31", "2029-01-02"),
        // not moved
        ("2023-03-31", "2023-03-31"), ("2021-12-31", "2021-12-31"), ("2022-06-30", "2022-06-30"),
    ])
    func aDueDateOnADayOffMovesToTheNextWorkingDay(nominal: String, effective: String) throws {
        let calendar = try WorkCalendarFixture.vietnam()
        #expect(calendar.workingDay(onOrAfter: try day(nominal)).description == effective)
        #expect(DueDate(nominal: try day(nominal), calendar: calendar).effective.description == effective)
    }

    @Test(arguments: [
        ("2024-05-04", "2024-04-29"), ("2025-04-26", "2025-05-02"), ("2026-01-10", "2026-01-02"),
        ("2026-08-22", "2026-08-31"),
    ])
    func makeUpSaturdaysAreWorkedForADayOff(saturday: String, dayOff: String) throws {
        let calendar = try WorkCalendarFixture.vietnam()
        #expect(try day(saturday).weekday == .saturday)
        #expect(calendar.isWorkingDay(try day(saturday)))
        #expect(try !day(dayOff).weekday.isWeekend)
        #expect(!calendar.isWorkingDay(try day(dayOff)))
    }

    @Test func thirtiethAprilIsNeverAWorkingDay() throws {
        let calendar = try WorkCalendarFixture.vietnam()
        for year in 2021...2030 { #expect(!calendar.isWorkingDay(.endOfMonth(4, of: year))) }
    }

    @Test func tetIsThatOfVietnam() throws {
        let calendar = try WorkCalendarFixture.vietnam()
        let tet = [
            "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06",
            "2028-01-26", "2029-02-13", "2030-02-02",
        ]
        for first in tet { #expect(calendar.entry(for: try day(first))?.kind == .off, "\(first)") }
    }

    @Test func aMakeUpSaturdayCountsAmongWorkingDays() throws {
        let calendar = try WorkCalendarFixture.vietnam()
        let friday = try day("2025-04-25")
        let days = (1...5).map { calendar.adding(workingDays: $0, to: friday).description }
        #expect(days == ["2025-04-26", "2025-04-28", "2025-04-29", "2025-05-05", "2025-05-06"])
        #expect(calendar.adding(workingDays: 0, to: friday) == friday)
        #expect(calendar.adding(workingDays: -3, to: friday) == friday)
    }

    @Test func everyDayOfTheDecadeTakesEffectOnTheFirstWorkingDayFromItOn() throws {
        let calendar = try WorkCalendarFixture.vietnam()
        #expect(calendar.coveredYears == 2021...2030)
        var nominal = try day("2021-01-01")
        let last = try day("2030-12-31")
        while nominal <= last {
            let effective = calendar.workingDay(onOrAfter: nominal)
            #expect(effective >= nominal)
            #expect(calendar.isWorkingDay(effective))
            #expect(calendar.workingDay(onOrAfter: effective) == effective)
            #expect(nominal.distance(to: effective) <= 10, "\(nominal)")
            for skipped in nominal..<effective { #expect(!calendar.isWorkingDay(skipped)) }
            nominal = nominal.adding(days: 1)
        }
    }

    @Test func theTableHasNoDayTwiceAndIsInOrder() throws {
        let days = try WorkCalendarFixture.entries().map(\.date)
        #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func ofTwoEntriesForADayTheLaterCounts() throws {
        func entry(_ kind: WorkCalendar.Entry.Kind) throws -> WorkCalendar.Entry {
            .init(date: try day("2026-01-10"), kind: kind, name: "", certainty: .official, source: "")
        }
        #expect(WorkCalendar(entries: [try entry(.off), try entry(.working)]).isWorkingDay(try day("2026-01-10")))
        #expect(!WorkCalendar(entries: [try entry(.working), try entry(.off)]).isWorkingDay(try day("2026-01-10")))
    }

    @Test func anEmptyCalendarKnowsTheWeekends() throws {
        let calendar = WorkCalendar(entries: [])
        #expect(calendar.coveredYears == nil)
        #expect(calendar.workingDay(onOrAfter: try day("2022-01-29")).description == "2022-01-31")
    }
}
