package import TrackerDomain

/// A list as programs read it: a page, where the next one begins, and the day as of which it stands.
package struct ListPayload<Item: Encodable & Sendable>: Encodable, Sendable {
    package let items: [Item]
    @Nullable package var next: String?
    package let asOf: String

    package init(_ items: [Item], next: String? = nil, asOf day: CivilDate) {
        self.items = items
        self.next = next
        asOf = day.description
    }
}
