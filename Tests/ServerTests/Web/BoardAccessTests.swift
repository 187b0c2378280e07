import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// Every page and every form with every role, for agencies that an obligation concerns and one that it does not: nobody is
/// shown more than the API shows.
struct BoardAccessTests {
    private static let secret = "điều chỉ người trong cuộc được biết"

    private let fixture: BoardFixture
    /// An obligation that does not concern Sở Tư pháp, on which something was written today.
    private let hidden: ObligationEntry
    /// What was written, with the obligation that it was written on.
    private let written: [(id: Int64, words: String)]

    init() throws {
        fixture = try BoardFixture()
        let tracker = try fixture.tracker()
        let all = try tracker.list(ListRequest(limit: 500)).page.items
        let seen = try Self.seen(by: BoardFixture.session(.lead, "son-la/so-tu-phap").access, in: fixture)
        hidden = try #require(all.first { !seen.contains($0.obligation.id) && $0.obligation.agency != nil })
        for action in [Action.progress(percent: 10, note: Self.secret), .comment(note: Self.secret)] {
            _ = try tracker.perform(ActionRequest(obligation: hidden.obligation.id, action: action))
        }
        let asking = try #require(try tracker.extensionRequests(ListRequest()).page.items.first).obligation
        let reason = try #require(asking.state.extensionRequest?.reason)
        written = [(hidden.obligation.id, Self.secret), (asking.id, reason)]
    }

    private static func seen(by access: AccessToken?, in fixture: BoardFixture) throws -> Set<Int64> {
        var request = ListRequest(limit: 500)
        request.access = access
        return Set(try fixture.tracker().list(request).page.items.map(\.obligation.id))
    }

    /// Whether the visitor sees what is to be settled of the plan: readers do, and its standing agency.
    private static func seesQuestions(_ access: AccessToken) -> Bool {
        access.role == .reader || access.role == .standing && access.agency?.description == "son-la/so-noi-vu"
    }

    /// A visitor: a role with an agency, and whether all obligations are seen.
    private static let visitors: [WebSession] = AccessRole.allCases.flatMap { role in
        role == .reader
            ? [BoardFixture.session(.reader, nil)]
            : ["son-la/so-tu-phap", "son-la/so-noi-vu", "dong-nai/so-tu-phap"].map { BoardFixture.session(role, $0) }
    }

    /// An address of every page, some with what narrows it to the hidden obligation.
    private func addresses() throws -> [String] {
        let (id, row) = (hidden.obligation.id, hidden.obligation.activity)
        let agency = try #require(hidden.obligation.agency)
        let lists = ListTopic.allCases.flatMap { ["/\($0.path)", "/\($0.path).csv", "/\($0.path)?agency=\(agency)"] }
        return lists + [
            "/", "/?plan=1", "/overdue/print", "/overdue/by/agency", "/overdue/by/agency.csv", "/agencies.csv",
            "/obligations/\(id)",
            "/obligations/\(id)?asOf=2022-02-08",
            "/settle", "/settle.csv", "/settle/3", "/plans", "/plans/1.csv", "/plans/1", "/agencies",
            "/agencies/\(agency)",
            "/search?row=\(row)", "/search.csv?row=\(row)", "/search?stage=submitted", "/due?within=9000",
            "/due.csv?within=9000", "/search?limit=500",
        ]
    }

    @Test func everyPageIsTried() throws {
        let tried = try addresses().compactMap { Board.route(for: fixture.request($0))?.route.path }
        #expect(Set(tried) == Set(Board.pages.map(\.path)))
    }

    @Test(arguments: Language.allCases) func pagesShowWhatTheTokenAllowsAndNoMore(language: Language) throws {
        let board = try fixture.board()
        for visitor in Self.visitors {
            let access = visitor.access
            let mayRead = AccessPolicy.scope(of: .readObligations, for: access.role) != .none
            let seen = mayRead ? try Self.seen(by: access, in: fixture) : []
            let seesHidden = seen.contains(hidden.obligation.id)
            for address in try addresses() {
                let place = "\(address) \(access.role) \(access.agency?.description ?? "-")"
                let request = fixture.request(address, language: language, session: visitor)
                let route = try #require(Board.route(for: request)?.route)
                let answer = board.answer(request)
                let isOpen = AccessPolicy.scope(of: route.permission, for: access.role) != .none
                let isHidden =
                    route.path == "/obligations/{id}" && !seesHidden
                    || route.path == "/settle/{id}" && !Self.seesQuestions(access)
                #expect(answer.status == (!isOpen ? 403 : isHidden ? 404 : 200), "\(place)")
                for (id, words) in written {
                    #expect(seen.contains(id) || !answer.text.contains(words), "\(place)")
                }
                let linked = answer.text.matches(of: /\/obligations\/([0-9]+)/).compactMap { Int64($0.1) }
                // That there is no such obligation is said with its number.
                #expect(isHidden || seen.isSuperset(of: linked), "\(place)")
                if case .file = answer, route.permission == .readObligations {
                    let ids = answer.text.split(separator: "\r\n").dropFirst().compactMap {
                        Int64($0.prefix { $0 != "," })
                    }
                    #expect(seen.isSuperset(of: ids), "\(place)")
                }
            }
        }
    }

    /// What nobody is shown is there to be shown.
    @Test func whoSeesItIsShownIt() throws {
        let board = try fixture.board()
        for (id, words) in written {
            let shown = board.answer(fixture.request("/obligations/\(id)")).text
            #expect(shown.contains(words), "\(words)")
        }
        #expect(board.answer(fixture.request("/extensions")).text.contains(written[1].words))
        #expect(board.answer(fixture.request("/")).text.contains("/obligations/\(hidden.obligation.id)"))
        #expect(board.answer(fixture.request("/search.csv?row=\(hidden.obligation.activity)")).text.count > 200)
    }

    @Test func aPlanIsPrintedForEverybodyAndItsStateForThoseWhoSeeIt() throws {
        let board = try fixture.board()
        func plan(_ session: WebSession) -> String { board.answer(fixture.request("/plans/1", session: session)).text }
        let all = plan(BoardFixture.session())
        let stranger = plan(BoardFixture.session(.lead, "dong-nai/so-tu-phap"))
        func tasks(_ html: String) -> [Substring] { html.matches(of: /<th scope="row"[^>]*>([^<]*)/).map(\.1) }
        func states(_ html: String) -> Int { html.matches(of: /<a class="tag/).count }
        #expect(tasks(all) == tasks(stranger) && tasks(all).count > 20)
        #expect(states(all) > 20 && states(stranger) == 0)
        let own = states(plan(BoardFixture.session(.lead, "son-la/so-tu-phap")))
        #expect(own > 0 && own < states(all))
    }

    @Test func navigationLeadsOnlyWhereTheVisitorMayGo() throws {
        let board = try fixture.board()
        for visitor in Self.visitors where visitor.may(.readReference) {
            let html = board.answer(fixture.request("/", session: visitor)).text
            let navigation = try #require(html.firstMatch(of: /<nav aria-label="Chính">[\s\S]*?<\/nav>/)).0
            let links = navigation.matches(of: /href="([^"]+)"/).map { String($0.1) }
            #expect(links.contains("/settle") == visitor.may(.readQuestions))
            for link in links {
                #expect(board.answer(fixture.request(link, session: visitor)).status == 200, "\(link)")
            }
        }
    }

    @Test func whoSeesAPartIsToldSo() throws {
        let board = try fixture.board()
        let lead = BoardFixture.session(.lead, "son-la/so-tu-phap", seesEverything: false)
        for address in ["/", "/overdue", "/overdue/print", "/agencies/son-la/so-tu-phap"] {
            #expect(board.answer(fixture.request(address, session: lead)).text.contains("Danh sách chỉ gồm"))
            #expect(!board.answer(fixture.request(address)).text.contains("Danh sách chỉ gồm"))
        }
    }

    @Test func formsAreTakenFromThoseWhoMayAct() throws {
        let board = try fixture.board()
        let before = try fixture.tracker().verify().history.events
        for visitor in Self.visitors {
            let access = visitor.access
            let scope = AccessPolicy.scope(of: .act, for: access.role)
            let seen = scope == .none ? [] : try Self.seen(by: access, in: fixture)
            let seesHidden = seen.contains(hidden.obligation.id)
            for kind in Action.Kind.allCases where kind != .changeDeadline {
                // A stale version: who may act is told so, unless something refuses before.
                let form = [
                    "formToken": "the-form-token", "version": "99", "note": "a", "reason": "a",
                    "agency": "Sở Y tế", "happened": "2022-02-01", "to": "2022-06-30", "document": "1/QĐ-SNV",
                    "dated": "2022-02-01",
                ]
                let status = board.answer(
                    fixture.request(
                        "/obligations/\(hidden.obligation.id)/\(kind.rawValue)", form: form, session: visitor)
                ).status
                #expect(status == (scope == .none ? 403 : seesHidden ? 412 : 404), "\(kind) \(access)")
            }
            let answer = ["formToken": "the-form-token", "answer": "không rõ"]
            let status = board.answer(fixture.request("/settle/3", form: answer, session: visitor)).status
            let isOpen = scope != .none && visitor.may(.readQuestions)
            #expect(status == (!isOpen ? 403 : Self.seesQuestions(access) ? 409 : 404), "\(access)")
        }
        #expect(try fixture.tracker().verify().history.events == before)
    }

    @Test func withoutAVisitorNothingIsShown() throws {
        let board = try fixture.board()
        for address in try addresses() {
            #expect(board.answer(fixture.request(address, session: nil)).status == 500, "\(address)")
        }
    }
}
