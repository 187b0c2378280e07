internal import GRDB
internal import TrackerDomain

#if canImport(Glibc)
    internal import Glibc
#endif

/// Turns what SQLite reports into what a user can act on.
enum StoreFailure {
    /// What a user is told; what nobody foresaw is reported in full, without the values of a statement's arguments.
    static func trackerError(
        for error: any Error, path: String, report: @Sendable (String) -> Void
    ) -> TrackerError {
        let known = trackerError(for: error, path: path)
        if known == .internal { report("\(error)") }
        return known
    }

    private static func trackerError(for error: any Error, path: String) -> TrackerError {
        if let known = error as? TrackerError { return known }
        guard let failure = error as? DatabaseError else { return .internal }
        switch failure.extendedResultCode {
        case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMSIZE:
            return .diskFull(path: path)
        default: break
        }
        switch failure.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .storeBusy(path: path)
        case .SQLITE_CORRUPT: return .storeDamaged(path: path)
        case .SQLITE_NOTADB: return .notAStore(path: path)
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: return .storeNotWritable(path: path)
        case .SQLITE_FULL: return .diskFull(path: path)
        case .SQLITE_IOERR: return .storeDamaged(path: path)
        default: return .internal
        }
    }
}

/// Whether a file is there, asked of the operating system.
enum FilePresence {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
