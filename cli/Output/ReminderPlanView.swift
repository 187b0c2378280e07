import TrackerDomain
import TrackerService

/// Past and coming reminders of one obligation.
struct ReminderPlanView: Rendering {
    let plan: ReminderPlan

    struct Past: Encodable {
        let stage: String
        let stageDate: String
        let decidedOn: String
        let deadlineVersion: Int
        let recipient: String
        let recipientName: String
        let channel: String
        let state: String
        @Nullable var message: Int64?
        /// Milliseconds since 1970-01-01T00:00:00Z.
        @Nullable var sentAt: Int64?
    }

    struct Coming: Encodable {
        let stage: String
        let stageDate: String
        let sentOn: String
        let recipients: [String]
    }

    struct Payload: Encodable {
        let id: Int64
        let policy: String
        let past: [Past]
        let coming: [Coming]
        let asOf: String
    }

    func json(_ language: Language) -> Payload {
        Payload(
            id: plan.entry.obligation.id, policy: plan.applied.policy.id,
            past: plan.past.map {
                Past(
                    stage: $0.stage.name, stageDate: $0.stage.date.description, decidedOn: $0.decidedOn.description,
                    deadlineVersion: $0.deadlineVersion, recipient: $0.recipient.description,
                    recipientName: $0.recipientName, channel: $0.channel.rawValue, state: $0.state.rawValue,
                    message: $0.message, sentAt: $0.sentAt)
            },
            coming: plan.coming.map {
                Coming(
                    stage: $0.stage.name, stageDate: $0.stage.date.description, sentOn: $0.sentOn.description,
                    recipients: $0.recipients)
            }, asOf: plan.asOf.description)
    }

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
