import Hummingbird
import NIOCore
import Synchronization
import TrackerService

/// Reads bodies, and gives up those that take too long to come. One clock for all: a timer for each would cost more than reading
/// most of them.
final class SlowBodies: Sendable {
    private struct Reading {
        let until: Int64
        let task: Task<ByteBuffer, any Error>
    }

    private struct State {
        var next = 0
        var readings: [Int: Reading] = [:]
        var watch: Task<Void, Never>?
    }

    private let patience: Duration
    private let state = Mutex(State())

    /// - Parameter patience: how long a body may take.
    init(patience: Duration) {
        self.patience = patience
    }

    /// The whole body; throws ``HTTPProblem`` where it is longer than `limit` bytes or comes too slowly.
    func collect(_ body: RequestBody, upTo limit: Int) async throws -> ByteBuffer {
        let reading = Task { try await body.collect(upTo: limit) }
        let number = begin(reading)
        defer { end(number) }
        do {
            return try await withTaskCancellationHandler {
                try await reading.value
            } onCancel: {
                reading.cancel()
            }
        } catch is NIOTooManyBytesError {
            throw HTTPProblem.bodyTooLarge(limit: limit)
        } catch is CancellationError {
            throw HTTPProblem.bodyTooSlow
        }
    }

    private func begin(_ task: Task<ByteBuffer, any Error>) -> Int {
        let until = Ambient.stopwatch + Int64(patience / .nanoseconds(1))
        return state.withLock { state in
            state.next += 1
            state.readings[state.next] = Reading(until: until, task: task)
            if state.watch == nil { state.watch = Task { [weak self] in await self?.watch() } }
            return state.next
        }
    }

    private func end(_ number: Int) {
        state.withLock { state in state.readings[number] = nil }
    }

    /// Looks four times a second, as long as somebody reads.
    private func watch() async {
        var isWatching = true
        while isWatching {
            try? await Task.sleep(for: .milliseconds(250))
            let now = Ambient.stopwatch
            isWatching = state.withLock { state in
                for reading in state.readings.values where reading.until < now { reading.task.cancel() }
                if state.readings.isEmpty { state.watch = nil }
                return !state.readings.isEmpty
            }
        }
    }
}
