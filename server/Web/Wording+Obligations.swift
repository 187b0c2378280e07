import TrackerDomain
import TrackerService

extension Wording {
    /// "Nhắc Sở Tư pháp ngày 08/02/2022".
    func reminded(_ reminder: ReminderSent) -> String {
        let (day, name) = (day(reminder.sentOn), reminder.recipientName)
        return self(vi: "Nhắc \(name) ngày \(day)", en: "\(name) reminded on \(day)")
    }

    /// "Nhắc Sở Tư pháp ngày 08/02/2022 (đã 2 lần)".
    func reminded(_ last: LastReminder) -> String {
        let times = last.times > 1 ? self(vi: " (đã \(last.times) lần)", en: " (\(last.times) times)") : ""
        return reminded(last.sent) + times
    }

    /// What an obligation asks for, "Xin đến 30/6/2022 (ghi ngày 10/01/2022): chờ hướng dẫn".
    func asked(_ state: ObligationState) -> String? {
        guard let request = state.extensionRequest else { return nil }
        let (due, on) = (day(request.due.nominal), day(request.askedOn))
        let late = state.wasAskedLate(request) ? self(vi: ", khi đã quá hạn", en: ", past the deadline") : ""
        return self(
            vi: "Xin đến \(due) (ghi ngày \(on)\(late)): \(request.reason)",
            en: "Asked for \(due) (on \(on)\(late)): \(request.reason)")
    }

    /// The report for which progress is gathered.
    func gathering(_ gathered: GatheredReport) -> String {
        let (report, since) = (gathered.report, day(gathered.since))
        let period = report.period.words(in: language)
        return self(
            vi: "\(gathered.regime.name.vi): \(period), tính báo cáo từ \(since) đến \(day(report.data.upperBound)), "
                + "hạn gửi \(day(report.due))",
            en: "\(gathered.regime.name.en): \(period), reports from \(since) to \(day(report.data.upperBound)) count, "
                + "due \(day(report.due))")
    }
}

extension CountGrouping {
    func title(_ words: Wording) -> String {
        switch self {
        case .plan: words(vi: "Theo kế hoạch", en: "By plan")
        case .agency: words(vi: "Theo cơ quan", en: "By agency")
        case .section: words(vi: "Theo lĩnh vực", en: "By section")
        case .year: words(vi: "Theo năm", en: "By year")
        }
    }

    /// What a group is.
    func column(_ words: Wording) -> String {
        switch self {
        case .plan: words(vi: "Kế hoạch", en: "Plan")
        case .agency: words(vi: "Cơ quan", en: "Agency")
        case .section: words(vi: "Lĩnh vực", en: "Section")
        case .year: words(vi: "Năm", en: "Year")
        }
    }
}
