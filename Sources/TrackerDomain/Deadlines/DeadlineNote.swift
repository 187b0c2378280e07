/// What a person should know about a reading: why it was not read, what was understood in spite of a slip, what to ask.
///
/// ```swift
/// DeadlineReading(of: "31/02/2026", in: context).notes   // [.invalidDate("31/02/2026")]
/// ```
public enum DeadlineNote: Hashable, Sendable {
    /// The cell is blank.
    case blank
    /// No word of the text says when: "Sở KHCN đưa ra kế hoạch".
    case noTimeWords
    /// The year is not written and the plan has several: "Quý IV" in a plan of 2026–2030.
    case missingYear(String)
    /// The calendar has no such day: "31/02/2026".
    case invalidDate(String)
    /// The only date is that of a document, which is no deadline: "Thông báo số 326/TB-TTHĐND ngày 17/12/2025".
    case documentDate(String)
    /// "trước ngày D" was read strictly: due on the day before.
    case strictlyBefore
    /// A slip of typing was understood: "Quý IV2026", "8/2/26".
    case slip(String)
    /// The due date lies before the plan's day of issue; it is kept as written.
    case dueBeforeIssue(CivilDate)
    /// The due date lies after the plan's last year; it is kept as written.
    case dueAfterPlan(CivilDate)
    /// Words without a certain date: "kịp thời", "đầu quý II".
    case vague(String)
    /// A beginning without an end: "Từ tháng 5/2026".
    case noEnd(String)
    /// A length of time without the day from which it counts: "trong 30 ngày".
    case noBeginning(String)
    /// Two deadlines to choose from: "Quý III hoặc quý IV/2026".
    case alternatives(String)
    /// The date holds only after an event: "Quý II/2026, sau khi Bộ Nội vụ ban hành hướng dẫn".
    case condition(String)
    /// Another document is named beside the date: "Năm 2026 theo kế hoạch của Bộ".
    case refersElsewhere(String)
    /// "đột xuất": due also when it is asked for; such a date comes with the request.
    case onDemand
    /// "kỳ báo cáo" without its periods: read as quarter I, 6 months, quarter III and year (letter 581/BNV-CCHC).
    case usualReportPeriods
    /// Working days from the plan's own issue date: counted by the work calendar once the event is recorded.
    case workingDaysFromIssue
    /// The rule has no date within the plan: "Tháng 1 hàng năm" in a plan of October to December.
    case noDateInPlan
    /// A bracket names another time, which the reading leaves aside: "Quý II/2026 (gia hạn đến 30/9/2026)".
    case otherTime(String)
    /// A number beside the date that was not understood: "28-6/2026".
    case unreadNumber(String)
    /// What looks like a time and may be none: the year in "Chỉ số PAR INDEX 2026", "24/7".
    case uncertainTime(String)
    /// The cell is written without diacritics; what it says was certain all the same, or it was not read.
    case withoutDiacritics
}
