import Synchronization
import TrackerService

/// Counts the requests of each token, or of each address: as many as are allowed in a minute at once, then as they come free again.
final class RateLimit<Key: Hashable & Sendable>: Sendable {
    private let perMinute: Int
    private let buckets = Mutex<[Key: Bucket]>([:])

    private struct Bucket {
        var left: Double
        var at: Int64
    }

    /// - Parameter perMinute: 0 for as many as anybody likes.
    init(perMinute: Int) {
        self.perMinute = perMinute
    }

    /// Who is remembered at once: what is remembered must not be what fills the memory.
    private static var capacity: Int { 10_000 }

    /// Forgets who has been quiet for a minute, for they have all of theirs free again; where most have not, everybody, so that
    /// a flood from many addresses does not have this done for each request.
    private static func forget(_ buckets: inout [Key: Bucket], at now: Int64) {
        buckets = buckets.filter { now - $0.value.at < 60_000_000_000 }
        if buckets.count > capacity / 2 { buckets.removeAll() }
    }

    /// Takes one request off; returns the seconds to wait where none is left.
    func take(_ key: Key, at now: Int64 = Ambient.stopwatch) -> Int? {
        guard perMinute > 0 else { return nil }
        let rate = Double(perMinute) / 60e9
        return buckets.withLock { buckets in
            if buckets.count >= Self.capacity { Self.forget(&buckets, at: now) }
            var bucket = buckets[key] ?? Bucket(left: Double(perMinute), at: now)
            bucket.left = min(Double(perMinute), bucket.left + Double(now - bucket.at) * rate)
            bucket.at = now
            defer { buckets[key] = bucket }
            guard bucket.left >= 1 else { return max(1, Int(((1 - bucket.left) / rate / 1e9).rounded(.up))) }
            bucket.left -= 1
            return nil
        }
    }
}
