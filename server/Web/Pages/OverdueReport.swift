import TrackerDomain
import TrackerService

/// The overdue list as a report on paper, agency by agency.
struct OverdueReport: BoardPage {
    static let template = "report"

    struct Agency: Sendable {
        let name: String
        let count: String
        let rows: [Row]
    }

    struct Row: Sendable {
        let number: Int
        let task: String
        /// The words of its deadline, where the row has several.
        let part: String?
        let place: String
        let due: String
        let late: Int
        /// When the agency was reminded last, or somebody else where it never was.
        let reminded: String
        /// How often, or who.
        let remindedNote: String?
    }

    let frame: Frame
    let day: String
    let scope: String
    let summary: String
    /// That the report does not have all rows, where it has not.
    let cut: String?
    let agencies: [Agency]
    let back: String
}

extension Board {
    /// Who owes rows of the report: agencies of one name are several, and of one that the directory does not know there are only
    /// the words.
    private struct Owing: Hashable {
        let agency: AgencyID?
        let name: String
    }

    /// - Parameter most: how many rows are printed at most.
    func report(_ request: BoardRequest, upTo most: Int = Board.rowsOfAFile) throws(TrackerError) -> BoardAnswer {
        let words = Wording(language: request.language)
        let filter = try ListFilter(request, of: tracker)
        let asOf = filter.request.asOf ?? tracker.today
        var asked = filter.request
        asked.limit = ListRequest.limits.upperBound
        // One more than are printed tells that there are more.
        let found = try Self.items(upTo: most + 1) { after throws(TrackerError) in
            asked.after = after
            return try tracker.overdue(asked).page
        }
        let shown = OverdueReport(
            frame: Frame(BoardSection.overdue.title(words), for: request, today: tracker.today),
            day: words.day(asOf),
            scope: filter.plan.map { "\($0.header.number), \($0.header.title)" }
                ?? words(vi: "Tất cả kế hoạch", en: "All plans"),
            summary: ListTopic.overdue.summary(
                words.count(found.count, limit: most), isEmpty: found.isEmpty, days: 0, words),
            cut: found.count > most
                ? words(
                    vi: "Bản in chỉ có \(most) nghĩa vụ trễ nhất; lọc danh sách theo kế hoạch hoặc cơ quan để in phần "
                        + "còn lại.",
                    en: "Only the \(most) longest overdue are printed; narrow the list to a plan or an agency to print "
                        + "the others.") : nil,
            agencies: try agencies(owing: Array(found.prefix(most)), on: asOf, request, words),
            back: BoardLinks(request).to("/overdue", request.query.filter { $0.key != "lang" }))
        return try page(shown, request)
    }

    /// The agencies of the report, those with the most rows first.
    private func agencies(
        owing entries: [ObligationEntry], on day: CivilDate, _ request: BoardRequest, _ words: Wording
    ) throws(TrackerError) -> [OverdueReport.Agency] {
        let sent = try tracker.remindersSent(
            for: entries.map(\.obligation.id), asOf: day, access: try request.access())
        let former = Set(
            try shared.counts(by: .agency, plan: nil, asOf: request.asOf()).groups.filter { $0.endedOn != nil }.map(
                \.key))
        let owing = Dictionary(grouping: entries) { Owing(agency: $0.obligation.agency, name: $0.agencyName) }
        let names = AgencyNames(owing.keys.map { ($0.agency, $0.name) }, words)
        let named = owing.map { agency, entries in
            let isFormer = agency.agency.map { former.contains($0.description) } ?? false
            return (name: names(agency.agency, agency.name, isFormer: isFormer), entries: entries)
        }
        return named.sorted { ($1.entries.count, $0.name) < ($0.entries.count, $1.name) }.map { name, entries in
            OverdueReport.Agency(
                name: name, count: words.obligations(entries.count),
                rows: entries.enumerated().map { index, entry in
                    let last = LastReminder(of: entry.obligation.agency, among: sent[entry.obligation.id] ?? [])
                    return Self.row(index + 1, entry, last, on: day, words)
                })
        }
    }

    private static func row(
        _ number: Int, _ entry: ObligationEntry, _ last: LastReminder?, on day: CivilDate, _ words: Wording
    ) -> OverdueReport.Row {
        let state = entry.obligation.state
        return OverdueReport.Row(
            number: number, task: entry.title, part: entry.partLabel.isEmpty ? nil : entry.partLabel,
            place: "\(entry.planNumber), \(entry.place) · \(words.period(entry.obligation.period))",
            due: words.day(state.effectiveDue), late: state.timeStatus(on: day).daysLate,
            reminded: words.day(last?.sent.sentOn),
            remindedNote: last.flatMap { Self.note(on: $0, words) })
    }

    /// How often the agency was reminded, where it was more than once; else who was, where it was somebody else.
    private static func note(on last: LastReminder, _ words: Wording) -> String? {
        switch last.times {
        case 0: last.sent.recipientName
        case 1: nil
        default: words(vi: "\(last.times) lần", en: "\(last.times) times")
        }
    }
}
