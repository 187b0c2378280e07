import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

/// The directory of agencies: who there is and was, and who took over from whom.
struct AgenciesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agencies",
        abstract: help(
            vi: "Danh bạ cơ quan: tên theo thời gian, nhóm, sáp nhập, kế nhiệm.",
            en: "The directory of agencies: names over time, groups, mergers, successions."),
        discussion: example(
            "phuluc agencies list so tai chinh", "phuluc agencies show son-la/so-ke-hoach-va-dau-tu",
            "phuluc agencies succeed \"Ban Dân tộc\" --to \"Sở Dân tộc và Tôn giáo\" --on 01/3/2025 --source \"NQ 05/NQ-HĐND\""
        ),
        subcommands: [
            AgenciesListCommand.self, AgenciesShowCommand.self, AgenciesPendingCommand.self, AgenciesAddCommand.self,
            AgenciesRenameCommand.self, AgenciesSucceedCommand.self, AgenciesAddressCommand.self,
            AgenciesCalendarCommand.self,
        ], defaultSubcommand: AgenciesListCommand.self)
}

struct AgenciesListCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: help(
            vi: "Các cơ quan và nhóm, theo tên của ngày được hỏi.",
            en: "Agencies and groups, as called on the day asked."),
        discussion: example(
            "phuluc agencies list so tai chinh --all",
            "phuluc agencies list --group son-la/so-ban-nganh --as-of 2025-03-01",
            "phuluc agencies list --territory dong-nai --format csv"))

    @Argument(
        help: argumentHelp(
            vi: "Từ trong tên, có dấu hay không dấu.", en: "Words of the name, with or without diacritics.",
            valueName: "words"))
    var words: [String] = []

    @Option(help: argumentHelp(vi: "Chỉ địa phương này.", en: "Only this territory.", valueName: "slug"))
    var territory: String?

    @Option(
        help: argumentHelp(
            vi: "Chỉ thành viên của nhóm này.", en: "Only the members of this group.", valueName: "agency"))
    var group: String?

    @Flag(
        help: argumentHelp(
            vi: "Cả cơ quan không hoạt động vào ngày đó.", en: "Also those that do not exist on the day."))
    var all = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        var request = AgencyRequest()
        request.words = words.isEmpty ? nil : words.map(\.precomposed).joined(separator: " ")
        request.territory = territory
        request.group = group?.precomposed
        request.showsEnded = all
        request.asOf = options.asOf
        let asked = ServerRequest(
            "/v1/agencies",
            [
                ("search", request.words), ("territory", territory), ("group", request.group), ("all", all.ifSet),
            ] + options.query)
        try context.show(asked) { AgencyListView(list: try context.referenceTracker().agencies(request)) }
    }
}

struct AgenciesShowCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: help(
            vi: "Một cơ quan: các tên, nhóm, tiền thân, kế nhiệm.",
            en: "One agency: its names, groups, predecessors, successors."),
        discussion: example(
            "phuluc agencies show son-la/so-tai-chinh", "phuluc agencies show \"Sở Tài chính\" --as-of 2022-01-01"))

    @Argument(help: argumentHelp(vi: "Mã hoặc tên.", en: "Its id or name.", valueName: "agency"))
    var name: String

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.show(ServerRequest("/v1/agency", [("name", name.precomposed)] + options.query)) {
            AgencyDetailView(
                detail: try context.referenceTracker().agencyDetail(named: name.precomposed, asOf: options.asOf))
        }
    }
}

struct AgenciesPendingCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "pending",
        abstract: help(
            vi: "Nghĩa vụ của cơ quan không còn hoạt động, chờ giao lại.",
            en: "Obligations of agencies that no longer exist, to be reassigned."),
        discussion: example("phuluc agencies pending --plan 2407/QĐ-UBND"))

    @OptionGroup var filter: FilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.show(ServerRequest("/v1/orphans", filter, page, options)) {
            let tracker = try context.tracker()
            let request = try context.request(filter, page: page, with: tracker)
            return ObligationListView(list: try tracker.orphans(request), topic: .orphans)
        }
    }
}
