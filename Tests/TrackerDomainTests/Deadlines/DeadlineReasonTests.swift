import Testing

@testable import TrackerDomain

/// Why a reading has its dates.
struct DeadlineReasonTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let context: DeadlineContext
        let grounds: [DeadlineGround]

        init(_ text: String, in context: DeadlineContext = Plan.fiveYears, _ grounds: DeadlineGround...) {
            self.text = text
            self.context = context
            self.grounds = grounds
        }

        var testDescription: String { text }
    }

    private static var includingDays: DeadlineContext {
        var context = Plan.fiveYears
        context.beforeIncludesDay = true
        return context
    }

    private static var underRegime: DeadlineContext {
        var context = Plan.fiveYears
        context.regime = DeadlineReasonTests.regime
        return context
    }

    /// Every quarter's report is due on the 20th of its last month.
    static let regime = ReportingRegime(
        id: "x", name: LocalizedText(vi: "x", en: "x"), cutOffDay: 14,
        reports: [.init(.quarter(nil), dueDay: 20), .init(.year, dueDay: 20)], certainty: .stated,
        source: LocalizedText(vi: "x", en: "x"))

    static let cases = [
        Case("Quý IV/2026", .lastDayOfPeriod), Case("Cuối quý II/2026", .lastDayOfPeriod),
        Case("Đầu tháng 6/2026", .startOfPeriod), Case("Giữa năm 2027", .middleOfPeriod),
        Case("Cuối tháng 6/2026", .endOfPeriod), Case("Chậm nhất ngày 15/6/2026", .inclusiveDay),
        Case("Trước ngày 15/6/2026", .strictlyBefore), Case("Trước tháng 6/2026", .strictlyBefore),
        Case("Trước giữa tháng 6/2026", .middleOfPeriod, .strictlyBefore),
        Case("Trước ngày 15/6/2026", in: includingDays, .beforeIncludesDay),
        Case("Trước tháng 6/2026", in: includingDays, .strictlyBefore),
        Case("Từ quý III/2026 đến quý III/2030", .endOfWindow),
        Case("Từ ngày 01/02/2026 đến trước ngày 15/6/2026", .endOfWindow, .strictlyBefore),
        Case("Quý IV", in: Plan.oneYear, .lastDayOfPeriod, .yearOfPlan),
        Case("Trong tháng 1 năm kế hoạch", in: Plan.context(2016, 12, 29, 2017...2017), .lastDayOfPeriod, .yearOfPlan),
        Case("15 ngày kể từ ngày 01/6/2026", .countedFromNextDay),
        Case("100 ngày kể từ ngày ban hành Kế hoạch", .fromIssue, .countedFromNextDay),
        Case("03 tháng kể từ ngày ký", .fromIssue, .correspondingDay),
        Case("10 ngày làm việc sau khi có kết luận", .countedFromNextDay, .workingDays, .eventAwaited),
        Case("Hàng quý", .everyPeriod, .lastDayOfPeriod, .withinPlan),
        Case("Quý I hàng năm", .lastDayOfPeriod, .everyPeriod, .withinPlan),
        Case("Hằng năm (quý I)", .everyPeriod, .lastDayOfPeriod, .withinPlan),
        Case("Trong tháng 1 năm kế hoạch", .lastDayOfPeriod, .everyPlanYear, .everyPeriod, .withinPlan),
        Case("Ngày 30 hàng tháng", .inclusiveDay, .everyPeriod, .shortMonth, .withinPlan),
        Case("Ngày 30 tháng cuối quý", .inclusiveDay, .everyPeriod, .withinPlan),
        Case("hàng quý, 6 tháng và hàng năm", .everyPeriod, .lastDayOfPeriod, .mergedPeriods, .withinPlan),
        Case(
            "Báo cáo quý và năm", in: underRegime, .everyPeriod, .reportingRegime, .mergedPeriods, .withinPlan),
        Case("Quý I và quý III hằng năm", .lastDayOfPeriod, .everyPeriod, .withinPlan),
        Case(
            "Chậm nhất ngày 20 của tháng cuối kỳ báo cáo", .inclusiveDay, .usualReportPeriods, .everyPeriod,
            .mergedPeriods, .withinPlan),
        Case("Hằng năm, giai đoạn 2026-2028", .everyPeriod, .lastDayOfPeriod, .withinWords, .withinPlan),
        Case("Năm 2026 và các năm tiếp theo", .lastDayOfPeriod, .everyPeriod, .withinWords, .withinPlan),
        Case("Thường xuyên", .ongoing), Case("Từ tháng 5/2026, thường xuyên", .ongoing),
        Case("Sau khi có hướng dẫn của Trung ương", .eventAwaited), Case("Đột xuất", .onDemand, .eventAwaited),
        Case("Theo lộ trình triển khai Đề án", .elsewhere), Case("Đã hoàn thành", .done),
        Case("Thông báo số 326/TB-TTHĐND ngày 17/12/2025", .documentDate), Case("Quý IV", .missingYear),
        Case("Kịp thời", .neverGuessed), Case("", .neverGuessed), Case("31/02/2026", .neverGuessed),
    ]

    @Test(arguments: cases)
    func aReadingSaysWhy(item: Case) {
        let parts = DeadlineReading(of: item.text, in: item.context).parts
        #expect(parts.count == 1)
        #expect(parts.first?.reasons(in: item.context).map(\.ground) == item.grounds)
    }

    @Test func everyGroundIsFoundSomewhere() {
        let found = Set(Self.cases.flatMap(\.grounds))
        #expect(Set(DeadlineGround.allCases).subtracting(found) == [.movedToWorkingDay], "of moved dates only")
    }

    @Test func theWordsAreThoseThatTheGroundWasFoundIn() {
        let reasons = DeadlineReading(of: "Trước ngày 20/3 và chậm nhất 20/6 hằng năm", in: Plan.fiveYears)
            .parts.flatMap { $0.reasons(in: Plan.fiveYears) }
        #expect(reasons.first { $0.ground == .strictlyBefore }?.phrase == "Trước ngày 20/3")
        #expect(reasons.first { $0.ground == .inclusiveDay }?.phrase == "chậm nhất 20/6")
        #expect(reasons.first { $0.ground == .everyPeriod }?.phrase == "hằng năm")
        #expect(reasons.first { $0.ground == .withinPlan }?.phrase == "")
    }

    /// The bracket made the time more exact, so the words outside it alone would not say why.
    @Test func aGroundOfABracketNamesTheWholePart() {
        let part = DeadlineReading(of: "Năm 2026 (quý II)", in: Plan.fiveYears).parts.first
        #expect(part?.reasons(in: Plan.fiveYears) == [DeadlineReason(.lastDayOfPeriod, phrase: "Năm 2026 (quý II)")])
    }

    @Test func eachPartOfACellHasItsOwnReasons() {
        let parts = DeadlineReading(of: "- Quý IV hàng năm\n- Báo cáo quý, 6 tháng và năm.", in: Plan.sonLa).parts
        let grounds = parts.map { $0.reasons(in: Plan.sonLa).map(\.ground) }
        #expect(
            grounds == [
                [.lastDayOfPeriod, .everyPeriod, .withinPlan],
                [.lastDayOfPeriod, .everyPeriod, .mergedPeriods, .withinPlan],
            ])
    }

    @Test(arguments: DeadlineTableTests.lines)
    func everyPartOfEveryReadingHasAReason(line: DeadlineTableTests.Line) {
        for part in DeadlineReading(of: line.text, in: line.context).parts {
            let reasons = part.reasons(in: line.context)
            #expect(!reasons.isEmpty, "\(part)")
            #expect(Set(reasons.map(\.ground)).count == reasons.count, "each ground once: \(reasons)")
        }
    }

    @Test(arguments: DeadlineGround.allCases)
    func aGroundHasWordsAndASourceInBothLanguages(ground: DeadlineGround) {
        #expect(ground.words(in: .vi) != ground.words(in: .en))
        #expect(ground.source(in: .vi) != ground.source(in: .en))
        for text in [ground.words(in: .vi), ground.words(in: .en), ground.source(in: .vi), ground.source(in: .en)] {
            #expect(text.count > 5 && text.last != ".")
        }
        let isOwn = ground.source(in: .en) == "Rule of this tracker"
        #expect((ground.page != nil) == isOwn, "a rule of its own names the page that says so")
    }
}
