import NIOCore
import NIOPosix
import Synchronization
import TrackerDomain
import TrackerPayloads
import TrackerService

/// Wakes those who follow the history when somebody, in this process or another, has changed the store. What they then
/// read comes from the history itself, so that nothing is missed and nothing comes twice, however slow a reader is.
final class EventFeed: Sendable {
    /// Why a follower is woken: something may be new, or the connection is to show that it lives.
    enum Wake: Sendable {
        case change, beat
    }

    private let tracker: Tracker
    private let state = Mutex(State())

    private struct State {
        var next = 0
        var followers: [Int: (token: Int64, wake: AsyncStream<Wake>.Continuation)] = [:]
        var watch: Task<Void, Never>?
    }

    static let capacity = 256
    static let capacityOfToken = 8

    init(_ tracker: Tracker) {
        self.tracker = tracker
    }

    /// Begins to follow; `nil` where the server or the token has too many followers.
    func follow(_ token: Int64) -> (number: Int, wakes: AsyncStream<Wake>)? {
        state.withLock { state in
            let own = state.followers.values.count { $0.token == token }
            guard state.followers.count < Self.capacity, own < Self.capacityOfToken else { return nil }
            let (wakes, wake) = AsyncStream.makeStream(of: Wake.self, bufferingPolicy: .bufferingNewest(2))
            state.next += 1
            let number = state.next
            state.followers[number] = (token, wake)
            // Nobody listens any more: also where the answer was never begun, as to HEAD.
            wake.onTermination = { [weak self] _ in self?.leave(number) }
            // What was written before it came is read at once, not with the next change.
            wake.yield(.change)
            if state.watch == nil { state.watch = Task { [weak self] in await self?.watch() } }
            return (state.next, wakes)
        }
    }

    /// Stops; the last follower stops the watching as well.
    func leave(_ number: Int) {
        let follower = state.withLock { state in
            let follower = state.followers.removeValue(forKey: number)
            if state.followers.isEmpty {
                state.watch?.cancel()
                state.watch = nil
            }
            return follower
        }
        // Outside of the lock: it tells those who wait for the end.
        follower?.wake.finish()
    }

    private func watch() async {
        var last: Int?
        var beat = 0
        while !Task.isCancelled {
            let count = try? await NIOThreadPool.singleton.runIfActive { [tracker] in try tracker.changeCount() }
            beat += 1
            if count != last {
                wake(.change)
            } else if beat % 60 == 0 {
                wake(.beat)
            }
            last = count ?? last
            // The only way to notice the changes of other processes.
            try? await Task.sleep(for: .milliseconds(250))
        }
    }

    private func wake(_ reason: Wake) {
        for follower in state.withLock({ Array($0.followers.values) }) { follower.wake.yield(reason) }
    }
}
