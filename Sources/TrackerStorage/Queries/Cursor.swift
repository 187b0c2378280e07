internal import TrackerDomain

/// Where the next page of a list begins: after the last entry of this one.
struct Cursor {
    let due: CivilDate?
    let id: Int64

    init(of entry: ObligationEntry, order: ListOrder) {
        due = order == .byDueDate ? entry.obligation.state.effectiveDue : nil
        id = entry.obligation.id
    }

    /// "2022-12-31~17" in a list by due date, "17" in a list by number.
    init?(_ text: String) {
        let parts = text.split(separator: "~", omittingEmptySubsequences: false)
        guard let last = parts.last, let id = Int64(digits: last), parts.count <= 2 else { return nil }
        self.id = id
        if parts.count == 2 {
            guard let due = CivilDate(iso: parts[0]) else { return nil }
            self.due = due
        } else {
            due = nil
        }
    }

    var text: String { due.map { "\($0)~\(id)" } ?? "\(id)" }
}
