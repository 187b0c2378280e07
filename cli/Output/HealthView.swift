import TrackerDomain
import TrackerPayloads
import TrackerService

/// The findings of `doctor`.
struct HealthView: Rendering {
    let report: HealthReport

    struct Payload: Encodable {
        let store: String
        let healthy: Bool
        let sqlite: String
        let schema: Int
        let journal: String
        let integrity: [String]
        let foreignKeyViolations: Int
        let plans: Int
        let activities: Int
        let obligations: Int
        let questions: Int
        @Nullable var calendarUntil: Int?
        let calendarCoversNextYear: Bool
    }

    func json(_ language: Language) -> Payload {
        return Payload(
            store: report.path, healthy: report.isHealthy, sqlite: report.sqliteVersion, schema: report.schemaVersion,
            journal: report.journalMode, integrity: report.integrityProblems,
            foreignKeyViolations: report.foreignKeyViolations, plans: report.plans, activities: report.activities,
            obligations: report.obligations, questions: report.questions, calendarUntil: report.lastCalendarYear,
            calendarCoversNextYear: report.coversNextYear)
    }

    func text(_ style: TextStyle) -> String {
        let good = style(vi: "tốt", en: "good")
        let integrity =
            report.integrityProblems.isEmpty ? good : style.red(report.integrityProblems.joined(separator: "; "))
        let keys = report.foreignKeyViolations == 0 ? good : style.red("\(report.foreignKeyViolations)")
        let until = report.lastCalendarYear.map(String.init) ?? "–"
        let calendar =
            style(vi: "đến hết năm \(until)", en: "until the end of \(until)")
            + (report.coversNextYear
                ? "" : style.red(style(vi: ": cần bổ sung năm sau", en: ": next year has to be added")))
        let fields = [
            (style(vi: "Kho dữ liệu", en: "Store"), report.path), ("SQLite", report.sqliteVersion),
            (style(vi: "Lược đồ", en: "Schema"), "\(report.schemaVersion), \(report.journalMode)"),
            (style(vi: "Toàn vẹn", en: "Integrity"), integrity), (style(vi: "Liên kết", en: "References"), keys),
            (style(vi: "Lịch làm việc", en: "Calendar"), calendar),
            (
                style(vi: "Nội dung", en: "Contents"),
                style(
                    vi: "\(report.plans) kế hoạch, \(report.activities) dòng, \(report.obligations) nghĩa vụ, "
                        + "\(report.questions) điều cần làm rõ",
                    en: "\(report.plans) plans, \(report.activities) rows, \(report.obligations) obligations, "
                        + "\(report.questions) questions")
            ),
        ]
        return fields.map { FieldText.lines($0.0, $0.1, labelWidth: 14, style) }.joined()
    }
}
