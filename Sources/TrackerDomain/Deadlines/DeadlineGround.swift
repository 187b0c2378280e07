/// A rule of reading: why words have the date, or none, that they have.
///
/// The raw values are the codes of the interfaces. Each ground has a sentence and a source: an article of law, or a rule of
/// this tracker where no text is known that decides (`docs/deadlines.md`).
///
/// ```swift
/// DeadlineGround.strictlyBefore.words(in: .en)   // "“Before” does not include the day named, it is due …"
/// DeadlineGround.middleOfPeriod.source(in: .en)  // "Civil Code 2015, art. 146 (by analogy)"
/// ```
public enum DeadlineGround: String, CaseIterable, Sendable {
    // Where a date lies.

    /// "Quý IV/2026": a period alone is due on its last day.
    case lastDayOfPeriod
    /// "Đầu tháng 6", "đầu năm": the first day.
    case startOfPeriod
    /// "Giữa tháng 6" is the 15th, "giữa năm" 30 June.
    case middleOfPeriod
    /// "Cuối tháng 6", "cuối năm": the last day.
    case endOfPeriod
    /// "Chậm nhất ngày 15/6": the day counts until its end.
    case inclusiveDay
    /// "Trước ngày 15/6" is due on 14/6.
    case strictlyBefore
    /// The plan says that "trước ngày 15/6" includes 15/6.
    case beforeIncludesDay
    /// "Từ quý III/2026 đến quý III/2030": a window is due on its last day.
    case endOfWindow
    /// "Quý IV" in a plan of one year.
    case yearOfPlan

    // Terms.

    /// "30 ngày kể từ …": counted from the day after.
    case countedFromNextDay
    /// "03 tháng kể từ …": the corresponding day, or the month's last.
    case correspondingDay
    /// "10 ngày làm việc …": days off are not counted.
    case workingDays
    /// "… kể từ ngày ban hành Kế hoạch": the plan's own day of issue.
    case fromIssue

    // What recurs.

    /// "Hằng năm": a date in each period.
    case everyPeriod
    /// "Năm kế hoạch" in a plan of several years is each of them.
    case everyPlanYear
    /// "Ngày 30 hàng tháng" in February: the last day.
    case shortMonth
    /// "Hàng quý, 6 tháng và hàng năm": what is due on one day is one report, that of the largest period.
    case mergedPeriods
    /// A report without a day of its own is due as the plan's ``ReportingRegime`` says.
    case reportingRegime
    /// "Kỳ báo cáo" without its periods: quarter I, 6 months, quarter III, year.
    case usualReportPeriods
    /// From the day of issue, and the first year of the plan, to the end of its last.
    case withinPlan
    /// "Hằng năm, giai đoạn 2026-2028": within what the words say.
    case withinWords

    // What has no date.

    /// "Thường xuyên" has no due date.
    case ongoing
    /// The date comes with an event.
    case eventAwaited
    /// "Đột xuất": the date comes with the request.
    case onDemand
    /// The date stands in another document.
    case elsewhere
    /// "Đã hoàn thành".
    case done
    /// The date of a document is no deadline.
    case documentDate
    /// Without a year in a plan of several.
    case missingYear
    /// What is not certain is not guessed.
    case neverGuessed

    // What takes effect.

    /// A date on a day off takes effect on the next working day (``DueDateMove``).
    case movedToWorkingDay
}

/// A ground with the words of the cell that it was found in.
public struct DeadlineReason: Hashable, Sendable {
    /// The rule of reading.
    public let ground: DeadlineGround
    /// The words as written, "trước ngày 15/6/2026"; empty where the whole reading is meant.
    public let phrase: String

    public init(_ ground: DeadlineGround, phrase: String = "") {
        self.ground = ground
        self.phrase = phrase
    }

    /// The ground with the words of the cell: "Where no year is written, it is that of the plan: “Quý IV”".
    public func words(in language: Language) -> String {
        ground.words(in: language) + (phrase.isEmpty ? "" : ": “\(phrase)”")
    }
}
