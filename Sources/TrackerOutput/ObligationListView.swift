package import TrackerDomain
package import TrackerPayloads
package import TrackerService

/// A list of obligations.
package struct ObligationListView: Rendering {
    /// What the list is about; decides its heading and which columns lead.
    package enum Topic {
        case all, overdue, due(days: Int), conditional, confirm, checkIns, orphans
    }

    let list: ObligationList
    let topic: Topic

    package init(list: ObligationList, topic: Topic) {
        self.list = list
        self.topic = topic
    }

    package func json(_ language: Language) -> ObligationListPayload {
        switch topic {
        case .overdue: ObligationListPayload(list, with: .conditionalPastDue)
        case .checkIns: ObligationListPayload(list, with: .reports)
        default: ObligationListPayload(list)
        }
    }

    package func csv(_ language: Language) -> [[String]]? {
        [ObligationPayload.csvHeader] + list.page.items.map { ObligationPayload($0, asOf: list.asOf).csvRecord }
    }

    package func text(_ style: TextStyle) -> String {
        var output = style.bold(heading(style)) + "\n"
        if case .checkIns = topic { output += list.gathering.map { $0.line(style) }.joined() }
        if !list.page.items.isEmpty { output += "\n" + table(style).text(style) }
        if let next = list.page.next {
            output += style(vi: "\nCòn nữa: thêm --after \(next)\n", en: "\nMore: add --after \(next)\n")
        }
        if case .overdue = topic, list.conditionalPastDue > 0 {
            let count = count(list.conditionalPastDue, style)
            output += style(
                vi: "\n\(count) nghĩa vụ có điều kiện đã qua ngày trong kế hoạch mà chưa ai ghi nhận điều kiện, không "
                    + "tính là quá hạn: phuluc overdue --conditional\n",
                en: "\n\(count) conditional obligations have passed their written date while nobody has recorded the "
                    + "condition; they do not count as overdue: phuluc overdue --conditional\n")
        }
        if case .orphans = topic, list.total > 0 {
            output += style(
                vi: "\nGiao cả cơ quan: phuluc agencies succeed MÃ --to CƠ-QUAN-MỚI --on NGÀY --source VĂN-BẢN\n",
                en: "\nTo give all of an agency: phuluc agencies succeed ID --to AGENCY --on DATE --source DOCUMENT\n")
        }
        return output
    }

    private func count(_ number: Int, _ style: TextStyle) -> String {
        number > Tracker.countLimit
            ? style(vi: "hơn \(Tracker.countLimit)", en: "more than \(Tracker.countLimit)") : String(number)
    }

    private func heading(_ style: TextStyle) -> String {
        let number = count(list.total, style)
        let day = style.day(list.asOf)
        let none = list.total == 0
        switch topic {
        case .all: return style(vi: "\(number) nghĩa vụ, ngày \(day)", en: "\(number) obligations, \(day)")
        case .overdue:
            return none
                ? style(vi: "Không có nghĩa vụ quá hạn, ngày \(day)", en: "Nothing is overdue, \(day)")
                : style(vi: "\(number) nghĩa vụ quá hạn, ngày \(day)", en: "\(number) obligations overdue, \(day)")
        case .due(let days):
            return style(
                vi: "\(number) nghĩa vụ đến hạn trong \(days) ngày kể từ \(day)",
                en: "\(number) obligations due within \(days) days of \(day)")
        case .conditional:
            return style(
                vi: "\(number) nghĩa vụ chờ điều kiện đã qua ngày trong kế hoạch, ngày \(day)",
                en: "\(number) conditional obligations past their written date, \(day)")
        case .confirm:
            return style(vi: "\(number) nghĩa vụ chờ xác nhận, ngày \(day)", en: "\(number) to confirm, \(day)")
        case .orphans:
            return none
                ? style(
                    vi: "Không có nghĩa vụ chờ giao lại, ngày \(day)", en: "Nothing is to be reassigned, \(day)")
                : style(
                    vi: "\(number) nghĩa vụ của cơ quan không còn hoạt động, chờ giao lại, ngày \(day)",
                    en: "\(number) obligations of agencies that no longer exist, to be reassigned, \(day)")
        case .checkIns:
            return style(
                vi: "\(number) việc thường xuyên chưa báo cáo trong kỳ này, ngày \(day)",
                en: "\(number) ongoing tasks without a report this period, \(day)")
        }
    }

    private func table(_ style: TextStyle) -> TextTable {
        var table = TextTable(columns: [
            .init(title: style(vi: "Số", en: "No."), alignsRight: true),
            .init(title: style(vi: "Hạn", en: "Due")),
            .init(title: style(vi: "Tình trạng", en: "Status"), maximum: 34),
            .init(title: style(vi: "Cơ quan", en: "Agency"), maximum: 28),
            .init(title: style(vi: "Kỳ", en: "Period")),
            .init(title: style(vi: "Kế hoạch", en: "Plan")),
            .init(title: style(vi: "Mục", en: "Row")),
            .init(title: style(vi: "Nhiệm vụ", en: "Task"), isFlexible: true),
        ])
        table.rows = list.page.items.map { entry in
            let state = entry.obligation.state
            return [
                String(entry.obligation.id), style.day(state.effectiveDue),
                entry.status(on: list.asOf, in: style.language),
                entry.agencyName.isEmpty ? style(vi: "(chưa rõ)", en: "(not known)") : entry.agencyName,
                entry.obligation.period, entry.planNumber, entry.place,
                entry.partLabel.isEmpty ? entry.title : "[\(entry.partLabel)] \(entry.title)",
            ]
        }
        return table
    }
}
