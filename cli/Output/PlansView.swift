import TrackerDomain
import TrackerService

/// All plans.
struct PlansView: Rendering {
    let plans: [PlanSummary]
    let asOf: CivilDate

    struct Item: Encodable {
        let id: Int64
        let number: String
        let issuer: String
        let issued: String
        let title: String
        let period: String
        let activities: Int
        @Nullable var standingAgency: String?
        let trackedFrom: String
        let regime: String
        let beforeIncludesDay: Bool
        let movesToWorkingDay: Bool
    }

    struct Payload: Encodable {
        let items: [Item]
        @Nullable var next: String?
        let asOf: String
    }

    private var items: [Item] {
        plans.map { summary in
            let plan = summary.plan
            return Item(
                id: plan.id, number: plan.header.number.description, issuer: plan.header.issuer,
                issued: plan.header.issued.description, title: plan.header.title, period: plan.period,
                activities: summary.activities, standingAgency: plan.standingAgency?.description,
                trackedFrom: plan.trackedFrom.description, regime: plan.settings.regime.id,
                beforeIncludesDay: plan.settings.beforeIncludesDay, movesToWorkingDay: plan.settings.movesToWorkingDay)
        }
    }

    func json(_ language: Language) -> Payload { Payload(items: items, next: nil, asOf: asOf.description) }

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
