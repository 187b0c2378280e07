/// A later deadline that the lead agency has asked for and nobody has decided on yet. An obligation has at most one.
public struct ExtensionRequest: Hashable, Sendable {
    /// The deadline that is asked for.
    public let due: DueDate
    public let reason: String
    /// The day from which the request counts.
    public let askedOn: CivilDate

    public init(due: DueDate, reason: String, askedOn: CivilDate) {
        self.due = due
        self.reason = reason
        self.askedOn = askedOn
    }
}

extension ObligationState {
    /// Whether a request came when the deadline had passed: asked on 08/02/2022 where 07/02/2022 was the last day.
    public func wasAskedLate(_ request: ExtensionRequest) -> Bool { effectiveDue.map { request.askedOn > $0 } ?? false }
}
