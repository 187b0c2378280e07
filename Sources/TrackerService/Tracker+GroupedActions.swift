package import TrackerDomain
internal import TrackerStorage

/// A change of one of several clients, to be committed with those of the others.
package struct KeyedAction: Sendable {
    package let request: ActionRequest
    /// The key under which the answer is kept; `nil` where the client gave none.
    package let key: RequestKey?
    /// Makes the answer of the outcome, which is stored with the change.
    package let answer: @Sendable (ActionOutcome) -> StoredAnswer

    package init(
        _ request: ActionRequest, key: RequestKey?, answer: @escaping @Sendable (ActionOutcome) -> StoredAnswer
    ) {
        self.request = request
        self.key = key
        self.answer = answer
    }
}

/// The answer to a change, and whether it had been given before.
package struct ActionAnswer: Hashable, Sendable {
    package let answer: StoredAnswer
    package let isRepeated: Bool
}

extension Tracker {
    /// How long an answer is kept for clients that ask again: seven days.
    static let answersKept: Int64 = 7 * 86_400_000

    /// Does the actions of several clients in one transaction: the disk is waited for once. Each stands for itself: what is
    /// refused leaves the others alone. Where the transaction fails as a whole, nothing of it is done.
    package func perform(_ actions: [KeyedAction]) throws(TrackerError) -> [Result<ActionAnswer, TrackerError>] {
        let now = ambient.now()
        return try store.write { transaction in
            if actions.contains(where: { $0.key != nil }) {
                try transaction.forgetAnswers(before: now - Self.answersKept)
            }
            return try actions.map { action in
                do {
                    return .success(try transaction.step { try Self.perform(action, at: now, in: $0) })
                } catch let error as TrackerError where error != .internal {
                    return .failure(error)
                }
            }
        }
    }

    private static func perform(
        _ action: KeyedAction, at now: Int64, in transaction: WriteTransaction
    ) throws -> ActionAnswer {
        if let key = action.key, let earlier = try transaction.reading.answer(to: key) {
            return ActionAnswer(answer: earlier, isRepeated: true)
        }
        let outcome = try perform(
            action.request, by: action.request.access?.agency, at: now, in: transaction)
        let answer = action.answer(outcome)
        if let key = action.key { try transaction.insertAnswer(answer, to: key, at: now) }
        return ActionAnswer(answer: answer, isRepeated: false)
    }
}
