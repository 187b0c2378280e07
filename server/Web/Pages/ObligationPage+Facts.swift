import TrackerDomain
import TrackerService

extension Board {
    /// What is known of an obligation, in the order in which a person asks.
    static func facts(of detail: ObligationDetail, _ links: BoardLinks, _ words: Wording) -> [ObligationPage.Fact] {
        let (entry, row, state) = (detail.entry, detail.activity.row, detail.entry.obligation.state)
        func fact(_ vi: String, _ en: String, _ text: String, href: String? = nil) -> ObligationPage.Fact {
            .init(term: words(vi: vi, en: en), words: text, href: href)
        }
        let reading = detail.reading.words(in: words.language, context: detail.plan.deadlineContext)
        return [
            fact("Cơ quan chủ trì", "Lead agency", entry.agencyName, href: state.agency.map(links.agency)),
            fact("Kỳ", "Period", words.period(entry.obligation.period)),
            fact("Thời hạn", "Deadline", due(state, words)),
            fact("Hạn gốc", "Original deadline", original(state, on: detail.asOf, words)),
            fact("Đề nghị gia hạn", "Extension asked for", words.asked(state) ?? ""),
            fact("Tiến độ", "Progress", state.progress > 0 ? "\(state.progress) %" : ""),
            fact("Sản phẩm", "Product", row.product),
            fact("Thời gian (nguyên văn)", "Time as written", row.deadline),
            fact("Theo phần", "Of which", entry.partLabel), fact("Cách đọc", "As read", reading),
            fact("Điều kiện", "Condition", detail.activity.condition ?? ""),
            fact("Chủ trì (nguyên văn)", "Lead as written", row.lead),
            fact("Phối hợp", "Cooperation", row.cooperation), fact("Kinh phí", "Funding", row.funding),
            fact(
                "Kế hoạch", "Plan", "\(entry.planNumber) · \(detail.plan.header.title)",
                href: links.plan(detail.plan.id)),
            fact("Vị trí", "Row", row.section.title.isEmpty ? entry.place : "\(entry.place) (\(row.section.title))"),
            fact(
                "Cơ quan theo dõi", "Supervised by", detail.supervisor.flatMap { detail.agencyNames[$0] } ?? ""),
            fact("Căn cứ", "Clause", row.sourceClause),
        ]
    }

    private static func due(_ state: ObligationState, _ words: Wording) -> String {
        guard let nominal = state.nominalDue, let effective = state.effectiveDue else {
            return words(vi: "không có ngày", en: "no date")
        }
        guard nominal != effective else { return words.day(nominal) }
        return words(
            vi: "\(words.day(nominal)); rơi vào ngày nghỉ nên tính đến hết \(words.day(effective))",
            en: "\(words.day(nominal)); a day off, so until the end of \(words.day(effective))")
    }

    /// The deadline before the extensions, and how the obligation stands against it.
    private static func original(_ state: ObligationState, on day: CivilDate, _ words: Wording) -> String {
        guard state.extensions > 0, let due = state.originalDue else { return "" }
        let status = state.timeStatus(on: day, against: .original).words(in: words.language)
        let times = state.extensions
        return words(
            vi: "\(words.day(due.nominal)), đã gia hạn \(times) lần; theo hạn gốc: \(status)",
            en: "\(words.day(due.nominal)), extended \(times == 1 ? "once" : "\(times) times"); against it: \(status)")
    }
}
