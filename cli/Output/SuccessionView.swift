import TrackerDomain
import TrackerPayloads
import TrackerService

/// Successions that were recorded, and what has become of the obligations.
struct SuccessionView: Rendering {
    let report: SuccessionReport

    func json(_ language: Language) -> SuccessionReportPayload { SuccessionReportPayload(report) }

    func csv(_ language: Language) -> [[String]]? {
        [["id", "plan", "section", "ordinal", "period", "agency", "on", "outcome", "heir", "mergedInto"]]
            + json(language).obligations.map {
                [
                    String($0.id), $0.plan, $0.section, $0.ordinal, $0.period, $0.agency, $0.on, $0.outcome,
                    $0.heir ?? "", $0.mergedInto.map(String.init) ?? "",
                ]
            }
    }

    func text(_ style: TextStyle) -> String {
        let recorded = report.recorded.map { sentence($0, style) + "\n" }.joined()
        let dryRun =
            report.isDryRun ? style(vi: "Chạy thử: chưa ghi gì.\n", en: "Dry run: nothing was written.\n") : ""
        guard !report.lines.isEmpty else {
            return recorded
                + style(vi: "Không nghĩa vụ nào phải chuyển.\n", en: "No obligation has to move.\n") + dryRun
        }
        return recorded + (recorded.isEmpty ? "" : "\n") + table(style).text(style) + "\n"
            + SuccessionView.sentence(report.counts, style) + dryRun
    }

    /// "Sở Kế hoạch và Đầu tư [son-la/so-ke-hoach-va-dau-tu] → …: sáp nhập từ 01/3/2025".
    private func sentence(_ succession: Succession, _ style: TextStyle) -> String {
        func full(_ id: AgencyID) -> String { "\(name(id)) [\(id)]" }
        let heirs =
            succession.to.isEmpty
            ? style(vi: "không có kế nhiệm", en: "no successor") : succession.to.map(full).joined(separator: ", ")
        let later =
            succession.on > report.asOf
            ? style(vi: "; sẽ áp dụng từ ngày đó", en: "; to be followed from that day") : ""
        return "\(full(succession.from)) → \(heirs): \(succession.kind.words(in: style.language)) "
            + style(vi: "từ \(style.day(succession.on))", en: "from \(style.day(succession.on))") + later
    }

    private func table(_ style: TextStyle) -> TextTable {
        var table = TextTable(columns: [
            .init(title: style(vi: "Số", en: "No."), alignsRight: true), .init(title: style(vi: "Từ ngày", en: "From")),
            .init(title: style(vi: "Cơ quan trước đây", en: "Agency before"), maximum: 26),
            .init(title: style(vi: "Nay", en: "Now"), maximum: 30), .init(title: style(vi: "Kỳ", en: "Period")),
            .init(title: style(vi: "Mục", en: "Row")),
            .init(title: style(vi: "Nhiệm vụ", en: "Task"), isFlexible: true),
        ])
        table.rows = report.lines.map { line in
            let entry = line.before
            let now =
                switch line.outcome {
                case .moved(let heir): name(heir)
                case .merged(let other): style(vi: "gộp vào nghĩa vụ \(other)", en: "merged into \(other)")
                case .orphaned: style(vi: "chờ giao lại", en: "to be reassigned")
                }
            return [
                String(entry.obligation.id), style.day(line.succession.on), name(line.succession.from), now,
                entry.obligation.period,
                entry.place, entry.title,
            ]
        }
        return table
    }

    private func name(_ id: AgencyID) -> String { report.names[id] ?? id.description }

    /// "93 nghĩa vụ chuyển sang cơ quan kế nhiệm, …".
    static func sentence(_ counts: SuccessionCounts, _ style: TextStyle) -> String {
        var text = style(
            vi: "\(counts.moved) nghĩa vụ chuyển sang cơ quan kế nhiệm, \(counts.merged) gộp vì cơ quan kế nhiệm đã có "
                + "cùng việc, cùng kỳ, \(counts.orphaned) chờ giao lại",
            en:
                "\(counts.moved) obligations moved to the successor, \(counts.merged) merged because the successor owes "
                + "the same once already, \(counts.orphaned) to be reassigned")
        if counts.orphaned > 0 {
            text += style(vi: " (xem phuluc agencies pending)", en: " (see phuluc agencies pending)")
        }
        return text + ".\n"
    }
}
