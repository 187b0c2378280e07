import TrackerDomain
import TrackerPayloads
import TrackerService

/// The rows of plans, word for word.
struct ActivitiesView: Rendering {
    let list: ActivityList

    private var items: [ActivityPayload] { json(.vi).items }

    func json(_ language: Language) -> ListPayload<ActivityPayload> { ListPayload(list) }

    func csv(_ language: Language) -> [[String]]? {
        [
            [
                "Mục", "Lĩnh vực", "STT", "Nhiệm vụ/Hoạt động", "Kết quả/Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian",
                "Kinh phí", "Căn cứ",
            ]
        ]
            + items.map {
                [
                    $0.section, $0.sectionTitle, $0.ordinal, $0.task, $0.product, $0.lead, $0.cooperation, $0.deadline,
                    $0.funding, $0.sourceClause,
                ]
            }
    }

    func text(_ style: TextStyle) -> String {
        var output = ""
        var plan: Int64?
        var section: AppendixRow.Section?
        for activity in list.page.items {
            if activity.plan != plan {
                plan = activity.plan
                section = nil
                let header = list.plans[activity.plan]?.header
                output +=
                    (output.isEmpty ? "" : "\n") + style.bold(header.map { "\($0.number) · \($0.title)" } ?? "") + "\n"
            }
            if activity.row.section != section {
                section = activity.row.section
                output += "\n" + style.bold("\(activity.row.section.ordinal) \(activity.row.section.title)") + "\n"
            }
            output += "\n" + cells(of: activity, style)
        }
        if let next = list.page.next {
            output += style(vi: "\nCòn nữa: --after \(next)\n", en: "\nMore: --after \(next)\n")
        }
        return output
    }

    private func cells(of activity: Activity, _ style: TextStyle) -> String {
        let row = activity.row
        let fields = [
            (row.place, row.task), (style(vi: "sản phẩm", en: "product"), row.product),
            (style(vi: "chủ trì", en: "lead"), row.lead), (style(vi: "phối hợp", en: "cooperation"), row.cooperation),
            (style(vi: "thời gian", en: "time"), row.deadline), (style(vi: "kinh phí", en: "funding"), row.funding),
            (style(vi: "căn cứ", en: "clause"), row.sourceClause),
        ]
        return fields.filter { !$0.1.isEmpty }.map { FieldText.lines($0.0, $0.1, labelWidth: 11, style) }.joined()
    }
}
