/// A point relative to the effective due date at which a reminder is sent once.
public struct ReminderStage: Hashable, Sendable {
    /// Negative before the due date, 0 on it, positive after it.
    public let daysPastDue: Int
    /// The day on which the stage is reached.
    public let date: CivilDate

    public init(daysPastDue: Int, effectiveDue: CivilDate) {
        self.daysPastDue = daysPastDue
        self.date = effectiveDue.adding(days: daysPastDue)
    }

    /// The name in JSON: "before-30", "due", "overdue-7".
    public var name: String { Self.name(daysPastDue: daysPastDue) }

    /// The name of a stage by its days past the due date.
    public static func name(daysPastDue: Int) -> String {
        switch daysPastDue {
        case ..<0: "before-\(-daysPastDue)"
        case 0: "due"
        default: "overdue-\(daysPastDue)"
        }
    }

    /// The name for a person: "còn 7 ngày", "đến hạn", "quá hạn 7 ngày".
    public static func words(daysPastDue days: Int, in language: Language) -> String {
        switch days {
        case ..<0: language(vi: "còn \(-days) ngày", en: "\(-days) \(days == -1 ? "day" : "days") left")
        case 0: language(vi: "đến hạn", en: "due")
        default: language(vi: "quá hạn \(days) ngày", en: "\(days) \(days == 1 ? "day" : "days") overdue")
        }
    }
}
