import Foundation
import TrackerDomain
import TrackerOutput
import TrackerPayloads
import TrackerService

/// The lines that have a machine remind by itself: for systemd, and for cron.
///
/// Every hour of the working day, not once: a run finds nothing to do in no time, and what could not be sent is tried again the same
/// day.
struct TimerView: Rendering {
    /// The command that is run, word by word.
    let command: [String]

    struct Payload: Encodable {
        let command: [String]
        let service: String
        let timer: String
        let cron: String
    }

    /// The command of this program on this store, with absolute paths, because a timer runs elsewhere.
    static func command(for channel: ChannelOptions, in context: CommandContext) -> [String] {
        let program = Bundle.main.executableURL?.path ?? "phuluc"
        let store = URL(fileURLWithPath: context.storePath).standardizedFileURL.path
        return [program, "remind", "--store", store]
            + channel.words { path in
                URL(fileURLWithPath: path).standardizedFileURL.path
            }
            + (context.language == .vi ? [] : ["--lang", context.language.rawValue])
    }

    func json(_ language: Language) -> Payload {
        Payload(command: command, service: service, timer: timer, cron: cron)
    }

    func text(_ style: TextStyle) -> String {
        style(
            vi: "# Cách 1, systemd. Ghi hai tệp sau rồi chạy: systemctl enable --now phuluc-remind.timer\n",
            en: "# 1. systemd. Write these two files, then: systemctl enable --now phuluc-remind.timer\n")
            + "# /etc/systemd/system/phuluc-remind.service\n\(service)\n"
            + "# /etc/systemd/system/phuluc-remind.timer\n\(timer)\n"
            + style(
                vi: "# Cách 2, cron. Thêm bằng “crontab -e”; giờ theo máy, cần đặt ở múi giờ Việt Nam.\n",
                en: "# 2. cron. Add it with “crontab -e”; hours are the machine's, which should be at Vietnam's time.\n"
            )
            + cron
    }

    private var service: String {
        """
        [Unit]
        Description=phuluc: reminders
        After=network-online.target

        [Service]
        Type=oneshot
        ExecStart=\(command.map(Self.systemdWord).joined(separator: " "))

        """
    }

    private var timer: String {
        """
        [Unit]
        Description=phuluc: reminders every hour of the day

        [Timer]
        OnCalendar=*-*-* 07..17:00:00 Asia/Ho_Chi_Minh
        Persistent=true

        [Install]
        WantedBy=timers.target

        """
    }

    private var cron: String { "0 7-17 * * * \(command.map(Self.cronWord).joined(separator: " "))\n" }

    private static func isPlain(_ word: String) -> Bool {
        word.utf8.allSatisfy { (0x2B...0x3A).contains($0) || (0x40...0x5A).contains($0) || (0x5F...0x7A).contains($0) }
    }

    /// A word as systemd reads it: in double quotes, with its own signs doubled or escaped.
    private static func systemdWord(_ word: String) -> String {
        let escaped = word.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
            .replacingOccurrences(of: "%", with: "%%").replacingOccurrences(of: "$", with: "$$")
        return isPlain(word) ? word : "\"\(escaped)\""
    }

    /// A word as cron's shell reads it: in single quotes; a per cent sign would end the line.
    private static func cronWord(_ word: String) -> String {
        let escaped = word.replacingOccurrences(of: "'", with: "'\\''").replacingOccurrences(of: "%", with: "\\%")
        return isPlain(word) ? word : "'\(escaped)'"
    }
}
