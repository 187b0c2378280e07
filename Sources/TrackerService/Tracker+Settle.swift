package import TrackerDomain
internal import TrackerImport
internal import TrackerStorage

/// An answer to what a person has to settle.
package struct SettleRequest: Sendable {
    package enum Answer: Sendable {
        /// The deadline in words that can be read, or a date as a person types it.
        case deadline(String)
        /// An agency or group, by name or id.
        case agency(String)
        case asRead
    }

    package let question: Int64
    package let answer: Answer
    /// In whose name; `nil` for the standing agency of the plan.
    package let agency: String?
    /// Show what would come of it and change nothing.
    package let isDryRun: Bool
    /// The token of whoever asks over the network, whose agency acts; `nil` for the operator.
    package let access: AccessToken?

    package init(
        question: Int64, answer: Answer, agency: String? = nil, isDryRun: Bool = false, access: AccessToken? = nil
    ) {
        self.question = question
        self.answer = answer
        self.agency = agency
        self.isDryRun = isDryRun
        self.access = access
    }
}

/// What an answer has changed.
package struct SettleOutcome: Sendable {
    package let settlement: Settlement
    package let plan: Plan
    package let activity: Activity
    /// The row's deadline with the answer in it.
    package let reading: DeadlineReading
    /// Who owes the row now.
    package let owners: [Owner]
    package let obligations: ObligationChanges
    /// What still has to be settled of the row.
    package let remaining: [Question]
    package let isDryRun: Bool
    package let asOf: CivilDate
}

extension Tracker {
    /// Settles a question about a row: keeps the answer, reads the row anew with it and makes or moves the obligations, as a
    /// revised edition of the plan would, in one transaction. What cannot be read for certain is refused, never guessed.
    package func settle(_ request: SettleRequest) throws(TrackerError) -> SettleOutcome {
        try settle(request) { outcome, _ in outcome }
    }

    /// The same for one of many clients, which may send it again under its key.
    package func settle(
        _ request: SettleRequest, key: RequestKey?, answer: (SettleOutcome) -> StoredAnswer
    ) throws(TrackerError) -> ActionAnswer {
        if let earlier = try earlierAnswer(to: key) { return earlier }
        let now = ambient.now()
        return try settle(request) { outcome, transaction in
            try Self.answered(answer(outcome), to: key, at: now, in: transaction)
        }
    }

    /// - Parameter finish: makes the result of the outcome, in the transaction that has written; a dry run has none.
    private func settle<Result>(
        _ request: SettleRequest, finish: (SettleOutcome, WriteTransaction?) throws -> Result
    ) throws(TrackerError) -> Result {
        let plan = try question(request.question, access: request.access).plan
        try Self.requireAccess(.act, of: request.access)
        var acting = request.access?.agency
        if let name = request.agency { acting = try agency(named: name, in: plan.territory).id }
        var meant: Agency?
        if case .agency(let name) = request.answer {
            meant = try agency(named: name, in: plan.territory, on: plan.header.issued)
        }
        let session = SettleSession(request: request, acting: acting, meant: meant, now: ambient.now())
        if request.isDryRun { return try store.read { try finish(try session.outcome(in: $0), nil) } }
        return try store.write { transaction in try finish(try session.apply(to: transaction), transaction) }
    }
}

/// A question with the row and the plan that it is about.
package struct QuestionDetail: Sendable {
    package let question: Question
    package let activity: Activity
    package let plan: Plan
    /// Whether whoever asks may settle it.
    package let maySettle: Bool
}

extension Tracker {
    /// Which of some questions a token lets its holder settle, by their numbers.
    package func settleable(_ entries: [QuestionEntry], access: AccessToken?) throws(TrackerError) -> Set<Int64> {
        let rows = Dictionary(grouping: entries, by: \.activity)
        return try store.read { transaction in
            let own = try rows.filter { row, _ in
                try transaction.activity(row).map { try maySettle($0, access, in: transaction) } ?? false
            }
            return Set(own.values.joined().map(\.id))
        }
    }

    private func maySettle(
        _ activity: Activity, _ access: AccessToken?, in transaction: ReadTransaction
    ) throws -> Bool {
        if let access, AccessPolicy.scope(of: .act, for: access.role) == .none { return false }
        return try SettleSession.settles(access?.agency, by: access, rowOf: activity, on: today, in: transaction)
    }

    /// A question by its number.
    package func question(_ id: Int64, access: AccessToken? = nil) throws(TrackerError) -> QuestionDetail {
        try Self.requireAccess(.readQuestions, of: access)
        return try store.read { transaction in
            guard let (question, row) = try transaction.question(id), let activity = try transaction.activity(row),
                let plan = try transaction.plan(activity.plan)
            else { throw TrackerError.notFound(.question(id), nearest: []) }
            let visibility = try Self.visibility(for: access, on: today, in: transaction)
            guard try transaction.keeps(row, for: visibility) else {
                throw TrackerError.notFound(.question(id), nearest: [])
            }
            return QuestionDetail(
                question: question, activity: activity, plan: plan,
                maySettle: try maySettle(activity, access, in: transaction))
        }
    }
}
