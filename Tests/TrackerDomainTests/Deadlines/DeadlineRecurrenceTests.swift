import Testing
import TrackerDomain

/// Recurring deadlines and their dates.
struct DeadlineRecurrenceTests {
    @Test func januaryOfEveryYearComesNineTimesInThePlanOf2021() {
        let reading = DeadlineReading(of: "Tháng 1 hàng năm", in: Plan.sonLa)
        let occurrences = reading.occurrences(in: Plan.sonLa)
        #expect(occurrences.map(\.period) == (2022...2030).map(String.init))
        #expect(occurrences.map(\.nominalDue) == (2022...2030).map { .endOfMonth(1, of: $0) })
    }

    @Test(arguments: [
        ("Hằng tháng, trước ngày 25", "2026-01-24,2026-02-24"), ("Ngày 30 hàng tháng", "2026-01-30,2026-02-28"),
        ("Trước ngày 15/12 hằng năm", "2026-12-14,2027-12-14"), ("Tháng 6, 12 hàng năm", "2026-06-30,2026-12-31"),
        ("15/6 và 15/12 hằng năm", "2026-06-15,2026-12-15"), ("Hằng năm (quý I)", "2026-03-31,2027-03-31"),
        ("Thứ Năm hàng tuần", "2026-01-08,2026-01-15"), ("Chủ nhật hàng tuần", "2026-01-11,2026-01-18"),
        ("6 tháng/lần", "2026-06-30,2026-12-31"), ("Mỗi năm 02 lần", "2026-06-30,2026-12-31"),
        ("Trước ngày 05 tháng đầu quý sau", "2026-04-04,2026-07-04"), ("Cuối năm hằng năm", "2026-12-31,2027-12-31"),
        ("Hằng tháng, ngày 05 tháng sau", "2026-01-05,2026-02-05"), ("Từ năm 2027, hằng năm", "2027-12-31,2028-12-31"),
        ("Quý I/2027 và các năm tiếp theo", "2027-03-31,2028-03-31"), ("Hàng quý năm 2027", "2027-03-31,2027-06-30"),
        ("Hàng tháng (trước ngày 25)", "2026-01-24,2026-02-24"),
        ("Từ tháng 1 đến tháng 6 hằng năm", "2026-06-30,2027-06-30"),
        ("Báo cáo năm trước ngày 05/12", "2026-12-04,2027-12-04"),
        ("Quý I hằng năm (từ năm 2028)", "2028-03-31,2029-03-31"),
        ("29/2 hằng năm", "2026-02-28,2027-02-28"), ("Trong tháng 1 năm kế hoạch", "2026-01-31,2027-01-31"),
    ])
    func recurringWordingsGiveTheirFirstDates(text: String, dates: String) {
        let reading = DeadlineReading(of: text, in: Plan.fiveYears)
        #expect(reading.kind == .recurring)
        #expect(reading.nominal(in: Plan.fiveYears, limit: 2) == dates)
    }

    @Test(arguments: [
        ("hàng quý, 6 tháng và hàng năm", ["2026-Q1", "2026-H1", "2026-Q3", "2026"]),
        ("Định kỳ quý I, 6 tháng, 9 tháng, năm và đột xuất", ["2026-Q1", "2026-H1", "2026-9M", "2026"]),
        ("Báo cáo quý, 6 tháng, 9 tháng và năm", ["2026-Q1", "2026-H1", "2026-9M", "2026"]),
        ("Chậm nhất là ngày 20 của tháng cuối kỳ báo cáo", ["2026-Q1", "2026-H1", "2026-Q3", "2026"]),
        ("Định kỳ 6 tháng", ["2026-H1", "2026-H2"]), ("Quý I và quý III hằng năm", ["2026-Q1", "2026-Q3"]),
    ])
    func coincidingReportPeriodsMergeIntoTheLargerOne(text: String, periods: [String]) {
        let occurrences = DeadlineReading(of: text, in: Plan.fiveYears).occurrences(in: Plan.fiveYears)
        #expect(occurrences.filter { $0.nominalDue.year == 2026 }.map(\.period) == periods)
    }

    @Test func reportsOfEveryMonthMergeTooAndKeepTheirPart() {
        let text = "Năm 2026; Báo cáo tháng, quý, 6 tháng, năm"
        let occurrences = DeadlineReading(of: text, in: Plan.oneYear).occurrences(in: Plan.oneYear)
        #expect(occurrences.count == 13)
        #expect(occurrences.suffix(2).map(\.part) == [0, 1])
        #expect(occurrences.last?.period == "2026")
    }

    @Test func aDueDateOnTheIssueDayCountsAndOneBeforeItDoesNot() {
        let rule = RecurrenceRule(.month(nil), due: .dayOfLastMonth(5))
        #expect(Occurrences(of: rule, in: Plan.fiveYears).first { _ in true }?.nominalDue == Plan.fiveYears.issued)
        let dayBefore = RecurrenceRule(.month(nil), due: .dayOfLastMonth(4))
        #expect(Occurrences(of: dayBefore, in: Plan.fiveYears).first { _ in true }?.period == "2026-02")
    }

    @Test(arguments: [
        ("Hàng tuần", Cadence.weekly), ("25 hàng tháng", .monthly), ("Hàng quý", .quarterly),
        ("6 tháng/lần", .halfYearly),
        ("Quý I hàng năm", .yearly), ("hàng quý, 6 tháng và hàng năm", .mixed), ("Năm 2026", .once),
        ("Thường xuyên", .once),
    ])
    func theCadenceIsThatOfTheWords(text: String, cadence: Cadence) {
        #expect(DeadlineReading(of: text, in: Plan.fiveYears).parts.map(\.rule.cadence) == [cadence])
    }

    @Test func datesOfEveryRuleStrictlyIncreaseWithinThePlan() throws {
        let days: [RecurrenceRule.DueDay] = [
            .end, .dayOfLastMonth(31), .day(1, fromEnd: 1, shift: -1), .day(5, fromEnd: -11, shift: 0),
        ]
        let periods: [RecurrenceRule.Period] = [
            .week, .month(nil), .month(2), .quarter(nil), .quarter(3), .half(nil), .half(1), .nineMonths, .year,
        ]
        for first in periods {
            for second in periods {
                for day in days {
                    let rule = RecurrenceRule([.init(first, due: day), .init(second)])
                    let dates = Occurrences(of: rule, in: Plan.sonLa).map(\.nominalDue)
                    #expect(zip(dates, dates.dropFirst()).allSatisfy { $0 < $1 }, "\(rule)")
                    let (start, end) = (try #require(dates.first), try #require(dates.last))
                    #expect(start >= Plan.sonLa.issued && end <= .endOfYear(2030), "\(rule)")
                }
            }
        }
    }

    @Test func weeksAreNumberedAsISO8601Does() throws {
        let plan = Plan.context(2026, 12, 20, 2026...2027)
        let weeks = Occurrences(of: RecurrenceRule(.week, due: .weekday(.thursday)), in: plan).prefix(3)
        #expect(weeks.map(\.period) == ["2026-W52", "2026-W53", "2027-W01"])
        #expect(weeks.map(\.nominalDue.description) == ["2026-12-24", "2026-12-31", "2027-01-07"])
    }

    @Test(arguments: [1...1, 9999...9999, -5...0, 1...Int.max, Int.min...Int.max, Int.max...Int.max])
    func yearsBeyondTheCalendarEndTheDatesQuietly(years: ClosedRange<Int>) {
        let plan = DeadlineContext(issued: .endOfYear(9999), years: years)
        let dates = DeadlineReading(of: "Hằng năm; Quý IV", in: plan).nominalDates(in: plan, limit: 3)
        #expect(dates.allSatisfy { $0 == .endOfYear(9999) || $0.year == 1 })
    }
}
