/// All successions that are known, to be followed from an agency to those that took over from it.
///
/// ```swift
/// // Cục Thuế tỉnh → Chi cục Thuế khu vực (01/3/2025) → Thuế tỉnh (01/7/2025)
/// table.heir(of: cucThue, on: april2025)  // chi-cuc-thue-khu-vuc
/// table.heir(of: cucThue, on: july2025)   // thue-tinh
/// table.heir(of: huyenXuanLoc, on: july2025)  // nil: nobody takes over everything
/// ```
public struct SuccessionTable: Sendable {
    /// All of them, in the order of their days.
    public let successions: [Succession]

    private let endings: [AgencyID: Succession]

    /// A table. Of several endings of one agency the first counts (``problems(with:among:)`` tells).
    public init(_ successions: [Succession]) {
        self.successions = successions.sorted { ($0.on, $0.from) < ($1.on, $1.from) }
        endings = Dictionary(
            self.successions.filter(\.endsAgency).map { ($0.from, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// How an agency ended or will end; `nil` where nothing is known of it.
    public func ending(of agency: AgencyID) -> Succession? { endings[agency] }

    /// The endings that lead from an agency to its heir on a day, one after the other; empty while it exists itself. Stops
    /// before an ending without a single heir.
    public func steps(from agency: AgencyID, through day: CivilDate) -> [Succession] {
        var steps: [Succession] = []
        var seen: Set<AgencyID> = [agency]
        var current = agency
        while let ending = endings[current], ending.on <= day, let heir = ending.heir, seen.insert(heir).inserted {
            steps.append(ending)
            current = heir
        }
        return steps
    }

    /// The one agency that does on a day everything that an agency did: itself while it exists; `nil` where nobody or more
    /// than one took over.
    public func heir(of agency: AgencyID, on day: CivilDate) -> AgencyID? {
        let last = steps(from: agency, through: day).last?.heir ?? agency
        return endings[last].map { day < $0.on } ?? true ? last : nil
    }

    /// Everybody who took over something of an agency by a day, functions left aside; the agency itself while it exists.
    public func successors(of agency: AgencyID, on day: CivilDate) -> [AgencyID] {
        var found: [AgencyID] = []
        var seen: Set<AgencyID> = []
        var waiting = [agency]
        while !waiting.isEmpty {
            let current = waiting.removeFirst()
            guard seen.insert(current).inserted else { continue }
            if let ending = endings[current], ending.on <= day {
                waiting += ending.to
            } else {
                found.append(current)
            }
        }
        return found
    }

    /// The endings that are known by a day and leave nobody who takes over everything: those agencies' tasks wait for a
    /// person.
    public func openEndings(on day: CivilDate) -> [Succession] {
        successions.filter { $0.endsAgency && $0.on <= day && $0.heir == nil }
    }

    /// Successions by which an agency took over from others.
    public func predecessors(of agency: AgencyID) -> [Succession] { successions.filter { $0.to.contains(agency) } }

    /// Successions by which an agency gave up what it does, in whole or in part.
    public func successions(from agency: AgencyID) -> [Succession] { successions.filter { $0.from == agency } }
}
