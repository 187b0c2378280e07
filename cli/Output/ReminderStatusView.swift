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
