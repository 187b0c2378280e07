import Crypto
import Foundation
import Synchronization
import TrackerDomain

/// The tokens that changes came with before, so that a change goes straight to the queue of changes: whether its token is still good is
/// looked up there, in its own transaction. Good for nothing else.
final class KnownTokens: Sendable {
    /// Hashes, so that no secret is kept.
    private let tokens = Mutex<[SHA256Digest: AccessToken]>([:])

    /// More than are in use at an office; beyond that all are forgotten and looked up once more.
    private static let capacity = 10_000

    func token(_ secret: String) -> AccessToken? {
        let digest = SHA256.hash(data: Data(secret.utf8))
        return tokens.withLock { $0[digest] }
    }

    func keep(_ token: AccessToken, for secret: String) {
        let digest = SHA256.hash(data: Data(secret.utf8))
        tokens.withLock { tokens in
            if tokens.count >= Self.capacity { tokens.removeAll() }
            tokens[digest] = token
        }
    }
}
