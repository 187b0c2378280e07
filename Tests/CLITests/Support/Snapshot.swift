import Foundation
import Testing

/// Compares a text with `Snapshots/NAME.txt`; with `RECORD_SNAPSHOTS=1` in the environment writes the file instead.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Snapshot.folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(at: Snapshot.folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return
    }
    guard let data = FileManager.default.contents(atPath: file.path) else {
        Issue.record("there is no snapshot \(name); record it with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
        return
    }
    let recorded = String(decoding: data, as: UTF8.self)
    // Bytes, not characters: a composed and a decomposed letter are equal as strings.
    guard !recorded.utf8.elementsEqual(text.utf8) else { return }
    Issue.record(
        "\(name) differs from its snapshot (- recorded, + now):\n\(Snapshot.difference(from: recorded, to: text))",
        sourceLocation: sourceLocation)
}

enum Snapshot {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Snapshots")

    /// The lines that went and came, in their order, with their numbers.
    static func difference(from old: String, to new: String) -> String {
        let (before, after) = (lines(of: old), lines(of: new))
        let changes = after.difference(from: before) { $0.utf8.elementsEqual($1.utf8) }
        var removed: [Int: String] = [:]
        var inserted: [Int: String] = [:]
        for change in changes {
            switch change {
            case .remove(let offset, let line, _): removed[offset] = line
            case .insert(let offset, let line, _): inserted[offset] = line
            }
        }
        var result: [String] = []
        var (left, right) = (0, 0)
        while left < before.count || right < after.count {
            if let line = removed[left] {
                result.append("-\(left + 1): \(line)")
                left += 1
            } else if let line = inserted[right] {
                result.append("+\(right + 1): \(line)")
                right += 1
            } else {
                (left, right) = (left + 1, right + 1)
            }
        }
        return result.joined(separator: "\n")
    }

    private static func lines(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
