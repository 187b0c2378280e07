package import TrackerDomain
package import TrackerService

/// What an answer has changed, as programs read it.
package struct SettlementPayload: Encodable, Sendable {
    package let kind: String
    package let words: String
    package let form: String
    @Nullable package var answer: String?
    @Nullable package var settledBy: String?
    package let settledOn: String
    package let plan: String
    package let place: String
    package let reading: String
    package let owners: [String]
    package let obligations: Changes
    /// The kinds of what still has to be settled of the row.
    package let remaining: [String]
    package let dryRun: Bool

    package struct Changes: Encodable, Sendable {
        package let added: Int
        package let deadlineChanged: Int
        package let withdrawn: Int
    }

    package init(_ outcome: SettleOutcome, in language: Language) {
        let settlement = outcome.settlement
        kind = settlement.question.rawValue
        words = settlement.words
        switch settlement.answer {
        case .deadline(let words): (form, answer) = ("deadline", words)
        case .agency(let id): (form, answer) = ("agency", id.description)
        case .asRead: (form, answer) = ("asRead", nil)
        }
        settledBy = settlement.settledBy?.description
        settledOn = settlement.settledOn.description
        plan = outcome.plan.header.number.description
        place = outcome.activity.row.place
        reading = outcome.reading.words(in: language, context: outcome.plan.deadlineContext)
        owners = outcome.owners.map(\.key)
        obligations = Changes(
            added: outcome.obligations.added, deadlineChanged: outcome.obligations.deadlineChanged,
            withdrawn: outcome.obligations.withdrawn)
        remaining = outcome.remaining.map(\.kind.rawValue)
        dryRun = outcome.isDryRun
    }
}
