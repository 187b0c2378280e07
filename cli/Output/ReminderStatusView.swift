import TrackerDomain
import TrackerOutput
import TrackerPayloads
import TrackerService

/// How reminding goes.
struct ReminderStatusView: Rendering {
    let status: ReminderStatus

    func json(_ language: Language) -> ReminderStatusPayload { ReminderStatusPayload(status) }

    func text(_ style: TextStyle) -> String {
        guard !status.channels.isEmpty else {
            return style(
                vi: "Chưa chạy nhắc việc lần nào. Chạy thử: phuluc remind --dry-run; chạy tự động: phuluc remind "
                    + "--install-timer.\n",
                en: "Reminders have never been run. Try: phuluc remind --dry-run; for a timer: phuluc remind "
                    + "--install-timer.\n")
        }
        return status.channels.map { text(of: $0, style) }.joined(separator: "\n") + failed(style)
    }

    private func text(of channel: ReminderStatus.Channel, _ style: TextStyle) -> String {
        let run = channel.lastRun
        let started = CivilDate(millisecondsSince1970: run.startedAt)
        let asOf =
            run.asOf == started
            ? "" : style(vi: ", như ngày \(style.day(run.asOf))", en: ", as of \(style.day(run.asOf))")
        let result =
            run.finishedAt == nil
            ? style.red(style(vi: "bị ngắt giữa chừng", en: "interrupted"))
            : style(vi: "gửi \(run.sent), hỏng \(run.failed)", en: "\(run.sent) sent, \(run.failed) failed")
        let missed = channel.missedDays
        let fields = [
            (style(vi: "Kênh", en: "Channel"), run.channel.rawValue),
            (
                style(vi: "Lần chạy cuối", en: "Last run"),
                "\(style.day(started)) \(ClockText.time(run.startedAt))\(asOf): \(result)"
            ),
            (
                style(vi: "Lỡ lần chạy", en: "Missed"),
                missed.isEmpty
                    ? ""
                    : style.red(
                        style(
                            vi: "\(missed.count) ngày làm việc, từ \(style.day(missed.first)); kiểm tra timer",
                            en: "\(missed.count) working days, from \(style.day(missed.first)) on; check the timer"))
            ),
            (style(vi: "Chưa gửi", en: "Unsent"), channel.unsent == 0 ? "" : "\(channel.unsent)"),
        ]
        return fields.filter { !$0.1.isEmpty }.map { FieldText.lines($0.0, $0.1, labelWidth: 15, style) }.joined()
            + channel.unreachable.map { UnreachableText.line($0, run.channel, style) }.joined()
    }

    private func failed(_ style: TextStyle) -> String {
        guard !status.failed.isEmpty else { return "" }
        return "\n"
            + style.red(
                style(
                    vi:
                        "\(status.failed.count) bản đã bỏ cuộc: xem “phuluc remind failed”, gửi lại “phuluc remind retry”.",
                    en:
                        "\(status.failed.count) messages were given up: see “phuluc remind failed”, send them again with "
                        + "“phuluc remind retry”.")) + "\n"
    }
}

/// The time of an instant in Vietnam, UTC+7.
enum ClockText {
    /// "07:30".
    static func time(_ milliseconds: Int64) -> String {
        let minutes = Int(((milliseconds / 60_000 + 7 * 60) % 1_440 + 1_440) % 1_440)
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// Messages that were given up.
struct FailedRemindersView: Rendering {
    let messages: [FailedMessage]
    let asOf: CivilDate

    struct Payload: Encodable {
        let items: [FailedMessagePayload]
        @Nullable var next: String?
        let asOf: String
    }

    func json(_ language: Language) -> Payload {
        Payload(items: messages.map { FailedMessagePayload($0, in: language) }, next: nil, asOf: asOf.description)
    }

    func csv(_ language: Language) -> [[String]]? {
        [["number", "channel", "recipient", "day", "attempts", "obligations", "reason"]]
            + messages.map {
                [
                    "\($0.number)", $0.channel.rawValue, $0.recipient.description, $0.day.description, "\($0.attempts)",
                    "\($0.obligations)", $0.reason(language),
                ]
            }
    }

    func text(_ style: TextStyle) -> String {
        guard !messages.isEmpty else {
            return style(vi: "Không có bản nào bị bỏ cuộc.\n", en: "No message was given up.\n")
        }
        var table = TextTable(columns: [
            .init(title: style(vi: "Số", en: "No."), alignsRight: true), .init(title: style(vi: "Kênh", en: "Channel")),
            .init(title: style(vi: "Cơ quan", en: "Agency"), lines: 2), .init(title: style(vi: "Ngày", en: "Day")),
            .init(title: style(vi: "Lần", en: "Tries"), alignsRight: true),
            .init(title: style(vi: "Nghĩa vụ", en: "Items"), alignsRight: true),
            .init(title: style(vi: "Lý do", en: "Reason"), isFlexible: true, lines: 5),
        ])
        table.rows = messages.map {
            [
                "\($0.number)", $0.channel.rawValue, $0.recipientName, style.day($0.day), "\($0.attempts)",
                "\($0.obligations)", $0.reason(style.language),
            ]
        }
        return table.text(style)
            + style(
                vi: "\nGửi lại bằng “phuluc remind retry”.\n", en: "\nSend them again with “phuluc remind retry”.\n")
    }
}
