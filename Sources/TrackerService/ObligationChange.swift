internal import TrackerDomain
internal import TrackerStorage

/// The one step that changes an obligation in the store: through the workflow, with the replaced state kept and a line of
/// the history, all in the caller's transaction.
struct ObligationChange {
    let action: Action
    let member: Member
    let day: ActionDay
    /// When it is entered: milliseconds since 1970-01-01T00:00:00Z.
    let now: Int64

    init(_ action: Action, by member: Member, on day: ActionDay, at now: Int64) {
        self.action = action
        self.member = member
        self.day = day
        self.now = now
    }

    /// What follows for an obligation from a revised plan, a corrected calendar or a succession, in the name of the standing
    /// agency. It counts from today or from the day given, and never before the obligation's last change.
    init(
        following action: Action, for obligation: Obligation, standingAgency: AgencyID?, from day: CivilDate? = nil,
        at now: Int64
    ) {
        let since = obligation.state.since
        let today = max(CivilDate(millisecondsSince1970: now), since)
        self.init(
            action, by: Member(agency: standingAgency, roles: [.standing]),
            on: ActionDay(today: today, counts: day.map { max($0, since) }), at: now)
    }

    /// Changes an obligation, which the caller has read in this transaction, and returns it as it is then; refuses what the
    /// workflow refuses.
    ///
    /// - Parameter earlier: how it stood on the day from which an older fact counts, where that fact goes in before
    ///   later states (``Tracker/perform(_:)``).
    @discardableResult
    func apply(
        to obligation: Obligation, asOf earlier: Obligation? = nil, in transaction: WriteTransaction
    ) throws -> Obligation {
        let changed: Obligation
        do throws(ActionRefusal) {
            changed = try (earlier ?? obligation).performing(action, by: member, on: day)
        } catch {
            throw TrackerError.refused(error, obligation: obligation.id)
        }
        if earlier != nil { try transaction.endPast(of: obligation.id, on: day.counts) }
        if changed != obligation { try transaction.replaceState(of: obligation, with: changed) }
        try transaction.appendEvent(
            EventDraft(
                action: action, actor: member.agency, recordedAt: now, countsOn: day.counts, before: obligation,
                after: changed))
        return changed
    }
}
