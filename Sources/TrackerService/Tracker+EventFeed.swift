package import TrackerDomain
internal import TrackerStorage

/// A piece of the history for those who follow it.
package struct EventPage: Sendable {
    package let events: [Event]
    /// Where the next piece begins: nothing up to here is missing, what may not be seen aside. It lies before the place that was
    /// asked for where the history does not reach that far, as an older one that was restored.
    package let through: Int64
}

extension Tracker {
    /// The lines of the history after a place that a token lets its holder see.
    package func events(after sequence: Int64, limit: Int, access: AccessToken?) throws(TrackerError) -> EventPage {
        try store.read { transaction in
            let last = try transaction.lastEvent()
            let visibility = try Self.visibility(for: access, on: today, in: transaction)
            let events = try transaction.events(after: sequence, visibleTo: visibility, limit: limit)
            let isWhole = events.count < limit
            return EventPage(events: events, through: isWhole ? last : events.last?.sequence ?? last)
        }
    }

    /// The place of the newest line of the history.
    package func lastEvent() throws(TrackerError) -> Int64 { try store.read { try $0.lastEvent() } }
}
