internal import Dispatch
internal import GRDB
internal import Synchronization
package import TrackerDomain

/// Changes that arrive at once, committed together: while one commit waits for the disk the next changes gather, and then go
/// into one transaction, each behind a savepoint of its own. Each caller hears of its own change, after the commit that made
/// it durable.
package final class WriteGroup: Sendable {
    private struct Change: Sendable {
        /// Makes the change and keeps what came of it.
        let make: @Sendable (WriteTransaction) throws -> Void
        /// Answers the caller: with what came of the change, or with the error for which the whole group was rolled back.
        let answer: @Sendable (TrackerError?) -> Void
    }

    /// At most so many changes go into one transaction, so that none waits long for the others.
    private static let largest = 256
    /// More than so many do not wait: the disk does not keep up.
    private static let patience = 4_096

    private let store: Store
    private let queue = DispatchQueue(label: "phuluc.changes")
    private let waiting = Mutex<[Change]>([])

    package init(store: Store) {
        self.store = store
    }

    /// Runs `body` in a transaction that it may share with others, and returns when it is durable. What `body` throws
    /// undoes its own writes only.
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (WriteTransaction) throws -> Value
    ) async throws(TrackerError) -> Value {
        let result: Result<Value, TrackerError> = await withCheckedContinuation { continuation in
            let outcome = Outcome<Value>()
            let change = Change(
                make: { [store] transaction in
                    let value = try store.inSavepoint(of: transaction) { try body(transaction) }
                    outcome.value.withLock { $0 = value }
                },
                answer: { error in
                    let value = outcome.value.withLock { $0 }
                    continuation.resume(returning: error.map(Result.failure) ?? value ?? .failure(.internal))
                })
            let isTaken = waiting.withLock { waiting in
                guard waiting.count < Self.patience else { return false }
                waiting.append(change)
                return true
            }
            guard isTaken else { return change.answer(.storeBusy(path: store.path)) }
            queue.async { self.commitWaiting() }
        }
        return try result.get()
    }

    /// What came of a change, between the transaction and the answer.
    private final class Outcome<Value: Sendable>: Sendable {
        let value = Mutex<Result<Value, TrackerError>?>(nil)
    }

    private func commitWaiting() {
        let changes = waiting.withLock { waiting in
            defer { waiting.removeFirst(min(waiting.count, Self.largest)) }
            return Array(waiting.prefix(Self.largest))
        }
        guard !changes.isEmpty else { return }
        var failure: TrackerError?
        do {
            try store.write { transaction in
                for change in changes { try change.make(transaction) }
            }
        } catch {
            failure = error
        }
        for change in changes { change.answer(failure) }
    }
}

extension Store {
    /// Runs `body` behind a savepoint and returns what it gave or threw. Throws itself where SQLite has given up the whole
    /// transaction, for example because the disk is full.
    fileprivate func inSavepoint<Value>(
        of transaction: WriteTransaction, _ body: () throws -> Value
    ) throws -> Result<Value, TrackerError> {
        let database = transaction.database
        try database.executeCached("SAVEPOINT change", [])
        do {
            let value = try body()
            try database.executeCached("RELEASE change", [])
            return .success(value)
        } catch {
            guard database.isInsideTransaction else { throw error }
            try database.executeCached("ROLLBACK TO change", [])
            try database.executeCached("RELEASE change", [])
            return .failure(StoreFailure.trackerError(for: error, path: path, report: report))
        }
    }
}
