internal import Foundation
package import TrackerDomain
internal import TrackerStorage

/// A copy of a store that was made and checked.
package struct BackupReport: Sendable {
    package let path: String
    /// Its size in bytes.
    package let size: Int
    package let verification: Verification
}

/// A store that was brought back.
package struct RestoreReport: Sendable {
    package let source: String
    package let store: String
    /// Where the store that stood there before has been put.
    package let previous: String?
    package let verification: Verification
    /// How many tokens open the store that was brought back.
    package let tokens: Int
    /// How many of the source's tokens had been revoked in the store that stood there before; they stay revoked.
    package let revoked: Int
}

extension Tracker {
    /// Copies the store into a file while other processes go on writing. The copy is checked as ``verify(head:)`` does before
    /// it takes its name; one that is not sound is thrown away.
    @discardableResult
    package func backup(to path: String, replaces: Bool) throws(TrackerError) -> BackupReport {
        try requirePlace(path, replaces: replaces)
        let partial = PartialFile(for: path)
        defer { partial.remove() }
        try store.copy(into: partial.path)
        let verification = try Self.verifiedCopy(at: partial.path, ambient: ambient, named: store.path)
        try partial.takeName(path)
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        return BackupReport(path: path, size: size, verification: verification)
    }

    /// Refuses to write a copy onto the store itself or onto a store in use, into a folder that is not there, or, without
    /// being asked to, onto any file.
    func requirePlace(_ path: String, replaces: Bool) throws(TrackerError) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.fileExists(atPath: folder) else { throw .notFound(.file(folder), nearest: []) }
        let belongsToStore = ["", "-wal", "-shm"].contains { Self.isSameFile(path, store.path + $0) }
        guard !belongsToStore, !Self.isInUse(path) else {
            throw .invalidInput(
                name: "FILE", value: path,
                hint: LocalizedText(
                    vi: "đây là kho dữ liệu đang dùng; chọn tên khác.",
                    en: "this is a store in use; choose another name."))
        }
        guard replaces || !FileManager.default.fileExists(atPath: path) else { throw .fileExists(path: path) }
    }

    /// Whether a store is open there with changes that are only in its log yet.
    private static func isInUse(_ path: String) -> Bool {
        let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
        return (log ?? 0) > 0
    }

    private static func isSameFile(_ one: String, _ other: String) -> Bool {
        func identity(_ path: String) -> [Int]? {
            let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
            guard let found = try? FileManager.default.attributesOfItem(atPath: resolved),
                let volume = found[.systemNumber] as? Int, let number = found[.systemFileNumber] as? Int
            else { return nil }
            return [volume, number]
        }
        return identity(one).map { $0 == identity(other) } ?? false
    }

    /// Brings a store back from a backup or from an export.
    ///
    /// A token that was revoked in the store that stands there stays revoked: what has leaked must not come back to life with a
    /// backup. The source is checked first, in a copy, and is not changed. A store that stands at `path` is replaced only where the caller
    /// says so, and is kept beside it; programs that have it open see the new contents at once.
    package static func restore(
        from source: String, to path: String, replaces: Bool, ambient: Ambient
    ) throws(TrackerError) -> RestoreReport {
        guard FileManager.default.fileExists(atPath: source) else { throw .notFound(.file(source), nearest: []) }
        let exists = FileManager.default.fileExists(atPath: path)
        guard replaces || !exists else { throw .fileExists(path: path) }
        let scratch = PartialFile(for: path)
        defer { scratch.remove() }
        if try isDatabase(source) {
            try copyBackup(source, to: scratch.path)
        } else {
            try readExport(source, into: scratch.path, ambient: ambient)
        }
        let verification = try verifiedCopy(at: scratch.path, ambient: ambient, named: source)
        let revoked = exists ? try revoke(in: scratch.path, asIn: path, ambient: ambient) : 0
        let copy = try Tracker(path: scratch.path, ambient: ambient)
        // Who signed out, or was signed out, after the backup stays so.
        try copy.store.write { try $0.deleteSessions() }
        let tokens = try copy.tokens().count
        let previous = exists ? try replace(path, with: scratch, ambient: ambient) : nil
        if !exists {
            try Tracker(path: scratch.path, ambient: ambient).store.copy(into: scratch.path + "-whole")
            try PartialFile(at: scratch.path + "-whole").takeName(path)
        }
        return RestoreReport(
            source: source, store: path, previous: previous, verification: verification, tokens: tokens,
            revoked: revoked)
    }

    /// Revokes in a copy what has been revoked in a store; one that cannot be opened any more tells nothing.
    private static func revoke(
        in copy: String, asIn path: String, ambient: Ambient
    ) throws(TrackerError) -> Int {
        guard let old = try? Tracker(path: path, ambient: ambient),
            let stored = try? old.store.read({ try $0.tokens() })
        else { return 0 }
        let ended = Dictionary(stored.map { ($0.hash, $0.token.revokedAt) }, uniquingKeysWith: { first, _ in first })
        return try Tracker(path: copy, ambient: ambient).store.write { transaction in
            var count = 0
            for token in try transaction.reading.tokens() where token.token.revokedAt == nil {
                guard let day = ended[token.hash] ?? nil else { continue }
                try transaction.revokeToken(token.token.id, at: day)
                count += 1
            }
            return count
        }
    }

    /// Checks a copy and refuses one that is not sound.
    private static func verifiedCopy(
        at path: String, ambient: Ambient, named name: String
    ) throws(TrackerError) -> Verification {
        let verification = try Tracker(path: path, ambient: ambient).verify()
        guard verification.isSound else { throw .storeDamaged(path: name) }
        return verification
    }

    private static func isDatabase(_ path: String) throws(TrackerError) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path), let start = try? file.read(upToCount: 16) else {
            throw .notReadable(path)
        }
        return start.starts(with: Data("SQLite format 3".utf8))
    }

    private static func copyBackup(_ source: String, to path: String) throws(TrackerError) {
        guard !isInUse(source) else {
            throw .fileUnreadable(
                path: source,
                reason: LocalizedText(
                    vi: "tệp đang được dùng như một kho dữ liệu; tạo bản sao bằng “phuluc backup” trước.",
                    en: "it is in use as a store; make a copy of it with “phuluc backup” first."))
        }
        do {
            try FileManager.default.copyItem(atPath: source, toPath: path)
        } catch {
            throw .storeNotWritable(path: path)
        }
    }

    /// Puts the new contents into the store that is there, and keeps the old ones beside it. A file that cannot be opened
    /// any more is moved away as it is.
    private static func replace(
        _ path: String, with scratch: PartialFile, ambient: Ambient
    ) throws(TrackerError) -> String {
        let kept = PartialFile.freeName(path + ".before-restore")
        let new = try Tracker(path: scratch.path, ambient: ambient)
        if let old = try? Tracker(path: path, ambient: ambient), (try? old.store.copy(into: kept)) != nil {
            try new.store.copy(into: path)
            return kept
        }
        try? FileManager.default.removeItem(atPath: kept)
        for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
            try PartialFile(at: path + suffix).takeName(kept + suffix)
        }
        try new.store.copy(into: path)
        return kept
    }
}

/// A file on its way: it is written under a name of its own beside its place, and takes its name when it is whole.
struct PartialFile {
    let path: String

    init(for place: String) {
        path = "\(place).\(ProcessInfo.processInfo.processIdentifier).partial"
    }

    init(at path: String) {
        self.path = path
    }

    func takeName(_ name: String) throws(TrackerError) {
        guard rename(path, name) == 0 else { throw .storeNotWritable(path: name) }
        // The new name itself must survive a crash.
        let folder = URL(fileURLWithPath: name).deletingLastPathComponent().path
        try? FileHandle(forReadingAtPath: folder)?.synchronize()
    }

    /// Removes what is left of it, with what SQLite puts beside a file.
    func remove() {
        for suffix in ["", "-wal", "-shm", "-journal", "-whole"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }

    /// A name that no file has: the given one, or with a number behind it.
    static func freeName(_ name: String) -> String {
        let names = [name] + (2...999).map { "\(name)-\($0)" }
        return names.first { !FileManager.default.fileExists(atPath: $0) } ?? name
    }
}
