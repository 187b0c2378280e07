/// Which obligations a list shows; what is `nil` does not narrow it.
public struct ObligationFilter: Hashable, Sendable {
    public var plan: Int64?
    public var agency: AgencyID?
    /// The ordinal of a section, "III".
    public var section: String?
    public var stage: Stage?
    /// The year of the nominal due date.
    public var year: Int?
    /// Words of the row, with or without diacritics.
    public var text: String?
    /// What may be seen at all; a list never shows or counts more.
    public var visibility = Visibility.everything
    /// The obligations of one appendix row.
    public var activity: Int64?

    public init(
        plan: Int64? = nil, agency: AgencyID? = nil, section: String? = nil, stage: Stage? = nil, year: Int? = nil,
        text: String? = nil
    ) {
        self.plan = plan
        self.agency = agency
        self.section = section
        self.stage = stage
        self.year = year
        self.text = text
    }
}

/// The order of a list, which is also where its cursor points.
public enum ListOrder: String, CaseIterable, Sendable {
    /// By the obligations' own numbers.
    case byNumber = "number"
    /// By the effective due date, then by number. What has none is not in this order.
    case byDueDate = "due"
}

/// A bounded piece of a list, and where the next one begins.
public struct Page<Item: Sendable>: Sendable {
    public let items: [Item]
    /// Opaque; `nil` at the end of the list.
    public let next: String?

    public init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }

    public func map<Other>(_ transform: (Item) -> Other) -> Page<Other> {
        Page<Other>(items: items.map(transform), next: next)
    }
}
