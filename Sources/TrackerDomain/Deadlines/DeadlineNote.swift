/// What a person should know about a reading.
public enum DeadlineNote: Hashable, Sendable {}
