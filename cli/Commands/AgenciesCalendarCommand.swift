import ArgumentParser
import TrackerDomain
import TrackerService

struct AgenciesCalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: help(
            vi: "Thời hạn của một cơ quan thành tệp lịch (.ics).",
            en: "The deadlines of an agency as a calendar file (.ics)."),
        discussion: help(
            vi: """
                Mỗi nghĩa vụ chưa xong có hạn là một ngày trong lịch, nhắc trước 7 ngày, 1 ngày và trong ngày. Mở tệp bằng phần mềm lịch, \
                hoặc đặt tệp ở nơi phần mềm lịch theo dõi được rồi tạo lại hằng ngày. Dấu - ghi ra đầu ra chuẩn.


                """,
            en: """
                Each open obligation with a due date is a day of the calendar, with alarms 7 days and 1 day before and on the day. Open it \
                with a calendar program, or write it anew every day to where such a program subscribes to it. A dash writes to standard \
                output.


                """)
            + example(
                "phuluc agencies calendar \"Sở Tư pháp\" so-tu-phap.ics",
                "phuluc agencies calendar son-la/so-tu-phap /var/www/so-tu-phap.ics --replace"))

    @Argument(help: argumentHelp(vi: "Cơ quan (tên hoặc mã).", en: "The agency (name or id).", valueName: "agency"))
    var agency: String

    @Argument(help: argumentHelp(vi: "Tệp, hoặc -.", en: "The file, or -.", valueName: "file"))
    var file: String

    @OptionGroup var writing: WritingOptions

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let tracker = try context.tracker()
        let agency = try tracker.agency(named: agency.precomposed)
        guard file != "-" else {
            try tracker.calendarFeed(of: agency, in: context.language) { StandardStreams.out.write($0) }
            return
        }
        let report = try tracker.calendarFeed(of: agency, in: context.language, to: file, replaces: writing.replace)
        try context.write(CalendarFeedView(report: report))
    }
}
