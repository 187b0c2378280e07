import ArgumentParser
import Foundation
import TrackerDomain
import TrackerOutput

/// A command that works on a server as it does on a store. The others need the store's file.
protocol ServerCommand: ParsableCommand {}

extension CommandContext {
    /// The server that is asked instead of a store: `--server`, or `PHULUC_SERVER` where nobody names a store.
    func server() throws(TrackerError) -> ServerConnection? {
        guard let url = Self.serverURL(given: options.server, store: options.store) else { return nil }
        let refused = [
            ("--store", options.store), ("--today", options.today?.description), ("--as", options.agency),
        ]
        for (name, value) in refused {
            guard let value else { continue }
            throw .invalidInput(
                name: name, value: value,
                hint: LocalizedText(
                    vi: "không dùng cùng --server: máy chủ có kho, ngày và cơ quan của mã truy cập.",
                    en: "it does not go with --server, which has its store, its day and the token's agency."))
        }
        let tokenFile = options.tokenFile ?? ProcessInfo.processInfo.environment["PHULUC_TOKEN_FILE"]
        return try ServerConnection(url: url, tokenFile: tokenFile)
    }

    private static func serverURL(given: String?, store: String?) -> String? {
        given ?? (store == nil ? ProcessInfo.processInfo.environment["PHULUC_SERVER"] : nil)
    }

    /// Refuses a server for a command that needs the store's file.
    static func requireFile(for command: any ParsableCommand, arguments: [String]) throws(TrackerError) {
        let type = type(of: command)
        guard !(command is any ServerCommand), type.configuration.subcommands.isEmpty, arguments.first != "help",
            let url = serverURL(
                given: HelpText.value(of: "--server", in: arguments),
                store: HelpText.value(of: "--store", in: arguments))
        else { return }
        throw .invalidInput(
            name: "--server", value: url,
            hint: LocalizedText(
                vi: "lệnh này chỉ làm việc trên tệp kho dữ liệu; chạy tại máy chủ, với --store.",
                en: "this command works only on the store's file; run it where the server is, with --store."))
    }

    /// Writes what a command shows: as a server answers, where one is named, otherwise from the store.
    func show<View: Rendering>(_ request: ServerRequest, _ view: () throws -> View) throws {
        guard let server = try server() else { return try write(try view()) }
        try write(answerOf: server, to: request)
    }

    func write(answerOf server: ServerConnection, to request: ServerRequest) throws {
        var request = request
        if options.format == .text {
            let style = textStyle
            request.query += [
                ("columns", String(min(max(style.width, 40), 400))), ("colour", style.usesColour.ifSet),
            ]
        }
        do {
            let answer = try server.answer(to: request, as: options.format, in: language)
            StandardStreams.out.write(options.format == .json ? answer + "\n" : answer)
        } catch {
            guard case .problem(let problem, _) = error, problem.code == "notAcceptable", options.format == .csv else {
                throw error
            }
            throw Self.notAList
        }
    }
}
