import Foundation
import Logging
import TrackerPayloads
import TrackerService

/// Writes each entry of the log as a line of JSON on standard error, for journald and whatever collects logs.
struct JSONLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level
    private let ambient: Ambient
    private let write: @Sendable (String) -> Void

    init(
        level: Logger.Level, ambient: Ambient,
        write: @escaping @Sendable (String) -> Void = { FileHandle.standardError.write(Data($0.utf8)) }
    ) {
        logLevel = level
        self.ambient = ambient
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var entry = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues { "\($0)" }
        // Hummingbird's name for it.
        if let id = entry.removeValue(forKey: "hb.request.id") { entry["id"] = entry["id"] ?? id }
        entry["time"] = String(ambient.now())
        entry["level"] = event.level.rawValue
        entry["message"] = "\(event.message)"
        write(JSONText.encode(entry) + "\n")
    }
}
