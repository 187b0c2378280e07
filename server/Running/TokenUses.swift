import Synchronization
import TrackerDomain
import TrackerService

/// Remembers when the use of each token was last written down: of many requests at once, one writes.
final class TokenUses: Sendable {
    private let noted = Mutex<[Int64: Int64]>([:])

    /// Whether the use of a token has to be written down now; says so to one caller.
    func isDue(_ token: AccessToken, at now: Int64) -> Bool {
        func isRecent(_ use: Int64?) -> Bool { use.map { (0..<Tracker.useResolution).contains(now - $0) } ?? false }
        guard !isRecent(token.lastUsedAt) else { return false }
        return noted.withLock { noted in
            guard !isRecent(noted[token.id]) else { return false }
            noted[token.id] = now
            return true
        }
    }
}
