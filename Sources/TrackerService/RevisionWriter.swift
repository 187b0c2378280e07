internal import TrackerDomain
internal import TrackerStorage

/// Writes rows and their obligations; changes to obligations that exist go through the workflow and into the history.
struct RevisionWriter {
    let transaction: WriteTransaction
    let plan: Plan
    /// The agency that keeps the plan now.
    let standingAgency: AgencyID?
    let now: Int64
    let why: Why
    private(set) var changes = ObligationChanges()

    /// What makes rows read otherwise than before.
    enum Why {
        /// A revised edition of the plan.
        case revised
        /// Somebody has said what the words mean; the note of the history.
        case settled(String)
    }

    init(
        transaction: WriteTransaction, plan: Plan, standingAgency: AgencyID?, now: Int64, because why: Why = .revised
    ) {
        self.transaction = transaction
        self.plan = plan
        self.standingAgency = standingAgency
        self.now = now
        self.why = why
    }

    mutating func add(_ record: ActivityRecord, seeds: [ObligationSeed]) throws {
        let activity = try transaction.insertActivity(record, plan: plan.id)
        try insert(seeds, activity: activity)
    }

    mutating func change(_ activity: Int64, to record: ActivityRecord, seeds: [ObligationSeed]) throws {
        try transaction.updateActivity(activity, record)
        try revise(activity, to: seeds)
    }

    mutating func remove(_ activity: Int64) throws {
        try revise(activity, to: [])
        try transaction.removeActivity(activity, on: CivilDate(millisecondsSince1970: now))
    }

    private mutating func revise(_ activity: Int64, to seeds: [ObligationSeed]) throws {
        let stored = try transaction.reading.obligations(ofActivity: activity)
        let revision = ObligationRevision(of: stored, to: seeds)
        for (stored, seed) in revision.moved {
            try perform(.changeDeadline(to: seed.due, reason: reason, cause: cause), on: stored.obligation)
        }
        for (stored, seed) in revision.settled {
            try settle(stored.obligation, seed)
        }
        for (stored, seed) in revision.reread {
            try transaction.replaceOrigin(
                of: stored.obligation.id, partLabel: seed.partLabel, period: seed.period, cadence: seed.cadence,
                isConditional: seed.isConditional, isTracked: seed.isTracked)
        }
        for stored in revision.withdrawn {
            try perform(.withdraw(decision: nil, reason: reason, cause: cause), on: stored.obligation)
        }
        changes.deadlineChanged += revision.deadlineChanges
        changes.withdrawn += revision.withdrawn.count
        try insert(revision.added, activity: activity)
    }

    /// The plan's own words are what the obligation waited for.
    private mutating func settle(_ obligation: Obligation, _ seed: ObligationSeed) throws {
        let day = max(CivilDate(millisecondsSince1970: now), obligation.state.since)
        let due = obligation.state.originalDue?.nominal == seed.due?.nominal ? nil : seed.due
        try perform(.recordEvent(on: day, due: due, document: nil, note: reason), on: obligation)
    }

    private mutating func insert(_ seeds: [ObligationSeed], activity: Int64) throws {
        for seed in seeds {
            let obligation = Obligation(
                id: 0, activity: activity, period: seed.period,
                isConditional: seed.isConditional, state: seed.firstState(since: plan.trackedFrom))
            try transaction.insertObligation(
                StoredObligation(
                    obligation: obligation, part: seed.part, partLabel: seed.partLabel, owner: seed.owner.key,
                    cadence: seed.cadence, isTracked: seed.isTracked), plan: plan.id)
        }
        changes.count(added: seeds)
    }

    /// The note in the history.
    private var reason: String {
        switch why {
        case .revised: "Văn bản được nhập lại với nội dung sửa đổi"
        case .settled(let reason): reason
        }
    }

    private var cause: Action.Cause {
        switch why {
        case .revised: .revision
        case .settled: .settlement
        }
    }

    private func perform(_ action: Action, on obligation: Obligation) throws {
        try ObligationChange(following: action, for: obligation, standingAgency: standingAgency, at: now)
            .apply(to: obligation, in: transaction)
    }
}
