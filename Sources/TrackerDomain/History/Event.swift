/// One line of an obligation's history: who did what, when it was entered and from when it counts, old → new.
///
/// The history is append-only; nothing in it is ever changed.
public struct Event: Hashable, Sendable {
    /// The position in the whole history, rising by one.
    public let sequence: Int64
    public let obligation: Int64
    public let action: Action.Kind
    /// What made the action come about.
    public let cause: Action.Cause
    /// In whose name it was done.
    public let actor: AgencyID?
    /// When it was entered: milliseconds since 1970-01-01T00:00:00Z.
    public let recordedAt: Int64
    /// The day (UTC+7) of ``recordedAt``.
    public let recordedOn: CivilDate
    /// The day from which it counts; earlier than ``recordedOn`` where an older fact was entered later.
    public let countsOn: CivilDate
    public let before: ObligationState
    public let after: ObligationState
    public let note: String
    public let evidence: Evidence?

    public init(
        sequence: Int64, obligation: Int64, action: Action.Kind, cause: Action.Cause, actor: AgencyID?,
        recordedAt: Int64, recordedOn: CivilDate, countsOn: CivilDate, before: ObligationState,
        after: ObligationState, note: String, evidence: Evidence?
    ) {
        self.sequence = sequence
        self.obligation = obligation
        self.action = action
        self.cause = cause
        self.actor = actor
        self.recordedAt = recordedAt
        self.recordedOn = recordedOn
        self.countsOn = countsOn
        self.before = before
        self.after = after
        self.note = note
        self.evidence = evidence
    }

    /// Whether an older fact was entered later.
    public var wasEnteredLater: Bool { countsOn < recordedOn }
}
