import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

struct CalendarRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: help(
            vi: "Bỏ một ngày đã thêm hoặc sửa; thời hạn có hiệu lực đổi theo.",
            en: "Takes out a day that was added or corrected; effective due dates follow."),
        discussion: help(
            vi:
                "Ngày đó trở lại như lịch có sẵn của chương trình. Ngày của lịch có sẵn không bỏ được: sửa bằng add.\n\n",
            en:
                "The day is again as in the program's own calendar. A day of that calendar cannot be removed: "
                + "correct it with add.\n\n")
            + example("phuluc calendar remove 04/5/2027 --dry-run"))

    @Argument(help: argumentHelp(vi: "Ngày.", en: "The day.", valueName: "date"))
    var date: CivilDate

    @Flag(help: argumentHelp(vi: "Chỉ xem, không ghi.", en: "Look only, write nothing."))
    var dryRun = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let correction = try context.tracker().removeFromCalendar(date, isDryRun: dryRun)
        try context.write(CalendarCorrectionView(correction: correction))
    }
}
