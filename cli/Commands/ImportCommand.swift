import ArgumentParser
import TrackerDomain
import TrackerImport
import TrackerOutput
import TrackerService

struct ImportCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: help(
            vi: "Nhập kế hoạch: văn bản có phụ lục, CSV hoặc TSV.",
            en: "Imports plans: a text with its appendix, CSV or TSV."),
        discussion: help(
            vi: """
                Nhập lại cùng một tệp không thay đổi gì; nhập bản sửa đổi thì chỉ áp dụng phần khác, giữ nguyên tiến độ \
                đã ghi. Tệp plan.json cùng thư mục hoặc các tùy chọn dưới đây cho biết kế hoạch nếu tệp không nói.


                """,
            en: """
                The same file again changes nothing; of a revised one only the difference is applied, and recorded \
                progress stays. A plan.json in the same folder or the options below tell the plan where the file does not.


                """)
            + example(
                "phuluc import quyet-dinh-2407.txt --dry-run",
                "phuluc import nhiem-vu.csv --number 15/KH-UBND --issued 05/01/2026 --period 2026-2030 --issuer \"UBND tỉnh Sơn La\""
            ))

    @Argument(help: argumentHelp(vi: "Tệp hoặc thư mục kế hoạch.", en: "Files or plan folders.", valueName: "file"))
    var files: [String]

    @Flag(help: argumentHelp(vi: "Chỉ cho xem, không ghi.", en: "Show only, write nothing."))
    var dryRun = false

    @Flag(help: argumentHelp(vi: "Từ chối tệp có cảnh báo.", en: "Refuse a file with warnings."))
    var strict = false

    @Option(
        help: argumentHelp(
            vi: "Theo dõi từ ngày này; mặc định: ngày ban hành.", en: "Track from this day; default: the day of issue.",
            valueName: "date"))
    var trackFrom: CivilDate?

    @Flag(help: argumentHelp(vi: "In cả dòng không đổi.", en: "Print unchanged rows as well."))
    var all = false

    @OptionGroup(title: help(vi: "Kế hoạch", en: "The plan"))
    var header: HeaderOptions

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        var importOptions = ImportOptions()
        importOptions.isDryRun = dryRun
        importOptions.isStrict = strict
        importOptions.trackFrom = trackFrom
        let sources = try files.map { file in
            var source = try ImportSource(path: file)
            try header.apply(to: &source)
            return source
        }
        if let server = try context.server() {
            for source in sources {
                try context.write(
                    answerOf: server, to: ServerRequest(importing: source, importOptions, showsAllRows: all))
            }
            return
        }
        if context.storeIsMissing {
            // A refused file must not leave an empty store behind.
            for source in sources { try source.check(importOptions) }
        }
        let tracker = try dryRun && context.storeIsMissing ? context.passingTracker() : context.importingTracker()
        for source in sources {
            try write(try tracker.importPlan(from: source, options: importOptions), in: context)
        }
    }

    private func write(_ report: ImportReport, in context: CommandContext) throws {
        try context.write(ImportView(report: report, showsAllRows: all || report.outcome == .added))
    }
}
