import Testing

@testable import TrackerDomain

struct LunarDateTests {
    @Test(arguments: [
        (2021, "2021-02-12", "2021-04-21"), (2022, "2022-02-01", "2022-04-10"), (2023, "2023-01-22", "2023-04-29"),
        (2024, "2024-02-10", "2024-04-18"), (2025, "2025-01-29", "2025-04-07"), (2026, "2026-02-17", "2026-04-26"),
        (2027, "2027-02-06", "2027-04-16"), (2028, "2028-01-26", "2028-04-04"), (2029, "2029-02-13", "2029-04-23"),
        (2030, "2030-02-02", "2030-04-12"),
    ])
    func tetAndTheDayOfTheHungKingsFallOnTheKnownDays(year: Int, tet: String, hungKings: String) {
        #expect(Tet.day(of: year)?.description == tet)
        #expect(HungKings.day(of: year)?.description == hungKings)
    }

    /// The Chinese new year was or will be a day later; in 1985 a month later, because the leap months parted.
    @Test(arguments: ["1968-01-29", "1985-01-21", "2007-02-17", "2030-02-02"])
    func tetIsNotTheChineseNewYear(vietnam: String) throws {
        #expect(Tet.day(of: try day(vietnam).year)?.description == vietnam)
    }

    @Test(arguments: [
        (1985, 2), (2004, 2), (2006, 7), (2009, 5), (2012, 4), (2014, 9), (2017, 6), (2020, 4), (2023, 2), (2025, 6),
        (2028, 5), (2031, 3), (2033, 11), (2036, 6),
    ])
    func leapMonthsAreTheKnownOnes(year: Int, month: Int) throws {
        let lunar = try #require(LunarYear(year))
        #expect(lunar.leapMonth == month)
        #expect(lunar.months.count == 13)
        let index = lunar.months.firstIndex { $0.isLeap }
        let leap = try #require(index)
        #expect(lunar.months[leap - 1].number == month)
        #expect(!lunar.months[leap - 1].isLeap)
    }

    @Test func everyDayFrom1900To2100GoesThereAndBack() throws {
        var civil = try day("1900-01-01")
        let last = try day("2100-12-31")
        var before = try #require(LunarYear(1899)?.date(of: civil.adding(days: -1)))
        for year in LunarYear.supported {
            let lunar = try #require(LunarYear(year))
            while civil <= last, lunar.days.contains(civil) {
                let date = try #require(lunar.date(of: civil))
                let month = lunar.months.first { $0.number == date.month && $0.isLeap == date.isLeap }
                #expect(month?.firstDay.adding(days: date.day - 1) == civil)
                #expect(date.civil == civil && date.year == year)
                #expect(date.day == before.day + 1 || date.day == 1 && before.day >= 29, "\(civil)")
                before = date
                civil = civil.adding(days: 1)
            }
        }
        #expect(civil == last.adding(days: 1))
    }

    @Test func monthsHave29Or30DaysAndFollowEachOther() throws {
        var next: CivilDate?
        for year in LunarYear.supported {
            let lunar = try #require(LunarYear(year))
            let ordinary = lunar.months.filter { !$0.isLeap }.map { $0.number }
            #expect(ordinary == Array(1...12))
            #expect(lunar.months.count == 12 + (lunar.leapMonth == nil ? 0 : 1))
            for month in lunar.months {
                #expect(month.length == 29 || month.length == 30, "\(month.number)/\(year)")
                #expect(next == nil || month.firstDay == next, "\(month.number)/\(year)")
                next = month.firstDay.adding(days: month.length)
                for civil in [month.firstDay, month.firstDay.adding(days: month.length - 1)] {
                    let date = try #require(LunarDate(civil))
                    #expect(LunarDate(year: year, month: date.month, isLeap: date.isLeap, day: date.day) == date)
                    #expect(date.month == month.number && date.isLeap == month.isLeap && date.year == year)
                }
            }
            let tet = try #require(Tet.day(of: year))
            let (first, last) = (try day("\(year)-01-20"), try day("\(year)-02-21"))
            #expect(first <= tet && tet <= last, "\(tet)")
        }
    }

    @Test func datesAreWrittenAsCalendarsPrintThem() throws {
        #expect(LunarDate(try day("2030-02-01"))?.description == "29/12/2029")
        #expect(LunarDate(try day("2030-02-02"))?.description == "1/1/2030")
        #expect(LunarDate(try day("2025-07-25"))?.description == "1/6 nhuận/2025")
    }

    @Test func aDayThatTheCalendarHasNotIsRefused() throws {
        #expect(LunarDate(year: 2026, month: 6, isLeap: true, day: 1) == nil)
        #expect(LunarDate(year: 2025, month: 6, isLeap: true, day: 30) == nil)
        #expect(LunarDate(year: 2025, month: 13, day: 1) == nil)
        #expect(LunarDate(year: 2025, month: 1, day: 0) == nil)
        #expect(LunarYear(1898) == nil && LunarYear(2101) == nil && Tet.day(of: 2101) == nil)
        #expect(LunarDate(try day("1700-01-01")) == nil)
        #expect(LunarDate(try day("2300-01-01")) == nil)
    }

    @Test(arguments: [
        (0.0, 0.0), (30, 0.5), (45, 0.707_106_781_186_547_6), (90, 1), (150, 0.5), (180, 0), (270, -1), (330, -0.5),
        (-30, -0.5), (-90, -1), (360_030, 0.5), (-359_970, 0.5), (60, 0.866_025_403_784_438_6),
        (999_990, -1),
    ])
    func theSineIsWithinItsBound(degrees: Double, sine: Double) {
        #expect(abs(CelestialSeries.sine(degrees: degrees) - sine) < 2e-11)
    }

    @Test func theSineOfEveryDegreeKeepsTheCircle() {
        for degree in -720...720 {
            let (sine, cosine) = (
                CelestialSeries.sine(degrees: Double(degree)), CelestialSeries.sine(degrees: Double(90 - degree))
            )
            #expect(abs(sine * sine + cosine * cosine - 1) < 5e-11, "\(degree)")
        }
    }
}
