package import TrackerDelivery
package import TrackerDomain
package import TrackerService

/// A message as other programs see it.
package struct ReminderMessagePayload: Encodable, Sendable {
    package struct Item: Encodable, Sendable {
        package let id: Int64
        /// "before-30", "due", "overdue-7".
        package let stage: String
    }

    package let number: Int64
    package let recipient: String
    package let recipientName: String
    package let channel: String
    package let subject: String
    package let obligations: [Item]
    package let text: String

    package init(_ message: OutgoingMessage, channel: ReminderChannel) {
        number = message.number
        recipient = message.recipient
        recipientName = message.recipientName
        self.channel = channel.rawValue
        subject = message.subject
        obligations = message.items.map { Item(id: $0.obligation, stage: $0.stage) }
        text = message.text
    }
}

/// What is said of a reminder run beside its messages.
package struct ReminderRunPayload: Encodable, Sendable {
    package struct Failure: Encodable, Sendable {
        package let number: Int64
        package let recipient: String
        package let recipientName: String
        package let reason: String
        /// Whether it was given up.
        package let final: Bool
    }

    package let asOf: String
    package let channel: String
    package let dryRun: Bool
    @Nullable package var deferredTo: String?
    package let failed: [Failure]
    package let unreachable: [UnreachablePayload]
    package let withoutRecipient: Int

    package init(_ run: ReminderRun, in language: Language) {
        asOf = run.asOf.description
        channel = run.channel.rawValue
        dryRun = run.isDryRun
        deferredTo = run.deferredTo?.description
        failed = run.failures.map {
            Failure(
                number: $0.message.number, recipient: $0.message.recipient, recipientName: $0.message.recipientName,
                reason: $0.reason(language), final: $0.isFinal)
        }
        unreachable = run.unreachable.map(UnreachablePayload.init)
        withoutRecipient = run.withoutRecipient
    }
}

/// A recipient whose reminders wait for an address.
package struct UnreachablePayload: Encodable, Sendable {
    package let recipient: String
    package let recipientName: String
    package let reminders: Int

    package init(_ unreachable: UnreachableRecipient) {
        recipient = unreachable.recipient.description
        recipientName = unreachable.name
        reminders = unreachable.reminders
    }
}

/// Past and coming reminders of one obligation.
package struct ReminderPlanPayload: Encodable, Sendable {
    package struct Past: Encodable, Sendable {
        package let stage: String
        package let stageDate: String
        package let decidedOn: String
        package let deadlineVersion: Int
        package let recipient: String
        package let recipientName: String
        package let channel: String
        package let state: String
        @Nullable package var message: Int64?
        /// Milliseconds since 1970-01-01T00:00:00Z.
        @Nullable package var sentAt: Int64?
    }

    package struct Coming: Encodable, Sendable {
        package let stage: String
        package let stageDate: String
        package let sentOn: String
        package let recipients: [String]
    }

    package let id: Int64
    package let policy: String
    package let past: [Past]
    package let coming: [Coming]
    package let asOf: String

    package init(_ plan: ReminderPlan) {
        id = plan.entry.obligation.id
        policy = plan.applied.policy.id
        past = plan.past.map {
            Past(
                stage: $0.stage.name, stageDate: $0.stage.date.description, decidedOn: $0.decidedOn.description,
                deadlineVersion: $0.deadlineVersion, recipient: $0.recipient.description,
                recipientName: $0.recipientName, channel: $0.channel.rawValue, state: $0.state.rawValue,
                message: $0.message, sentAt: $0.sentAt)
        }
        coming = plan.coming.map {
            Coming(
                stage: $0.stage.name, stageDate: $0.stage.date.description, sentOn: $0.sentOn.description,
                recipients: $0.recipients)
        }
        asOf = plan.asOf.description
    }
}

/// How reminding goes.
package struct ReminderStatusPayload: Encodable, Sendable {
    package struct Channel: Encodable, Sendable {
        package let channel: String
        package let asOf: String
        /// Milliseconds since 1970-01-01T00:00:00Z.
        package let startedAt: Int64
        @Nullable package var finishedAt: Int64?
        package let sent: Int
        package let failed: Int
        package let missedDays: [String]
        package let unsent: Int
        package let unreachable: [UnreachablePayload]
    }

    package let asOf: String
    package let well: Bool
    package let channels: [Channel]
    /// How many messages were given up.
    package let failed: Int

    package init(_ status: ReminderStatus) {
        asOf = status.today.description
        well = status.isWell
        channels = status.channels.map { channel in
            let run = channel.lastRun
            return Channel(
                channel: run.channel.rawValue, asOf: run.asOf.description, startedAt: run.startedAt,
                finishedAt: run.finishedAt, sent: run.sent, failed: run.failed,
                missedDays: channel.missedDays.map(\.description), unsent: channel.unsent,
                unreachable: channel.unreachable.map(UnreachablePayload.init))
        }
        failed = status.failed.count
    }
}

/// A message that was given up.
package struct FailedMessagePayload: Encodable, Sendable {
    package let number: Int64
    package let channel: String
    package let recipient: String
    package let recipientName: String
    package let day: String
    package let attempts: Int
    package let obligations: Int
    package let reason: String

    package init(_ message: FailedMessage, in language: Language) {
        number = message.number
        channel = message.channel.rawValue
        recipient = message.recipient.description
        recipientName = message.recipientName
        day = message.day.description
        attempts = message.attempts
        obligations = message.obligations
        reason = message.reason(language)
    }
}
