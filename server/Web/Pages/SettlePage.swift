import TrackerDomain
import TrackerService

/// One thing that a person has to settle: the words in question, and what an answer would make of them.
struct SettlePage: BoardPage {
    static let template = "settle"

    /// Where the answer is typed.
    struct Input: Sendable {
        let name: String
        let label: String
        let hint: String
        let value: String
    }

    /// What an answer would do.
    struct Preview: Sendable {
        let facts: [ObligationPage.Fact]
        let notes: [String]
        let name: String
        let value: String
        let formToken: String
        let address: String
    }

    let frame: Frame
    let kind: String
    /// The words in question; nothing where the cell is blank.
    let words: String?
    let nearest: String?
    let facts: [ObligationPage.Fact]
    let address: String
    let input: Input?
    let problem: String?
    let preview: Preview?
    /// What to do where the answer is not given here.
    let elsewhere: String?
}

extension Board {
    func question(
        _ id: Int64, _ request: BoardRequest, failed: TrackerError? = nil, isOfAnotherSession: Bool = false
    ) throws(TrackerError) -> BoardAnswer {
        let words = Wording(language: request.language)
        let links = BoardLinks(request)
        let detail = try tracker.question(id, access: try request.access())
        let form = detail.question.kind.answerForm
        let typed = request["answer"] ?? request.form?["answer"] ?? ""
        var problem = failed
        var preview: SettlePage.Preview?
        if failed == nil, detail.maySettle, let answer = Self.answer(form, typed) {
            do throws(TrackerError) {
                preview = try self.preview(answer, typed, to: id, detail, request, words)
            } catch {
                problem = error
            }
        }
        let remark = isOfAnotherSession ? words.ofAnotherSession : nil
        let heading = detail.question.kind.words(in: request.language)
        let shown = SettlePage(
            frame: Frame(
                heading, crumbs: [Link(href: links.to("/settle"), title: BoardSection.settle.title(words))],
                for: request, today: tracker.today),
            kind: heading,
            words: detail.question.words.isEmpty ? nil : detail.question.words,
            nearest: detail.question.nearest.isEmpty ? nil : detail.question.nearest.joined(separator: "; "),
            facts: Self.facts(of: detail, links, words).filter { !$0.words.isEmpty }, address: "/settle/\(id)",
            input: detail.maySettle ? Self.input(form, typed, words) : nil,
            problem: problem.map(words.problem) ?? remark,
            preview: preview,
            elsewhere: Self.elsewhere(form, detail.maySettle, words))
        let status = problem.map { Self.status(of: $0) } ?? (isOfAnotherSession ? 403 : 200)
        return try page(shown, status: status, request)
    }

    /// Why there is no form.
    private static func elsewhere(
        _ form: Question.Kind.AnswerForm?, _ maySettle: Bool, _ words: Wording
    ) -> String? {
        switch (form, maySettle) {
        case (nil, _):
            words(
                vi: "Cơ quan đã thôi hoạt động: ghi việc kế nhiệm, hoặc chuyển từng nghĩa vụ cho cơ quan khác.",
                en: "The agency has ended: record its succession, or reassign the obligations one by one.")
        case (_, false):
            words(
                vi:
                    "Chỉ cơ quan thường trực của kế hoạch hoặc cơ quan theo dõi lĩnh vực được làm rõ; bạn chỉ xem được.",
                en: "Only the plan's standing agency or the supervisor of the section settles this; you may only look.")
        default: nil
        }
    }

    private static func answer(_ form: Question.Kind.AnswerForm?, _ typed: String) -> SettleRequest.Answer? {
        let words = FormFields(["answer": typed], language: .vi).words("answer")
        switch form {
        case .deadline: return words.isEmpty ? nil : .deadline(words)
        case .agency: return words.isEmpty ? nil : .agency(words)
        case .asRead: return .asRead
        case nil: return nil
        }
    }

    private static func input(
        _ form: Question.Kind.AnswerForm?, _ typed: String, _ words: Wording
    ) -> SettlePage.Input? {
        switch form {
        case .deadline:
            SettlePage.Input(
                name: "answer", label: words(vi: "Thời hạn đúng là", en: "The deadline is"),
                hint: words(
                    vi: "Viết như trong kế hoạch: “Quý IV/2026”, “Tháng 1 hàng năm”, “Thường xuyên”, hoặc một ngày.",
                    en: "As a plan writes it: “Quý IV/2026”, “Tháng 1 hàng năm”, “Thường xuyên”, or a date."),
                value: typed)
        case .agency:
            SettlePage.Input(
                name: "answer", label: words(vi: "Cơ quan chủ trì là", en: "The lead agency is"),
                hint: words(vi: "Tên hoặc mã trong danh bạ.", en: "A name or an id of the directory."), value: typed)
        case .asRead, nil: nil
        }
    }

    private func preview(
        _ answer: SettleRequest.Answer, _ typed: String, to id: Int64, _ detail: QuestionDetail,
        _ request: BoardRequest,
        _ words: Wording
    ) throws(TrackerError) -> SettlePage.Preview {
        let outcome = try tracker.settle(
            SettleRequest(question: id, answer: answer, isDryRun: true, access: try request.access()))
        let context = detail.plan.deadlineContext
        let changes = outcome.obligations
        var dates = ""
        if case .deadline(let settled) = outcome.settlement.answer {
            let explanation = try Explainer(context: context, limit: 6, tracker: tracker).explain(settled)
            dates = explanation.due.map { due in
                explanation.moves.first { $0.due == due }?.words(in: words.language) ?? words.day(due.nominal)
            }.joined(separator: "; ")
            if explanation.dateCount > explanation.due.count {
                dates += words(vi: " … tất cả \(explanation.dateCount) ngày", en: " … \(explanation.dateCount) in all")
            }
        }
        let owners = try outcome.owners.map { owner throws(TrackerError) in
            guard let agency = owner.agency?.description else { return owner.words }
            return try tracker.agency(named: agency, in: nil, on: outcome.asOf).name(on: outcome.asOf)
        }
        func fact(_ vi: String, _ en: String, _ text: String) -> ObligationPage.Fact {
            .init(term: words(vi: vi, en: en), words: text, href: nil)
        }
        let facts = [
            fact("Đọc là", "Read as", outcome.reading.words(in: words.language, context: context)),
            fact("Ngày đến hạn", "Due", dates),
            fact("Cơ quan chủ trì", "Lead agency", owners.joined(separator: "; ")),
            fact(
                "Nghĩa vụ", "Obligations",
                words(
                    vi: "thêm \(changes.added), đổi hạn \(changes.deadlineChanged), thôi theo dõi \(changes.withdrawn)",
                    en: "\(changes.added) added, \(changes.deadlineChanged) with another deadline, "
                        + "\(changes.withdrawn) withdrawn")),
        ]
        return SettlePage.Preview(
            facts: facts.filter { !$0.words.isEmpty },
            notes: outcome.reading.notes.map { $0.words(in: words.language) },
            name: "answer", value: typed, formToken: request.formToken, address: "/settle/\(id)")
    }

    private static func facts(
        of detail: QuestionDetail, _ links: BoardLinks, _ words: Wording
    ) -> [ObligationPage.Fact] {
        let row = detail.activity.row
        func fact(_ vi: String, _ en: String, _ text: String, href: String? = nil) -> ObligationPage.Fact {
            .init(term: words(vi: vi, en: en), words: text, href: href)
        }
        return [
            fact("Kế hoạch", "Plan", "\(detail.plan.header.number), \(row.place)", href: links.plan(detail.plan.id)),
            fact(
                "Nhiệm vụ", "Task", row.task, href: links.to("/search", ["row": String(detail.activity.id)])),
            fact("Sản phẩm", "Product", row.product), fact("Chủ trì", "Lead", row.lead),
            fact("Phối hợp", "Cooperation", row.cooperation), fact("Thời gian", "Time", row.deadline),
        ]
    }

    /// Does what the form of a question asks for.
    func settle(_ id: Int64, _ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        let form = try tracker.question(id, access: try request.access()).question.kind.answerForm
        do throws(TrackerError) {
            try FormFields(request.form ?? [:], language: request.language).requireOnly(["formToken", "answer"])
            guard let answer = Self.answer(form, request.form?["answer"] ?? "") else {
                return try question(id, request)
            }
            _ = try tracker.settle(
                SettleRequest(question: id, answer: answer, access: try request.access()))
            return .redirect(to: "/settle?done=1")
        } catch {
            return try question(id, request, failed: error)
        }
    }
}
