import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: help(
            vi: "Kiểm tra tệp, liên kết và chuỗi lịch sử.",
            en: "Checks the file, its references and the history's chain."),
        discussion: help(
            vi: """
                Mỗi sự kiện mang mã SHA-256 của sự kiện trước, nên sửa, xóa, chèn hay đảo thứ tự đều bị phát hiện. Ghi lại mã \
                cuối chuỗi ở nơi khác thì sau này chứng minh được lịch sử đến đó còn nguyên.


                """,
            en: """
                Each event carries the SHA-256 of the one before it, so changing, removing, inserting or reordering is found \
                out. Note the last hash down elsewhere to prove later that the history up to it is untouched.


                """)
            + example("phuluc verify", "phuluc verify --head 3f1c…"))

    @Option(
        help: argumentHelp(
            vi: "Mã đã ghi lại trước đây, phải còn trong lịch sử.",
            en: "A hash noted down earlier, which must still be there.",
            valueName: "code"))
    var head: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let verification = try context.tracker().verify(head: head?.lowercased())
        try context.write(VerificationView(verification: verification))
        if !verification.isSound { throw ExitCode(ExitStatus.storeDamaged.rawValue) }
    }
}

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: help(vi: "Sao lưu kho dữ liệu ra một tệp.", en: "Copies the store into a file."),
        discussion: help(
            vi: "Chạy được khi chương trình khác đang ghi. Bản sao được kiểm tra trước khi mang tên tệp.\n\n",
            en: "Others may go on writing. The copy is checked before it takes the file's name.\n\n")
            + example("phuluc backup /var/backups/phuluc-2026-11-21.sqlite"))

    @Argument(help: argumentHelp(vi: "Tệp sao lưu.", en: "The backup.", valueName: "file"))
    var file: String

    @OptionGroup var writing: WritingOptions

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.write(BackupView(report: try context.tracker().backup(to: file, replaces: writing.replace)))
    }
}

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: help(
            vi: "Khôi phục kho dữ liệu từ bản sao lưu hoặc bản xuất.",
            en: "Brings a store back from a backup or an export."),
        discussion: help(
            vi: "Nguồn được kiểm tra trước và không bị thay đổi. Kho đang có được giữ lại bên cạnh.\n\n",
            en: "The source is checked first and not changed. A store that is there is kept beside it.\n\n")
            + example("phuluc restore phuluc-2026-11-21.sqlite --store phuluc.sqlite --replace"))

    @Argument(help: argumentHelp(vi: "Bản sao lưu hoặc bản xuất.", en: "The backup or export.", valueName: "file"))
    var file: String

    @Flag(help: argumentHelp(vi: "Thay kho đang có.", en: "Replace the store that is there."))
    var replace = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let report = try Tracker.restore(
            from: file, to: context.storePath, replaces: replace, ambient: context.ambient)
        try context.write(RestoreView(report: report))
    }
}

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: help(vi: "Xuất toàn bộ dữ liệu ra JSON từng dòng.", en: "Writes everything as JSON lines."),
        discussion: help(
            vi: "Dấu - ghi ra đầu ra chuẩn. Đọc lại bằng “phuluc restore”. Dạng tệp: docs/export.md.\n\n",
            en: "A dash writes to standard output. “phuluc restore” reads it back. The form: docs/export.md.\n\n")
            + example("phuluc export du-lieu.jsonl", "phuluc export - | gzip > du-lieu.jsonl.gz"))

    @Argument(help: argumentHelp(vi: "Tệp, hoặc -.", en: "The file, or -.", valueName: "file"))
    var file: String

    @OptionGroup var writing: WritingOptions

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let tracker = try context.tracker()
        guard file != "-" else {
            try tracker.export { StandardStreams.out.write($0 + "\n") }
            return
        }
        try context.write(ExportView(path: file, rows: try tracker.export(to: file, replaces: writing.replace)))
    }
}

/// How a file is written.
struct WritingOptions: ParsableArguments {
    @Flag(help: argumentHelp(vi: "Thay tệp đã có.", en: "Replace a file that is there."))
    var replace = false
}
