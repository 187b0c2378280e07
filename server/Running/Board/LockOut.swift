import Synchronization
import TrackerService

/// Counts the wrong tokens that come from each address: after ten within a quarter of an hour, the address waits for a quarter
/// of an hour.
final class LockOut: Sendable {
    /// How many wrong tokens lock an address out.
    static let attempts = 10
    /// Within which they count, and for which it waits, in nanoseconds.
    static let span: Int64 = 15 * 60 * 1_000_000_000
    /// How many addresses are remembered at once: what is remembered must not be what fills the memory.
    static let capacity = 10_000

    private let addresses = Mutex<[String: Attempts]>([:])

    private struct Attempts {
        /// When the last wrong tokens came, the oldest first.
        var wrong: [Int64] = []
        var lockedUntil = Int64.min
    }

    /// The seconds that an address still has to wait; `nil` where it may try.
    func wait(for address: String, at now: Int64 = Ambient.stopwatch) -> Int? {
        let until = addresses.withLock { $0[address]?.lockedUntil } ?? .min
        return until > now ? Int((until - now + 999_999_999) / 1_000_000_000) : nil
    }

    /// Counts a wrong token.
    func noteWrong(from address: String, at now: Int64 = Ambient.stopwatch) {
        addresses.withLock { addresses in
            if addresses.count >= Self.capacity { Self.forget(&addresses, at: now) }
            var attempts = addresses[address] ?? Attempts()
            attempts.wrong = attempts.wrong.filter { now - $0 < Self.span } + [now]
            if attempts.wrong.count >= Self.attempts {
                attempts = Attempts(lockedUntil: now + Self.span)
            }
            addresses[address] = attempts
        }
    }

    /// Forgets who has nothing left to count; where most have, all but those who are locked out, and where even those are too
    /// many, everybody.
    private static func forget(_ addresses: inout [String: Attempts], at now: Int64) {
        addresses = addresses.filter { $0.value.lockedUntil > now || $0.value.wrong.contains { now - $0 < span } }
        if addresses.count > capacity / 2 { addresses = addresses.filter { $0.value.lockedUntil > now } }
        if addresses.count > capacity / 2 { addresses.removeAll() }
    }
}
