import TrackerDomain
import TrackerService

/// One obligation: its facts, what may be done, its history.
struct ObligationPage: BoardPage {
    static let template = "obligation"

    struct Fact: Sendable {
        let term: String
        let words: String
        let href: String?
    }

    struct Line: Sendable {
        let day: String
        let iso: String
        let actor: String
        let words: String
        let facts: [String]
    }

    let frame: Frame
    let title: String
    let status: String
    let tone: String
    let facts: [Fact]
    /// What was wrong with the form that was sent.
    let problem: String?
    /// Whether the form that was sent stands on the page again.
    let isFormThere: Bool
    /// What was typed into a form that is not there any more.
    let typed: [Fact]
    /// That the form was done.
    let notice: String?
    let isPast: Bool
    let actions: [ActionForm]
    let reminders: [String]
    let history: [Line]
    let calm: String
}

/// A form that was sent and did not work out.
struct FailedForm: Sendable {
    let kind: Action.Kind
    let fields: [String: String]
    /// Why, in the visitor's language.
    let problem: String
    let status: Int

    /// What was typed, for somebody who is to look at it once more and send it again.
    static func ofAnotherSession(_ kind: Action.Kind, _ request: BoardRequest) -> FailedForm {
        FailedForm(
            kind: kind, fields: request.form ?? [:],
            problem: Wording(language: request.language).ofAnotherSession, status: 403)
    }

    /// The fields that were filled in, by their labels.
    func typed(_ words: Wording) -> [ObligationPage.Fact] {
        ActionForm.Name.allCases.compactMap { name in
            FormFields(fields, language: words.language).given(name.rawValue).map {
                ObligationPage.Fact(term: name.label(words), words: $0, href: nil)
            }
        }
    }
}

extension Board {
    func obligation(
        _ id: Int64, _ request: BoardRequest, failed: FailedForm? = nil
    ) throws(TrackerError) -> BoardAnswer {
        let words = Wording(language: request.language)
        let links = BoardLinks(request)
        let detail = try tracker.detail(
            of: id, asOf: failed == nil ? try request.asOf() : nil, access: try request.access())
        let reminders =
            try tracker.remindersSent(
                for: [id], asOf: detail.asOf, access: try request.access())[id] ?? []
        let allowed = request.may(.act) ? detail.allowed : []
        let state = detail.entry.obligation.state
        let title = words(vi: "Nghĩa vụ \(id)", en: "Obligation \(id)")
        let done = request["done"].flatMap(Action.Kind.init(rawValue:))
        let shown = ObligationPage(
            frame: Frame(
                title,
                crumbs: [
                    Link(href: links.to("/plans"), title: BoardSection.plans.title(words)),
                    Link(href: links.plan(detail.plan.id), title: detail.entry.planNumber),
                    Link(
                        href: links.to("/search", ["row": String(detail.activity.id)]), title: detail.entry.place),
                ], for: request, today: tracker.today),
            title: detail.entry.title, status: detail.entry.status(on: detail.asOf, in: request.language),
            tone: ObligationRow.tone(of: state, on: detail.asOf),
            facts: Self.facts(of: detail, links, words).filter { !$0.words.isEmpty },
            problem: failed?.problem,
            isFormThere: failed.map { allowed.contains($0.kind) } ?? false,
            typed: failed.map { allowed.contains($0.kind) ? [] : $0.typed(words) } ?? [],
            notice: done.map { words(vi: "Đã ghi: \($0.words(in: .vi)).", en: "Recorded: \($0.words(in: .en)).") },
            isPast: detail.asOf != tracker.today,
            actions: allowed.map { kind in
                ActionForm(
                    kind, for: detail.entry.obligation, entersOlderFacts: Self.isStanding(allowed),
                    sent: failed.flatMap { $0.kind == kind ? $0.fields : nil },
                    formToken: request.formToken, words)
            },
            reminders: reminders.map { words.reminded($0) },
            history: detail.events.map { Self.line($0, detail, words) },
            calm: words(vi: "Chưa có thay đổi nào.", en: "Nothing has changed yet."))
        return try page(shown, status: failed?.status ?? 200, request)
    }

    /// Whether what may be done shows that the standing agency asks, which alone enters facts of earlier days.
    private static func isStanding(_ allowed: [Action.Kind]) -> Bool {
        allowed.contains { WorkflowTable.transition(for: $0)?.roles == [.standing] }
    }

    private static func line(_ event: Event, _ detail: ObligationDetail, _ words: Wording) -> ObligationPage.Line {
        func name(_ agency: AgencyID) -> String { detail.agencyNames[agency] ?? agency.description }
        return ObligationPage.Line(
            day: words.day(event.countsOn), iso: event.countsOn.description, actor: event.actor.map(name) ?? "–",
            words: event.words(in: words.language), facts: event.facts(in: words.language, name: name))
    }

    /// Does the action that a form asks for.
    func act(_ id: Int64, _ kind: Action.Kind, _ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        let words = Wording(language: request.language)
        let sent = request.form ?? [:]
        do throws(TrackerError) {
            let fields = FormFields(sent, language: request.language)
            try fields.requireOnly(ActionForm.Name.allCases.map(\.rawValue) + ["formToken", "version"])
            let action = try fields.action(kind, on: id, of: tracker, words)
            _ = try tracker.perform(
                ActionRequest(
                    obligation: id, action: action, countsOn: try fields.countsOn(), seenVersion: try fields.version(),
                    access: try request.access()))
            return .redirect(to: BoardLinks.address("/obligations/\(id)", ["done": kind.rawValue]))
        } catch {
            if case .notFound(.obligation, _) = error { throw error }
            return try obligation(
                id, request,
                failed: FailedForm(
                    kind: kind, fields: sent, problem: words.problem(error), status: Self.status(of: error)))
        }
    }
}
