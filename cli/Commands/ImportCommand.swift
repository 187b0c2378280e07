import ArgumentParser
import TrackerDomain
import TrackerImport
import TrackerService

struct ImportCommand: ParsableCommand {
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
        let tracker = try context.importingTracker(isDryRun: dryRun)
        var importOptions = ImportOptions()
        importOptions.isDryRun = dryRun
        importOptions.isStrict = strict
        importOptions.trackFrom = trackFrom
        for file in files {
            var source = try ImportSource(path: file)
            try header.apply(to: &source)
            let report = try tracker.importPlan(from: source, options: importOptions)
            try context.write(ImportView(report: report, showsAllRows: all || report.outcome == .added))
        }
    }
}

/// What is known of the plan besides the file.
struct HeaderOptions: ParsableArguments {
    @Option(help: argumentHelp(vi: "Số, ký hiệu.", en: "Number and symbol.", valueName: "number"))
    var number: String?

    @Option(help: argumentHelp(vi: "Ngày ban hành.", en: "Day of issue.", valueName: "date"))
    var issued: CivilDate?

    @Option(help: argumentHelp(vi: "Cơ quan ban hành.", en: "Issuing body.", valueName: "name"))
    var issuer: String?

    @Option(help: argumentHelp(vi: "Tên kế hoạch.", en: "Title.", valueName: "title"))
    var title: String?

    @Option(help: argumentHelp(vi: "Giai đoạn: 2021-2030 hoặc 2017.", en: "Years: 2021-2030 or 2017.", valueName: "years"))
    var period: YearRange?

    func apply(to source: inout ImportSource) throws(TrackerError) {
        var given = PlanHeaderDraft(issuer: issuer, issued: issued, title: title, years: period?.years)
        if let number {
            guard let parsed = DocumentNumber(number) else {
                throw .invalidInput(
                    name: "--number", value: number,
                    hint: LocalizedText(vi: "viết như 2407/QĐ-UBND.", en: "write it like 2407/QĐ-UBND."))
            }
            given.number = parsed
        }
        source.header = source.header.overridden(by: given)
    }
}

/// Years as "2021-2030" or "2017".
struct YearRange: ExpressibleByArgument {
    let years: ClosedRange<Int>

    init?(argument: String) {
        let parts = argument.split { $0 == "-" || $0 == "–" }.map { Int($0.filter { !$0.isWhitespace }) }
        guard (1...2).contains(parts.count), let first = parts[0], let last = parts[parts.count - 1],
            first <= last, first >= 1900, last <= 2200
        else { return nil }
        years = first...last
    }
}
