/// What a person has said that the words of a row mean, where the program does not guess. It holds as long as the row has these
/// words: also after the same file is imported again, not for a revised edition that says something else.
///
/// ```swift
/// // The cell "Sở KHCN đưa ra kế hoạch" is asked about; the department has said "Quý IV/2026".
/// Settlement(of: .deadlineUnresolved, words: cell, answer: .deadline("Quý IV/2026"), by: soNoiVu, on: day)
/// ```
public struct Settlement: Hashable, Sendable {
    /// What the words mean.
    public enum Answer: Hashable, Sendable {
        /// The deadline in words that can be read: "Quý IV/2026", "Thường xuyên".
        case deadline(String)
        /// The agency or group that is meant.
        case agency(AgencyID)
        /// Nothing is missing; the row is right as it was read.
        case asRead
    }

    /// What was asked.
    public let question: Question.Kind
    /// The words in question, as written; empty for a blank cell.
    public let words: String
    public let answer: Answer
    /// In whose name it was said; `nil` where the plan has no known standing agency.
    public let settledBy: AgencyID?
    public let settledOn: CivilDate

    public init(of question: Question.Kind, words: String, answer: Answer, by agency: AgencyID?, on day: CivilDate) {
        self.question = question
        self.words = words
        self.answer = answer
        settledBy = agency
        settledOn = day
    }

    /// Whether a question is one that it answers: the same words, asked about for the same reason.
    public func answers(_ question: Question) -> Bool { self.question == question.kind && words == question.words }
}

extension Question.Kind {
    /// How a question can be answered where it stands; by none of them where an agency has ended, which its succession or a
    /// reassignment settles.
    public enum AnswerForm: Sendable {
        case deadline, agency, asRead
    }

    /// The form of the answer; `nil` where the row is not what has to be settled.
    public var answerForm: AnswerForm? {
        switch self {
        case .deadlineUnresolved, .deadlineElsewhere: .deadline
        case .leadUnknown, .leadMissing: .agency
        case .groupWithoutMembers, .rowIncomplete: .asRead
        case .leadEnded, .cooperatingEnded: nil
        }
    }
}

extension DeadlineReading {
    /// The reading with what people have said in place of the parts that could not be read. The words of the cell stay as
    /// the labels; questions about what is settled are gone, conditions stay.
    public func settled(by settlements: [Settlement], in context: DeadlineContext) -> DeadlineReading {
        var notes = notes
        let settledParts = parts.flatMap { part -> [DeadlinePart] in
            guard let kind = part.question, let answer = settlements.deadline(for: kind, part.label) else {
                return [part]
            }
            let reading = DeadlineReading(of: answer, in: context)
            notes = notes.filter(\.isCondition) + reading.notes
            return reading.parts.map { DeadlinePart(label: part.label, rule: $0.rule, wordReasons: $0.wordReasons) }
        }
        return settledParts == parts ? self : DeadlineReading(text: text, parts: settledParts, notes: notes)
    }
}

extension DeadlinePart {
    /// What has to be asked about it; `nil` where it is clear.
    public var question: Question.Kind? {
        switch rule {
        case .unresolved: .deadlineUnresolved
        case .reference: .deadlineElsewhere
        case .fixed, .recurring, .ongoing, .event, .done: nil
        }
    }
}

extension [Settlement] {
    fileprivate func deadline(for kind: Question.Kind, _ words: String) -> String? {
        for settlement in self where settlement.question == kind && settlement.words == words {
            if case .deadline(let answer) = settlement.answer { return answer }
        }
        return nil
    }
}

extension DeadlineNote {
    fileprivate var isCondition: Bool {
        if case .condition = self { true } else { false }
    }
}

extension Activity {
    /// Its deadline as it was read, with what people have settled.
    public func reading(in context: DeadlineContext) -> DeadlineReading {
        DeadlineReading(of: row.deadline, in: context).settled(by: settlements, in: context)
    }
}
