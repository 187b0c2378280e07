import Foundation
import Synchronization
import TrackerDomain
import TrackerService

/// For the tests only: `PHULUC_TEST_STOP_AT=claimed` kills the program, as `kill -9` would, after it has claimed a message, so that they
/// can see what a later run makes of what is left; `claimed:3` after the third. The steps are ``ReminderStep``.
enum ReminderInterruption {
    /// Kills the program at the step that the environment names; `nil` where it names none.
    static var observer: (@Sendable (ReminderStep) throws(TrackerError) -> Void)? {
        guard let words = ProcessInfo.processInfo.environment["PHULUC_TEST_STOP_AT"]?.split(separator: ":"),
            let stop = words.first.flatMap({ ReminderStep(rawValue: String($0)) })
        else { return nil }
        let left = Countdown(words.count > 1 ? Int(words[1]) ?? 1 : 1)
        return { step throws(TrackerError) in
            if step == stop, left.isOver() { kill(getpid(), SIGKILL) }
        }
    }

    private final class Countdown: Sendable {
        private let left: Mutex<Int>

        init(_ count: Int) { left = Mutex(count) }

        func isOver() -> Bool {
            left.withLock {
                $0 -= 1
                return $0 == 0
            }
        }
    }
}
