import TrackerDomain
import TrackerOutput
import TrackerPayloads
import TrackerService

/// The messages of a reminder run.
struct ReminderView: Rendering {
    let run: ReminderRun

    struct Payload: Encodable {
        let messages: [ReminderMessage]
        let asOf: String
        let dryRun: Bool
        @Nullable var deferredTo: String?
        let withoutRecipient: Int
    }

    func json(_ language: Language) -> Payload {
        Payload(
            messages: run.messages, asOf: run.asOf.description, dryRun: run.isDryRun,
            deferredTo: run.deferredTo?.description, withoutRecipient: run.withoutRecipient)
    }

    func text(_ style: TextStyle) -> String {
        if let next = run.deferredTo {
            return style(
                vi: "Ngày \(style.day(run.asOf)) là ngày nghỉ: không gửi; lần chạy ngày \(style.day(next)) sẽ gửi "
                    + "(--even-on-days-off để gửi ngay).\n",
                en: "\(style.day(run.asOf)) is a day off: nothing is sent; the run of \(style.day(next)) will send "
                    + "(--even-on-days-off to send now).\n")
        }
        guard !run.messages.isEmpty else {
            return style(
                vi: "Ngày \(style.day(run.asOf)): không có lời nhắc mới.\n",
                en: "\(style.day(run.asOf)): there are no new reminders.\n")
        }
        let rule = String(repeating: "─", count: min(style.width, 100)) + "\n"
        let messages = run.messages.map { message in
            message.text.split(separator: "\n", omittingEmptySubsequences: false)
                .flatMap { wrap(String($0), style) }.joined(separator: "\n") + "\n"
        }
        let items = run.messages.reduce(0) { $0 + $1.obligations.count }
        let end = style(
            vi: "\(run.messages.count) lời nhắc, \(items) nghĩa vụ"
                + (run.isDryRun ? " (thử, chưa ghi sổ).\n" : ".\n"),
            en: "\(run.messages.count) reminders, \(items) obligations"
                + (run.isDryRun ? " (dry run, not in the ledger).\n" : ".\n"))
        return rule + messages.joined(separator: rule) + rule + end
    }

    /// Long lines continue under their own text, not under their number.
    private func wrap(_ line: String, _ style: TextStyle) -> [String] {
        let spaces = String(line.prefix { $0 == " " })
        let indent = line.first?.isNumber == true ? "   " : spaces
        let width = min(style.width, 100) - 3
        let lines = DisplayText.wrapped(line, to: width - indent.count)
        return lines.enumerated().map { ($0.offset == 0 ? spaces : indent) + $0.element }
    }
}
