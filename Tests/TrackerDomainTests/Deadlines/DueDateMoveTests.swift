import Testing
import TrackerDomain

/// Why a date takes effect on another day.
struct DueDateMoveTests {
    private static func entry(
        _ date: String, _ name: String, _ certainty: WorkCalendar.Entry.Certainty = .official
    ) throws -> WorkCalendar.Entry {
        .init(date: try day(date), kind: .off, name: name, certainty: certainty, source: "Điều 112")
    }

    private func move(_ date: String, _ entries: WorkCalendar.Entry...) throws -> DueDateMove? {
        let calendar = WorkCalendar(entries: entries)
        return DueDateMove(DueDate(nominal: try day(date), calendar: calendar), calendar: calendar)
    }

    @Test func aWorkingDayIsNotMoved() throws {
        #expect(try move("2023-03-31") == nil)
    }

    @Test func aWeekendIsNamedOnce() throws {
        let move = try #require(try move("2024-03-30"))
        #expect(move.words(in: .vi) == "30/3/2024 nghỉ cuối tuần → 01/4/2024")
        #expect(move.words(in: .en) == "2024-03-30 off for weekend → 2024-04-01")
        #expect(move.daysOff.map(\.date.description) == ["2024-03-30", "2024-03-31"])
        #expect(move.certainty == .official)
    }

    @Test func aHolidayIsNamedWithTheDaysBehindIt() throws {
        let eve = try Self.entry("2022-01-31", "Giao thừa Tết Nguyên Đán")
        let first = try Self.entry("2022-02-01", "Tết Nguyên Đán")
        #expect(
            try move("2022-01-31", eve, first)?.words(in: .vi)
                == "31/01/2022 nghỉ Giao thừa Tết Nguyên Đán, Tết Nguyên Đán → 02/02/2022")
        let second = try Self.entry("2022-02-02", "Mùng hai")
        let moved = try #require(try move("2022-01-31", eve, first, second))
        #expect(moved.words(in: .vi) == "31/01/2022 nghỉ Giao thừa Tết Nguyên Đán … Mùng hai → 03/02/2022")
        #expect(moved.daysOff.map { $0.entry?.source } == ["Điều 112", "Điều 112", "Điều 112"])
    }

    @Test func anExpectedDayOffMakesTheMoveExpected() throws {
        let move = try #require(try move("2030-01-01", Self.entry("2030-01-01", "Tết Dương lịch", .expected)))
        #expect(move.certainty == .expected)
        #expect(move.words(in: .vi) == "01/01/2030 nghỉ Tết Dương lịch → 02/01/2030 (dự kiến)")
    }

    @Test func aYearWithoutListIsSaidToBeComputed() throws {
        let move = try #require(try move("2035-03-31", Self.entry("2030-01-01", "Tết Dương lịch")))
        #expect(move.isComputed)
        #expect(move.certainty == .expected)
        #expect(move.words(in: .en) == "2035-03-31 off for weekend → 2035-04-02 (calendar of 2035 computed)")
    }
}
