package import TrackerDomain
internal import TrackerStorage

/// A line of the history with the obligation that it is about; equal lines of one agency, one after another, are one.
package struct ChangeEntry: Sendable {
    /// The newest of the equal lines.
    package let event: Event
    package let entry: ObligationEntry
    package let actorName: String?
    /// How many lines are equal.
    package let times: Int
    /// How many obligations they are about.
    package let obligations: Int
}

/// What was recorded on a day, the newest first.
package struct ChangeList: Sendable {
    package let lines: [ChangeEntry]
    /// How many changes the lines leave out, of the newest 2,000 of the whole history.
    package let more: Int
}

extension Tracker {
    /// How far back changes of a day are looked for.
    private static let changeLimit = 2_000

    /// What was recorded today of what a token lets its holder see, the newest first; at most so many lines.
    package func changesToday(
        plan: Plan?, limit: Int, access: AccessToken? = nil
    ) throws(TrackerError) -> ChangeList {
        let today = today
        return try store.read { transaction in
            let visibility = try Self.visibility(for: access, on: today, in: transaction)
            let newest = try transaction.newestEvents(
                visibleTo: visibility, ofPlan: plan?.id, limit: Self.changeLimit)
            var events = newest.filter { $0.recordedOn == today }[...]
            var lines: [ChangeEntry] = []
            while lines.count < limit, let event = events.first {
                let equal = events.prefix { $0.actor == event.actor && $0.words(in: .vi) == event.words(in: .vi) }
                events = events.dropFirst(equal.count)
                guard let entry = try transaction.obligation(event.obligation) else { continue }
                lines.append(
                    ChangeEntry(
                        event: event, entry: entry,
                        actorName: try event.actor.flatMap { try transaction.agencyName($0, on: today) },
                        times: equal.count, obligations: Set(equal.map(\.obligation)).count))
            }
            return ChangeList(lines: lines, more: events.count)
        }
    }
}
