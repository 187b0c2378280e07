/// How often sending a message is tried, and when again.
public enum ReminderRetry {
    /// How long a run may take to hand a message over before another run takes it for abandoned, in milliseconds.
    public static let leaseMilliseconds: Int64 = 10 * 60_000
    /// After so many attempts that failed for a while the message is a dead letter, which a person sends again.
    public static let attempts = 5

    /// How long to wait after an attempt that failed, in milliseconds: 10 minutes, 40 minutes, 2 h 40, 10 h 40.
    ///
    /// - Parameter attempt: the number of the attempt, from 1 on.
    public static func milliseconds(after attempt: Int) -> Int64 {
        10 * 60_000 << (2 * Int64(min(max(attempt, 1), attempts) - 1))
    }

    /// The longest time that a message is ever put off: one that waits longer waits for a clock that has been set back.
    public static let longestWait = milliseconds(after: attempts)
}
