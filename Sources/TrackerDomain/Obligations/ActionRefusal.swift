/// Why the workflow refuses an action. Nothing has changed then.
public enum ActionRefusal: Error, Hashable, Sendable {
    /// The action does not lead anywhere from this stage; `allowed` are the actions that do, for this member.
    case notFromStage(Action.Kind, stage: Stage, allowed: [Action.Kind])
    /// The member has none of the roles that the action needs; `allowed` is what it may do.
    case notForRole(Action.Kind, needed: Set<Role>, allowed: [Action.Kind])
    /// A submission needs a document (number and date), or a note where the product is no document.
    case evidenceMissing
    /// The action needs words: the reason of a return, the note of a report without a percentage.
    case reasonMissing(Action.Kind)
    /// The action needs the document that decides it.
    case decisionMissing(Action.Kind)
    /// Progress is 0…100 per cent.
    case percentOutOfRange(Int)
    /// A request to extend the deadline waits for its decision; there is no second one beside it.
    case extensionPending(ExtensionRequest)
    /// Nobody has asked for an extension that could be granted or refused.
    case noExtensionRequested
    /// The obligation has no date that could be extended.
    case noDeadlineToExtend
    /// An extension ends later than the present nominal deadline.
    case extensionNotLater(CivilDate, due: CivilDate)
    /// The agency owes the obligation already.
    case alreadyTheLead(AgencyID)
    /// Nobody acts in the name of an agency that has ended; `heir` is who took over everything, where there is one.
    case agencyEnded(AgencyID, heir: AgencyID?)
    /// Nothing counts from a day that is still to come.
    case countsInFuture(CivilDate, today: CivilDate)
    /// An entry may not count from before the newest one that is already recorded.
    case countsBeforeLastChange(CivilDate, last: CivilDate)
    /// Only the standing agency enters facts of an earlier day.
    case onlyStandingEntersOlderFacts(CivilDate)
    /// A document or event of the future shows nothing yet.
    case documentInFuture(CivilDate, today: CivilDate)
}
