package import TrackerDomain

/// What was read into a row, beside its words.
package struct RowReading: Hashable, Sendable {
    package let row: AppendixRow
    package let deadline: DeadlineReading
    package let leads: [AgencyMention]
    package let cooperating: [AgencyMention]
    /// A condition in the task, "Sau khi Bộ Nội vụ ban hành hướng dẫn".
    package let condition: String?
    /// Who owes the activity: groups are replaced by their members.
    package let owners: [Owner]
    /// What a person has to settle before the row's obligations can be followed.
    package let questions: [Question]

    package var mentions: [Activity.Mention] {
        leads.map { Activity.Mention(role: .lead, words: $0.words, agency: $0.match.agency?.id) }
            + cooperating.map { Activity.Mention(role: .cooperating, words: $0.words, agency: $0.match.agency?.id) }
    }
}

/// Reads the cells of a row: its deadline, its agencies, a condition in its task. Nothing is dropped: what is not
/// understood is kept as written and asked about.
package struct RowTranslator: Sendable {
    private let context: DeadlineContext
    private let directory: AgencyDirectory
    private let territory: String
    // Cells repeat themselves from row to row; each wording is read once.
    private var deadlines: [String: DeadlineReading] = [:]
    private var mentions: [String: [AgencyMention]] = [:]

    package init(context: DeadlineContext, directory: AgencyDirectory, territory: String) {
        self.context = context
        self.directory = directory
        self.territory = territory
    }

    /// - Parameter settlements: what people have said of words of the row.
    package mutating func reading(of row: AppendixRow, settlements: [Settlement] = []) -> RowReading {
        let deadline = deadline(in: row.deadline).settled(by: settlements, in: context)
        let leads = settled(mentions(in: row.lead), by: settlements)
        var questions = row.isComplete ? [] : [Question(kind: .rowIncomplete, words: row.task)]
        questions += Self.questions(about: deadline)
        let owners = owners(of: leads, questions: &questions)
        questions.removeAll { question in settlements.contains { $0.answers(question) } }
        return RowReading(
            row: row, deadline: deadline, leads: leads, cooperating: mentions(in: row.cooperation),
            condition: TaskCondition.find(in: row.task) ?? Self.condition(in: deadline), owners: owners,
            questions: questions)
    }

    private mutating func deadline(in cell: String) -> DeadlineReading {
        if let known = deadlines[cell] { return known }
        let reading = DeadlineReading(of: cell, in: context)
        deadlines[cell] = reading
        return reading
    }

    private mutating func mentions(in cell: String) -> [AgencyMention] {
        if let known = mentions[cell] { return known }
        let found = AgencyPhrase(cell, in: territory, on: context.issued, from: directory).mentions
        mentions[cell] = found
        return found
    }

    /// Mentions that the directory does not know, as people have settled them; the lead of a row that names none.
    private func settled(_ mentions: [AgencyMention], by settlements: [Settlement]) -> [AgencyMention] {
        func agency(_ kind: Question.Kind, _ words: String) -> AgencyMention? {
            for settlement in settlements where settlement.question == kind && settlement.words == words {
                guard case .agency(let id) = settlement.answer,
                    let agency = directory.agencies.first(where: { $0.id == id })
                else { continue }
                return AgencyMention(words: words, match: agency.kind == .group ? .group(agency) : .agency(agency))
            }
            return nil
        }
        guard !mentions.isEmpty else { return agency(.leadMissing, "").map { [$0] } ?? [] }
        return mentions.map { $0.match.agency == nil ? agency(.leadUnknown, $0.words) ?? $0 : $0 }
    }

    /// A condition beside the date in the deadline cell: "Quý II/2026, sau khi Bộ Nội vụ ban hành hướng dẫn".
    private static func condition(in deadline: DeadlineReading) -> String? {
        for case .condition(let words) in deadline.notes { return words }
        return nil
    }

    private static func questions(about deadline: DeadlineReading) -> [Question] {
        deadline.parts.compactMap { part in part.question.map { Question(kind: $0, words: part.label) } }
    }

    private func owners(of leads: [AgencyMention], questions: inout [Question]) -> [Owner] {
        guard !leads.isEmpty else {
            questions.append(Question(kind: .leadMissing, words: ""))
            return [Owner(agency: nil, words: "")]
        }
        var owners: [Owner] = []
        for lead in leads {
            switch lead.match {
            case .agency(let agency):
                owners.append(Owner(agency: agency.id, words: lead.words))
            case .group(let group):
                owners += directory.members(of: group.id, on: context.issued).map {
                    Owner(agency: $0.id, words: lead.words)
                }
                for open in directory.openGroups(of: group.id, on: context.issued) {
                    owners.append(Owner(agency: open.id, words: lead.words))
                    questions.append(Question(kind: .groupWithoutMembers, words: open.name))
                }
            case .ambiguous(let nearest), .unknown(let nearest):
                owners.append(Owner(agency: nil, words: lead.words))
                questions.append(Question(kind: .leadUnknown, words: lead.words, nearest: nearest.map(\.name)))
            }
        }
        var seen: Set<String> = []
        return owners.filter { seen.insert($0.key).inserted }
    }
}
