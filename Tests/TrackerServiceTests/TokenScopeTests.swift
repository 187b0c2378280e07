import Testing
import TrackerDomain
import TrackerService

/// What the board reads beside lists and details goes no further than the visitor's token.
struct TokenScopeTests {
    private static let today = "2022-02-08"
    private let fixture: ServiceFixture
    /// Led by Sở Tư pháp, and something that does not concern it.
    private let own: Int64
    private let foreign: Int64

    init() throws {
        fixture = try ServiceFixture()
        try fixture.importPlan()
        let tracker = try fixture.tracker(on: Self.today)
        var request = ListRequest(limit: 500)
        let all = Set(try tracker.list(request).page.items.map(\.obligation.id))
        request.access = Self.access(.lead)
        let seen = Set(try tracker.list(request).page.items.map(\.obligation.id))
        own = 3
        #expect(seen.contains(own))
        foreign = try #require(all.subtracting(seen).min())
    }

    private static func access(_ role: AccessRole, _ agency: String = "son-la/so-tu-phap") -> AccessToken {
        AccessToken(id: 1, name: "a", role: role, agency: AgencyID(agency), createdAt: 0, expiresOn: nil)
    }

    private func tracker() throws -> Tracker { try fixture.tracker(on: Self.today) }

    @Test func changesOfOthersAreNotTold() throws {
        for _ in 1...2 {
            try fixture.perform(.comment(note: "a"), on: own, today: Self.today)
            try fixture.perform(.progress(percent: 10, note: "b"), on: foreign, today: Self.today)
        }
        func changed(_ access: AccessToken?) throws -> [Int64] {
            try tracker().changesToday(plan: nil, limit: 10, access: access).lines.map(\.entry.obligation.id)
        }
        #expect(try changed(nil) == [foreign, own, foreign, own])
        #expect(try changed(Self.access(.lead)) == [own], "what is hidden does not part what is equal")
        #expect(try changed(Self.access(.standing, "son-la/so-noi-vu")).count == 4)
        #expect(throws: TrackerError.self) { try changed(Self.access(.calendar)) }
    }

    @Test func remindersOfOthersAreNotTold() throws {
        let tracker = try tracker()
        try tracker.remind()
        let all = try tracker.list(ListRequest(limit: 500)).page.items.map(\.obligation.id)
        let sent = Set(try tracker.remindersSent(for: all).keys)
        let access = Self.access(.lead)
        var request = ListRequest(limit: 500)
        request.access = access
        let seen = Set(try tracker.list(request).page.items.map(\.obligation.id))
        #expect(!sent.isDisjoint(with: seen))
        #expect(Set(try tracker.remindersSent(for: all, access: access).keys) == sent.intersection(seen))
        let elsewhere = Self.access(.lead, "dong-nai/so-tu-phap")
        #expect(try tracker.remindersSent(for: all, access: elsewhere).isEmpty)
    }

    @Test(arguments: [nil, "2021-12-01"]) func rowsCountWhatIsSeen(asOf: String?) throws {
        let tracker = try tracker()
        let past = try asOf.map { try day($0) }
        let rows = try tracker.activities(of: nil, after: nil, limit: 500).page.items.map(\.id)
        var request = ListRequest(asOf: past, limit: 500)
        request.access = Self.access(.lead)
        let seen = Dictionary(grouping: try tracker.list(request).page.items, by: \.obligation.activity)
        let counts = try tracker.counts(ofRows: rows, asOf: past, access: Self.access(.lead))
        #expect(Set(counts.keys) == Set(seen.keys) && counts.count < rows.count)
        #expect(try tracker.counts(ofRows: rows, inPlan: 1, asOf: past, access: Self.access(.lead)) == counts)
        for (row, counts) in counts {
            let parts = [
                counts.completed, counts.overdue, counts.within, counts.waiting, counts.withoutDeadline,
            ]
            #expect(parts.reduce(0, +) == seen[row]?.count, "row \(row)")
        }
    }

    /// What the plan of another province leaves open concerns nobody here.
    @Test func questionsAreThoseOfKeptPlansAndSupervisedSections() throws {
        let tracker = try tracker()
        try fixture.importPlan("xuan-loc-2021-2030")
        let all = try tracker.questions(plan: nil, after: nil, limit: 500).page.items
        let plans = Set(all.map(\.planID))
        #expect(plans.count == 2)
        func seen(_ role: AccessRole, _ agency: String = "son-la/so-noi-vu") throws -> [QuestionEntry] {
            try tracker.questions(plan: nil, after: nil, limit: 500, access: Self.access(role, agency)).page.items
        }
        #expect(try seen(.reader).count == all.count)
        let kept = try seen(.standing)
        #expect(Set(kept.map(\.planID)).count == 1 && kept.count == all.count { $0.planID == kept[0].planID })
        let foreign = try #require(all.first { $0.planID != kept[0].planID })
        #expect(throws: TrackerError.notFound(.question(foreign.id), nearest: [])) {
            try tracker.question(foreign.id, access: Self.access(.standing, "son-la/so-noi-vu"))
        }
        #expect(try seen(.supervisor, "son-la/so-tu-phap").isEmpty)
        let section = String(kept[0].place.prefix { $0 != "." })
        _ = try tracker.supervise(
            section: section, of: try tracker.plan(named: String(kept[0].planID)), by: "son-la/so-tu-phap")
        let supervised = try seen(.supervisor, "son-la/so-tu-phap")
        #expect(supervised == kept.filter { $0.place.hasPrefix(section + ".") } && !supervised.isEmpty)
    }

    @Test func questionsAreForThoseWhoSettleAndForReaders() throws {
        let tracker = try tracker()
        let id = try #require(try tracker.questions(plan: nil, after: nil, limit: 1).page.items.first?.id)
        for role in AccessRole.allCases {
            let may = AccessPolicy.scope(of: .readQuestions, for: role) != .none
            let access = Self.access(role, "son-la/so-noi-vu")
            let list = try? tracker.questions(plan: nil, after: nil, limit: 1, access: access)
            let one = try? tracker.question(id, access: access)
            #expect((list != nil) == may && (one != nil) == [.standing, .reader].contains(role), "\(role)")
        }
    }

    /// Who reads as the standing agency settles; the agency alone is not enough, nor is the role.
    @Test func whatIsUnclearIsSettledByTheStandingAgencysTokenOnly() throws {
        let tracker = try tracker()
        let entry = try #require(
            try tracker.questions(plan: nil, after: nil, limit: 50).page.items.first {
                $0.question.kind.answerForm == .deadline
            })
        func settle(_ role: AccessRole, _ agency: String) throws {
            _ = try tracker.settle(
                SettleRequest(
                    question: entry.id, answer: .deadline("Quý IV/2022"), isDryRun: true,
                    access: Self.access(role, agency)))
        }
        try settle(.standing, "son-la/so-noi-vu")
        for role in AccessRole.allCases where role != .standing {
            #expect(throws: TrackerError.self, "\(role)") { try settle(role, "son-la/so-noi-vu") }
        }
        for role in AccessRole.allCases {
            #expect(throws: TrackerError.self, "\(role)") { try settle(role, "son-la/so-tu-phap") }
        }
    }
}
