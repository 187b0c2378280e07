package import TrackerDomain
package import TrackerPayloads
package import TrackerService

/// All policies, with whom they apply to.
package struct PoliciesView: Rendering {
    let policies: [PolicyUse]
    let asOf: CivilDate

    package init(policies: [PolicyUse], asOf: CivilDate) {
        self.policies = policies
        self.asOf = asOf
    }

    package func json(_ language: Language) -> ListPayload<PolicyPayload> {
        ListPayload(policies.map(PolicyPayload.init), asOf: asOf)
    }

    package func csv(_ language: Language) -> [[String]]? {
        [["id", "name", "plans", "agencies", "source"]]
            + policies.map { use in
                [
                    use.policy.id, use.policy.name(language),
                    use.plans.map(\.header.number.description).joined(separator: "|"),
                    use.agencies.map(\.id.description).joined(separator: "|"), use.policy.source(language),
                ]
            }
    }

    package func text(_ style: TextStyle) -> String {
        var table = TextTable(columns: [
            .init(title: style(vi: "Mã", en: "Id")), .init(title: style(vi: "Quy tắc", en: "Policy"), lines: 2),
            .init(title: style(vi: "Áp dụng cho", en: "Applies to"), isFlexible: true, lines: 8),
        ])
        table.rows = policies.map { use in
            let named = use.plans.map(\.header.number.description) + use.agencies.map(\.name)
            let standard = style(vi: "mọi trường hợp khác", en: "everything else")
            let isStandard = use.policy.id == ReminderPolicies.standardID
            return [
                use.policy.id, use.policy.name(style.language),
                (named + (isStandard ? [standard] : [])).joined(separator: "; "),
            ]
        }
        return table.text(style)
    }
}
