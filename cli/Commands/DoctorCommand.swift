import ArgumentParser
import TrackerOutput
import TrackerService

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: help(
            vi: "Kiểm tra kho dữ liệu và lịch làm việc.", en: "Checks the store and the work calendar."),
        discussion: example("phuluc doctor"))

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let report = try context.tracker().checkHealth()
        try context.write(HealthView(report: report))
        if !report.isHealthy { throw ExitCode(ExitStatus.failed.rawValue) }
    }
}
