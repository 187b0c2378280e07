import TrackerDomain
import TrackerPayloads
import TrackerService

/// Requests to extend a deadline: obligations like those of any other list, with what is asked for.
struct ExtensionListView: Rendering {
    let list: ObligationList

    func json(_ language: Language) -> ObligationListPayload { ObligationListPayload(list) }

    func csv(_ language: Language) -> [[String]]? {
        let header = ObligationPayload.csvHeader + ["requestedDue", "askedOn", "askedLate", "reason"]
        return [header]
            + list.page.items.map { ObligationPayload($0, asOf: list.asOf) }.map { payload in
                let request = payload.extensionRequest
                return payload.csvRecord + [
                    request?.nominalDue ?? "", request?.askedOn ?? "", String(request?.askedLate ?? false),
                    request?.reason ?? "",
                ]
            }
    }

    func text(_ style: TextStyle) -> String {
        let day = style.day(list.asOf)
        let number = list.total > Tracker.countLimit ? ">\(Tracker.countLimit)" : String(list.total)
        let heading = style(
            vi: "\(number) đề nghị gia hạn đang chờ, ngày \(day)", en: "Extension requests pending: \(number), \(day)")
        var output = style.bold(heading) + "\n"
        if !list.page.items.isEmpty { output += "\n" + table(style).text(style) }
        if let next = list.page.next {
            output += style(vi: "\nCòn nữa: thêm --after \(next)\n", en: "\nMore: add --after \(next)\n")
        }
        return output
    }

    private func table(_ style: TextStyle) -> TextTable {
        var table = TextTable(columns: [
            .init(title: style(vi: "Số", en: "No."), alignsRight: true),
            .init(title: style(vi: "Hạn", en: "Due")),
            .init(title: style(vi: "Xin đến", en: "Asked for")),
            .init(title: style(vi: "Đề nghị ngày", en: "Asked on")),
            .init(title: style(vi: "Lần", en: "Nth"), alignsRight: true),
            .init(title: style(vi: "Cơ quan", en: "Agency"), maximum: 28),
            .init(title: style(vi: "Mục", en: "Row")),
            .init(title: style(vi: "Lý do", en: "Reason"), isFlexible: true),
            .init(title: style(vi: "Nhiệm vụ", en: "Task"), isFlexible: true),
        ])
        table.rows = list.page.items.compactMap { entry in
            let state = entry.obligation.state
            guard let request = state.extensionRequest else { return nil }
            let late = state.wasAskedLate(request) ? style(vi: " (đã quá hạn)", en: " (late)") : ""
            return [
                String(entry.obligation.id), style.day(state.nominalDue), style.day(request.due.nominal),
                style.day(request.askedOn) + late, String(state.extensions + 1), entry.agencyName, entry.place,
                request.reason, entry.title,
            ]
        }
        return table
    }
}
