import TrackerDelivery
import TrackerDomain
import TrackerOutput
import TrackerPayloads
import TrackerService

/// What is said of a reminder run beside its messages.
struct ReminderView {
    let run: ReminderRun

    func json(_ language: Language) -> ReminderRunPayload { ReminderRunPayload(run, in: language) }

    func text(_ style: TextStyle) -> String {
        if let next = run.deferredTo {
            return style(
                vi: "Ngày \(style.day(run.asOf)) không gửi; lần chạy ngày \(style.day(next)) sẽ gửi "
                    + "(--even-on-days-off để gửi ngay).\n",
                en: "Nothing is sent on \(style.day(run.asOf)); the run of \(style.day(next)) will send "
                    + "(--even-on-days-off to send now).\n")
        }
        return handedOver(style) + failures(style) + unreachable(style) + orphans(style) + total(style)
    }

    static func rule(_ style: TextStyle) -> String { String(repeating: "─", count: min(style.width, 100)) + "\n" }

    static func text(of message: OutgoingMessage, _ style: TextStyle) -> String {
        message.text.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { wrap(String($0), style) }.joined(separator: "\n") + "\n"
    }

    // MARK: What happened

    /// Which message went where, for channels whose messages are not on standard output.
    private func handedOver(_ style: TextStyle) -> String {
        guard run.channel != .stdout, !run.isDryRun else { return "" }
        return run.messages.map { message in
            let addresses = message.addresses.joined(separator: ", ")
            return style(
                vi:
                    "Đã gửi số \(message.number): \(message.recipientName) <\(addresses)>, \(message.items.count) nghĩa vụ.\n",
                en:
                    "Sent \(message.number): \(message.recipientName) <\(addresses)>, \(message.items.count) obligations.\n"
            )
        }.joined()
    }

    private func failures(_ style: TextStyle) -> String {
        run.failures.map { failure in
            let words = failure.reason(style.language)
            let reason = words.hasSuffix(".") ? words : words + "."
            let name = "\(failure.message.number): \(failure.message.recipientName)"
            return style.red(
                failure.isFinal
                    ? style(
                        vi:
                            "Không gửi được số \(name) – \(reason) Gửi lại bằng “phuluc remind retry \(failure.message.number)”.",
                        en:
                            "Not sent, \(name) – \(reason) Send it again with “phuluc remind retry \(failure.message.number)”."
                    )
                    : style(
                        vi: "Chưa gửi được số \(name) – \(reason) Lần chạy sau sẽ thử lại.",
                        en: "Not sent yet, \(name) – \(reason) A later run tries again.")) + "\n"
        }.joined()
    }

    private func unreachable(_ style: TextStyle) -> String {
        run.unreachable.map { UnreachableText.line($0, run.channel, style) }.joined()
    }

    private func orphans(_ style: TextStyle) -> String {
        guard run.withoutRecipient > 0 else { return "" }
        return style(
            vi: "\(run.withoutRecipient) nghĩa vụ không biết nhắc ai: kế hoạch chưa có cơ quan thường trực.\n",
            en: "\(run.withoutRecipient) obligations have nobody to be told: their plan has no standing agency.\n")
    }

    private func total(_ style: TextStyle) -> String {
        guard !run.messages.isEmpty else {
            guard run.failures.isEmpty, run.unreachable.isEmpty else { return "" }
            return style(
                vi: "Ngày \(style.day(run.asOf)): không có lời nhắc mới.\n",
                en: "\(style.day(run.asOf)): there are no new reminders.\n")
        }
        let items = run.messages.reduce(0) { $0 + $1.items.count }
        return style(
            vi: "\(run.messages.count) lời nhắc, \(items) nghĩa vụ" + (run.isDryRun ? " (thử, chưa ghi sổ).\n" : ".\n"),
            en: "\(run.messages.count) reminders, \(items) obligations"
                + (run.isDryRun ? " (dry run, not in the ledger).\n" : ".\n"))
    }

    /// Long lines continue under their own text, not under their number.
    private static func wrap(_ line: String, _ style: TextStyle) -> [String] {
        let spaces = String(line.prefix { $0 == " " })
        let indent = line.first?.isNumber == true ? "   " : spaces
        let width = min(style.width, 100) - 3
        let lines = DisplayText.wrapped(line, to: width - indent.count)
        return lines.enumerated().map { ($0.offset == 0 ? spaces : indent) + $0.element }
    }
}

/// The sentence about a recipient without an address.
enum UnreachableText {
    static func line(_ unreachable: UnreachableRecipient, _ channel: ReminderChannel, _ style: TextStyle) -> String {
        let option = channel.address == .webhook ? "--webhook URL" : "--email ĐỊA-CHỈ"
        let englishOption = channel.address == .webhook ? "--webhook URL" : "--email ADDRESS"
        return style(
            vi:
                "\(unreachable.name): \(unreachable.reminders) nghĩa vụ chờ nhắc vì chưa có địa chỉ. Đặt bằng “phuluc agencies "
                + "address \(unreachable.recipient) \(option)”.\n",
            en:
                "\(unreachable.name): \(unreachable.reminders) reminders wait for an address. Set it with “phuluc agencies "
                + "address \(unreachable.recipient) \(englishOption)”.\n")
    }
}
