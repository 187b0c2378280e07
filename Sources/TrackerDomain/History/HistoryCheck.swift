/// What a check of the history has found.
public struct HistoryCheck: Sendable {
    /// How many events there are.
    public var events = 0
    /// The hash of the last event; empty where there is none. Whoever notes it down can prove later that nothing before it
    /// was touched.
    public var head = ""
    /// What is wrong, in the order of the history; at most ``limit``.
    public var problems: [HistoryProblem] = []
    /// Whether a hash that was asked for stands in the history.
    public var containsHead: Bool?

    public init() {}

    public static let limit = 20
}

/// Something in the history that the program did not write.
public enum HistoryProblem: Hashable, Sendable {
    /// Events are missing between two that are there, or at the end.
    case missing(ClosedRange<Int64>)
    /// An event does not have the hash that follows from its contents and from the event before.
    case changed(Int64)
    /// An event does not begin with the state with which the one before it ended.
    case doesNotFollow(Int64, obligation: Int64)
    /// An obligation is not as its last event left it.
    case stateDiffers(obligation: Int64)
    /// The states that lists of past days read do not agree with the events.
    case pastDiffers(obligation: Int64)
}

extension HistoryCheck {
    /// Adds a problem, unless there are enough already.
    public mutating func add(_ problem: HistoryProblem) {
        if problems.count < Self.limit { problems.append(problem) }
    }
}
