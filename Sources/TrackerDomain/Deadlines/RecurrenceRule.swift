/// A rule that gives a nominal due date for each period.
public struct RecurrenceRule: Hashable, Sendable {}
