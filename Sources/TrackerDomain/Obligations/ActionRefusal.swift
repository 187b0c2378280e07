/// Why the workflow refuses an action. Nothing has changed then.
public enum ActionRefusal: Error, Hashable, Sendable {
    /// The action does not lead anywhere from this stage; `allowed` are the actions that do, for this member.
    case notFromStage(Action.Kind, stage: Stage, allowed: [Action.Kind])
    /// The member has none of the roles that the action needs.
    case notForRole(Action.Kind, needed: Set<Role>)
    /// A submission needs a document (number and date), or a note where the product is no document.
    case evidenceMissing
    /// The action needs words: the reason of a return, the note of a report without a percentage.
    case reasonMissing(Action.Kind)
    /// Progress is 0…100 per cent.
    case percentOutOfRange(Int)
    /// Nothing counts from a day that is still to come.
    case countsInFuture(CivilDate, today: CivilDate)
    /// An entry may not count from before the newest one that is already recorded.
    case countsBeforeLastChange(CivilDate, last: CivilDate)
    /// Only the standing agency enters facts of an earlier day.
    case onlyStandingEntersOlderFacts(CivilDate)
    /// A document or event of the future shows nothing yet.
    case documentInFuture(CivilDate, today: CivilDate)
}
