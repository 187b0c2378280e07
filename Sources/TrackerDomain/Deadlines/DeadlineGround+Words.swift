extension DeadlineGround {
    /// The rule in one sentence, without its full stop, so that the words of a cell and the source can follow.
    public func words(in language: Language) -> String {
        switch self {
        case .lastDayOfPeriod:
            language(
                vi: "Tuần, tháng, quý, năm đến hạn vào ngày cuối cùng của kỳ",
                en: "A week, month, quarter or year is due on its last day")
        case .startOfPeriod:
            language(
                vi: "Đầu tháng là ngày 1 của tháng, đầu năm là ngày 01/01",
                en: "The beginning of a month is its 1st day, that of a year 1 January")
        case .middleOfPeriod:
            language(
                vi: "Giữa tháng là ngày 15, giữa năm là ngày cuối cùng của tháng 6",
                en: "The middle of a month is its 15th day, that of a year the last day of June")
        case .endOfPeriod:
            language(
                vi: "Cuối tháng là ngày cuối cùng của tháng, cuối năm là ngày 31/12",
                en: "The end of a month is its last day, that of a year 31 December")
        case .inclusiveDay:
            language(vi: "Hạn tính đến hết ngày được nêu (24 giờ)", en: "Due by the end of the day named (24:00)")
        case .strictlyBefore:
            language(
                vi: "“Trước” không tính ngày được nêu, hạn là ngày liền trước",
                en: "“Before” does not include the day named, it is due on the day before")
        case .beforeIncludesDay:
            language(
                vi: "Theo thiết lập của kế hoạch, “trước ngày” tính cả ngày được nêu",
                en: "By a setting of the plan “before a day” includes the day named")
        case .endOfWindow:
            language(
                vi: "Khoảng thời gian đến hạn vào ngày cuối cùng",
                en: "A window of time is due on its last day")
        case .yearOfPlan:
            language(
                vi: "Không ghi năm thì lấy năm của kế hoạch", en: "Where no year is written, it is that of the plan")
        case .countedFromNextDay, .correspondingDay, .workingDays, .fromIssue: termWords(in: language)
        case .everyPeriod, .everyPlanYear, .shortMonth, .mergedPeriods, .reportingRegime, .usualReportPeriods,
            .withinPlan, .withinWords:
            recurrenceWords(in: language)
        case .ongoing, .eventAwaited, .onDemand, .elsewhere, .done, .documentDate, .missingYear, .neverGuessed:
            datelessWords(in: language)
        case .movedToWorkingDay:
            language(
                vi: "Hạn rơi vào ngày nghỉ có hiệu lực vào ngày làm việc tiếp theo",
                en: "A date on a day off takes effect on the next working day")
        }
    }

    private func termWords(in language: Language) -> String {
        switch self {
        case .countedFromNextDay:
            language(
                vi: "Không tính ngày bắt đầu, đếm từ ngày liền sau",
                en: "The first day is not counted, the count starts on the day after it")
        case .correspondingDay:
            language(
                vi: "Thời hạn theo tháng, năm kết thúc vào ngày tương ứng, nếu không có thì vào ngày cuối tháng",
                en:
                    "A term in months or years ends on the corresponding day, or where there is none on the month's last"
            )
        case .workingDays:
            language(
                vi: "Chỉ đếm ngày làm việc theo lịch làm việc, kể cả ngày làm bù",
                en: "Only working days of the work calendar are counted, make-up days among them")
        default:
            language(vi: "Tính từ ngày ban hành kế hoạch", en: "Counted from the plan's day of issue")
        }
    }

    private func recurrenceWords(in language: Language) -> String {
        switch self {
        case .everyPeriod: language(vi: "Mỗi kỳ có một hạn", en: "Each period has a due date")
        case .everyPlanYear:
            language(
                vi: "“Năm kế hoạch” là từng năm của kế hoạch", en: "The “plan year” is each year of the plan")
        case .shortMonth:
            language(
                vi: "Tháng không có ngày được nêu thì đến hạn vào ngày cuối tháng",
                en: "A month without the day named is due on its last day")
        case .mergedPeriods:
            language(
                vi: "Các kỳ trùng một ngày được gộp vào kỳ dài nhất",
                en: "Periods that are due on one day are merged into the longest")
        case .reportingRegime:
            language(
                vi: "Báo cáo không nêu ngày thì đến hạn theo chế độ báo cáo của kế hoạch",
                en: "Reports without a day are due as the plan's reporting regime says")
        case .usualReportPeriods:
            language(
                vi: "Kỳ báo cáo không nêu rõ là quý I, 6 tháng, quý III và năm",
                en: "Report periods that are not named are quarter I, 6 months, quarter III and year")
        case .withinPlan:
            language(
                vi: "Chỉ tính từ ngày ban hành và từ năm đầu đến hết năm cuối của kế hoạch",
                en: "Counted from the day of issue and the plan's first year to the end of its last")
        default:
            language(
                vi: "Chỉ tính các hạn trong giới hạn mà văn bản nêu",
                en: "Only the dates within the limits of the words count")
        }
    }

    private func datelessWords(in language: Language) -> String {
        switch self {
        case .ongoing:
            language(
                vi: "Việc thường xuyên theo chức năng không phải nhiệm vụ được giao nên không có hạn",
                en: "Routine work is no assigned task and has no due date")
        case .eventAwaited:
            language(
                vi: "Hạn tính từ sự kiện, chưa ghi nhận sự kiện thì chưa có ngày",
                en: "The date follows from an event, there is none before the event is recorded")
        case .onDemand:
            language(
                vi: "Việc đột xuất có hạn theo từng yêu cầu", en: "Work on demand is due as each request says")
        case .elsewhere:
            language(
                vi: "Thời hạn nêu ở văn bản khác, cần người điền ngày",
                en: "Another document says when, a person fills in the date")
        case .done:
            language(vi: "Văn bản ghi việc đã hoàn thành", en: "The cell says that the work is done")
        case .documentDate:
            language(
                vi: "Ngày của một văn bản không phải là thời hạn", en: "The date of a document is no deadline")
        case .missingYear:
            language(
                vi: "Không ghi năm mà kế hoạch có nhiều năm thì không tự chọn năm",
                en: "Where no year is written and the plan has several, none is chosen")
        default:
            language(
                vi: "Không có ngày chắc chắn thì không đoán, chờ người xác định",
                en: "Where no date is certain, none is guessed and a person decides")
        }
    }
}
