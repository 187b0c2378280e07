import TrackerDomain
import TrackerService

/// Whether the agency that owes an obligation was reminded: its own last reminder and how often it was; where it never was, the
/// last one that somebody else had.
struct LastReminder: Sendable {
    let sent: ReminderSent
    /// How often the agency itself was reminded, however many ways each reminder went; 0 where somebody else was.
    let times: Int

    /// - Parameter reminders: those of the obligation, the newest first.
    init?(of lead: AgencyID?, among reminders: [ReminderSent]) {
        let own = reminders.filter { $0.recipient == lead }
        guard let last = own.first ?? reminders.first else { return nil }
        sent = last
        times = Set(own.map(\.stage)).count
    }
}
