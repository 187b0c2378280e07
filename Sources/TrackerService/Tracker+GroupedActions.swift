package import TrackerDomain
internal import TrackerStorage

/// A change asked for by one of many clients.
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

    /// Does an action for one of many clients: actions that arrive together are committed together, and each is answered when
    /// its own is on the disk. What is refused leaves the others alone. `nil` where the token has ended by then, whenever it
    /// was looked at before.
    package func perform(_ action: KeyedAction) async throws(TrackerError) -> ActionAnswer? {
        let now = ambient.now()
        return try await changes.write { try Self.perform(action, at: now, in: $0) }
    }

    private static func perform(
        _ action: KeyedAction, at now: Int64, in transaction: WriteTransaction
    ) throws -> ActionAnswer? {
        if let token = action.request.access {
            let stored = try transaction.reading.token(token.id)?.token
            guard stored?.status(on: CivilDate(millisecondsSince1970: now)) == .active else { return nil }
        }
        if let key = action.key, let earlier = try transaction.reading.answer(to: key) {
            return ActionAnswer(answer: earlier, isRepeated: true)
        }
        let outcome = try perform(
            action.request, by: action.request.access?.agency, at: now, in: transaction)
        let answer = action.answer(outcome)
        if let key = action.key {
            try keep(answer, to: key, at: now, in: transaction)
        }
        return ActionAnswer(answer: answer, isRepeated: false)
    }

    /// What was answered to a change before, under its key.
    func earlierAnswer(to key: RequestKey?) throws(TrackerError) -> ActionAnswer? {
        guard let key else { return nil }
        return try store.read { try $0.answer(to: key) }.map { ActionAnswer(answer: $0, isRepeated: true) }
    }

    /// The answer to a change in a transaction of its own, kept with it; a dry run has none.
    static func answered(
        _ answer: StoredAnswer, to key: RequestKey?, at now: Int64, in transaction: WriteTransaction?
    ) throws -> ActionAnswer {
        guard let key, let transaction else { return ActionAnswer(answer: answer, isRepeated: false) }
        // The same request may have come twice at once; then nothing was left to change.
        if let earlier = try transaction.reading.answer(to: key) {
            return ActionAnswer(answer: earlier, isRepeated: true)
        }
        try keep(answer, to: key, at: now, in: transaction)
        return ActionAnswer(answer: answer, isRepeated: false)
    }

    /// Keeps an answer with the change that it tells of.
    private static func keep(
        _ answer: StoredAnswer, to key: RequestKey, at now: Int64, in transaction: WriteTransaction
    ) throws {
        try transaction.forgetAnswers(before: now - answersKept)
        try transaction.insertAnswer(answer, to: key, at: now)
    }
}
