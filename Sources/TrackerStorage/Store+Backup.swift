internal import GRDB
package import TrackerDomain

extension Store {
    /// Copies the whole store into another file, page by page, in one consistent snapshot; other processes go on reading and
    /// writing. What the file held before is gone; a store that other processes have open there sees the new contents
    /// at once.
    package func copy(into path: String) throws(TrackerError) {
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            let target = try DatabaseQueue(path: path, configuration: configuration)
            try connections.backup(to: target)
            // A copy is one file, without a log beside it.
            try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            try target.close()
        } catch {
            throw StoreFailure.trackerError(for: error, path: path, report: report)
        }
    }
}
