import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

struct BoardFormTests {
    private let fixture: BoardFixture
    private let id: Int64

    init() throws {
        fixture = try BoardFixture()
        let overdue = try fixture.tracker().overdue(ListRequest()).page.items
        id = try #require(
            overdue.first { $0.obligation.state.stage == .notStarted && $0.obligation.state.extensionRequest == nil }
        )
        .obligation.id
    }

    private func send(
        _ action: String, _ fields: [String: String], session: WebSession = BoardFixture.session()
    ) throws -> BoardAnswer {
        let form = ["formToken": "the-form-token", "version": "1"].merging(fields) { $1 }
        return try fixture.board().answer(
            fixture.request("/obligations/\(id)/\(action)", form: form, session: session))
    }

    private func state() throws -> ObligationState {
        try fixture.tracker().detail(of: id, as: nil).entry.obligation.state
    }

    @Test func aFormDoesItsActionAndLeadsBack() throws {
        let answer = try send("submit", ["document": "45/KH-STP", "dated": "2022-02-07", "subject": "Kế hoạch"])
        #expect(answer.text == "→ /obligations/\(id)?done=submit")
        #expect(try state().stage == .submitted)
        let event = try #require(try fixture.tracker().detail(of: id, as: nil).events.last)
        #expect(event.evidence?.number.description == "45/KH-STP")
    }

    @Test func whatIsMissingIsSaidAboveTheFormAndNothingIsLost() throws {
        let answer = try send("submit", ["document": "45/KH-STP", "note": ""])
        #expect(answer.status == 422)
        #expect(answer.text.contains("role=\"alert\""))
        #expect(answer.text.contains("cần cả số ký hiệu và ngày"))
        #expect(answer.text.contains("value=\"45/KH-STP\""))
        #expect(answer.text.contains("<details id=\"sent\" open><summary>Trình kết quả"))
        #expect(try state().version == 1)
    }

    @Test func aStaleFormIsRefused() throws {
        _ = try send("start", [:])
        let answer = try send("progress", ["percent": "50"])
        #expect(answer.status == 412)
        #expect(answer.text.contains("vừa được người khác cập nhật"))
        #expect(try state().progress == 0)
    }

    @Test func aFormOfAnotherSessionIsRefused() throws {
        #expect(try send("start", ["formToken": "another"]).status == 403)
        #expect(try send("start", ["formToken": ""]).status == 403)
        #expect(try state().version == 1)
    }

    @Test func whoOnlyReadsSeesNoFormsAndSendsNone() throws {
        #expect(try send("start", [:], session: BoardFixture.session(.reader, nil)).status == 403)
        let request = fixture.request("/obligations/\(id)", session: BoardFixture.session(.reader, nil))
        #expect(
            !(try fixture.board().answer(request).text.contains(
                "method=\"post\">\n<input type=\"hidden\" name=\"formToken\"")))
        #expect(try state().version == 1)
    }

    @Test func anAgencyActsInItsOwnNameOnly() throws {
        let answer = try send("start", [:], session: BoardFixture.session(.lead, "son-la/so-tai-chinh"))
        #expect(answer.status == 409)
        #expect(answer.text.contains("không được phép"))
        #expect(try state().version == 1)
    }

    @Test func anOlderFactIsEnteredForItsDay() throws {
        _ = try send("start", ["countsOn": "2022-01-10"])
        #expect(try state().since == CivilDate(iso: "2022-01-10"))
    }

    @Test(arguments: [
        TrackerError.notFound(.obligation(9), nearest: []), .notFound(.plan("9/QĐ"), nearest: ["1 = 2407/QĐ-UBND"]),
        .notFound(.question(9), nearest: []), .forbidden(.readQuestions, .lead),
        .settlementRefused(
            question: 3,
            LocalizedText(
                vi: "“x” vẫn chưa rõ. Xem cách đọc bằng “phuluc explain”",
                en: "“x” is not clear either. See how words are read with “phuluc explain”")),
    ])
    func whatWentWrongIsSaidWithoutCommands(error: TrackerError) {
        for language in Language.allCases {
            let text = Wording(language: language).problem(error)
            #expect(!text.contains("phuluc ") && text.hasSuffix("."), "\(text)")
        }
    }

    /// Every action that the workflow allows by hand has a form with all that it asks for.
    @Test(arguments: Action.Kind.allCases.filter { !$0.isNeverByHand })
    func everyActionHasAForm(kind: Action.Kind) throws {
        let obligation = try fixture.tracker().detail(of: id, as: nil).entry.obligation
        let form = ActionForm(
            kind, for: obligation, entersOlderFacts: true, sent: nil, formToken: "", Wording(language: .vi))
        let names = Set(form.fields.map(\.name))
        for need in WorkflowTable.transition(for: kind)?.needs ?? [] {
            let needed: Set<String> =
                switch need {
                case .eventDay: ["happened"]
                case .percentOrNote: ["percent", "note"]
                case .documentOrNote: ["document", "dated", "note"]
                case .laterDay: ["to"]
                case .reason: ["reason"]
                case .note: ["note"]
                case .decision: ["document", "dated"]
                case .anotherAgency: ["agency"]
                }
            #expect(needed.isSubset(of: names), "\(need)")
        }
        #expect(names.count == form.fields.count, "no field twice")
    }
}
