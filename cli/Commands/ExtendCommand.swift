import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

/// Extensions: asked for, granted, refused, listed.
struct ExtendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extend",
        abstract: help(
            vi: "Gia hạn: đề nghị, cho hoặc không cho, danh sách.", en: "Extensions: request, grant or refuse, list."),
        discussion: example(
            "phuluc extend request 12 --to 30/6/2022 --reason \"Chờ hướng dẫn\" --as \"Sở Tư pháp\"",
            "phuluc extend list"),
        subcommands: [
            ExtendRequestCommand.self, ExtendGrantCommand.self, ExtendRefuseCommand.self, ExtendListCommand.self,
        ])
}

struct ExtendRequestCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: help(vi: "Đề nghị gia hạn.", en: "Asks for a later deadline."),
        discussion: help(
            vi: "Thời hạn cũ vẫn tính cho đến khi được gia hạn.\n\n",
            en: "The old deadline holds until the extension is granted.\n\n")
            + example("phuluc extend request 12 --to 30/6/2022 --reason \"Chờ hướng dẫn\" --as \"Sở Tư pháp\""))

    @Option(help: argumentHelp(vi: "Ngày đề nghị.", en: "The day asked for.", valueName: "date"))
    var to: CivilDate

    @OptionGroup var reason: ReasonOptions
    @OptionGroup var action: ActionOptions

    func run() throws {
        try action.perform(.requestExtension(to: DueDate(nominal: to), reason: reason.words(or: action)))
    }
}

struct ExtendGrantCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: help(vi: "Cho gia hạn.", en: "Grants an extension."),
        discussion: help(
            vi: "Thời hạn gốc được giữ bên cạnh và vẫn được thống kê.\n\n",
            en: "The original deadline is kept beside the new one and still counted.\n\n")
            + example(
                "phuluc extend grant 12 --document 88/UBND-NC --dated 02/02/2022 --reason \"Hướng dẫn ban hành muộn\"",
                "phuluc extend grant 12 --to 31/5/2022 --reason \"Cho đến hết tháng 5\""))

    @Option(
        help: argumentHelp(
            vi: "Ngày được gia hạn; mặc định: ngày đề nghị.", en: "The day granted; default: as asked.",
            valueName: "date"))
    var to: CivilDate?

    @OptionGroup var document: DocumentOptions
    @OptionGroup var reason: ReasonOptions
    @OptionGroup var action: ActionOptions

    func run() throws {
        try action.perform(
            .grantExtension(
                to: to.map { DueDate(nominal: $0) }, decision: try document.evidence(),
                reason: reason.words(or: action)))
    }
}

struct ExtendRefuseCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse",
        abstract: help(vi: "Không cho gia hạn.", en: "Refuses an extension."),
        discussion: example("phuluc extend refuse 12 --reason \"Nhiệm vụ cấp bách\""))

    @OptionGroup var document: DocumentOptions
    @OptionGroup var reason: ReasonOptions
    @OptionGroup var action: ActionOptions

    func run() throws {
        try action.perform(
            .refuseExtension(decision: try document.evidence(), reason: reason.words(or: action)))
    }
}

struct ExtendListCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: help(vi: "Các đề nghị gia hạn đang chờ.", en: "Requests that wait for a decision."),
        discussion: example("phuluc extend list --plan 2407/QĐ-UBND"))

    @OptionGroup var filter: FilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.show(ServerRequest("/v1/extensions", filter, page, options)) {
            let tracker = try context.tracker()
            let request = try context.request(filter, page: page, with: tracker)
            return ExtensionListView(list: try tracker.extensionRequests(request))
        }
    }
}
