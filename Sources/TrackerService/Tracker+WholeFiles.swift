internal import Foundation
internal import TrackerDomain

extension Tracker {
    /// Writes a file piece by piece; it takes its name when it is complete and on the disk.
    func writeWhole<Result>(
        _ path: String, replaces: Bool,
        _ body: ((String) throws -> Void) throws(TrackerError) -> Result
    ) throws(TrackerError) -> Result {
        try requirePlace(path, replaces: replaces)
        let partial = PartialFile(for: path)
        defer { partial.remove() }
        guard FileManager.default.createFile(atPath: partial.path, contents: nil),
            let file = FileHandle(forWritingAtPath: partial.path)
        else { throw .storeNotWritable(path: path) }
        var buffer = Data()
        func flush() throws {
            do {
                try file.write(contentsOf: buffer)
            } catch {
                throw TrackerError.diskFull(path: path)
            }
            buffer.removeAll(keepingCapacity: true)
        }
        let result = try body { text in
            buffer.append(contentsOf: text.utf8)
            if buffer.count > 1 << 16 { try flush() }
        }
        do {
            try flush()
            try file.synchronize()
        } catch {
            throw .diskFull(path: path)
        }
        try partial.takeName(path)
        return result
    }
}
