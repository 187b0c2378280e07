internal import TrackerDomain
internal import TrackerStorage

/// What a new reading of a row means for the obligations that the row already has. Obligations are the same where part,
/// owner and period are the same, or where part and owner have one obligation only, before and after; one that a
/// revision withdrew does not come back, a new one takes its place; one that was withdrawn by a decision stays withdrawn.
/// A deadline is compared with the original one, so that extensions outlive a revision of other words.
struct ObligationRevision {
    /// Obligations whose deadline moves.
    private(set) var moved: [(stored: StoredObligation, seed: ObligationSeed)] = []
    /// Obligations that waited for what the row now says.
    private(set) var settled: [(stored: StoredObligation, seed: ObligationSeed)] = []
    /// Open obligations that come about otherwise than before, whether or not their deadline moves.
    private(set) var reread: [(stored: StoredObligation, seed: ObligationSeed)] = []
    /// Open obligations that are no longer in the plan.
    private(set) var withdrawn: [StoredObligation] = []
    /// Obligations that the row did not have before.
    private(set) var added: [ObligationSeed] = []

    private struct Key: Hashable {
        let part: Int
        let owner: String
        /// `nil` where the part gives the owner one obligation only, so that no period tells it apart.
        let period: String?
    }

    init(of stored: [StoredObligation], to seeds: [ObligationSeed]) {
        var freeSeeds = seeds
        var freeStored = stored
        let same = Self.match(
            &freeStored, { Key(part: $0.part, owner: $0.owner, period: $0.obligation.period) }, &freeSeeds,
            { Key(part: $0.part, owner: $0.owner.key, period: $0.period) })
        // A row that now names the agency to which its obligation was reassigned.
        let reassigned = Self.match(
            &freeStored, { Key(part: $0.part, owner: $0.lead, period: $0.obligation.period) }, &freeSeeds,
            { Key(part: $0.part, owner: $0.owner.key, period: $0.period) })
        // A single deadline that moves to another period is still the same obligation.
        let moved = Self.match(
            &freeStored, { Key(part: $0.part, owner: $0.owner, period: nil) }, &freeSeeds,
            { Key(part: $0.part, owner: $0.owner.key, period: nil) })
        for (known, seed) in same + reassigned + moved where Stage.open.contains(known.obligation.state.stage) {
            classify(known, seed)
        }
        withdrawn = freeStored.filter { Stage.open.contains($0.obligation.state.stage) }
        added = freeSeeds
    }

    /// Takes out the pairs of equal keys, where a key stands for one obligation on either side.
    private static func match(
        _ stored: inout [StoredObligation], _ storedKey: (StoredObligation) -> Key, _ seeds: inout [ObligationSeed],
        _ seedKey: (ObligationSeed) -> Key
    ) -> [(StoredObligation, ObligationSeed)] {
        let storedByKey = Dictionary(grouping: stored, by: storedKey).filter { $0.value.count == 1 }
        let seedsByKey = Dictionary(grouping: seeds, by: seedKey).filter { $0.value.count == 1 }
        let common = Set(storedByKey.keys).intersection(seedsByKey.keys)
        let pairs = seeds.compactMap { seed -> (StoredObligation, ObligationSeed)? in
            let key = seedKey(seed)
            return common.contains(key) ? storedByKey[key]?.first.map { ($0, seed) } : nil
        }
        stored.removeAll { common.contains(storedKey($0)) }
        seeds.removeAll { common.contains(seedKey($0)) }
        return pairs
    }

    private mutating func classify(_ known: StoredObligation, _ seed: ObligationSeed) {
        let state = known.obligation.state
        // A date that a recorded event gave is not in the row and stays.
        let isAsBefore = seed.due == nil && seed.cadence == known.cadence
        if state.stage == .waiting, seed.stage == .notStarted {
            settled.append((known, seed))
        } else if state.originalDue?.nominal != seed.due?.nominal
            || state.extensions == 0 && state.effectiveDue != seed.due?.effective, !isAsBefore
        {
            moved.append((known, seed))
        }
        if seed.cadence != known.cadence || seed.isConditional != known.obligation.isConditional
            || seed.partLabel != known.partLabel || seed.period != known.obligation.period
            || seed.isTracked != known.isTracked && !isAsBefore
        {
            reread.append((known, seed))
        }
    }

    /// The revision in numbers.
    var summary: ObligationChanges {
        var changes = ObligationChanges()
        changes.count(added: added)
        changes.deadlineChanged = deadlineChanges
        changes.withdrawn = withdrawn.count
        return changes
    }

    /// How many obligations get another deadline, or get one at last.
    var deadlineChanges: Int { moved.count + settled.count }
}

extension StoredObligation {
    /// Who owes it now, as ``ObligationSeed/owner`` is told apart.
    fileprivate var lead: String { obligation.agency?.description ?? owner }
}
