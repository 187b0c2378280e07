import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

/// Reminder policies: all, one with its stages, a new one, and who follows which.
struct PoliciesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policies",
        abstract: help(
            vi: "Quy tắc nhắc việc: mốc nhắc, cấp báo cáo, ngày không gửi.",
            en: "Reminder policies: stages, escalation, quiet days."),
        discussion: example(
            "phuluc policies", "phuluc policies add nhac-viec.json --dry-run",
            "phuluc policies use gap --plan 2407/QĐ-UBND"),
        subcommands: [
            PolicyListCommand.self, PolicyShowCommand.self, PolicyAddCommand.self, PolicyUseCommand.self,
        ], defaultSubcommand: PolicyListCommand.self)
}

struct PolicyListCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: help(vi: "Các quy tắc nhắc việc.", en: "All policies."),
        discussion: example("phuluc policies list"))

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.show(ServerRequest("/v1/reminders/policies")) {
            PoliciesView(policies: try context.referenceTracker().reminderPolicies(), asOf: context.ambient.today)
        }
    }
}

struct PolicyShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: help(vi: "Một quy tắc.", en: "One policy."),
        discussion: example("phuluc policies show standard --format json"))

    @Argument(help: argumentHelp(vi: "Mã quy tắc.", en: "The policy's id.", valueName: "code"))
    var id: String

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.write(PolicyView(policy: try context.referenceTracker().reminderPolicy(named: id)))
    }
}

struct PolicyAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: help(
            vi: "Thêm hoặc sửa quy tắc từ tệp JSON.", en: "Adds or corrects a policy from a JSON file."),
        discussion: help(
            vi: "Tệp có dạng như “phuluc policies show standard --format json”; xem appendix-data/README.md.\n\n",
            en:
                "The file has the form of “phuluc policies show standard --format json”; see appendix-data/README.md.\n\n"
        )
            + example("phuluc policies add nhac-viec.json --dry-run"))

    @Argument(help: argumentHelp(vi: "Tệp JSON.", en: "The JSON file.", valueName: "file"))
    var file: String

    @Flag(help: argumentHelp(vi: "Chỉ xem, không ghi.", en: "Look only, write nothing."))
    var dryRun = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let (policy, addition) = try context.tracker().addReminderPolicy(fromFile: file, isDryRun: dryRun)
        try context.write(
            FileAdditionView(
                thing: LocalizedText(vi: "quy tắc", en: "policy"), id: policy.id, addition: addition, isDryRun: dryRun))
    }
}

struct PolicyUseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "use",
        abstract: help(
            vi: "Chọn quy tắc cho một kế hoạch hoặc một cơ quan.", en: "Chooses the policy of a plan or an agency."),
        discussion: help(
            vi: """
                Quy tắc của cơ quan chủ trì đi trước quy tắc của kế hoạch. Bỏ trống mã: theo quy tắc chung như trước.


                """,
            en: """
                The policy of the lead agency comes before that of the plan. Without a code the choice is taken back.


                """)
            + example("phuluc policies use gap --plan 2407/QĐ-UBND", "phuluc policies use --agency \"Sở Tư pháp\""))

    @Argument(help: argumentHelp(vi: "Mã quy tắc.", en: "The policy's id.", valueName: "code"))
    var id: String?

    @OptionGroup var target: PolicyTarget
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let tracker = try context.tracker()
        let (plan, agency) = try target.resolved(with: tracker)
        guard (plan == nil) != (agency == nil) else {
            throw TrackerError.invalidInput(
                name: "--plan, --agency", value: "",
                hint: LocalizedText(
                    vi: "nêu một kế hoạch hoặc một cơ quan.", en: "name one plan or one agency."))
        }
        try context.write(
            AppliedPolicyView(applied: try tracker.useReminderPolicy(id, plan: plan, agency: agency)))
    }
}

/// Whom a policy is for.
struct PolicyTarget: ParsableArguments {
    @Option(
        help: argumentHelp(
            vi: "Kế hoạch (số trong kho hoặc số ký hiệu).", en: "The plan (its number here or its symbol).",
            valueName: "plan"))
    var plan: String?

    @Option(help: argumentHelp(vi: "Cơ quan (tên hoặc mã).", en: "The agency (name or id).", valueName: "agency"))
    var agency: String?

    func resolved(with tracker: Tracker) throws(TrackerError) -> (Plan?, Agency?) {
        let plan = try plan.map { name throws(TrackerError) in try tracker.plan(named: name.precomposed) }
        let agency = try agency.map { name throws(TrackerError) in
            try tracker.agency(named: name.precomposed, in: plan?.territory)
        }
        return (plan, agency)
    }
}
