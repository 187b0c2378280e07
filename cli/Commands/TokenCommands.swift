import ArgumentParser
import TrackerDomain
import TrackerService

/// Access over the network: making, listing and revoking tokens.
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: help(vi: "Mã truy cập qua mạng: cấp, xem, thu hồi.", en: "Access tokens: create, list, revoke."),
        discussion: example(
            "phuluc token create --role lead --agency \"Sở Tư pháp\" --expires 31/12/2026", "phuluc token list",
            "phuluc token revoke 3"),
        subcommands: [TokenCreateCommand.self, TokenListCommand.self, TokenRevokeCommand.self],
        defaultSubcommand: TokenListCommand.self)
}

struct TokenCreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: help(vi: "Cấp mã truy cập; chỉ hiện một lần.", en: "Makes an access token; it is shown once."),
        discussion: help(
            vi: """
                Vai trò: lead (chủ trì), cooperating (phối hợp), standing (thường trực), supervisor (theo dõi lĩnh vực), reader \
                (chỉ đọc), calendar (lịch). Kho chỉ giữ SHA-256 của mã.


                """,
            en: """
                Roles: lead, cooperating, standing, supervisor, reader (reads everything), calendar (a feed). The store keeps \
                only the token's SHA-256.


                """)
            + example("phuluc token create --role lead --agency \"Sở Tư pháp\" --expires 31/12/2026"))

    @Option(help: argumentHelp(vi: "Vai trò.", en: "The role.", valueName: "role"))
    var role: AccessRole

    @Option(
        help: argumentHelp(
            vi: "Cơ quan (tên hoặc mã); chỉ reader không cần.",
            en: "The agency (name or id); only a reader needs none.",
            valueName: "agency"))
    var agency: String?

    @Option(
        help: argumentHelp(vi: "Ngày cuối còn hiệu lực.", en: "The last day on which it is valid.", valueName: "date"))
    var expires: CivilDate?

    @Option(help: argumentHelp(vi: "Cấp cho ai.", en: "Whom it is for.", valueName: "name"))
    var name = ""

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let request = TokenRequest(
            name: name.precomposed, role: role, agency: agency?.precomposed, expiresOn: expires)
        try context.write(NewTokenView(token: try context.tracker().createToken(request)))
    }
}

struct TokenListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: help(vi: "Các mã truy cập.", en: "The access tokens."),
        discussion: example("phuluc token list --all"))

    @Flag(help: argumentHelp(vi: "Cả mã hết hạn và đã thu hồi.", en: "Also expired and revoked ones."))
    var all = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.write(
            TokenListView(tokens: try context.tracker().tokens(includingEnded: all), asOf: context.ambient.today))
    }
}

struct TokenRevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: help(vi: "Thu hồi mã truy cập, có hiệu lực ngay.", en: "Revokes an access token at once."),
        discussion: example("phuluc token revoke 3"))

    @Argument(help: argumentHelp(vi: "Số của mã.", en: "The token's number.", valueName: "id"))
    var id: Int64

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        try context.write(RevokedTokenView(entry: try context.tracker().revokeToken(id)))
    }
}
