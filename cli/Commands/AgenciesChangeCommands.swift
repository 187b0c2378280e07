import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

struct AgenciesAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: help(
            vi: "Thêm hoặc sửa cơ quan từ bảng CSV.", en: "Adds or corrects agencies from a CSV table."),
        discussion: help(
            vi: "Các cột: xem appendix-data/README.md. Nhập lại cùng một bảng không thay đổi gì.\n\n",
            en: "The columns are those of appendix-data/README.md. The same table again changes nothing.\n\n")
            + example("phuluc agencies add lao-cai.csv --dry-run"))

    @Argument(help: argumentHelp(vi: "Bảng CSV.", en: "The CSV table.", valueName: "file"))
    var file: String

    @Flag(help: argumentHelp(vi: "Chỉ xem, không ghi.", en: "Look only, write nothing."))
    var dryRun = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let table = try context.table(at: file)
        let tracker = try dryRun && context.storeIsMissing ? context.passingTracker() : context.importingTracker()
        try context.write(AgencyChangesView(changes: try tracker.addAgencies(in: table, isDryRun: dryRun)))
    }
}

struct AgenciesRenameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: help(
            vi: "Đổi tên một cơ quan từ một ngày; mã và nghĩa vụ giữ nguyên.",
            en: "Gives an agency a new name from a day on; its id and obligations stay."),
        discussion: example(
            "phuluc agencies rename dong-nai/ubnd-tinh \"UBND thành phố Đồng Nai\" --on 01/5/2026 --source \"NQ 1/2026/QH16\""
        ))

    @Argument(help: argumentHelp(vi: "Mã hoặc tên cũ.", en: "Its id or old name.", valueName: "agency"))
    var agency: String

    @Argument(help: argumentHelp(vi: "Tên mới.", en: "The new name.", valueName: "name"))
    var name: String

    @Option(
        help: argumentHelp(vi: "Tên tiếng Anh mới.", en: "The new name in English.", valueName: "name"))
    var english: String?

    @Option(help: argumentHelp(vi: "Ngày đầu của tên mới.", en: "The first day of the new name.", valueName: "date"))
    var on: CivilDate

    @Option(help: argumentHelp(vi: "Văn bản quy định.", en: "The document that says so.", valueName: "text"))
    var source: String

    @Flag(help: argumentHelp(vi: "Chỉ xem, không ghi.", en: "Look only, write nothing."))
    var dryRun = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let renamed = try context.tracker().renameAgency(
            agency.precomposed, to: name.precomposed, englishName: english?.precomposed, on: on,
            source: source.precomposed, isDryRun: dryRun)
        try context.write(AgencyRenamedView(agency: renamed, on: on, isDryRun: dryRun))
    }
}

struct AgenciesSucceedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "succeed",
        abstract: help(
            vi: "Ghi việc sáp nhập, chia tách, giải thể; nghĩa vụ chuyển sang cơ quan kế nhiệm.",
            en: "Records mergers, splits and abolitions; obligations move to the successor."),
        discussion: help(
            vi: """
                Nghĩa vụ chưa xong thuộc cơ quan kế nhiệm từ ngày --on; danh sách và thống kê của các ngày trước giữ tên \
                cũ. Không có --to, hoặc có nhiều --to, thì nghĩa vụ giữ nguyên và được liệt kê để giao lại. Không nêu cơ \
                quan nào thì áp dụng các kế nhiệm đã biết và đã đến ngày.


                """,
            en: """
                Open obligations belong to the successor from --on; lists and counts of earlier days keep the old name. \
                Without --to, or with several, obligations stay and are listed for reassignment. Without any agency, the \
                successions that are known and due are followed.


                """)
            + example(
                "phuluc agencies succeed",
                "phuluc agencies succeed \"Ban Dân tộc\" --to \"Sở Dân tộc và Tôn giáo\" --on 01/3/2025 --source \"NQ 05/NQ-HĐND\"",
                "phuluc agencies succeed --file ke-nhiem.csv --dry-run"))

    @Argument(
        help: argumentHelp(
            vi: "Các cơ quan chấm dứt (mã hoặc tên).", en: "The agencies that end (id or name).", valueName: "agency"))
    var from: [String] = []

    @Option(
        help: argumentHelp(
            vi: "Cơ quan kế nhiệm; nhắc lại --to nếu có nhiều.", en: "The successor; repeat --to for several.",
            valueName: "agency"))
    var to: [String] = []

    @Option(help: argumentHelp(vi: "Từ ngày này.", en: "From this day on.", valueName: "date"))
    var on: CivilDate?

    @Option(help: argumentHelp(vi: "Văn bản quy định.", en: "The document that says so.", valueName: "text"))
    var source: String?

    @Option(
        help: argumentHelp(
            vi: "Chỉ chuyển chức năng này, cơ quan vẫn còn; nghĩa vụ không tự chuyển.",
            en: "Only this function moves and the agency stays; no obligation moves by itself.", valueName: "text"))
    var function: String?

    @Flag(help: argumentHelp(vi: "Chưa chắc chắn, cần xác nhận.", en: "Not certain, to be confirmed."))
    var unconfirmed = false

    @Option(
        help: argumentHelp(
            vi: "Bảng CSV các kế nhiệm.", en: "A CSV table of successions.", valueName: "file"))
    var file: String?

    @Flag(help: argumentHelp(vi: "Chỉ xem, không ghi.", en: "Look only, write nothing."))
    var dryRun = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let tracker = try context.tracker()
        try context.write(SuccessionView(report: try report(of: tracker, in: context)))
    }

    private func report(of tracker: Tracker, in context: CommandContext) throws -> SuccessionReport {
        if let file {
            guard from.isEmpty, to.isEmpty, on == nil else {
                throw TrackerError.invalidInput(
                    name: "--file", value: file,
                    hint: LocalizedText(
                        vi: "dùng riêng --file, không kèm cơ quan.", en: "use --file alone, without agencies."))
            }
            return try tracker.succeed(byTable: try context.table(at: file), isDryRun: dryRun)
        }
        if from.isEmpty, to.isEmpty, on == nil { return try tracker.followSuccessions(isDryRun: dryRun) }
        guard !from.isEmpty, let on, let source else {
            throw TrackerError.invalidInput(
                name: "agencies succeed", value: (from + to).joined(separator: ", "),
                hint: LocalizedText(
                    vi: "cần cơ quan chấm dứt, ngày (--on) và văn bản (--source).",
                    en: "the agency that ends, the day (--on) and the document (--source) are needed."))
        }
        let request = SuccessionRequest(
            from: from.map(\.precomposed), to: to.map(\.precomposed), on: on, source: source.precomposed,
            certainty: unconfirmed ? .general : .official, function: function?.precomposed ?? "")
        return try tracker.succeed(request, isDryRun: dryRun)
    }
}
