import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

/// Reporting regimes: all, one with its days, a new one.
struct RegimesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regimes",
        abstract: help(
            vi: "Chế độ báo cáo: các kỳ, ngày chốt số liệu, hạn gửi.",
            en: "Reporting regimes: periods, data cut-offs, due days."),
        discussion: example(
            "phuluc regimes", "phuluc regimes show bnv-cchc --year 2026", "phuluc regimes add che-do.json --dry-run"),
        subcommands: [RegimeListCommand.self, RegimeShowCommand.self, RegimeAddCommand.self],
        defaultSubcommand: RegimeListCommand.self)
}

struct RegimeListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: help(vi: "Các chế độ báo cáo.", en: "All regimes."),
        discussion: example("phuluc regimes list"))

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.write(RegimesView(regimes: try context.referenceTracker().regimes(), asOf: context.ambient.today))
    }
}

struct RegimeShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: help(vi: "Các báo cáo của một năm.", en: "The reports of a year."),
        discussion: example("phuluc regimes show bnv-cchc --year 2026"))

    @Argument(help: argumentHelp(vi: "Mã chế độ.", en: "The regime's id.", valueName: "code"))
    var id: String

    @Option(help: argumentHelp(vi: "Năm; mặc định: năm nay.", en: "The year; default: this one.", valueName: "year"))
    var year: Int?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let tracker = try context.referenceTracker()
        let year = year ?? context.ambient.today.year
        try context.write(RegimeView(year: try tracker.reports(of: year, under: try tracker.regime(named: id))))
    }
}

struct RegimeAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: help(vi: "Thêm chế độ báo cáo từ tệp JSON.", en: "Adds a regime from a JSON file."),
        discussion: help(
            vi: """
                Tệp có dạng như “phuluc regimes show bnv-cchc --format json”. Chế độ đang được kế hoạch áp dụng thì không sửa.


                """,
            en: """
                The file has the form of “phuluc regimes show bnv-cchc --format json”. A regime that plans follow is not \
                changed.


                """)
            + example("phuluc regimes add che-do.json --dry-run"))

    @Argument(help: argumentHelp(vi: "Tệp JSON.", en: "The JSON file.", valueName: "file"))
    var file: String

    @Flag(help: argumentHelp(vi: "Chỉ xem, không ghi.", en: "Look only, write nothing."))
    var dryRun = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let (regime, addition) = try context.tracker().addRegime(fromFile: file, isDryRun: dryRun)
        try context.write(
            FileAdditionView(
                thing: LocalizedText(vi: "chế độ báo cáo", en: "regime"), id: regime.id, addition: addition,
                isDryRun: dryRun))
    }
}
