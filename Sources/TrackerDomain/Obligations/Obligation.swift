/// What one agency owes for one activity in one period.
///
/// A row led by "Các sở, ban, ngành" gives one obligation for each member of the group; a row due "Quý I hàng năm" gives
/// one for each year.
public struct Obligation: Hashable, Sendable {
    /// The number that people and programs call it by.
    public let id: Int64
    /// The activity (appendix row) that it belongs to.
    public let activity: Int64
    /// "2022", "2022-Q1", "2021-2025"; the plan's years where no date is set.
    public let period: String
    /// Whether it depends on a condition written in the task ("Sau khi Bộ Nội vụ ban hành hướng dẫn").
    public let isConditional: Bool
    /// The deadline and the progress as they stand.
    public var state: ObligationState

    public init(
        id: Int64, activity: Int64, period: String, isConditional: Bool, state: ObligationState
    ) {
        self.id = id
        self.activity = activity
        self.period = period
        self.isConditional = isConditional
        self.state = state
    }

    /// The agency that owes it now.
    public var agency: AgencyID? { state.agency }
}

/// The part of an obligation that actions change. Each change replaces the whole value and raises ``version``.
public struct ObligationState: Hashable, Sendable {
    /// The day from which this state counts.
    public var since: CivilDate
    public var stage: Stage
    /// The agency that owes the obligation; `nil` while the name in the row is not known to the directory.
    public var agency: AgencyID?
    /// 0…100 per cent.
    public var progress: Int
    /// The due date that the words give; `nil` where there is none.
    public var nominalDue: CivilDate?
    /// The nominal date moved to the next working day (Civil Code 2015 art. 148 cl. 5).
    public var effectiveDue: CivilDate?
    /// The deadline as the plan has it, before any extension: a revised plan, a corrected calendar and a recorded event
    /// set it, an extension leaves it. A new state takes its deadline for it.
    public var originalDue: DueDate?
    /// 1 for the deadline as planned, one more with each change of it.
    public var deadlineVersion: Int
    /// How many extensions have been granted.
    public var extensions = 0
    /// The request to extend the deadline that waits for its decision.
    public var extensionRequest: ExtensionRequest?
    /// The stage to return to while the obligation is suspended, otherwise `nil`.
    public var suspendedIn: Stage?
    /// The day of the newest submission: lateness is judged by it, not by the day of acceptance. A return and reopening
    /// clear it; the history keeps it.
    public var submittedOn: CivilDate?
    /// The day of the newest progress report; for ongoing work the newest check-in.
    public var reportedOn: CivilDate?
    /// 1 for a new obligation, one more with each change; an update carries the version that its author saw.
    public var version: Int

    public init(
        since: CivilDate, stage: Stage, agency: AgencyID? = nil, progress: Int = 0, nominalDue: CivilDate?,
        effectiveDue: CivilDate?, deadlineVersion: Int = 1, submittedOn: CivilDate? = nil,
        reportedOn: CivilDate? = nil, version: Int = 1
    ) {
        self.since = since
        self.stage = stage
        self.agency = agency
        self.progress = progress
        self.nominalDue = nominalDue
        self.effectiveDue = effectiveDue
        originalDue = nominalDue.flatMap { nominal in
            effectiveDue.map { DueDate(nominal: nominal, effective: $0) }
        }
        self.deadlineVersion = deadlineVersion
        self.submittedOn = submittedOn
        self.reportedOn = reportedOn
        self.version = version
    }
}

extension ObligationState {
    /// Whether something is owed by a due date: started or not, or submitted too late. The store has it as a column.
    public var isOwed: Bool {
        guard let effectiveDue else { return false }
        switch stage {
        case .notStarted, .inProgress: return true
        case .submitted: return submittedOn.map { $0 > effectiveDue } ?? false
        case .waiting, .completed, .suspended, .withdrawn: return false
        }
    }

    /// Whether a reminder that was written for this state still holds for another: it is owed by the same agency by the same
    /// deadline.
    public func isReminded(like other: ObligationState) -> Bool {
        isOwed == other.isOwed && agency == other.agency && deadlineVersion == other.deadlineVersion
    }
}
