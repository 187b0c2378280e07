import ArgumentParser
import TrackerDomain

/// The root command. It parses, runs, and turns every error into a sentence and an exit status.
@main
struct PhuLuc: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phuluc",
        abstract: help(
            vi: "Theo dõi nhiệm vụ trong phụ lục kế hoạch cải cách hành chính: ai nợ việc gì, đến ngày nào.",
            en: "Tracks the tasks of administration reform plans: who owes what by when."),
        discussion: help(
            vi: """
                Ví dụ:
                  phuluc import ke-hoach.csv
                  phuluc overdue

                Mã kết thúc: 0 xong, 1 lỗi, 2 sai cú pháp, 3 không tìm thấy, 4 quy trình không cho phép, \
                5 phiên bản cũ, 6 kho bận, 7 kho hỏng.
                """,
            en: """
                Example:
                  phuluc import plan.csv
                  phuluc overdue

                Exit status: 0 done, 1 failed, 2 wrong usage, 3 not found, 4 refused by the workflow, 5 stale version, \
                6 store busy, 7 store damaged.
                """),
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: help(vi: "Nhập và xem", en: "Importing and looking"),
                subcommands: [
                    ImportCommand.self, PlansCommand.self, ActivitiesCommand.self, ListCommand.self, ShowCommand.self,
                    HistoryCommand.self,
                ]),
            CommandGroup(
                name: help(vi: "Danh sách cần xử lý", en: "What needs attention"),
                subcommands: [
                    OverdueCommand.self, DueCommand.self, ConfirmCommand.self, CheckInsCommand.self,
                    SettleCommand.self, StatsCommand.self, RemindCommand.self,
                ]),
            CommandGroup(
                name: help(vi: "Cập nhật nghĩa vụ", en: "Updating an obligation"),
                subcommands: [
                    StartCommand.self, ProgressCommand.self, SubmitCommand.self, AcceptCommand.self,
                    ReturnCommand.self, RecordEventCommand.self, ExtendCommand.self, SuspendCommand.self,
                    ResumeCommand.self, WithdrawCommand.self, ReopenCommand.self, ReassignCommand.self,
                    CommentCommand.self,
                ]),
            CommandGroup(
                name: help(vi: "Công cụ", en: "Tools"),
                subcommands: [
                    AgenciesCommand.self, SuperviseCommand.self, CalendarCommand.self, RegimesCommand.self,
                    PoliciesCommand.self, ExplainCommand.self, TokenCommand.self, DoctorCommand.self,
                ]),
            CommandGroup(
                name: help(vi: "Gìn giữ dữ liệu", en: "Keeping the data safe"),
                subcommands: [VerifyCommand.self, BackupCommand.self, RestoreCommand.self, ExportCommand.self]),
        ])

    static func main() {
        let typed = Array(CommandLine.arguments.dropFirst())
        let arguments = CommandLineArguments.globalOptionsAfterCommand(typed)
        do {
            try requireCommand(in: arguments)
            var command = try parseAsRoot(CommandLineArguments.markingWords(arguments))
            try CommandContext.requireFile(for: command, arguments: arguments)
            try command.run()
        } catch {
            FailureReport(error: error, arguments: typed).writeAndExit()
        }
    }

    /// Refuses a command that does not exist, before the parser takes its name for an argument too many.
    private static func requireCommand(in arguments: [String]) throws {
        let asked = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
        guard let asked, !asked.hasPrefix("-"), asked != "help" else { return }
        let known = configuration.groupedSubcommands.flatMap { $0.subcommands }.map { $0.configuration.commandName }
        guard !known.contains(asked) else { return }
        throw TrackerError.invalidInput(
            name: help(vi: "lệnh", en: "the command"), value: asked,
            hint: LocalizedText(
                vi: "không có lệnh này; xem các lệnh bằng phuluc --help.",
                en: "there is no such command; see them with phuluc --help."))
    }
}
