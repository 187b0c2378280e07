import Foundation
import Testing

/// Compares a text with `Snapshots/NAME.TYPE`; with `RECORD_SNAPSHOTS=1` in the environment writes the file instead.
func expectSnapshot(
    _ text: String, _ name: String, type: String = "txt", sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name).\(type)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return
    }
    let recorded = try #require(
        FileManager.default.contents(atPath: file.path), "record it with RECORD_SNAPSHOTS=1",
        sourceLocation: sourceLocation)
    // Bytes, not characters: a composed and a decomposed letter are equal as strings.
    #expect(recorded == Data(text.utf8), "\(name) differs; now:\n\(text)", sourceLocation: sourceLocation)
}
