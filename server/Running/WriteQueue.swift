import NIOPosix
import Synchronization
import TrackerDomain
import TrackerService

/// Brings the changes of many clients to the one writer that SQLite has: whatever has come while a transaction was being
/// committed goes into the next one together, and is answered after its commit.
final class WriteQueue: Sendable {
    private let tracker: Tracker
    private let state = Mutex(State())

    private struct State {
        var pending: [(action: KeyedAction, answer: CheckedContinuation<ActionAnswer, any Error>)] = []
        var isRunning = false
    }

    /// At most so many changes go into one transaction, so that none waits long for others.
    private static let batch = 256
    /// More than so many do not wait: the disk does not keep up.
    private static let capacity = 4_096

    init(_ tracker: Tracker) {
        self.tracker = tracker
    }

    /// Does an action; returns when it is on the disk.
    func perform(_ action: KeyedAction) async throws -> ActionAnswer {
        try await withCheckedThrowingContinuation { continuation in
            let (isFull, starts) = state.withLock { state in
                guard state.pending.count < Self.capacity else { return (true, false) }
                state.pending.append((action, continuation))
                defer { state.isRunning = true }
                return (false, !state.isRunning)
            }
            if isFull {
                continuation.resume(throwing: HTTPProblem.tooManyRequests(seconds: 1))
            } else if starts {
                NIOThreadPool.singleton.submit { [self] _ in drain() }
            }
        }
    }

    /// Runs on a thread that may wait for the disk, one at a time.
    private func drain() {
        while true {
            let next = state.withLock { state in
                let next = state.pending.prefix(Self.batch)
                state.pending.removeFirst(next.count)
                if next.isEmpty { state.isRunning = false }
                return Array(next)
            }
            guard !next.isEmpty else { return }
            do throws(TrackerError) {
                let answers = try tracker.perform(next.map(\.action))
                for (waiting, answer) in zip(next, answers) { waiting.answer.resume(with: answer.mapError { $0 }) }
            } catch {
                for waiting in next { waiting.answer.resume(throwing: error) }
            }
        }
    }
}
