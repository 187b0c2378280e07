import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

struct AgenciesAddressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "address",
        abstract: help(
            vi: "Đặt nơi một cơ quan nhận lời nhắc.", en: "Sets where reminders reach an agency."),
        discussion: help(
            vi: """
                Địa chỉ mới thay địa chỉ cũ cùng loại. Lời nhắc còn chờ vì thiếu địa chỉ sẽ đi ở lần chạy sau.


                """,
            en: """
                New addresses replace the old ones of their kind. Reminders that waited for one go out with the next run.


                """)
            + example(
                "phuluc agencies address son-la/so-tu-phap --email vanthu.stp@sonla.gov.vn",
                "phuluc agencies address \"Sở Tư pháp\" --no-webhook"))

    @Argument(help: argumentHelp(vi: "Mã hoặc tên.", en: "Its id or name.", valueName: "agency"))
    var agency: String

    @Option(
        help: argumentHelp(
            vi: "Địa chỉ thư điện tử; nhắc lại --email nếu có nhiều.",
            en: "An e-mail address; repeat --email for several.", valueName: "address"))
    var email: [String] = []

    @Option(help: argumentHelp(vi: "URL nhận lời nhắc.", en: "The URL that takes reminders.", valueName: "url"))
    var webhook: String?

    @Flag(help: argumentHelp(vi: "Bỏ các địa chỉ thư điện tử.", en: "Take the e-mail addresses away."))
    var noEmail = false

    @Flag(help: argumentHelp(vi: "Bỏ URL.", en: "Take the URL away."))
    var noWebhook = false

    @Flag(help: argumentHelp(vi: "Chỉ xem, không ghi.", en: "Look only, write nothing."))
    var dryRun = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let result = try context.tracker().setAddresses(
            of: agency.precomposed, emails: email.isEmpty && !noEmail ? nil : email,
            webhooks: webhook == nil && !noWebhook ? nil : webhook.map { [$0] } ?? [], isDryRun: dryRun)
        try context.write(AgencyAddressesView(result: result, isDryRun: dryRun))
    }
}
