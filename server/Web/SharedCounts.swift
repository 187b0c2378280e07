import Synchronization
import TrackerDomain
import TrackerService

/// Counts that many pages show alike, kept as long as nobody has changed the store and the day is the same: of all who have the
/// overview open, one has it counted after a change.
final class SharedCounts: Sendable {
    /// What is counted.
    private enum Key: Hashable {
        case counts(CountGrouping, plan: Int64?, asOf: CivilDate?)
        case months(plan: Int64?, asOf: CivilDate?)
    }

    private struct Moment: Hashable {
        let changes: Int
        let day: CivilDate
    }

    private struct State {
        var moment: Moment?
        var known: [Key: any Sendable] = [:]
    }

    /// How many counts are kept at once.
    private static let capacity = 64

    private let tracker: Tracker
    private let state = Mutex(State())

    init(_ tracker: Tracker) {
        self.tracker = tracker
    }

    func counts(by grouping: CountGrouping, plan: Plan?, asOf: CivilDate?) throws(TrackerError) -> CountTable {
        try kept(.counts(grouping, plan: plan?.id, asOf: asOf)) { tracker throws(TrackerError) in
            try tracker.counts(by: grouping, plan: plan, asOf: asOf)
        }
    }

    func months(plan: Plan?, asOf: CivilDate?) throws(TrackerError) -> DueMonths {
        try kept(.months(plan: plan?.id, asOf: asOf)) { tracker throws(TrackerError) in
            try tracker.dueMonths(plan: plan, asOf: asOf)
        }
    }

    private func kept<Value: Sendable>(
        _ key: Key, _ count: (Tracker) throws(TrackerError) -> Value
    ) throws(TrackerError) -> Value {
        guard let changes = try? tracker.changeCount() else { return try count(tracker) }
        let moment = Moment(changes: changes, day: tracker.today)
        let known = state.withLock { state in
            if state.moment != moment || state.known.count >= Self.capacity { state = State(moment: moment) }
            return state.known[key] as? Value
        }
        if let known { return known }
        let value = try count(tracker)
        state.withLock { state in
            // What was counted before somebody else's change is for nobody else.
            if state.moment == moment { state.known[key] = value }
        }
        return value
    }
}
