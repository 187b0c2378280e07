import Testing
import TrackerDomain

struct DeadlineReadingTests {
    @Test(arguments: [
        ("Quý I, II/2026", "2026-03-31,2026-06-30"),
        ("Tháng 3, 6 và 9/2026", "2026-03-31,2026-06-30,2026-09-30"),
        ("Tháng 3-6/2026", "2026-06-30"), ("03-06/2026", "2026-06-30"), ("10 ngày đầu tháng 6/2026", "2026-06-10"),
        ("28-30/6/2026", "2026-06-30"),
        ("Từ ngày 01/01/2026 đến ngày 30/6/2026", "2026-06-30"),
        ("Ngày 06 (sáu) tháng 6 năm 2026", "2026-06-06"),
        ("tháng mười hai năm 2026", "2026-12-31"),
        ("6 tháng đầu năm 2026", "2026-06-30"),
        ("Nửa cuối năm 2026", "2026-12-31"),
        ("Đầu tháng 6/2026", "2026-06-01"),
        ("Giữa tháng 6/2026", "2026-06-15"),
        ("Giữa năm 2026", "2026-06-30"),
        ("Đầu năm 2027", "2027-01-01"),
        ("Trước tháng 6/2026", "2026-05-31"),
        ("Năm 2026 (quý II)", "2026-06-30"), ("Quý II (2026)", "2026-06-30"), ("Năm 2026: quý II", "2026-06-30"),
        ("Quý II, 2026", "2026-06-30"), ("Năm 2026 hoàn thành trước 30/6/2026", "2026-06-29"),
        ("Ngày đầu tiên của tháng 6/2026", "2026-06-01"), ("Quý I - IV/2026", "2026-12-31"),
        ("Quý II/2026 (gia hạn đến 30/9/2026)", "2026-06-30"), ("Trước 17 giờ ngày 15/6/2026", "2026-06-15"),
        ("Quý II/2026 (trước 15/6/2026)", "2026-06-14"),
        ("Quý II/2026 theo hướng dẫn của Bộ Nội vụ", "2026-06-30"),
        ("100 ngày kể từ ngày ban hành Kế hoạch", "2026-04-15"),
        ("Trong thời hạn 30 ngày kể từ ngày ký", "2026-02-04"),
        ("02 tháng kể từ ngày 31/12/2026", "2027-02-28"),
        ("Theo Quyết định số 2407/QĐ-UBND ngày 01/10/2021, hoàn thành trước 30/6/2026", "2026-06-29"),
    ])
    func oneTimeWordingsGiveTheirDates(text: String, dates: String) {
        #expect(DeadlineReading(of: text, in: Plan.fiveYears).nominal(in: Plan.fiveYears) == dates)
    }

    @Test(arguments: [
        ("Quý IV2026", "2026-12-31"), ("QuýIV/2026", "2026-12-31"), ("Quí 4/26", "2026-12-31"),
        ("13/2/26", "2026-02-13"),
        ("Tháng 01/ 2026", "2026-01-31"), ("QUÝ  IV\u{A0}NĂM 2026", "2026-12-31"), ("trước 30-6-2026", "2026-06-29"),
        ("15.6.2026", "2026-06-15"), ("Tháng6/2026", "2026-06-30"), ("Qúy IV/2026", "2026-12-31"),
    ])
    func slipsOfTypingAreUnderstood(text: String, date: String) {
        #expect(DeadlineReading(of: text, in: Plan.fiveYears).nominal(in: Plan.fiveYears) == date)
    }

    @Test(arguments: [
        ("Quý IV", DeadlineNote.missingYear("Quý IV")), ("15/6", .missingYear("15/6")),
        ("Cuối năm", .missingYear("Cuối năm")),
        ("31/02/2026", .invalidDate("31/02/2026")), ("15/13/2026", .invalidDate("15/13/2026")),
        ("Tháng 13/2026", .invalidDate("Tháng 13/2026")), ("8/2/96", .invalidDate("8/2/96")),
        ("28-6/2026", .unreadNumber("28")), ("Kịp thời", .vague("Kịp thời")),
        ("Từ tháng 5/2026", .noEnd("Từ tháng 5/2026")),
        ("Trong 30 ngày", .noBeginning("Trong 30 ngày")), ("Đầu quý II/2026", .vague("Đầu quý II/2026")),
        ("Quý III hoặc quý IV/2026", .alternatives("Quý III hoặc quý IV/2026")), ("   ", .blank), ("- ", .blank),
        ("Sở KHCN đưa ra kế hoạch", .noTimeWords),
        ("Thông báo số 326/TB-TTHĐND ngày 17/12/2025", .documentDate("326/TB-TTHĐND ngày 17/12/2025")),
        (
            "Công văn số 12 của Sở Nội vụ ngày 5 tháng 1 năm 2026",
            .documentDate("12 của Sở Nội vụ ngày 5 tháng 1 năm 2026")
        ),
        ("Không thực hiện trong năm 2026", .vague("Không thực hiện")),
        ("Tuần 2 tháng 6/2026", .vague("Tuần 2 tháng 6/2026")), ("Ngày 15 hàng quý", .vague("Ngày 15 hàng quý")),
        ("10 ngày đầu quý II/2026", .vague("10 ngày đầu quý II/2026")),
        ("Các tháng đầu năm 2026", .vague("Các tháng đầu năm 2026")), ("3 năm một lần", .vague("3 năm một lần")),
        ("Năm học 2026-2027", .vague("Năm học 2026-2027")), ("Khoảng tháng 6/2026", .vague("Khoảng tháng 6/2026")),
        ("Định kỳ hoặc đột xuất", .vague("Định kỳ")), ("2 năm/lần", .vague("2 năm/lần")),
        ("Quý I năm sau", .vague("Quý I năm sau")),
        (
            "Hàng quý (trước ngày 15/3), năm (trước ngày 15/12)",
            .vague("Hàng quý (trước ngày 15/3), năm")
        ),
        (
            "Quý IV hàng năm, riêng năm 2026 trong quý II",
            .vague("Quý IV hàng năm, riêng năm 2026 trong quý II")
        ),
    ])
    func whatIsNotCertainIsUnresolvedWithItsReason(text: String, note: DeadlineNote) {
        let reading = DeadlineReading(of: text, in: Plan.fiveYears)
        #expect(reading.kind == .unresolved)
        #expect(reading.notes.contains(note), "\(reading.notes)")
        #expect(reading.nominalDates(in: Plan.fiveYears, limit: 12).isEmpty)
    }

    @Test(arguments: [
        ("Quý IV", "2026-12-31"), ("15/6", "2026-06-15"), ("Cuối năm", "2026-12-31"), ("Trong tháng 6", "2026-06-30"),
        ("Trong tháng 1 năm kế hoạch", "2026-01-31"), ("6 tháng", "2026-06-30"), ("Hoàn thành trong năm", "2026-12-31"),
        ("Quý II - Quý III", "2026-09-30"),
    ])
    func aFormWithoutAYearTakesTheYearOfAPlanOfOneYear(text: String, date: String) {
        #expect(DeadlineReading(of: text, in: Plan.oneYear).nominal(in: Plan.oneYear) == date)
    }

    @Test(arguments: [
        "1/2 số hộ", "Đạt 1/2 kế hoạch", "Quý I năm sau", "Tháng 12 năm trước", "Cuối quý", "Trước ngày 15",
    ])
    func aPlanOfOneYearMakesNoDateOfOtherWords(text: String) {
        #expect(DeadlineReading(of: text, in: Plan.oneYear).kind == .unresolved)
    }

    @Test func beforeADayIncludesItWhereThePlanSaysSo() {
        var plan = Plan.fiveYears
        plan.beforeIncludesDay = true
        #expect(DeadlineReading(of: "Trước ngày 15/6/2026", in: plan).nominal(in: plan) == "2026-06-15")
        #expect(DeadlineReading(of: "Trước ngày 15/12 hằng năm", in: plan).nominal(in: plan, limit: 1) == "2026-12-15")
        #expect(DeadlineReading(of: "Trước tháng 6/2026", in: plan).nominal(in: plan) == "2026-05-31")
    }

    @Test func aDateBeforeTheIssueDateIsKeptWithANote() throws {
        let due = try #require(CivilDate(iso: "2025-05-30"))
        let reading = DeadlineReading(of: "Phải xử lý trước 31/5/2025", in: Plan.fiveYears)
        #expect(reading.nominal(in: Plan.fiveYears) == "2025-05-30")
        #expect(reading.notes == [.strictlyBefore, .dueBeforeIssue(due)])
    }

    @Test(arguments: [
        "Quý II/2026, sau khi có hướng dẫn", "Sau khi có hướng dẫn, chậm nhất Quý II/2026",
        "Quý II/2026 (sau khi có hướng dẫn)",
    ])
    func aDateBesideAnEventIsConditional(text: String) {
        let reading = DeadlineReading(of: text, in: Plan.fiveYears)
        #expect(reading.kind == .fixed)
        #expect(reading.notes == [.condition("có hướng dẫn")])
    }

    @Test func theBulletsOfACellAreItsParts() {
        let cells = [
            "- Quý IV hàng năm\n- Báo cáo quý, 6 tháng và năm.", "- Quý IV hàng năm - Báo cáo quý, 6 tháng và năm.",
        ]
        for cell in cells {
            let reading = DeadlineReading(of: cell, in: Plan.sonLa)
            #expect(reading.text == cell)
            #expect(reading.parts.map(\.label) == ["Quý IV hàng năm", "Báo cáo quý, 6 tháng và năm"])
            #expect(reading.parts.map(\.rule.kind) == [.recurring, .recurring])
            #expect(reading.nominal(in: Plan.sonLa, limit: 4) == "2021-12-31,2022-03-31,2022-06-30,2022-09-30")
        }
    }

    @Test(arguments: [
        ("1. Quý I/2026\n2. Quý III/2026", "2026-03-31,2026-09-30"),
        ("a) Quý I/2026\nb) Quý III/2026", "2026-03-31,2026-09-30"),
        ("- Đợt 1: trước ngày 30/4/2026\n- Đợt 2: trước ngày 31/10/2026", "2026-04-29,2026-10-30"),
        ("+ Quý I/2026: xây dựng kế hoạch\n+ Quý IV/2026: đánh giá", "2026-03-31,2026-12-31"),
        (
            "- Ban hành kế hoạch: Quý I/2026\n- Kiểm tra: Quý II, III/2026\n- Báo cáo: trước 15/12/2026",
            "2026-03-31,2026-06-30,2026-09-30,2026-12-14"
        ),
    ])
    func theLinesOfACellEachHaveTheirDate(text: String, dates: String) {
        #expect(DeadlineReading(of: text, in: Plan.fiveYears).nominal(in: Plan.fiveYears) == dates)
    }

    @Test(arguments: [
        (
            "30/4/2026 (mô hình thử nghiệm). Vận hành trong năm 2026",
            ["30/4/2026 (mô hình thử nghiệm)", "Vận hành trong năm 2026"]
        ),
        ("Năm 2026 và nhiệm vụ thường xuyên", ["Năm 2026", "nhiệm vụ thường xuyên"]),
        ("Trình HĐND tháng 6/2026, ban hành tháng 9/2026", ["Trình HĐND tháng 6/2026", "ban hành tháng 9/2026"]),
        ("Thường xuyên, báo cáo hàng quý", ["Thường xuyên", "báo cáo hàng quý"]),
        ("Đến năm 2026 sơ kết, đến năm 2030 tổng kết", ["Đến năm 2026 sơ kết", "đến năm 2030 tổng kết"]),
        ("Hằng năm, riêng năm 2026 trước 30/6/2026", ["Hằng năm", "riêng năm 2026 trước 30/6/2026"]),
    ])
    func severalDeadlinesAreLabelledWithTheirWords(text: String, labels: [String]) {
        let reading = DeadlineReading(of: text, in: Plan.fiveYears)
        #expect(reading.kind == .compound)
        #expect(reading.parts.map(\.label) == labels)
    }

    @Test(arguments: [
        ("Thường xuyên", nil), ("Từ tháng 5/2026, thường xuyên", "2026-05-01"), ("Thường xuyên, hằng năm", nil),
        ("Thường xuyên từ năm 2027", "2027-01-01"), ("Hàng ngày", nil),
    ])
    func ongoingWorkHasNoDueDate(text: String, start: String?) {
        let reading = DeadlineReading(of: text, in: Plan.fiveYears)
        #expect(reading.parts.map(\.rule) == [.ongoing(from: start.flatMap { CivilDate(iso: $0) })])
        #expect(reading.occurrences(in: Plan.fiveYears).isEmpty)
    }

    @Test(arguments: [
        ("Năm 2021- 2025", "2021-2025"), ("Quý IV/2026", "2026-Q4"), ("Tháng 02/2026", "2026-02"), ("2022", "2022"),
        ("15/6/2026", "2026-06-15"), ("6 tháng đầu năm 2026", "2026-H1"), ("9 tháng năm 2026", "2026-9M"),
        ("Từ quý III/2026 đến quý III/2030", "2026-Q3/2030-Q3"),
    ])
    func aFixedDateNamesThePeriodItStandsFor(text: String, period: String) {
        #expect(DeadlineReading(of: text, in: Plan.sonLa).occurrences(in: Plan.sonLa).map(\.period) == [period])
    }
}
