import TrackerDomain
import TrackerImport
import TrackerOutput
import TrackerPayloads
import TrackerService

/// One policy.
struct PolicyView: Rendering {
    let policy: ReminderPolicy

    func json(_ language: Language) -> PolicyFile.Contents { PolicyFile.Contents(policy) }

    func text(_ style: TextStyle) -> String {
        style.bold(policy.name(style.language)) + "\n"
            + fields(style).filter { !$0.1.isEmpty }.map { FieldText.lines($0.0, $0.1, labelWidth: 16, style) }.joined()
    }

    private func fields(_ style: TextStyle) -> [(String, String)] {
        let named = Cadence.allCases.compactMap { cadence in
            policy.daysBefore[cadence.rawValue].map { "\(words(cadence, style)): \(list($0))" }
        }
        let otherwise = style(vi: "còn lại: ", en: "otherwise: ") + list(policy.otherwiseDaysBefore)
        let levels = policy.escalation.map { level in
            level.recipient.words(in: style.language)
                + style(vi: ": từ khi quá hạn \(level.daysLate) ngày", en: ": from \(level.daysLate) days late on")
        }
        return [
            (style(vi: "Mã", en: "Id"), policy.id),
            (style(vi: "Trước hạn (ngày)", en: "Days before"), (named + [otherwise]).joined(separator: "\n")),
            (
                style(vi: "Quá hạn (ngày)", en: "Days after"),
                list(policy.daysAfter)
                    + style(vi: ", rồi cứ \(policy.thenEvery) ngày", en: ", then every \(policy.thenEvery) days")
            ),
            (style(vi: "Báo thêm", en: "Escalates to"), levels.joined(separator: "\n")),
            (
                style(vi: "Ngày nghỉ", en: "Days off"),
                policy.waitsForWorkingDay
                    ? style(vi: "gửi vào ngày làm việc kế tiếp", en: "sent on the next working day")
                    : style(vi: "vẫn gửi", en: "sent all the same")
            ),
            (style(vi: "Không gửi", en: "Quiet days"), policy.quietDays.map(\.description).joined(separator: ", ")),
            (style(vi: "Căn cứ", en: "Source"), policy.source(style.language)),
        ]
    }

    private func list(_ days: [Int]) -> String { days.map(String.init).joined(separator: ", ") }

    private func words(_ cadence: Cadence, _ style: TextStyle) -> String {
        switch cadence {
        case .weekly: style(vi: "hàng tuần", en: "weekly")
        case .monthly: style(vi: "hàng tháng", en: "monthly")
        case .quarterly: style(vi: "hàng quý", en: "quarterly")
        case .halfYearly: style(vi: "6 tháng", en: "half-yearly")
        case .yearly: style(vi: "hàng năm", en: "yearly")
        case .mixed: style(vi: "nhiều kỳ báo cáo", en: "several report periods")
        case .once: style(vi: "một lần", en: "once")
        }
    }
}

/// The policy that applies to something, and why.
struct AppliedPolicyView: Rendering {
    let applied: AppliedPolicy

    struct Payload: Encodable {
        let policy: PolicyFile.Contents
        /// "agency", "plan", "standard".
        let reason: String
        @Nullable var plan: String?
        @Nullable var agency: String?
    }

    func json(_ language: Language) -> Payload {
        Payload(
            policy: PolicyFile.Contents(applied.policy), reason: reasonName,
            plan: applied.plan?.header.number.description, agency: applied.agency?.id.description)
    }

    func text(_ style: TextStyle) -> String {
        PolicyView(policy: applied.policy).text(style)
            + FieldText.lines(style(vi: "Áp dụng vì", en: "Applies because"), reason(style), labelWidth: 16, style)
    }

    private var reasonName: String {
        switch applied.reason {
        case .agency: "agency"
        case .plan: "plan"
        case .standard: "standard"
        }
    }

    func reason(_ style: TextStyle) -> String {
        switch applied.reason {
        case .agency:
            let name = applied.agency?.name ?? ""
            return style(vi: "\(name) có quy tắc riêng", en: "\(name) has a policy of its own")
        case .plan:
            let number = applied.plan?.header.number.description ?? ""
            return style(vi: "kế hoạch \(number) có quy tắc riêng", en: "plan \(number) has a policy of its own")
        case .standard:
            return style(
                vi: "không chọn quy tắc riêng cho cơ quan hay kế hoạch",
                en: "neither agency nor plan has one of its own"
            )
        }
    }
}
