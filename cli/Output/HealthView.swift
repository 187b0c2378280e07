import TrackerDomain
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
        let health = report.health
        return Payload(
            store: report.path, healthy: report.isHealthy, sqlite: health.sqliteVersion, schema: health.schemaVersion,
            journal: health.journalMode, integrity: health.integrity,
            foreignKeyViolations: health.foreignKeyViolations, plans: health.plans, activities: health.activities,
            obligations: health.obligations, questions: health.questions, calendarUntil: report.lastCalendarYear,
            calendarCoversNextYear: report.coversNextYear)
    }

    func text(_ style: TextStyle) -> String {
        let health = report.health
        let good = style(vi: "tốt", en: "good")
        let integrity = health.integrity.isEmpty ? good : style.red(health.integrity.joined(separator: "; "))
        let keys = health.foreignKeyViolations == 0 ? good : style.red("\(health.foreignKeyViolations)")
        let until = report.lastCalendarYear.map(String.init) ?? "–"
        let calendar =
            style(vi: "đến hết năm \(until)", en: "until the end of \(until)")
            + (report.coversNextYear
                ? "" : style.red(style(vi: ": cần bổ sung năm sau", en: ": next year has to be added")))
        let fields = [
            (style(vi: "Kho dữ liệu", en: "Store"), report.path), ("SQLite", health.sqliteVersion),
            (style(vi: "Lược đồ", en: "Schema"), "\(health.schemaVersion), \(health.journalMode)"),
            (style(vi: "Toàn vẹn", en: "Integrity"), integrity), (style(vi: "Liên kết", en: "References"), keys),
            (style(vi: "Lịch làm việc", en: "Calendar"), calendar),
            (
                style(vi: "Nội dung", en: "Contents"),
                style(
                    vi: "\(health.plans) kế hoạch, \(health.activities) dòng, \(health.obligations) nghĩa vụ, "
                        + "\(health.questions) điều cần làm rõ",
                    en: "\(health.plans) plans, \(health.activities) rows, \(health.obligations) obligations, "
                        + "\(health.questions) questions")
            ),
        ]
        return fields.map { FieldText.lines($0.0, $0.1, labelWidth: 14, style) }.joined()
    }
}
