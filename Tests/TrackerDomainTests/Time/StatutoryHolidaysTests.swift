import Testing
import TrackerDomain

struct StatutoryHolidaysTests {
    /// What the table for 2027–2030 expects, and what was decided for 2021–2026 apart from swaps. Weekends do not matter: the
    /// table names some days after Tết that fall on them (29/01/2028), where nobody works anyway.
    @Test(arguments: 2021...2030)
    func theWeekdaysOffAreThoseOfTheTable(year: Int) throws {
        let table = try WorkCalendarFixture.entries().filter { $0.date.year == year && $0.kind == .off }
        let known = table.filter { !$0.name.hasPrefix("Ngày nghỉ (thay") }.map(\.date)
        let computed = StatutoryHolidays.entries(of: year).map(\.date)
        #expect(Self.weekdays(computed) == Self.weekdays(known))
        // Every holiday of the table that falls on a weekend is there too, with the one exception.
        let rest = Set(known).subtracting(computed).map(\.description).sorted()
        #expect(rest == (year == 2028 ? ["2028-01-29"] : year == 2025 ? ["2025-02-01"] : []))
    }

    @Test func theFirstYearAfterTheTableIsAsTheLawHasIt() {
        let lines = StatutoryHolidays.entries(of: 2031).map { "\($0.date) \($0.name)" }
        #expect(
            lines == [
                "2031-01-01 Tết Dương lịch", "2031-01-21 28 Tết", "2031-01-22 Giao thừa Tết Nguyên Đán",
                "2031-01-23 Tết Nguyên Đán", "2031-01-24 Mùng hai Tết Nguyên Đán", "2031-01-25 Mùng ba Tết Nguyên Đán",
                "2031-01-27 Mùng ba Tết Nguyên Đán (nghỉ bù)", "2031-04-01 Ngày Giỗ Tổ Hùng Vương",
                "2031-04-30 Ngày Chiến thắng", "2031-05-01 Ngày Quốc tế Lao động", "2031-09-01 Quốc khánh",
                "2031-09-02 Quốc khánh", "2031-11-24 Ngày Văn hóa Việt Nam",
            ])
    }

    @Test(arguments: StatutoryHolidays.supported)
    func everyYearHasElevenWeekdaysOffAndFrom2026Twelve(year: Int) throws {
        let entries = StatutoryHolidays.entries(of: year)
        let days = entries.map(\.date)
        let areInOrder = zip(days, days.dropFirst()).allSatisfy { $0 < $1 }
        #expect(areInOrder, "and none twice")
        for entry in entries {
            #expect(entry.date.year == year)
            #expect(entry.kind == .off && entry.certainty == .expected && !entry.source.isEmpty)
        }
        #expect(Self.weekdays(days).count == (year < 2026 ? 11 : 12))
        let tet = try #require(Tet.day(of: year))
        let around = days.filter { abs($0.distance(to: tet)) < 8 && $0 != .startOfMonth(1, of: year) }
        #expect(Self.weekdays(around).count == 5, "five days of Tết")
    }

    @Test func yearsBeforeTheCodeAreEmpty() {
        #expect(StatutoryHolidays.entries(of: 2020).isEmpty)
        #expect(StatutoryHolidays.entries(of: 2101).isEmpty)
    }

    @Test func aCalendarCountsOnTheLawInYearsThatItsDataDoesNotName() throws {
        let calendar = try WorkCalendarFixture.vietnam()
        #expect(calendar.workingDay(onOrAfter: try day("2031-01-21")).description == "2031-01-28")
        #expect(calendar.isComputed(2031) && !calendar.isComputed(2030) && !calendar.isComputed(2020))
        #expect(calendar.entries(of: 2031) == StatutoryHolidays.entries(of: 2031))
        let listed = try WorkCalendarFixture.entries().filter { $0.date.year == 2030 }
        #expect(calendar.entries(of: 2030) == listed)
        #expect(!WorkCalendar(entries: []).isComputed(2031))
        // A year between two that are listed is no list either.
        let far = WorkCalendar(entries: StatutoryHolidays.entries(of: 2030) + StatutoryHolidays.entries(of: 2032))
        #expect(far.isComputed(2031))
        #expect(!far.isWorkingDay(try day("2031-01-23")))
    }

    private static func weekdays(_ days: [CivilDate]) -> [CivilDate] { days.filter { !$0.weekday.isWeekend } }
}
