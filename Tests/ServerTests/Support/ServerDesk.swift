import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import TestSupport
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// A store with the plan of Sơn La in a folder of its own, and servers over it. Today is 08/02/2022.
final class ServerDesk: Sendable {
    private let place: TemporaryFolder
    var folder: URL { place.url }
    let tracker: Tracker
    let log = LogLines()

    init() throws {
        place = try TemporaryFolder()
        let path = place.file("kho.sqlite")
        try Self.sonLaStore.get().write(to: URL(filePath: path))
        tracker = try Self.tracker(over: path)
    }

    /// Keeps something until the desk is cleared away.
    func keep(_ object: AnyObject) { kept.append(object) }

    private let kept = Kept()

    private final class Kept: @unchecked Sendable {
        private let lock = NSLock()
        private var objects: [AnyObject] = []

        func append(_ object: AnyObject) { lock.withLock { objects.append(object) } }
    }

    static func tracker(over path: String, readers: Int = 2) throws -> Tracker {
        let day = try #require(CivilDate(iso: "2022-02-08"))
        return try Tracker(path: path, createsStore: readers == 0, readers: readers, ambient: .standing(at: day))
    }

    /// The secret of a new token.
    func token(_ role: AccessRole, _ agency: String? = nil) throws -> String {
        try tracker.createToken(TokenRequest(name: "", role: role, agency: agency)).secret
    }

    /// Serves on a free port while `body` runs.
    func serve(
        _ change: (inout Settings) -> Void = { _ in },
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        var settings = Settings()
        settings.port = 0
        change(&settings)
        let lines = log
        let logger = Logger(label: "test") { _ in
            JSONLog(level: .info, ambient: .live) { lines.append($0) }
        }
        try await buildServer(tracker, settings: settings, logger: logger).test(.live, body)
    }

    /// A copy of a store into which the plan was imported once.
    private static let sonLaStore = Result {
        let folder = try TemporaryFolder()
        do {
            let tracker = try tracker(over: folder.file(), readers: 0)
            _ = try tracker.importPlan(
                from: try ImportSource(path: Repository.appendixData("plans/son-la-2021-2030").path))
            try tracker.backup(to: folder.file("copy.sqlite"), replaces: false)
        }
        return try Data(contentsOf: folder.url.appending(path: "copy.sqlite"))
    }
}

/// What the server wrote to its log.
final class LogLines: @unchecked Sendable {
    private let lock = NSLock()
    private var lines: [String] = []

    var all: [String] { lock.withLock { lines } }

    func append(_ line: String) { lock.withLock { lines.append(line) } }
}
