import Testing
import TrackerDomain

struct DeadlineWordsTests {
    @Test(arguments: [
        ("Tháng 1 hàng năm", "đến hết 31/01 hằng năm, 2022–2030", "by 31 January every year, 2022–2030"),
        (
            "Tháng 2 hàng năm", "đến hết ngày cuối tháng 02 hằng năm, 2022–2030",
            "by the end of February every year, 2022–2030"
        ),
        ("25 hàng tháng", "đến hết ngày 25 hằng tháng, 2021–2030", "by day 25 of every month, 2021–2030"),
        ("Hằng tháng", "đến hết ngày cuối hằng tháng, 2021–2030", "by the last day of every month, 2021–2030"),
        ("Thứ 5 hàng tuần", "đến hết thứ Năm hằng tuần, 2021–2030", "by Thursday every week, 2021–2030"),
        (
            "Thứ 2 và thứ 5 hàng tuần", "đến hết thứ Hai, thứ Năm hằng tuần, 2021–2030",
            "by Monday, Thursday every week, 2021–2030"
        ),
        (
            "Ngày 10, 20 và 30 hàng tháng",
            "đến hết ngày 10, 20, 30 hằng tháng (tháng ngắn hơn: ngày cuối), 2021–2030",
            "by day 10, 20, 30 of every month (in shorter months: the last day), 2021–2030"
        ),
        (
            "Trước ngày 30 hàng tháng", "trước ngày 30 hằng tháng (tháng ngắn hơn: trước ngày cuối), 2021–2030",
            "before day 30 of every month (in shorter months: before the last day), 2021–2030"
        ),
        (
            "Ngày 15 và ngày cuối tháng hằng tháng", "đến hết ngày 15, ngày cuối hằng tháng, 2021–2030",
            "by day 15, the last day of every month, 2021–2030"
        ),
        (
            "Hàng tuần trong tháng 6/2026", "đến hết Chủ nhật hằng tuần, 2026, từ 01/6/2026 đến 30/6/2026",
            "by Sunday every week, 2026, from 1 June 2026 to 30 June 2026"
        ),
        (
            "Hàng quý", "đến hết 31/3, 30/6, 30/9, 31/12 hằng năm, 2021–2030",
            "by 31 March, 30 June, 30 September, 31 December every year, 2021–2030"
        ),
        ("Năm 2021- 2025", "từ 01/01/2021 đến hết 31/12/2025", "from 1 January 2021 to 31 December 2025"),
        ("Trước ngày 01/3/2027", "đến hết 28/02/2027", "by 28 February 2027"),
        ("Thường xuyên", "thường xuyên, không có hạn", "continuous, no due date"),
        (
            "10 ngày làm việc sau khi Nghị quyết được ban hành", "10 ngày làm việc sau khi: Nghị quyết được ban hành",
            "10 working days after: Nghị quyết được ban hành"
        ),
        (
            "Năm 2026 và nhiệm vụ thường xuyên", "đến hết 31/12/2026; thường xuyên, không có hạn",
            "by 31 December 2026; continuous, no due date"
        ),
        ("Theo kế hoạch của Bộ", "thời hạn nêu ở văn bản khác", "the date stands in another document"),
        ("Đã hoàn thành", "đã hoàn thành", "completed"), ("Sớm", "chưa xác định được thời hạn", "no certain due date"),
    ])
    func aReadingIsToldInOneSentence(text: String, vietnamese: String, english: String) {
        let reading = DeadlineReading(of: text, in: Plan.sonLa)
        #expect(reading.words(in: .vi, context: Plan.sonLa) == vietnamese)
        #expect(reading.words(in: .en, context: Plan.sonLa) == english)
    }

    @Test(arguments: [
        "", "Sở đưa ra", "Quý IV", "31/02/2026", "Thông báo số 3/TB ngày 1/1/2026", "Trước 1/7/2025", "13/2/26", "2035",
        "Sớm",
        "Từ 2026", "Trong 30 ngày", "Quý I hoặc quý II/2026", "Quý I/2026, sau khi có luật", "2026 theo kế hoạch",
        "Hàng năm và đột xuất", "Ngày 20 tháng cuối kỳ báo cáo", "5 ngày làm việc kể từ ngày ký", "Hằng năm, từ 2031",
        "28-6/2026", "PAR INDEX 2026", "quy IV hang nam",
        "Quý II/2026 (gia hạn đến 30/9/2026)",
    ])
    func everyNoteHasWordsInBothLanguages(text: String) {
        let notes = DeadlineReading(of: text, in: Plan.fiveYears).notes
        #expect(!notes.isEmpty)
        for note in notes {
            #expect(!note.words(in: .vi).isEmpty && note.words(in: .vi) != note.words(in: .en), "\(note)")
        }
    }
}
