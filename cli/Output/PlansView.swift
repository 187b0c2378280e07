import TrackerDomain
import TrackerPayloads
import TrackerService

/// All plans.
struct PlansView: Rendering {
    let plans: [PlanSummary]
    let asOf: CivilDate

    private var items: [PlanPayload] { plans.map(PlanPayload.init) }

    func json(_ language: Language) -> ListPayload<PlanPayload> { ListPayload(items, asOf: asOf) }

    func csv(_ language: Language) -> [[String]]? {
        [
            [
                "id", "number", "issuer", "issued", "title", "period", "activities", "standingAgency", "trackedFrom",
                "regime",
            ]
        ]
            + items.map {
                [
                    String($0.id), $0.number, $0.issuer, $0.issued, $0.title, $0.period, String($0.activities),
                    $0.standingAgency ?? "", $0.trackedFrom, $0.regime,
                ]
            }
    }

    func text(_ style: TextStyle) -> String {
        guard !plans.isEmpty else { return style(vi: "Chưa có kế hoạch nào.\n", en: "There are no plans yet.\n") }
        var table = TextTable(columns: [
            .init(title: style(vi: "Số", en: "No."), alignsRight: true),
            .init(title: style(vi: "Số, ký hiệu", en: "Number")), .init(title: style(vi: "Ban hành", en: "Issued")),
            .init(title: style(vi: "Giai đoạn", en: "Period")),
            .init(title: style(vi: "Số dòng", en: "Rows"), alignsRight: true),
            .init(title: style(vi: "Thường trực", en: "Standing agency")),
            .init(title: style(vi: "Tên", en: "Title"), isFlexible: true),
        ])
        table.rows = plans.map { summary in
            [
                String(summary.plan.id), summary.plan.header.number.description,
                style.day(summary.plan.header.issued), summary.plan.period, String(summary.activities),
                summary.standingAgencyName ?? "–", summary.plan.header.title,
            ]
        }
        return table.text(style)
    }
}
