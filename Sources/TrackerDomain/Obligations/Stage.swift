/// Where an obligation stands in its workflow. Stored; being overdue is not a stage but follows from the day
/// (``TimeStatus``).
public enum Stage: String, CaseIterable, Sendable {
    /// Chờ điều kiện: an event or a decision is missing before the deadline runs.
    case waiting
    /// Chưa thực hiện.
    case notStarted
    /// Đang thực hiện.
    case inProgress
    /// Chờ xác nhận: the lead agency has submitted, the standing agency has not yet accepted.
    case submitted
    /// Hoàn thành.
    case completed
    /// Tạm dừng.
    case suspended
    /// Thôi theo dõi.
    case withdrawn

    /// The stages in which something is still to be done or decided: all but completed and withdrawn.
    public static let open: Set<Stage> = [.waiting, .notStarted, .inProgress, .submitted, .suspended]

    /// The official words, "chờ xác nhận".
    public func words(in language: Language) -> String {
        switch self {
        case .waiting: language(vi: "chờ điều kiện", en: "waiting")
        case .notStarted: language(vi: "chưa thực hiện", en: "not started")
        case .inProgress: language(vi: "đang thực hiện", en: "in progress")
        case .submitted: language(vi: "chờ xác nhận", en: "to be confirmed")
        case .completed: language(vi: "hoàn thành", en: "completed")
        case .suspended: language(vi: "tạm dừng", en: "suspended")
        case .withdrawn: language(vi: "thôi theo dõi", en: "withdrawn")
        }
    }
}
