import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

struct RemindPolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: help(
            vi: "Quy tắc nào áp dụng cho kế hoạch, cơ quan, và vì sao.",
            en: "Which policy applies to a plan and an agency, and why."),
        discussion: example("phuluc remind policy --plan 2407/QĐ-UBND --agency \"Sở Tư pháp\""))

    @OptionGroup var target: PolicyTarget
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let tracker = try context.tracker()
        let (plan, agency) = try target.resolved(with: tracker)
        try context.write(AppliedPolicyView(applied: try tracker.appliedPolicy(plan: plan, agency: agency)))
    }
}

struct RemindPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: help(
            vi: "Lời nhắc đã và sẽ gửi của một nghĩa vụ.", en: "Past and coming reminders of one obligation."),
        discussion: example("phuluc remind plan 3"))

    @Argument(help: argumentHelp(vi: "Số của nghĩa vụ.", en: "The obligation's number.", valueName: "id"))
    var id: Int64

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.write(ReminderPlanView(plan: try context.tracker().reminderPlan(of: id, asOf: options.asOf)))
    }
}

struct RemindFailedCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "failed",
        abstract: help(
            vi: "Những bản không gửi được và đã bỏ cuộc.", en: "Messages that could not be sent and were given up."),
        discussion: example("phuluc remind failed --channel webhook"))

    @Option(help: argumentHelp(vi: "Chỉ kênh này.", en: "Only this channel.", valueName: "channel"))
    var channel: ReminderChannel?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.show(ServerRequest("/v1/reminders/failed", [("channel", channel?.rawValue)])) {
            FailedRemindersView(
                messages: try context.tracker().failedReminders(channel: channel), asOf: context.ambient.today)
        }
    }
}

struct RemindStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: help(
            vi: "Lần chạy cuối, lần chạy bị bỏ lỡ, bản chưa gửi được.",
            en: "The last run, missed runs, what could not be sent."),
        discussion: help(
            vi: "Mã kết thúc 1 nếu cần người xem: lỡ lần chạy, lần chạy bị ngắt, có bản đã bỏ cuộc.\n\n",
            en: "Exit status 1 where somebody has to look: a run was missed or interrupted, a message given up.\n\n")
            + example("phuluc remind status"))

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let status = try context.tracker().reminderStatus()
        try context.write(ReminderStatusView(status: status))
        if !status.isWell { throw ExitCode(ExitStatus.failed.rawValue) }
    }
}
