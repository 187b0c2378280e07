import Foundation
import Logging
import TrackerDomain
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
        var json = JSONObjectText()
        json.add("time", String(ambient.now()))
        json.add("level", event.level.rawValue)
        json.add("message", "\(event.message)")
        var entries = metadata
        if let more = event.metadata { entries.merge(more) { $1 } }
        // Hummingbird's name for it.
        if let id = entries.removeValue(forKey: "hb.request.id") { entries["id"] = entries["id"] ?? id }
        for (name, value) in entries.sorted(by: { $0.key < $1.key }) { json.add(name, "\(value)") }
        write(json.text + "\n")
    }
}
