/// An obligation with what a list shows beside it.
public struct ObligationEntry: Hashable, Sendable {
    public let obligation: Obligation
    /// The agency's name as the directory has it, or the words of the row where it is not known.
    public let agencyName: String
    public let planID: Int64
    public let planNumber: String
    public let sectionOrdinal: String
    public let ordinal: String
    /// The task, word for word.
    public let title: String
    public let product: String
    public let deadlineText: String
    /// Where the deadline cell holds several deadlines: the words of the one that this obligation follows from.
    public let partLabel: String

    public init(
        obligation: Obligation, agencyName: String, planID: Int64, planNumber: String, sectionOrdinal: String,
        ordinal: String, title: String, product: String, deadlineText: String, partLabel: String
    ) {
        self.obligation = obligation
        self.agencyName = agencyName
        self.planID = planID
        self.planNumber = planNumber
        self.sectionOrdinal = sectionOrdinal
        self.ordinal = ordinal
        self.title = title
        self.product = product
        self.deadlineText = deadlineText
        self.partLabel = partLabel
    }

    /// The same facts beside another state of the obligation, with the name of the agency that owed it then.
    public func with(_ obligation: Obligation, agencyName: String) -> ObligationEntry {
        ObligationEntry(
            obligation: obligation, agencyName: agencyName, planID: planID, planNumber: planNumber,
            sectionOrdinal: sectionOrdinal, ordinal: ordinal, title: title, product: product,
            deadlineText: deadlineText, partLabel: partLabel)
    }

    /// The row's place in the plan, "III.4".
    public var place: String { sectionOrdinal.isEmpty ? ordinal : "\(sectionOrdinal).\(ordinal)" }
}
