package import TrackerDomain

/// What successions have done to open obligations, in numbers.
package struct SuccessionCounts: Hashable, Sendable {
    /// Obligations that another agency owes now.
    package var moved = 0
    /// Obligations that ended because the heir owes the same once already.
    package var merged = 0
    /// Obligations that nobody took over.
    package var orphaned = 0

    package init() {}

    /// Counts obligations, each once however often it moved.
    init(_ plan: SuccessionPlan) {
        var moving: Set<Int64> = []
        for change in plan.changes {
            switch change {
            case .move(let id, _): moving.insert(id)
            case .merge(let id, _, _):
                moving.remove(id)
                merged += 1
            }
        }
        moved = moving.count
        orphaned = plan.orphans.count
    }

    /// Whether there is nothing to tell.
    package var isEmpty: Bool { moved + merged + orphaned == 0 }
}

/// What recording or following successions has done, or in a dry run would do.
package struct SuccessionReport: Sendable {
    /// An obligation with what has become of it.
    package struct Line: Sendable {
        package enum Outcome: Sendable {
            case moved(to: AgencyID)
            case merged(into: Int64)
            case orphaned
        }

        /// The obligation as it was before everything.
        package let before: ObligationEntry
        /// How the agency ended that owed it until then.
        package let succession: Succession
        package let outcome: Outcome
    }

    /// Successions that the store did not know before.
    package let recorded: [Succession]
    /// The lines in the order of the days and of the obligations' numbers; an obligation that moves twice has two.
    package let lines: [Line]
    package let counts: SuccessionCounts
    /// The names of all agencies that the report speaks of, as of their days.
    package let names: [AgencyID: String]
    package let isDryRun: Bool
    package let asOf: CivilDate
}
