import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

/// Reminders: a run, what applies, what was sent, what failed, how it goes.
struct RemindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind",
        abstract: help(
            vi: "Quyết định, ghi sổ rồi gửi lời nhắc: mỗi cơ quan một bản, không mất, không lặp.",
            en: "Decides, records and sends reminders: one for each agency, never lost, never twice."),
        discussion: example(
            "phuluc remind --dry-run", "phuluc remind --as-of 28/01/2022 --format json", "phuluc remind plan 3",
            "phuluc remind status"),
        subcommands: [
            RemindRunCommand.self, RemindPolicyCommand.self, RemindPlanCommand.self, RemindFailedCommand.self,
            RemindRetryCommand.self, RemindStatusCommand.self,
        ], defaultSubcommand: RemindRunCommand.self)
}

struct RemindRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: help(vi: "Gửi những lời nhắc đã đến lúc.", en: "Sends the reminders that are due."),
        discussion: help(
            vi: """
                Chạy lại bao nhiêu lần cũng được: cái gì đã gửi thì không gửi nữa. Mã kết thúc 1 nếu có bản không gửi được.

                Các lệnh khác: remind policy, remind plan SỐ, remind failed, remind retry, remind status.



                """,
            en: """
                Run it as often as you like: what was sent is not sent again. Exit status 1 where something could not be sent.

                Further commands: remind policy, remind plan ID, remind failed, remind retry, remind status.



                """)
            + example(
                "phuluc remind --dry-run", "phuluc remind --channel eml --mail-folder thu-di --from cchc@sonla.gov.vn",
                "phuluc remind --channel sendmail --from cchc@sonla.gov.vn --install-timer"))

    @Flag(help: argumentHelp(vi: "Chỉ cho xem, không ghi sổ.", en: "Show only, record nothing."))
    var dryRun = false

    @Flag(help: argumentHelp(vi: "Gửi cả vào ngày nghỉ.", en: "Send on days off as well."))
    var evenOnDaysOff = false

    @Flag(
        help: argumentHelp(
            vi: "In cấu hình systemd và cron để lệnh này tự chạy, không gửi gì.",
            en: "Print the systemd and cron lines that run this command, send nothing."))
    var installTimer = false

    @OptionGroup var channel: ChannelOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        if installTimer {
            return try context.write(TimerView(command: TimerView.command(for: channel, in: context)))
        }
        var reminder = try channel.reminderOptions(in: context)
        reminder.asOf = options.asOf
        reminder.isDryRun = dryRun
        reminder.ignoresDaysOff = evenOnDaysOff
        let printer = try ReminderPrinter(context, for: channel.channel)
        let run = try context.tracker().remind(
            reminder, through: dryRun ? printer : try channel.delivery(printer, in: context))
        try printer.finish(run)
    }
}

struct RemindRetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: help(vi: "Gửi lại những bản đã bỏ cuộc.", en: "Sends messages again that were given up."),
        discussion: example(
            "phuluc remind retry --channel webhook",
            "phuluc remind retry 12 15 --channel sendmail --from cchc@sonla.gov.vn"))

    @Argument(
        help: argumentHelp(
            vi: "Số của lời nhắc; bỏ trống: tất cả của kênh.", en: "Their numbers; without: all of the channel.",
            valueName: "id"))
    var numbers: [Int64] = []

    @OptionGroup var channel: ChannelOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let printer = try ReminderPrinter(context, for: channel.channel)
        let run = try context.tracker().resend(
            numbers.isEmpty ? nil : numbers, try channel.reminderOptions(in: context),
            through: try channel.delivery(printer, in: context))
        try printer.finish(run)
    }
}
