package import TrackerDomain

/// How a reminder run is made.
package struct ReminderOptions: Sendable {
    /// The day as if the run were made on it; today where it is `nil`.
    package var asOf: CivilDate?
    /// Decide and show, write nothing.
    package var isDryRun = false
    /// Send on days off and quiet days as well; otherwise the run waits for the next day on which messages go out.
    package var ignoresDaysOff = false
    package var language = Language.vi
    package var channel = ReminderChannel.stdout
    /// The right-hand side of Message-IDs, the domain of whoever sends.
    package var domain = "phuluc.localhost"
    /// Is told of each step as soon as it is done, to try out what an interruption there leaves behind.
    package var observe: (@Sendable (ReminderStep) throws(TrackerError) -> Void)?

    package init() {}
}

/// The steps of a run after which it may be interrupted.
package enum ReminderStep: String, CaseIterable, Sendable {
    /// The messages are in the ledger.
    case planned
    /// A message is this run's to hand over.
    case claimed
    /// A message was handed over, and the ledger does not know it yet.
    case sent
}
