package import TrackerDelivery
package import TrackerDomain

/// What a reminder run has done, or in a dry run would do.
package struct ReminderRun: Sendable {
    package let asOf: CivilDate
    package let channel: ReminderChannel
    package let isDryRun: Bool
    /// Nothing goes out on this day: nothing was decided, and this is the next day on which a run sends.
    package var deferredTo: CivilDate?
    /// What was handed over, in the order in which it was; what an earlier run had left is among it.
    package var messages: [OutgoingMessage] = []
    package var failures: [ReminderFailure] = []
    /// Whose reminders wait because they have no address for the channel.
    package var unreachable: [UnreachableRecipient] = []
    /// Obligations that are due for a reminder and have neither a known agency nor a standing agency to send it to.
    package var withoutRecipient = 0
}

/// A message that could not be handed over.
package struct ReminderFailure: Sendable {
    package let message: OutgoingMessage
    package let reason: LocalizedText
    /// Whether it was given up: a person has to send it again.
    package let isFinal: Bool
}
