/// What successions mean for open obligations: which move to whom, which become one, which nobody takes over.
///
/// Pure: it says what is to be done and changes nothing. The successions are followed day by day, so that an obligation of
/// Cục Thuế tỉnh first moves to Chi cục Thuế khu vực (01/3/2025), then to Thuế tỉnh (01/7/2025).
///
/// Where two agencies that owed the same row and period become one, the new one owes it once: what falls due from the day
/// on is kept once and the untouched rest ends, with a link to the one that is kept. What was already due stays as it is,
/// and so does anything on which work is recorded.
public struct SuccessionPlan: Sendable {
    /// An open obligation, as far as successions need it.
    public struct Item: Hashable, Sendable {
        public let id: Int64
        public let activity: Int64
        public let part: Int
        public let period: String
        public let agency: AgencyID
        /// The effective due date; `nil` where there is none.
        public let due: CivilDate?
        /// Whether nothing has been recorded for it yet.
        public let isUntouched: Bool

        public init(
            id: Int64, activity: Int64, part: Int, period: String, agency: AgencyID, due: CivilDate?, isUntouched: Bool
        ) {
            self.id = id
            self.activity = activity
            self.part = part
            self.period = period
            self.agency = agency
            self.due = due
            self.isUntouched = isUntouched
        }
    }

    /// One step for one obligation.
    public enum Change: Hashable, Sendable {
        /// It belongs to the heir from the day on.
        case move(Int64, Succession)
        /// The heir already owes the same: it ends in favour of the other one.
        case merge(Int64, into: Int64, Succession)
    }

    /// An obligation whose agency has ended without a single heir.
    public struct Orphan: Hashable, Sendable {
        public let obligation: Int64
        public let ending: Succession
    }

    /// What is to be done, in the order of the days.
    public private(set) var changes: [Change] = []
    /// What nobody takes over, in the order of the obligations' numbers.
    public private(set) var orphans: [Orphan] = []

    /// Follows the successions that count by a day. `items` are the open obligations of the agencies that end, and of their
    /// heirs those of the same rows.
    public init(for items: [Item], under table: SuccessionTable, through day: CivilDate) {
        var owners = Dictionary(items.map { ($0.id, $0.agency) }, uniquingKeysWith: { first, _ in first })
        let open = items.sorted { $0.id < $1.id }
        let due = table.successions.filter { $0.on <= day && $0.heir != nil }
        for date in Set(due.map(\.on)).sorted() {
            let endings = Dictionary(
                due.filter { $0.on == date }.map { ($0.from, $0) }, uniquingKeysWith: { first, _ in first })
            let moving = open.filter { item in owners[item.id].map { endings[$0] != nil } ?? false }
            var successions: [Int64: Succession] = [:]
            for item in moving {
                guard let ending = owners[item.id].flatMap({ endings[$0] }), let heir = ending.heir else { continue }
                successions[item.id] = ending
                owners[item.id] = heir
            }
            let kept = Self.duplicates(among: open, owners: owners, moving: successions, on: date)
            for item in moving {
                guard let succession = successions[item.id], kept[item.id] == nil else { continue }
                changes.append(.move(item.id, succession))
            }
            for item in open {
                guard let other = kept[item.id], let succession = successions[item.id] else { continue }
                changes.append(.merge(item.id, into: other, succession))
                owners[item.id] = nil
            }
        }
        orphans = open.compactMap { item in
            guard let ending = owners[item.id].flatMap({ table.ending(of: $0) }), ending.on <= day, ending.heir == nil
            else { return nil }
            return Orphan(obligation: item.id, ending: ending)
        }
    }

    /// Untouched obligations that move on the day to an agency that owes the same row and period, with the one to keep.
    private static func duplicates(
        among open: [Item], owners: [Int64: AgencyID], moving: [Int64: Succession], on day: CivilDate
    ) -> [Int64: Int64] {
        var kept: [Int64: Int64] = [:]
        let owed = open.filter { owners[$0.id] != nil && $0.due.map { $0 >= day } ?? true }
        let groups = Dictionary(grouping: owed) { item in
            [owners[item.id]?.description ?? "", "\(item.activity)", "\(item.part)", item.period]
        }
        for group in groups.values where group.count > 1 {
            // Recorded work is kept before what the heir already has, and that before what comes to it.
            let best = group.min { rank($0, moving) < rank($1, moving) }
            for item in group {
                guard let best, item.id != best.id, item.isUntouched, moving[item.id] != nil else { continue }
                kept[item.id] = best.id
            }
        }
        return kept
    }

    private static func rank(_ item: Item, _ moving: [Int64: Succession]) -> (Int, Int, Int64) {
        (item.isUntouched ? 1 : 0, moving[item.id] == nil ? 0 : 1, item.id)
    }
}
