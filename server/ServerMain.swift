import ArgumentParser
import Foundation
import Hummingbird
import Logging
import NIOCore
import TrackerDomain
import TrackerOutput
import TrackerService

/// The program: reads its settings and serves until it is told to stop.
@main
struct ServerMain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phuluc-server",
        abstract: HelpText.language(
            vi: "Phục vụ kho dữ liệu qua HTTP: xem /v1/openapi.json.",
            en: "Serves the tracker over HTTP: see /v1/openapi.json."),
        discussion: HelpText.language(
            vi: """
                Mỗi thiết lập lấy từ tham số, nếu không có thì từ biến môi trường (PHULUC_PORT), rồi từ tệp của --config \
                ({"port": 8080}), sau cùng là giá trị mặc định. Đầy đủ: docs/server.md.

                Ví dụ:
                  phuluc-server --store /var/lib/phuluc/phuluc.sqlite --port 8080

                Mã kết thúc: 0 xong, 1 lỗi, 2 thiết lập sai, 3 không có kho, 6 kho bận, 7 kho hỏng.
                """,
            en: """
                A setting is taken from its flag, else from the environment (PHULUC_PORT), else from the file given with \
                --config ({"port": 8080}), else it has its default. All of them: docs/server.md.

                Example:
                  phuluc-server --store /var/lib/phuluc/phuluc.sqlite --port 8080

                Exit status: 0 done, 1 failed, 2 wrong settings, 3 no store, 6 store busy, 7 store damaged.
                """),
        version: "0.1.0")

    @Option(
        help: help(
            vi: "Kho dữ liệu; phải có sẵn (mặc định: phuluc.sqlite).",
            en: "The store; it has to exist (default: phuluc.sqlite)."))
    var store: String?

    @Option(
        help: help(vi: "Địa chỉ lắng nghe (mặc định: 127.0.0.1).", en: "The address to listen on (default: 127.0.0.1).")
    )
    var host: String?

    @Option(help: help(vi: "Cổng lắng nghe (mặc định: 8080).", en: "The port to listen on (default: 8080)."))
    var port: String?

    @Option(help: help(vi: "Chứng thư TLS: tệp PEM.", en: "The TLS certificate with its chain: a PEM file."))
    var tlsCert: String?

    @Option(help: help(vi: "Khóa của chứng thư: tệp PEM.", en: "The certificate's key: a PEM file."))
    var tlsKey: String?

    @Option(
        help: help(
            vi: "Tin X-Forwarded-For và -Proto của các máy này, ví dụ 127.0.0.1,10.0.0.0/8.",
            en: "Believe X-Forwarded-For and -Proto of these, such as 127.0.0.1,10.0.0.0/8."))
    var trustProxy: String?

    @Option(help: help(vi: "Tệp JSON với các thiết lập.", en: "A JSON file with settings."))
    var config: String?

    @Option(
        name: .customLong("set"),
        help: help(
            vi: "Thiết lập khác, ví dụ requestsPerMinute=600; dùng được nhiều lần.",
            en: "Another setting, such as requestsPerMinute=600; can be given several times."))
    var more: [String] = []

    @Option(help: help(vi: "Ngôn ngữ: vi hoặc en (mặc định: vi).", en: "The language: vi or en (default: vi)."))
    var lang: String?

    @Flag(
        help: help(
            vi: "Kiểm tra thiết lập và kho, nói chỗ sai rồi thôi.",
            en: "Check the settings and the store, say what is wrong, and end."))
    var check = false

    static func main() async {
        do {
            var command = try parseAsRoot()
            guard var server = command as? Self else { return try command.run() }
            try await server.run()
        } catch {
            let (text, status) = report(error)
            let stream = status == .done ? FileHandle.standardOutput : .standardError
            stream.write(Data((text + "\n").utf8))
            Foundation.exit(status.rawValue)
        }
    }

    mutating func run() async throws {
        guard lang.map({ Language(rawValue: $0) != nil }) ?? true else {
            throw Settings.Problem(
                sentence: LocalizedText(vi: "--lang là vi hoặc en.", en: "--lang is vi or en."))
        }
        let settings = try settings()
        try settings.requireHost()
        let ambient = Ambient.live
        let level = Logger.Level(rawValue: settings.logLevel) ?? .info
        let logger = Logger(label: "phuluc-server") { _ in JSONLog(level: level, ambient: ambient) }
        // One thread for each reader, and the writer's.
        NIOSingletons.blockingPoolThreadCountSuggestion = settings.readers + 1
        let tracker = try Tracker(path: settings.store, readers: settings.readers, ambient: ambient) { details in
            logger.error(
                "unexpected failure of the store",
                metadata: ["details": "\(details)", "id": "\(CurrentRequest.id ?? "-")"])
        }
        let server = try buildServer(tracker, settings: settings, logger: logger)
        if check {
            try tracker.requireReady()
            let text = HelpText.language(
                vi: "Thiết lập và kho dùng được.\n", en: "The settings and the store are fit.\n")
            return FileHandle.standardOutput.write(Data(text.utf8))
        }
        do {
            try await server.runService()
        } catch let error as IOError {
            throw Settings.Problem(
                sentence: LocalizedText(
                    vi: "Không lắng nghe được ở \(settings.host), cổng \(settings.port): \(error.description)",
                    en: "Cannot listen on \(settings.host), port \(settings.port): \(error.description)"))
        }
    }

    private func settings() throws(Settings.Problem) -> Settings {
        var flags: [String: String] = [:]
        for text in more {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, Settings.keys.contains(where: { $0.name == parts[0] }) else {
                throw Settings.Problem(
                    sentence: LocalizedText(vi: "Không hiểu --set “\(text)”.", en: "--set “\(text)” is not understood.")
                )
            }
            flags[parts[0]] = parts[1]
        }
        let named = [
            ("store", store), ("host", host), ("port", port), ("tlsCert", tlsCert), ("tlsKey", tlsKey),
            ("trustProxy", trustProxy),
        ]
        for (name, value) in named { flags[name] = value ?? flags[name] }
        return try Settings(
            flags: flags, environment: ProcessInfo.processInfo.environment,
            file: try config.map { path throws(Settings.Problem) in try Settings.read(file: path) } ?? [:])
    }

    /// What is told of an error, and the exit status; asking for help is none.
    private static func report(_ error: any Error) -> (text: String, status: ExitStatus) {
        let language = HelpText.language
        switch error {
        case let problem as Settings.Problem: return ("phuluc-server: \(problem.sentence(language))", .wrongUsage)
        case let error as TrackerError: return ("phuluc-server: \(error.words(in: language))", ExitStatus(error.code))
        default:
            let isHelp = exitCode(for: error).isSuccess
            guard isHelp || exitCode(for: error) == .validationFailure else {
                return ("phuluc-server: \(error)", .failed)
            }
            var text = HelpText.localized(isHelp ? fullMessage(for: error) : message(for: error))
            if !isHelp { text = "phuluc-server: " + text }
            return (text, isHelp ? .done : .wrongUsage)
        }
    }
}

/// The help of an option in the language of the command line.
private func help(vi: String, en: String) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: HelpText.language(vi: vi, en: en))
}
