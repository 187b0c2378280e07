import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

/// The work calendar: a year, a day, a correction.
struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: help(
            vi: "Lịch làm việc: ngày nghỉ, ngày làm bù.", en: "The work calendar: days off and make-up days."),
        discussion: example(
            "phuluc calendar year 2027", "phuluc calendar check 31/01/2030",
            "phuluc calendar add 03/5/2027 --off --name \"Ngày nghỉ\" --source \"CV 123/VPCP-KGVX\"",
            "phuluc calendar remove 03/5/2027"),
        subcommands: [
            CalendarYearCommand.self, CalendarCheckCommand.self, CalendarAddCommand.self, CalendarRemoveCommand.self,
        ])
}

struct CalendarYearCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "year",
        abstract: help(vi: "Ngày nghỉ và ngày làm bù của một năm.", en: "Days off and make-up days of a year."),
        discussion: help(
            vi: "Năm chưa có trong kho được tính theo luật và ghi là dự kiến.\n\n",
            en: "A year that the store does not have is computed from the law and marked as expected.\n\n")
            + example("phuluc calendar year 2027", "phuluc calendar year 2031 --format csv"))

    @Argument(help: argumentHelp(vi: "Năm.", en: "The year.", valueName: "year"))
    var year: Int

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.show(ServerRequest("/v1/calendar", [("year", String(year))])) {
            CalendarYearView(year: try context.referenceTracker().calendar(of: year))
        }
    }
}

struct CalendarCheckCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: help(
            vi: "Một ngày có làm việc không, vì sao, âm lịch là ngày nào.",
            en: "Whether a day is worked, why, and its lunar date."),
        discussion: example("phuluc calendar check 31/01/2030"))

    @Argument(help: argumentHelp(vi: "Ngày.", en: "The day.", valueName: "date"))
    var date: CivilDate

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.show(ServerRequest("/v1/calendar/\(date)")) {
            CalendarCheckView(check: try context.referenceTracker().checkCalendar(date))
        }
    }
}

struct CalendarAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: help(
            vi: "Thêm hoặc sửa một ngày; thời hạn có hiệu lực đổi theo.",
            en: "Adds or corrects a day; effective due dates follow."),
        discussion: help(
            vi: "Ngày theo kế hoạch giữ nguyên. Nghĩa vụ đã hoàn thành không đổi.\n\n",
            en: "Dates of the plan stay. Completed obligations do not change.\n\n")
            + example(
                "phuluc calendar add 04/5/2027 --off --name \"Ngày nghỉ\" --source \"CV 123/VPCP-KGVX\" --dry-run"))

    @Argument(help: argumentHelp(vi: "Ngày.", en: "The day.", valueName: "date"))
    var date: CivilDate

    @Flag(help: argumentHelp(vi: "Ngày nghỉ.", en: "A day off."))
    var off = false

    @Flag(help: argumentHelp(vi: "Ngày làm việc, kể cả làm bù.", en: "A working day, also a make-up day."))
    var working = false

    @Option(help: argumentHelp(vi: "Ngày gì.", en: "What the day is.", valueName: "text"))
    var name: String

    @Option(help: argumentHelp(vi: "Văn bản quy định.", en: "The document that says so.", valueName: "text"))
    var source: String

    @Flag(help: argumentHelp(vi: "Mới là dự kiến, chưa chính thức.", en: "Expected only, not official yet."))
    var expected = false

    @Flag(help: argumentHelp(vi: "Chỉ xem, không ghi.", en: "Look only, write nothing."))
    var dryRun = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        guard off != working else {
            throw TrackerError.invalidInput(
                name: "--off, --working", value: off ? "--off --working" : "",
                hint: LocalizedText(vi: "chọn đúng một trong hai.", en: "choose exactly one of them."))
        }
        let context = CommandContext(options)
        let entry = WorkCalendar.Entry(
            date: date, kind: off ? .off : .working, name: name.precomposed,
            certainty: expected ? .expected : .official,
            source: source.precomposed)
        let correction = try context.tracker().correctCalendar(entry, isDryRun: dryRun)
        try context.write(CalendarCorrectionView(correction: correction))
    }
}
