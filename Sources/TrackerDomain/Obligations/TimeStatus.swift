/// How an obligation stands against its deadline on a given day; derived, never stored.
public enum TimeStatus: Hashable, Sendable {
    /// Không hạn: there is no due date, or the deadline does not run (waiting, suspended, withdrawn).
    case none
    /// Trong hạn.
    case within
    /// Sắp đến hạn: the effective due date is at most ``dueSoonDays`` days away.
    case dueSoon
    /// Quá hạn, with the number of days since the effective due date.
    case overdue(daysLate: Int)
    /// Hoàn thành đúng hạn.
    case completedOnTime
    /// Hoàn thành quá hạn, with the days between the effective due date and the accepted submission.
    case completedLate(daysLate: Int)

    /// How many days before its effective due date an obligation counts as due soon.
    public static let dueSoonDays = 30

    /// The name in JSON: "none", "within", "dueSoon", "overdue", "completedOnTime", "completedLate".
    public var name: String {
        switch self {
        case .none: "none"
        case .within: "within"
        case .dueSoon: "dueSoon"
        case .overdue: "overdue"
        case .completedOnTime: "completedOnTime"
        case .completedLate: "completedLate"
        }
    }

    /// Days past the effective due date, 0 where it is not late.
    public var daysLate: Int {
        switch self {
        case .overdue(let days), .completedLate(let days): days
        default: 0
        }
    }

    /// The official words, "quá hạn 12 ngày".
    public func words(in language: Language) -> String {
        switch self {
        case .none: language(vi: "không hạn", en: "no deadline")
        case .within: language(vi: "trong hạn", en: "within the deadline")
        case .dueSoon: language(vi: "sắp đến hạn", en: "due soon")
        case .overdue(let days):
            language(vi: "quá hạn \(days) ngày", en: "\(days) \(days == 1 ? "day" : "days") overdue")
        case .completedOnTime: language(vi: "hoàn thành đúng hạn", en: "completed on time")
        case .completedLate(let days):
            language(vi: "hoàn thành quá hạn \(days) ngày", en: "completed \(days) \(days == 1 ? "day" : "days") late")
        }
    }
}

/// Which deadline an obligation is judged against.
public enum DeadlineBasis: String, CaseIterable, Sendable {
    /// Thời hạn sau gia hạn: the deadline that holds.
    case extended
    /// Thời hạn gốc: the plan's own, as if nothing had been extended.
    case original
}

extension ObligationState {
    /// The time status on a day, against the deadline that holds or against the original one.
    ///
    /// Overdue starts the day after the effective due date. What was submitted in time and waits for acceptance is within
    /// its deadline, whatever the day; what was submitted late stays overdue by the days of the submission. While work is
    /// suspended the deadline does not run.
    public func timeStatus(on day: CivilDate, against basis: DeadlineBasis = .extended) -> TimeStatus {
        guard let due = basis == .original ? originalDue?.effective : effectiveDue else {
            return stage == .completed ? .completedOnTime : .none
        }
        switch stage {
        case .waiting, .suspended, .withdrawn:
            return .none
        case .completed:
            let late = due.distance(to: submittedOn ?? since)
            return late > 0 ? .completedLate(daysLate: late) : .completedOnTime
        case .submitted:
            let late = due.distance(to: submittedOn ?? since)
            return late > 0 ? .overdue(daysLate: late) : .within
        case .notStarted, .inProgress:
            let left = day.distance(to: due)
            if left < 0 { return .overdue(daysLate: -left) }
            return left <= TimeStatus.dueSoonDays ? .dueSoon : .within
        }
    }
}
