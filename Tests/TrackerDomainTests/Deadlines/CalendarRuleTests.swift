import Testing
import TrackerDomain

/// Recurring deadlines as recurrences of RFC 5545. `Scripts/check-rrule.py` expands thousands of them with another program.
struct CalendarRuleTests {
    private func rules(_ text: String, in context: DeadlineContext = Plan.fiveYears) throws -> [CalendarRule] {
        let parts = DeadlineReading(of: text, in: context).parts
        guard parts.count == 1, case .recurring(let rule)? = parts.first?.rule else {
            Issue.record("\(text) does not recur")
            return []
        }
        return try #require(rule.calendarRules(in: context))
    }

    @Test(arguments: [
        ("Tháng 1 hàng năm", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1;UNTIL=20300131"),
        ("hàng quý, 6 tháng và hàng năm", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1;UNTIL=20301231"),
        ("Báo cáo tháng, quý, 6 tháng, năm", "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20301231"),
        ("25 hàng tháng", "FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20301225"),
        ("Ngày 31 hàng tháng", "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20301231"),
        ("Ngày 30 hàng tháng", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1;UNTIL=20301230"),
        ("Ngày 29 hàng tháng", "FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1;UNTIL=20301229"),
        ("Trước ngày 30 hàng tháng", "FREQ=MONTHLY;BYMONTHDAY=27,28,29,30;BYSETPOS=-2;UNTIL=20301229"),
        ("Trước ngày 31 hàng tháng", "FREQ=MONTHLY;BYMONTHDAY=-2;UNTIL=20301230"),
        ("Trước ngày 01 hàng tháng", "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20301231"),
        ("Trước ngày 15/3 hằng năm", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=14;UNTIL=20300314"),
        ("Trước 01/3 hằng năm", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;UNTIL=20300228"),
        ("Trước 01/01 hằng năm", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1;UNTIL=20301231"),
        ("29/2 hằng năm", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;UNTIL=20300228"),
        ("28/2 hằng năm", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28;UNTIL=20300228"),
        ("Trước ngày 20/3; 20/6; 20/12 hàng năm", "FREQ=YEARLY;BYMONTH=3,6,12;BYMONTHDAY=19;UNTIL=20301219"),
        ("Trước ngày 05 tháng đầu quý sau", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=4;UNTIL=20301004"),
        ("Ngày 10 và 25 hàng tháng", "FREQ=MONTHLY;BYMONTHDAY=10,25;UNTIL=20301225"),
        ("Thứ 5 hàng tuần", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20301226"),
        ("Hàng tuần", "FREQ=WEEKLY;BYDAY=SU;UNTIL=20301229"),
        ("Hằng năm, giai đoạn 2026-2028", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1;UNTIL=20281231"),
    ])
    func aRecurringDeadlineIsOneRule(text: String, recurrence: String) throws {
        #expect(try rules(text).map(\.recurrence) == [recurrence])
    }

    @Test func theFirstDayIsTheFirstOneInThePlan() throws {
        let rule = try #require(try rules("Quý IV hàng năm", in: Plan.sonLa).first)
        #expect(
            rule.description
                == "DTSTART;VALUE=DATE:20211231\nRRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1;UNTIL=20301231")
    }

    @Test func seriesOfDifferentDaysAreSeveralRules() throws {
        #expect(
            try rules("Hàng tuần, hàng tháng, hàng quý", in: Plan.oneYear).map(\.recurrence) == [
                "FREQ=WEEKLY;BYDAY=SU;UNTIL=20261227", "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20261231",
            ])
        let reports = RecurrenceRule([.init(.quarter(nil), due: .dayOfLastMonth(20)), .init(.year, due: .month(1))])
        #expect(
            reports.calendarRules(in: Plan.oneYear)?.map(\.recurrence) == [
                "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1;UNTIL=20260131",
                "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20;UNTIL=20261220",
            ])
    }

    @Test func theDayOfTheReportingRegimeIsInTheRule() throws {
        var context = Plan.oneYear
        context.regime = DeadlineReasonTests.regime
        #expect(
            try rules("Báo cáo quý và năm", in: context).map(\.recurrence) == [
                "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20;UNTIL=20261220"
            ])
    }

    /// The Friday of the week in which a month ends lies in the next month at times.
    @Test func aDayOfTheWeekOfALongerPeriodHasNoRule() {
        #expect(RecurrenceRule(.month(nil), due: .weekday(.friday)).calendarRules(in: Plan.oneYear) == nil)
    }

    @Test func aRuleWithoutDatesInThePlanHasNone() {
        let context = Plan.context(2026, 10, 1, 2026...2026)
        #expect(RecurrenceRule(.year, due: .month(1)).calendarRules(in: context) == [])
    }

    @Test(arguments: DeadlineTableTests.lines)
    func everyRecurringReadingHasRulesFromItsFirstToItsLastDate(line: DeadlineTableTests.Line) {
        for part in DeadlineReading(of: line.text, in: line.context).parts {
            guard case .recurring(let rule) = part.rule else { continue }
            let dates = Occurrences(of: rule, in: line.context).map(\.nominalDue)
            let rules = rule.calendarRules(in: line.context)
            #expect(rules?.map(\.first).min() == dates.first)
            #expect(rules?.map(\.last).max() == dates.last)
        }
    }
}
