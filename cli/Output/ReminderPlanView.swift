import TrackerDomain
import TrackerOutput
import TrackerPayloads
import TrackerService

/// Past and coming reminders of one obligation.
struct ReminderPlanView: Rendering {
    let plan: ReminderPlan

    func json(_ language: Language) -> ReminderPlanPayload { ReminderPlanPayload(plan) }

    func text(_ style: TextStyle) -> String {
        let state = plan.entry.obligation.state
        let policy = plan.applied.policy
        let fields = [
            (style(vi: "Hạn", en: "Due"), style.day(state.effectiveDue)),
            (style(vi: "Trạng thái", en: "Stage"), state.stage.words(in: style.language)),
            (
                style(vi: "Quy tắc", en: "Policy"),
                "\(policy.name(style.language)) [\(policy.id)]: \(AppliedPolicyView(applied: plan.applied).reason(style))"
            ),
        ]
        let head = "\(plan.entry.obligation.id). \(plan.entry.agencyName): \(plan.entry.title)"
        return DisplayText.wrapped(head, to: style.width).joined(separator: "\n") + "\n"
            + fields.map { FieldText.lines($0.0, $0.1, labelWidth: 12, style) }.joined() + "\n"
            + past(style) + "\n" + coming(style)
    }

    private func past(_ style: TextStyle) -> String {
        guard !plan.past.isEmpty else {
            return style(vi: "Chưa có lời nhắc nào.\n", en: "There was no reminder yet.\n")
        }
        var table = TextTable(columns: [
            .init(title: style(vi: "Mốc", en: "Stage")), .init(title: style(vi: "Ngày mốc", en: "Reached")),
            .init(title: style(vi: "Quyết định", en: "Decided")), .init(title: style(vi: "Kênh", en: "Channel")),
            .init(title: style(vi: "Cơ quan", en: "Agency"), isFlexible: true, lines: 2),
            .init(title: style(vi: "Kết quả", en: "Outcome"), maximum: 40, lines: 2),
        ])
        table.rows = plan.past.map { reminder in
            [
                ReminderStage.words(daysPastDue: reminder.stage.daysPastDue, in: style.language),
                style.day(reminder.stage.date), style.day(reminder.decidedOn), reminder.channel.rawValue,
                reminder.recipientName, outcome(of: reminder, style),
            ]
        }
        return table.text(style)
    }

    private func outcome(of reminder: RecordedReminder, _ style: TextStyle) -> String {
        let number = reminder.message.map { style(vi: " (số \($0))", en: " (no. \($0))") } ?? ""
        switch reminder.state {
        case .waiting: return style(vi: "chờ địa chỉ hoặc lần chạy sau", en: "waits for an address or the next run")
        case .planned: return style(vi: "chờ gửi", en: "to be sent") + number
        case .claimed: return style(vi: "đang gửi", en: "being sent") + number
        case .sent:
            let when = reminder.sentAt.map {
                " \(style.day(CivilDate(millisecondsSince1970: $0))) \(ClockText.time($0))"
            }
            return style(vi: "đã gửi", en: "sent") + (when ?? "") + number
        case .failed: return style(vi: "không gửi được", en: "given up") + number
        case .superseded: return style(vi: "đã có mốc mới hơn", en: "a newer stage was reached")
        case .cancelled: return style(vi: "hủy vì đã xong hoặc đổi hạn", en: "cancelled: done or moved")
        }
    }

    private func coming(_ style: TextStyle) -> String {
        guard !plan.coming.isEmpty else {
            return style(
                vi: "Sẽ không nhắc: việc không có hạn đang chạy.\n", en: "None will come: no deadline runs.\n")
        }
        var table = TextTable(columns: [
            .init(title: style(vi: "Sắp tới", en: "Coming")), .init(title: style(vi: "Ngày gửi", en: "Sent on")),
            .init(title: style(vi: "Gửi", en: "To"), isFlexible: true, lines: 3),
        ])
        table.rows = plan.coming.map { coming in
            [
                ReminderStage.words(daysPastDue: coming.stage.daysPastDue, in: style.language),
                style.day(coming.sentOn),
                coming.recipients.joined(separator: "; "),
            ]
        }
        return table.text(style)
    }
}
