import Testing
import TrackerDomain

struct CivilDateTests {
    @Test func everyDayOfFourHundredYearsSurvivesTheRoundTrip() throws {
        let first = try #require(CivilDate(year: 1900, month: 1, day: 1))
        for offset in 0..<146_097 {
            let day = first.adding(days: offset)
            let (year, month, dayOfMonth) = day.civil
            #expect(CivilDate(year: year, month: month, day: dayOfMonth) == day)
        }
        #expect(first.adding(days: 146_097) == CivilDate(year: 2300, month: 1, day: 1))
    }

    @Test(arguments: [
        ("2021-10-01", Weekday.friday), ("2024-02-29", .thursday), ("2030-02-02", .saturday),
        ("1969-12-31", .wednesday),
    ])
    func weekdaysAreThoseOfTheWallCalendar(text: String, weekday: Weekday) throws {
        #expect(try #require(CivilDate(iso: text)).weekday == weekday)
    }

    @Test(arguments: ["2/9/2021", "02/9/2021", "02/09/2021", "2021-09-02", "2-9-2021", "02.09.2021"])
    func aDayIsTypedDayFirst(text: String) {
        #expect(CivilDate(typed: text)?.vietnamese == "02/9/2021")
    }

    @Test(arguments: [
        "31/02/2026", "29/2/2027", "2026-13-01", "0/1/2026", "1/1/26", "2026/01/02", "", "١/١/2026", "+1/1/2026",
    ])
    func whatIsNoDayIsRefused(text: String) {
        #expect(CivilDate(typed: text) == nil)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-01-31", 2, "2026-03-31"),
        ("2026-03-31", -1, "2026-02-28"), ("2025-11-30", 3, "2026-02-28"), ("2026-12-15", 1, "2027-01-15"),
    ])
    func aTermInMonthsEndsOnTheCorrespondingDayOrTheLastOfTheMonth(start: String, months: Int, end: String) throws {
        #expect(try #require(CivilDate(iso: start)).adding(months: months).description == end)
    }
}
