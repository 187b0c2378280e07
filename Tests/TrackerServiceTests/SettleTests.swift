import Testing
import TrackerDomain
import TrackerService

struct SettleTests {
    private let fixture: ServiceFixture
    private static let rows = [
        ServiceFixture.PlanRow("I.1", "Một việc rõ", "Quý I/2022"),
        ServiceFixture.PlanRow("I.2", "Thời hạn chưa rõ", "Sở KHCN đưa ra kế hoạch"),
        ServiceFixture.PlanRow("I.3", "Cơ quan chưa rõ", lead: "Ban Chỉ đạo chuyển đổi", "Quý II/2022"),
        ServiceFixture.PlanRow("I.4", "Cũng chưa rõ", "Theo lộ trình triển khai Đề án"),
    ]

    init() throws {
        fixture = try ServiceFixture()
        try fixture.importRows(Self.rows)
    }

    private static let today = "2022-01-10"

    private func asked() throws -> [Question.Kind] {
        let list = try fixture.tracker(on: Self.today).questions(plan: nil, after: nil, limit: 100)
        return list.page.items.map(\.question.kind)
    }

    private func question(_ kind: Question.Kind) throws -> QuestionEntry {
        let list = try fixture.tracker(on: Self.today).questions(plan: nil, after: nil, limit: 100)
        return try #require(list.page.items.first { $0.question.kind == kind })
    }

    @discardableResult
    private func settle(
        _ kind: Question.Kind, _ answer: SettleRequest.Answer, as agency: String? = nil, isDryRun: Bool = false
    ) throws -> SettleOutcome {
        try fixture.tracker(on: Self.today).settle(
            SettleRequest(question: question(kind).id, answer: answer, agency: agency, isDryRun: isDryRun))
    }

    @Test func aSettledDeadlineGivesTheObligationItsDate() throws {
        let before = try fixture.obligation("I.2", on: Self.today)
        #expect(before.obligation.state.stage == .waiting)
        let outcome = try settle(.deadlineUnresolved, .deadline("Quý IV/2022"))
        #expect(outcome.obligations.deadlineChanged == 1)
        #expect(outcome.settlement.settledBy == AgencyID("son-la/so-noi-vu"))
        let after = try fixture.obligation("I.2", on: Self.today)
        #expect(after.obligation.id == before.obligation.id)
        #expect(after.obligation.state.stage == .notStarted)
        #expect(after.obligation.state.nominalDue == CivilDate(iso: "2022-12-31"))
        #expect(after.deadlineText == "Sở KHCN đưa ra kế hoạch", "the words of the plan stay")
        let detail = try fixture.tracker(on: Self.today).detail(of: after.obligation.id, as: nil)
        #expect(detail.events.last?.note.contains("Quý IV/2022") == true)
        #expect(detail.reading.kind == .fixed)
        #expect(!(try asked().contains(.deadlineUnresolved)))
    }

    @Test func aDateIsAnAnswerToo() throws {
        try settle(.deadlineElsewhere, .deadline("2022-06-15"))
        let due = try fixture.obligation("I.4", on: Self.today).obligation.state.nominalDue
        #expect(due == CivilDate(iso: "2022-06-15"))
    }

    @Test func aRecurringAnswerGivesOneObligationForEachPeriod() throws {
        try settle(.deadlineUnresolved, .deadline("Quý I hàng năm"))
        let periods = try fixture.obligations(on: Self.today).filter {
            $0.place == "I.2" && $0.obligation.state.stage != .withdrawn
        }
        #expect(periods.count == 9)
    }

    @Test func aSettledAgencyOwesTheRow() throws {
        try settle(.leadUnknown, .agency("Sở Thông tin và Truyền thông"))
        let entries = try fixture.obligations(on: Self.today).filter {
            $0.place == "I.3" && $0.obligation.state.stage != .withdrawn
        }
        #expect(entries.map(\.agencyName) == ["Sở Thông tin và Truyền thông"])
        #expect(!(try asked().contains(.leadUnknown)))
    }

    @Test(arguments: ["Sở KHCN đưa ra kế hoạch", "", "Theo lộ trình triển khai Đề án", "Tháng 13/2022", "Quý I/2019"])
    func whatIsStillUnclearIsRefused(words: String) throws {
        let before = try fixture.dump()
        #expect { try settle(.deadlineUnresolved, .deadline(words)) } throws: { error in
            if case .settlementRefused = error as? TrackerError { true } else { false }
        }
        #expect(try fixture.dump() == before)
    }

    @Test func anAnswerOfAnotherFormIsRefused() throws {
        for answer in [SettleRequest.Answer.asRead, .agency("Sở Tài chính")] {
            #expect(throws: TrackerError.self) { try settle(.deadlineUnresolved, answer) }
        }
        #expect(throws: TrackerError.self) { try settle(.leadUnknown, .deadline("Quý I/2022")) }
    }

    @Test func onlyWhoKeepsThePlanSettles() throws {
        #expect { try settle(.deadlineUnresolved, .deadline("Quý IV/2022"), as: "Sở Tư pháp") } throws: { error in
            if case .settlementRefused = error as? TrackerError { true } else { false }
        }
        try settle(.deadlineUnresolved, .deadline("Quý IV/2022"), as: "Sở Nội vụ")
    }

    /// What is shown as settleable is what is then taken.
    @Test func whatATokenMaySettleIsWhatItsAnswerIsTakenFor() throws {
        let tracker = try fixture.tracker(on: Self.today)
        let asked = try tracker.questions(plan: nil, after: nil, limit: 100).page.items
        let entry = try question(.deadlineUnresolved)
        let agencies = ["son-la/so-noi-vu", "son-la/so-tu-phap", "dong-nai/so-noi-vu"]
        var settling: [String] = []
        for role in AccessRole.allCases {
            for agency in agencies where role != .reader {
                let access = AccessToken(
                    id: 1, name: "a", role: role, agency: AgencyID(agency), createdAt: 0, expiresOn: nil)
                let own = try tracker.settleable(asked, access: access)
                #expect(own.isEmpty || own == Set(asked.map(\.id)))
                let outcome = try? tracker.settle(
                    SettleRequest(question: entry.id, answer: .deadline("Quý IV/2022"), isDryRun: true, access: access))
                #expect((outcome != nil) == own.contains(entry.id), "\(role) \(agency)")
                let detail = try? tracker.question(entry.id, access: access)
                #expect((detail?.maySettle ?? false) == own.contains(entry.id), "\(role) \(agency)")
                if outcome != nil { settling.append("\(role) \(agency)") }
            }
        }
        #expect(settling == ["standing son-la/so-noi-vu"])
        #expect(try tracker.settleable(asked, access: nil).count == asked.count)
        let reader = AccessToken(id: 1, name: "a", role: .reader, agency: nil, createdAt: 0, expiresOn: nil)
        #expect(try tracker.settleable(asked, access: reader).isEmpty)
    }

    @Test func aDryRunChangesNothing() throws {
        let before = try fixture.dump()
        let outcome = try settle(.deadlineUnresolved, .deadline("Quý IV/2022"), isDryRun: true)
        #expect(outcome.obligations.deadlineChanged == 1)
        #expect(try fixture.dump() == before)
    }

    @Test func theSameFileAgainKeepsTheAnswer() throws {
        try settle(.deadlineUnresolved, .deadline("Quý IV/2022"))
        try settle(.leadUnknown, .agency("Sở Thông tin và Truyền thông"))
        let before = try fixture.dump()
        let report = try fixture.importRows(Self.rows, on: "2022-01-11")
        #expect(report.outcome == .unchanged)
        #expect(try fixture.dump() == before)
    }

    @Test func aRevisionElsewhereInTheRowKeepsTheAnswer() throws {
        try settle(.deadlineUnresolved, .deadline("Quý IV/2022"))
        var rows = Self.rows
        rows[1].product = "Kế hoạch"
        try fixture.importRows(rows, on: "2022-01-11")
        #expect(
            try fixture.obligation("I.2", on: "2022-01-11").obligation.state.nominalDue == CivilDate(iso: "2022-12-31"))
    }

    @Test func aRevisionOfTheWordsTakesTheirPlace() throws {
        try settle(.deadlineUnresolved, .deadline("Quý IV/2022"))
        var rows = Self.rows
        rows[1].deadline = "Quý III/2022"
        try fixture.importRows(rows, on: "2022-01-11")
        #expect(
            try fixture.obligation("I.2", on: "2022-01-11").obligation.state.nominalDue == CivilDate(iso: "2022-09-30"))
    }

    @Test func aSettledEventGivesTheDateWhenItIsRecorded() throws {
        try settle(.deadlineUnresolved, .deadline("10 ngày làm việc sau khi Nghị quyết được ban hành"))
        let id = try fixture.obligation("I.2", on: Self.today).obligation.id
        let happened = try day("2022-01-10")
        try fixture.perform(
            .recordEvent(on: happened, due: nil, document: nil, note: ""), on: id, today: "2022-01-12")
        #expect(
            try fixture.obligation("I.2", on: "2022-01-12").obligation.state.nominalDue == CivilDate(iso: "2022-01-24"))
    }

    /// Somebody has the list before the eyes while one of its questions is settled.
    @Test func otherQuestionsKeepTheirNumbersAndNoNumberComesBack() throws {
        let store = try ServiceFixture()
        try store.importPlan()
        func numbers() throws -> [Int64: Question.Kind] {
            let page = try store.tracker(on: Self.today).questions(plan: nil, after: nil, limit: 100).page
            return Dictionary(uniqueKeysWithValues: page.items.map { ($0.id, $0.question.kind) })
        }
        let before = try numbers()
        let blank = try #require(before.first { $0.value == .deadlineUnresolved }?.key)
        _ = try store.tracker(on: Self.today).settle(SettleRequest(question: blank, answer: .deadline("Năm 2023")))
        var left = before
        left[blank] = nil
        #expect(try numbers() == left)
        let last = try #require(left.keys.max())
        _ = try store.tracker(on: Self.today).settle(SettleRequest(question: last, answer: .agency("Sở Tài chính")))
        #expect(throws: TrackerError.notFound(.question(last), nearest: [])) {
            try store.tracker(on: Self.today).question(last)
        }
    }

    @Test func theHistoryStaysWhole() throws {
        try settle(.deadlineUnresolved, .deadline("Quý IV/2022"))
        try settle(.leadUnknown, .agency("Sở Thông tin và Truyền thông"))
        #expect(try fixture.tracker(on: Self.today).verify().isSound)
    }
}
