import HTTPTypes
import TrackerDomain
import TrackerOutput
import TrackerPayloads
import TrackerService

extension API {
    /// The ledger of reminders: what was sent, what will be, what went wrong.
    static let reminderEndpoints = [
        Endpoint(
            method: .get, path: "/v1/obligations/{id}/reminders", operation: "getObligationReminders",
            summary: LocalizedText(
                vi: "Lời nhắc đã và sẽ gửi của một nghĩa vụ.", en: "Past and coming reminders of one obligation."),
            permission: .readObligations, parameters: [.asOf],
            work: .read { call in
                Answer(
                    ReminderPlanPayload(
                        try call.tracker.reminderPlan(
                            of: try call.number("id"), asOf: try call.query.day("asOf"), access: call.access)))
            }, answers: "ReminderPlan"),
        Endpoint(
            method: .get, path: "/v1/agencies/{territory}/{agency}/reminders", operation: "listAgencyReminders",
            summary: LocalizedText(
                vi: "Các bản nhắc gửi một cơ quan, mới nhất trước.", en: "Messages to an agency, the newest first."),
            permission: .readObligations, parameters: [.after, .limit],
            work: .read { call in
                let page = try call.tracker.recordedMessages(
                    to: try call.agencyID(), before: try call.query.integer("after", in: 0...Int.max).map(Int64.init),
                    limit: try call.limit(), access: call.access)
                return Answer(
                    ListPayload(
                        page.items.map { RecordedMessagePayload($0, in: call.language) }, next: page.next,
                        asOf: call.tracker.today))
            }, answers: "ReminderMessageList"),
        Endpoint(
            method: .get, path: "/v1/reminders/failed", operation: "listFailedReminders",
            summary: LocalizedText(
                vi: "Những bản không gửi được và đã bỏ cuộc.", en: "Messages that were given up."),
            permission: .readQuestions,
            parameters: [
                Parameter(
                    "channel", .choice(ReminderChannel.allCases.map(\.rawValue)), vi: "Chỉ kênh này.",
                    en: "Only this channel.")
            ],
            work: .list { call in
                let channel = try call.query.choice("channel", of: ReminderChannel.self)
                return FailedRemindersView(
                    messages: try call.tracker.failedReminders(channel: channel, access: call.access),
                    asOf: call.tracker.today)
            }, answers: "FailedMessageList"),
        Endpoint(
            method: .get, path: "/v1/reminders/policies", operation: "listReminderPolicies",
            summary: LocalizedText(vi: "Quy tắc nhắc việc và nơi áp dụng.", en: "Reminder policies with their use."),
            permission: .readReference, parameters: [],
            work: .list { PoliciesView(policies: try $0.tracker.reminderPolicies(), asOf: $0.tracker.today) },
            answers: "PolicyList"),
        Endpoint(
            method: .get, path: "/v1/reminders/status", operation: "getReminderStatus",
            summary: LocalizedText(vi: "Việc nhắc chạy ra sao.", en: "How reminding goes."),
            permission: .readQuestions, parameters: [],
            work: .read { Answer(ReminderStatusPayload(try $0.tracker.reminderStatus())) },
            answers: "ReminderStatus"),
    ]
}
