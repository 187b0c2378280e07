import Crypto
import Foundation
import Hummingbird
import Synchronization
import TrackerDomain

/// Answers that were given before, good for as long as nobody, in this process or another, has changed the store and the day
/// is the same.
final class AnswerCache: Sendable {
    /// Everything that an answer depends on beside the store and the day, as a hash: no secret is kept.
    struct Key: Hashable, Sendable {
        private let digest: SHA256Digest

        init(_ request: Request) {
            var hash = SHA256()
            let headers = request.headers
            for part in [
                headers[.authorization], request.uri.string, headers[.accept], request.language.rawValue,
            ] {
                let bytes = Data((part ?? "").utf8)
                withUnsafeBytes(of: bytes.count) { hash.update(bufferPointer: $0) }
                hash.update(data: bytes)
            }
            digest = hash.finalize()
        }
    }

    /// Until when answers are good.
    struct Moment: Hashable, Sendable {
        /// ``Tracker/changeCount()`` before the answer was made.
        let changes: Int
        let day: CivilDate
    }

    /// What was answered, and to whom.
    struct Entry: Sendable {
        let access: AccessToken
        let answer: Answer
    }

    private enum Slot {
        case there(Entry)
        /// Somebody makes it; whoever else asks waits for the same.
        case coming(Task<Entry, any Error>)
    }

    private struct State {
        var moment: Moment?
        var slots: [Key: Slot] = [:]
        var bytes = 0
    }

    private let capacity: Int
    private let state = Mutex(State())

    /// - Parameter capacity: the bytes that the answers may take together.
    init(capacity: Int = 16 << 20) {
        self.capacity = capacity
    }

    /// The answer that was given before, or the one that `make` gives now. Of many who ask the same at once, one makes it.
    /// What could not be made is thrown to all who waited for it, and tried again by the next.
    ///
    /// - Parameter moment: looked up after the request had come; what was kept for an earlier moment goes.
    func entry(
        for key: Key, at moment: Moment, orMake make: @escaping @Sendable () async throws -> Entry
    ) async throws -> (entry: Entry, isNew: Bool) {
        let (slot, isNew) = state.withLock { state -> (Slot, Bool) in
            if let last = state.moment, last.changes > moment.changes {
                // Somebody has changed the store since this request looked: its answer is for nobody else.
                return (.coming(Task(operation: make)), true)
            }
            if state.moment != moment { state = State(moment: moment) }
            if let slot = state.slots[key] { return (slot, false) }
            let slot = Slot.coming(Task(operation: make))
            state.slots[key] = slot
            return (slot, true)
        }
        switch slot {
        case .there(let entry): return (entry, false)
        case .coming(let task) where isNew:
            let result = await task.result
            settle(try? result.get(), for: key, at: moment)
            return (try result.get(), true)
        case .coming(let task): return (try await task.value, false)
        }
    }

    private func settle(_ entry: Entry?, for key: Key, at moment: Moment) {
        state.withLock { state in
            guard state.moment == moment else { return }
            state.slots[key] = nil
            guard let entry else { return }
            let bytes = entry.answer.body.storageCapacity + Self.overhead
            guard bytes <= capacity / 16 else { return }
            if state.bytes + bytes > capacity { state = State(moment: moment) }
            state.slots[key] = .there(entry)
            state.bytes += bytes
        }
    }

    /// What an answer takes beside its body, in bytes.
    private static let overhead = 1_024
}
