import ArgumentParser
import Foundation
import Hummingbird
import Logging
import NIOCore
import TrackerDomain
import TrackerService

/// The program: reads its settings and serves until it is told to stop.
@main
struct ServerMain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phuluc-server",
        abstract: "Serves the tracker over HTTP: see /v1/openapi.json.",
        discussion: """
            A setting is taken from its flag, else from the environment (PHULUC_PORT), else from the file given with --config \
            ({"port": 8080}), else it has its default.

            Example:
              phuluc-server --store /var/lib/phuluc/phuluc.sqlite --port 8080
            """)

    @Option(help: "The store; it has to exist.")
    var store: String?

    @Option(help: "The address to listen on (default: 127.0.0.1).")
    var host: String?

    @Option(help: "The port to listen on (default: 8080).")
    var port: String?

    @Option(help: "A JSON file with settings.")
    var config: String?

    @Option(
        name: .customLong("set"),
        help: "Another setting, such as requestsPerMinute=600; can be given several times.")
    var more: [String] = []

    @Option(help: "The language of messages: vi or en.")
    var lang = "vi"

    @Flag(help: "Check the settings and the store, say what is wrong, and end.")
    var check = false

    func run() async throws {
        let language = Language(rawValue: lang) ?? .vi
        do {
            let settings = try settings()
            let ambient = Ambient.live
            guard let level = Logger.Level(rawValue: settings.logLevel) else {
                throw Settings.Problem(
                    sentence: LocalizedText(
                        vi: "Không có mức nhật ký “\(settings.logLevel)”.",
                        en: "There is no log level “\(settings.logLevel)”."))
            }
            let logger = Logger(label: "phuluc-server") { _ in JSONLog(level: level, ambient: ambient) }
            // One thread for each reader, and the writer's.
            NIOSingletons.blockingPoolThreadCountSuggestion = settings.readers + 1
            let tracker = try Tracker(path: settings.store, readers: settings.readers, ambient: ambient) { details in
                logger.error("unexpected failure of the store", metadata: ["details": "\(details)"])
            }
            if check {
                return FileHandle.standardOutput.write(Data(language(vi: "Cấu hình dùng được.\n", en: "Fit.\n").utf8))
            }
            try await buildServer(tracker, settings: settings, logger: logger).runService()
        } catch let problem as Settings.Problem {
            throw ValidationError(problem.sentence(language))
        } catch let error as TrackerError {
            throw ValidationError(error.words(in: language))
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
        for (name, value) in [("store", store), ("host", host), ("port", port)] { flags[name] = value ?? flags[name] }
        return try Settings(
            flags: flags, environment: ProcessInfo.processInfo.environment,
            file: try config.map { path throws(Settings.Problem) in try Settings.read(file: path) } ?? [:])
    }
}
