import TrackerDomain
import TrackerImport
import TrackerPayloads
import TrackerService

/// What an import has done, or would do: the plan, each row with its readings, and the diagnostics.
struct ImportView: Rendering {
    let report: ImportReport
    /// Whether rows that did not change are shown as well.
    let showsAllRows: Bool

    func json(_ language: Language) -> ImportPayload { ImportPayload(report, in: language) }

    private var context: DeadlineContext { report.plan.deadlineContext(under: report.settings) }

    func text(_ style: TextStyle) -> String {
        var output = heading(style)
        let rows = report.rows.filter { showsAllRows || $0.status != .unchanged }
        if !rows.isEmpty { output += "\n" + table(rows, style).text(style) }
        if !report.removed.isEmpty { output += "\n" }
        for removed in report.removed {
            output += style(vi: "\(removed.place)  bỏ: ", en: "\(removed.place)  removed: ") + removed.task + "\n"
        }
        output += questions(style) + diagnostics(style) + "\n" + summary(style)
        return output
    }

    private func heading(_ style: TextStyle) -> String {
        let plan = report.plan
        let fields = [
            (style(vi: "Số, ký hiệu", en: "Number"), plan.number.description),
            (style(vi: "Cơ quan ban hành", en: "Issuer"), plan.issuer),
            (style(vi: "Ngày ban hành", en: "Issued"), style.day(plan.issued)),
            (style(vi: "Giai đoạn", en: "Period"), plan.period),
            (
                style(vi: "Thường trực", en: "Standing agency"),
                report.standingAgency?.name ?? style(vi: "chưa rõ", en: "not known")
            ),
            (style(vi: "Chế độ báo cáo", en: "Reporting"), report.settings.regime.name(style.language)),
            (
                style(vi: "Phụ lục", en: "Appendix"),
                style(
                    vi: "\(report.sections) mục, \(report.rows.count) dòng",
                    en: "\(counted(report.sections, "section")), \(counted(report.rows.count, "row"))")
            ),
        ]
        return style.bold(plan.title) + "\n"
            + fields.map { FieldText.lines($0.0, $0.1, labelWidth: 17, style) }.joined()
    }

    private func table(_ rows: [RowReport], _ style: TextStyle) -> TextTable {
        var table = TextTable(columns: [
            .init(title: style(vi: "Mục", en: "Row")), .init(title: ""),
            .init(title: style(vi: "Nhiệm vụ", en: "Task"), isFlexible: true, lines: 2),
            .init(title: style(vi: "Chủ trì", en: "Lead"), maximum: 21, lines: 3),
            .init(title: style(vi: "Thời gian", en: "Time"), maximum: 20, lines: 3),
            .init(title: style(vi: "Đọc là", en: "Read as"), isFlexible: true, lines: 3),
            .init(title: style(vi: "Số NV", en: "Owed"), alignsRight: true),
        ])
        table.rows = rows.map { row in
            let reading = row.reading
            return [
                reading.row.place, mark(row.status), reading.row.task, reading.row.lead, reading.row.deadline,
                reading.deadline.words(in: style.language, context: context)
                    + (reading.condition == nil ? "" : style(vi: "; có điều kiện", en: "; conditional")),
                String(row.obligations),
            ]
        }
        return table
    }

    /// "1 row", "3 rows".
    private func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)" + (number == 1 ? "" : "s") }

    private func mark(_ status: RowReport.Status) -> String {
        switch status {
        case .added: "+"
        case .changed: "~"
        case .unchanged: "="
        }
    }

    private func questions(_ style: TextStyle) -> String {
        let asked = report.rows.flatMap { row in row.reading.questions.map { (row, $0) } }
        guard !asked.isEmpty else { return "" }
        let lines = asked.map { row, question in
            let near =
                question.nearest.isEmpty
                ? "" : style(vi: " (gần nhất: ", en: " (nearest: ") + question.nearest.joined(separator: "; ") + ")"
            let words = question.kind == .rowIncomplete || question.words.isEmpty ? "" : ": “\(question.words)”"
            return "  \(row.reading.row.place), \(style(vi: "dòng", en: "line")) \(row.line): "
                + question.kind.words(in: style.language) + words + near + "\n"
        }
        return "\n"
            + style(
                vi: "Cần làm rõ (\(asked.count), xem phuluc settle):\n",
                en: "To settle (\(asked.count), see phuluc settle):\n")
            + lines.joined()
    }

    private func diagnostics(_ style: TextStyle) -> String {
        guard !report.diagnostics.isEmpty else { return "" }
        let lines = report.diagnostics.map { item in
            "  \(item.location): \(item.severity.words(in: style.language)): \(item.words(in: style.language))\n"
        }
        return "\n"
            + style(
                vi: "Ghi chú khi đọc tệp (\(report.diagnostics.count)):\n",
                en: "Notes on reading the file (\(report.diagnostics.count)):\n") + lines.joined()
    }

    private func summary(_ style: TextStyle) -> String {
        let changes = report.obligations
        let rows = style(
            vi: "\(report.count(.added)) dòng mới, \(report.count(.changed)) sửa, \(report.removed.count) bỏ, "
                + "\(report.count(.unchanged)) giữ nguyên; \(changes.added) nghĩa vụ mới, \(changes.deadlineChanged) đổi "
                + "hạn, \(changes.withdrawn) thôi theo dõi",
            en:
                "\(report.count(.added)) rows added, \(report.count(.changed)) changed, \(report.removed.count) removed, "
                + "\(report.count(.unchanged)) unchanged; \(changes.added) obligations added, "
                + "\(changes.deadlineChanged) deadlines changed, \(changes.withdrawn) withdrawn")
        let before =
            changes.beforeTracking == 0
            ? ""
            : style(
                vi: "; trong đó \(changes.beforeTracking) đến hạn trước ngày theo dõi",
                en: "; \(changes.beforeTracking) of them due before tracking")
        let outcome: String =
            switch (report.outcome, report.isDryRun) {
            case (.unchanged, _): style(vi: "Không có gì thay đổi: ", en: "Nothing has changed: ")
            case (_, true): style(vi: "Thử, chưa ghi: ", en: "Dry run, nothing written: ")
            case (_, false): style(vi: "Đã ghi: ", en: "Written: ")
            }
        let successions =
            report.successions.isEmpty ? "" : SuccessionView.sentence(report.successions, style)
        return outcome + rows + before + ".\n" + successions
    }
}
