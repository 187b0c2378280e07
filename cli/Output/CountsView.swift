import TrackerDomain
import TrackerPayloads
import TrackerService

/// Counts on a day.
struct CountsView: Rendering {
    let table: CountTable

    private var items: [CountsPayload] { CountTablePayload.items(of: table) }

    func json(_ language: Language) -> CountTablePayload { CountTablePayload(table, in: language) }

    func csv(_ language: Language) -> [[String]]? {
        [
            [
                "key", "name", "completedOnTime", "completedLate", "within", "overdue", "withoutDeadline", "waiting",
                "beforeTracking", "originalCompletedOnTime", "originalCompletedLate", "originalWithin",
                "originalOverdue",
            ]
        ] + items.map { [$0.key, $0.name] + ($0.numbers + $0.originalNumbers).map(String.init) }
    }

    func text(_ style: TextStyle) -> String {
        var output =
            style.bold(
                style(vi: "Thống kê ngày \(style.day(table.asOf))", en: "Counts of \(style.day(table.asOf))")) + "\n"
        if let report = table.report {
            output += style(vi: "Báo cáo \(report.words(style))\n", en: "Report, \(report.words(style))\n")
        }
        output += "\n"
        var texts = TextTable(
            columns: [.init(title: heading(style), isFlexible: true)]
                + [
                    style(vi: "Đúng hạn", en: "On time"), style(vi: "HT quá hạn", en: "Done late"),
                    style(vi: "Trong hạn", en: "Within"), style(vi: "Quá hạn", en: "Overdue"),
                    style(vi: "Không hạn", en: "No deadline"), style(vi: "Chờ", en: "Waiting"),
                    style(vi: "Trước TD", en: "Before"),
                ].map { TextTable.Column(title: $0, alignsRight: true) })
        texts.rows = items.map { [name(of: $0, style)] + $0.numbers.map(String.init) }
        texts.rows.append(
            [style(vi: "Tổng", en: "Total")] + CountsPayload(key: "", name: "", table.total).numbers.map(String.init))
        output += texts.text(style)
        return output + "\n" + formulas(style) + legend(style) + endedLegend(style)
    }

    private func heading(_ style: TextStyle) -> String {
        switch table.grouping {
        case .plan: style(vi: "Kế hoạch", en: "Plan")
        case .agency: style(vi: "Cơ quan", en: "Agency")
        case .section: style(vi: "Mục", en: "Section")
        case .year: style(vi: "Năm", en: "Year")
        }
    }

    /// The group's name; groups of what has no agency or no date have no key.
    private func name(of item: CountsPayload, _ style: TextStyle) -> String {
        if item.endedOn != nil { return style(vi: "(cũ) \(item.name)", en: "(former) \(item.name)") }
        guard item.key.isEmpty else { return item.name }
        return table.grouping == .year
            ? style(vi: "(không có ngày)", en: "(no date)") : style(vi: "(chưa rõ)", en: "(not known)")
    }

    /// What the short headings stand for.
    private func legend(_ style: TextStyle) -> String {
        style(
            vi: """
                HT quá hạn: hoàn thành quá hạn. Không hạn: việc thường xuyên hoặc chưa rõ thời hạn. Chờ: chờ điều kiện hoặc \
                tạm dừng. Trước TD: đến hạn trước ngày theo dõi.

                """,
            en: """
                No deadline: ongoing or not clear. Waiting: for a condition, or suspended. Before: due before tracking.

                """)
    }

    private func endedLegend(_ style: TextStyle) -> String {
        guard items.contains(where: { $0.endedOn != nil }) else { return "" }
        return style(
            vi: "(cũ): cơ quan không còn hoạt động vào ngày này.\n", en: "(former): no longer exists on this day.\n")
    }

    private func formulas(_ style: TextStyle) -> String {
        let total = table.total
        func percent(_ share: Double?) -> String {
            share.map { number in
                let hundredths = Int((number * 10_000).rounded())
                let decimals = hundredths % 100 < 10 ? "0\(hundredths % 100)" : "\(hundredths % 100)"
                return "\(hundredths / 100)\(style(vi: ",", en: "."))\(decimals) %"
            } ?? "–"
        }
        let (done, overdue) = (total.completed, total.overdue)
        return style(
            vi: """
                Trên tổng số có thời hạn: hoàn thành \(done)/\(total.withDeadline) = \(percent(total.completedOfAll)), \
                quá hạn \(overdue)/\(total.withDeadline) = \(percent(total.overdueOfAll))
                Trên số đã đến hạn hoặc đã hoàn thành: hoàn thành \(done)/\(total.comeDue) = \
                \(percent(total.completedOfComeDue)), quá hạn \(overdue)/\(total.comeDue) = \
                \(percent(total.overdueOfComeDue))
                Theo thời hạn gốc / sau gia hạn: hoàn thành đúng hạn \(total.original.completedOnTime) / \
                \(total.completedOnTime), hoàn thành quá hạn \(total.original.completedLate) / \(total.completedLate), \
                trong hạn \(total.original.within) / \(total.within), quá hạn \(total.original.overdue) / \(overdue)

                """,
            en: """
                Of all with a deadline: completed \(done)/\(total.withDeadline) = \(percent(total.completedOfAll)), \
                overdue \(overdue)/\(total.withDeadline) = \(percent(total.overdueOfAll))
                Of those come due or completed: completed \(done)/\(total.comeDue) = \
                \(percent(total.completedOfComeDue)), overdue \(overdue)/\(total.comeDue) = \
                \(percent(total.overdueOfComeDue))
                Against the original / the extended deadline: completed on time \(total.original.completedOnTime) / \
                \(total.completedOnTime), completed late \(total.original.completedLate) / \(total.completedLate), \
                within \(total.original.within) / \(total.within), overdue \(total.original.overdue) / \(overdue)

                """)
    }
}
