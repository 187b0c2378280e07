import TrackerDomain
import TrackerService

/// What a person has to settle.
struct QuestionsPage: BoardPage {
    static let template = "questions"

    struct Card: Sendable {
        let id: Int64
        let kind: String
        let place: String
        let planLink: Link
        let rowLink: Link
        let title: String
        /// The words in question; nothing where the cell is blank.
        let words: String?
        let nearest: String?
        let obligations: String
        /// Where it is settled, if it can be and the visitor may.
        let settleLink: Link?
    }

    let frame: Frame
    let summary: String
    /// That the form was done.
    let notice: String?
    let plans: [FilterForm.Choice]
    /// What the form for the plan keeps of the address.
    let kept: [HiddenField]
    let cards: [Card]
    let others: Link?
    let next: Link?
    let csv: String
}

extension Board {
    func questions(_ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        let words = Wording(language: request.language)
        let links = BoardLinks(request)
        let plan = try request["plan"].map { name throws(TrackerError) in try tracker.plan(named: name) }
        let isCooperating = request["cooperating"] != nil
        let list = try tracker.questions(
            plan: plan, onlyCooperating: isCooperating, after: request["after"], limit: ListFilter.rows,
            access: try request.access())
        let kept = ["plan": request["plan"], "cooperating": request["cooperating"]]
        let own = try tracker.settleable(list.page.items, access: try request.access())
        let shown = QuestionsPage(
            frame: Frame(BoardSection.settle.title(words), for: request, today: tracker.today),
            summary: list.page.items.isEmpty
                ? words(vi: "Không có gì chờ làm rõ.", en: "There is nothing to settle.")
                : words(
                    vi: "Những chỗ mà chương trình không đoán: người có trách nhiệm xác định.",
                    en: "What the program does not guess: somebody has to say what it means."),
            notice: request["done"] == nil
                ? nil : words(vi: "Đã ghi; các nghĩa vụ đã theo lời giải.", en: "Recorded; the obligations follow it."),
            plans: try FilterForm.Choice.plans(of: tracker, chosen: plan),
            kept: ["asOf", "cooperating"].compactMap { name in
                request[name].map { HiddenField(name: name, value: $0) }
            },
            cards: list.page.items.map { Self.card($0, maySettle: own.contains($0.id), links, words) },
            others: list.endedCooperation > 0
                ? Link(
                    href: links.to("/settle", ["plan": request["plan"], "cooperating": "1"]),
                    title: words(
                        vi: "\(list.endedCooperation) lượt nêu cơ quan phối hợp không còn hoạt động",
                        en: "Cooperating agencies that no longer exist are named \(list.endedCooperation) times"))
                : nil,
            next: list.page.next.map { cursor in
                Link(
                    href: links.to("/settle", kept.merging(["after": cursor]) { $1 }),
                    title: words(vi: "Trang sau", en: "Next page"))
            },
            csv: links.to("/settle.csv", kept))
        return try page(shown, request)
    }

    static func card(
        _ entry: QuestionEntry, maySettle: Bool, _ links: BoardLinks, _ words: Wording
    ) -> QuestionsPage.Card {
        let question = entry.question
        return QuestionsPage.Card(
            id: entry.id, kind: question.kind.words(in: words.language), place: entry.place,
            planLink: Link(href: links.plan(entry.planID), title: entry.planNumber),
            rowLink: Link(href: links.to("/search", ["row": String(entry.activity)]), title: entry.title),
            title: entry.title,
            words: question.words.isEmpty || question.kind == .rowIncomplete ? nil : question.words,
            nearest: question.nearest.isEmpty ? nil : question.nearest.joined(separator: "; "),
            obligations: words(
                vi: "\(entry.obligations) nghĩa vụ chờ", en: "Obligations that wait: \(entry.obligations)"),
            settleLink: (maySettle ? question.kind.answerForm : nil).map { _ in
                Link(href: links.to("/settle/\(entry.id)"), title: words(vi: "Làm rõ", en: "Settle"))
            })
    }

    func questionsCSV(_ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        let plan = try request["plan"].map { name throws(TrackerError) in try tracker.plan(named: name) }
        let access = try request.access()
        let entries = try Self.items(upTo: Self.rowsOfAFile) { after throws(TrackerError) in
            try tracker.questions(
                plan: plan, onlyCooperating: request["cooperating"] != nil, after: after,
                limit: ListRequest.limits.upperBound, access: access
            ).page
        }
        let header = ["id", "kind", "words", "nearest", "plan", "place", "title", "obligations"]
        let records = entries.map { entry in
            [
                String(entry.id), entry.question.kind.rawValue, entry.question.words,
                entry.question.nearest.joined(separator: "; "), entry.planNumber, entry.place, entry.title,
                String(entry.obligations),
            ]
        }
        return csv(named: "settle-\(tracker.today)", [header] + records)
    }
}
