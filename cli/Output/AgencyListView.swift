import TrackerDomain
import TrackerPayloads
import TrackerService

/// Agencies and groups on a day.
struct AgencyListView: Rendering {
    let list: AgencyList

    private var items: [AgencyPayload] { json(.vi).items }

    func json(_ language: Language) -> ListPayload<AgencyPayload> { ListPayload(list) }

    func csv(_ language: Language) -> [[String]]? { [AgencyPayload.csvHeader] + items.map(\.csvRecord) }

    func text(_ style: TextStyle) -> String {
        let (count, day) = (list.items.count, style.day(list.asOf))
        var output =
            style.bold(style(vi: "\(count) cơ quan và nhóm, ngày \(day)", en: "\(count) agencies and groups, \(day)"))
            + "\n"
        if !list.items.isEmpty { output += "\n" + table(style).text(style) }
        if list.hidden > 0 {
            output += style(
                vi: "\n\(list.hidden) cơ quan khác không hoạt động vào ngày này: thêm --all\n",
                en: "\n\(list.hidden) more do not exist on this day: add --all\n")
        }
        return output
    }

    private func table(_ style: TextStyle) -> TextTable {
        var table = TextTable(columns: [
            .init(title: style(vi: "Mã", en: "Id"), maximum: 60),
            .init(title: style(vi: "Tên", en: "Name"), isFlexible: true, lines: 2),
            .init(title: style(vi: "Cấp", en: "Level")),
            .init(title: style(vi: "Hoạt động", en: "Exists"), maximum: 24),
        ])
        table.rows = list.items.map { agency in
            let name = agency.name(on: list.asOf)
            return [
                agency.id.description,
                agency.kind == .group ? style(vi: "\(name) (nhóm)", en: "\(name) (group)") : name,
                agency.level.words(in: style.language), style.interval(from: agency.validFrom, to: agency.validTo),
            ]
        }
        return table
    }
}
