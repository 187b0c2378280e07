/// A level of a policy: who is told of what is late, beside the agency that owes it.
public struct ReminderEscalation: Hashable, Sendable {
    /// Who is told.
    public enum Recipient: String, CaseIterable, Sendable {
        /// Cơ quan thường trực: the agency that keeps the plan.
        case standing
        /// Lãnh đạo: the People's Committee that issued the plan.
        case leadership
    }

    public let recipient: Recipient
    /// From the first stage that is so many days past the effective due date.
    public let daysLate: Int

    public init(to recipient: Recipient, daysLate: Int) {
        self.recipient = recipient
        self.daysLate = daysLate
    }
}

extension ReminderEscalation.Recipient {
    /// "cơ quan thường trực", "lãnh đạo (UBND ban hành kế hoạch)".
    public func words(in language: Language) -> String {
        switch self {
        case .standing: language(vi: "cơ quan thường trực", en: "the standing agency")
        case .leadership:
            language(vi: "lãnh đạo (UBND ban hành kế hoạch)", en: "the leadership (the issuing People's Committee)")
        }
    }
}
