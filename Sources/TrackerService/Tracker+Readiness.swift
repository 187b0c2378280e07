internal import Foundation
package import TrackerDomain
internal import TrackerStorage

extension Tracker {
    /// Bytes that have to be free for changes to be accepted.
    static let neededSpace: Int64 = 64 << 20

    /// Fails where the store is no longer the file at its path, cannot be read, belongs to another version, or has no room left to grow.
    package func requireReady() throws(TrackerError) {
        try store.requireSameFile()
        try store.read { try $0.requireCurrentSchema(path: store.path) }
        let folder = URL(fileURLWithPath: store.path).deletingLastPathComponent().path
        let system = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = system?[.systemFreeSize] as? NSNumber, free.int64Value < Self.neededSpace else { return }
        throw .diskFull(path: store.path)
    }
}
