import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

struct RemindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind",
        abstract: help(
            vi: "Quyết định, ghi sổ rồi in lời nhắc: mỗi cơ quan một bản, không mất, không lặp.",
            en: "Decides, records and prints reminders: one for each agency, never lost, never twice."),
        discussion: example("phuluc remind --dry-run", "phuluc remind --as-of 28/01/2022 --format json"))

    @Flag(help: argumentHelp(vi: "Chỉ cho xem, không ghi sổ.", en: "Show only, record nothing."))
    var dryRun = false

    @Flag(help: argumentHelp(vi: "Gửi cả vào ngày nghỉ.", en: "Send on days off as well."))
    var evenOnDaysOff = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let tracker = try context.tracker()
        var reminder = ReminderOptions()
        reminder.asOf = options.asOf
        reminder.isDryRun = dryRun
        reminder.ignoresDaysOff = evenOnDaysOff
        reminder.language = context.language
        let run = try tracker.remind(reminder)
        try context.write(ReminderView(run: run))
        try tracker.confirmSent(run)
    }
}
