extension DeadlineNote {
    /// The note in one sentence, with the words of the cell that it is about; an open point is put as a question.
    ///
    /// ```swift
    /// DeadlineNote.missingYear("Quý IV").words(in: .en)   // "“Quý IV”: which year? The plan has several."
    /// ```
    public func words(in language: Language) -> String {
        switch self {
        case .blank: language(vi: "Ô thời gian để trống.", en: "The cell is blank.")
        case .noTimeWords: language(vi: "Không có từ ngữ chỉ thời gian.", en: "No words say when.")
        case .missingYear(let words):
            language(
                vi: "“\(words)”: năm nào? Kế hoạch kéo dài nhiều năm.",
                en: "“\(words)”: which year? The plan has several.")
        case .invalidDate(let words):
            language(vi: "“\(words)” không phải là ngày có thật.", en: "“\(words)” is no real date.")
        case .documentDate(let words):
            language(
                vi: "“\(words)” là số, ngày của văn bản, không phải thời hạn.",
                en: "“\(words)” is a document's number and date, no deadline.")
        case .strictlyBefore:
            language(
                vi: "“Trước ngày” được hiểu là không tính ngày đó.", en: "“Before a day” does not include that day.")
        case .slip(let words):
            language(
                vi: "“\(words)” được hiểu dù viết chưa chuẩn.", en: "“\(words)” was understood in spite of a slip.")
        case .dueBeforeIssue(let day):
            language(
                vi: "Hạn \(day.vietnamese) trước ngày ban hành kế hoạch; giữ nguyên như văn bản.",
                en: "Due \(day), before the plan was issued; kept as written.")
        case .dueAfterPlan(let day):
            language(
                vi: "Hạn \(day.vietnamese) sau kỳ kế hoạch; giữ nguyên như văn bản.",
                en: "Due \(day), after the plan's last year; kept as written.")
        case .noDateInPlan:
            language(vi: "Không có ngày nào trong kỳ kế hoạch.", en: "The rule has no date within the plan.")
        case .onDemand: language(vi: "Cũng thực hiện khi có yêu cầu đột xuất.", en: "Also due on demand.")
        case .vague, .noEnd, .noBeginning, .alternatives, .unreadNumber, .uncertainTime: question(in: language)
        case .condition, .refersElsewhere, .otherTime, .usualReportPeriods, .workingDaysFromIssue, .withoutDiacritics:
            remark(in: language)
        }
    }

    private func question(in language: Language) -> String {
        switch self {
        case .vague(let words):
            language(
                vi: "“\(words)” không cho biết ngày cụ thể; hạn là ngày nào?",
                en: "“\(words)” is no certain day; which one?")
        case .noEnd(let words):
            language(
                vi: "“\(words)” chỉ nêu lúc bắt đầu; hạn là ngày nào?",
                en: "“\(words)” only says when to begin; when is it due?")
        case .noBeginning(let words):
            language(vi: "“\(words)” tính từ ngày nào?", en: "“\(words)” counts from which day?")
        case .alternatives(let words):
            language(vi: "“\(words)”: chọn thời hạn nào?", en: "“\(words)”: which of the two?")
        case .unreadNumber(let words):
            language(
                vi: "Số “\(words)” chưa rõ nghĩa; là ngày hay tháng?",
                en: "The number “\(words)” is unclear; a day or a month?")
        case .uncertainTime(let words):
            language(
                vi: "“\(words)” chưa chắc là thời hạn; nếu đúng, ghi rõ “ngày”, “tháng” hoặc “năm”.",
                en: "“\(words)” may be no deadline; is it a day, a month or a year?")
        default: ""
        }
    }

    private func remark(in language: Language) -> String {
        switch self {
        case .condition(let words):
            language(vi: "Có điều kiện: \(words).", en: "Conditional: \(words).")
        case .refersElsewhere(let words):
            language(vi: "Có dẫn chiếu: \(words).", en: "Another document is named: \(words).")
        case .otherTime(let words):
            language(
                vi: "Trong ngoặc có thời gian khác, chưa tính: \(words).",
                en: "The bracket names another time, left aside: \(words).")
        case .usualReportPeriods:
            language(
                vi: "Không nêu kỳ báo cáo; hiểu là quý I, 6 tháng, quý III và năm.",
                en: "The report periods are not named; read as quarter I, 6 months, quarter III and year.")
        case .workingDaysFromIssue:
            language(
                vi: "Tính theo ngày làm việc kể từ ngày ban hành kế hoạch.",
                en: "Counted in working days from the plan's day of issue.")
        case .withoutDiacritics:
            language(vi: "Ô viết không dấu; cần kiểm tra lại.", en: "Written without diacritics; please check.")
        default: ""
        }
    }
}
