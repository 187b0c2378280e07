package import TrackerDomain
internal import TrackerStorage

/// A line of the history with the obligation that it is about.
package struct ChangeEntry: Sendable {
    package let event: Event
    package let entry: ObligationEntry
    package let actorName: String?
}

extension Tracker {
    /// How far back changes of a day are looked for.
    private static let changeLimit = 2_000

    /// What was recorded today of what a token lets its holder see, the newest first; at most so many lines.
    package func changesToday(
        plan: Plan?, limit: Int, access: AccessToken? = nil
    ) throws(TrackerError) -> [ChangeEntry] {
        let today = today
        return try store.read { transaction in
            let visibility = try Self.visibility(for: access, on: today, in: transaction)
            var changes: [ChangeEntry] = []
            for event in try transaction.newestEvents(visibleTo: visibility, limit: Self.changeLimit)
            where changes.count < limit {
                guard event.recordedOn == today, let entry = try transaction.obligation(event.obligation),
                    plan.map({ $0.id == entry.planID }) ?? true
                else { continue }
                let name = try event.actor.flatMap { try transaction.agencyName($0, on: today) }
                changes.append(ChangeEntry(event: event, entry: entry, actorName: name))
            }
            return changes
        }
    }
}
