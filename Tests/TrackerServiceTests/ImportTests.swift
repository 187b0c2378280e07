import Testing
import TrackerDomain
import TrackerImport
import TrackerService

struct ImportTests {
    private let fixture: ServiceFixture

    init() throws { fixture = try ServiceFixture() }

    // MARK: The plans of the product

    @Test func thePlanOfSonLaIsReadWhole() throws {
        let report = try fixture.importPlan()
        #expect(report.outcome == .added)
        #expect(report.rows.count == 39)
        #expect(report.count(.added) == 39)
        #expect(report.sections == 5)
        #expect(report.obligations.added == 209)
        #expect(report.obligations.beforeTracking == 0)
        #expect(report.rows.map(\.obligations).reduce(0, +) == 209)
        #expect(report.trackedFrom.description == "2021-10-01")
        #expect(report.standingAgency?.name == "Sở Nội vụ")

        let missing: [AppendixColumn] = [.product, .lead, .cooperation, .deadline, .funding]
        #expect(report.diagnostics.map(\.code) == [.rowBreaksOff(place: "V.4", missing: missing)])
        #expect(report.diagnostics.map(\.line) == [657])

        let tracker = try fixture.tracker(on: "2021-10-05")
        let questions = try tracker.questions(plan: nil, after: nil, limit: 50).page.items
        #expect(
            questions.map { "\($0.place) \($0.question.kind)" } == [
                "V.3 leadUnknown", "V.4 rowIncomplete", "V.4 deadlineUnresolved", "V.4 leadMissing",
            ])
        #expect(questions.allSatisfy { $0.obligations == 1 })
        #expect(try tracker.plans().map(\.activities) == [39])
        #expect(try fixture.obligations(on: "2021-10-05").count == 209)
        #expect(try tracker.checkHealth().isHealthy)
    }

    @Test func everyPlanIsImportedWithoutAnErrorAndOnlyOnce() throws {
        let names = [
            "son-la-2021-2030", "dong-nai-2017", "dong-nai-2021-2030", "nam-dinh-2021-2030",
            "xuan-loc-2021-2030",
        ]
        for name in names {
            let report = try fixture.importPlan(name, on: "2022-01-05")
            #expect(report.outcome == .added, "\(name)")
            #expect(report.obligations.added > 0, "\(name)")
            #expect(!report.diagnostics.contains { $0.severity == .error }, "\(name)")
        }
        let tracker = try fixture.tracker(on: "2022-01-05")
        #expect(try tracker.plans().count == 5)
        #expect(try tracker.checkHealth().isHealthy)
        let before = try fixture.dump()
        for name in names { #expect(try fixture.importPlan(name, on: "2022-02-01").outcome == .unchanged) }
        #expect(try fixture.dump() == before)
    }

    @Test func theSameFileAgainChangesNothing() throws {
        try fixture.importPlan()
        let before = try fixture.dump()
        let again = try fixture.importPlan(on: "2022-03-01")
        #expect(again.outcome == .unchanged)
        #expect(again.count(.unchanged) == 39)
        #expect(again.obligations.added == 0 && again.obligations.withdrawn == 0)
        #expect(try fixture.dump() == before)
    }

    // MARK: Nothing by halves

    @Test func aDryRunSaysWhatWouldBeDoneAndWritesNothing() throws {
        var dry = ImportOptions()
        dry.isDryRun = true
        let empty = try fixture.tracker(on: "2022-01-05")
        let before = try fixture.dump()
        let first = try empty.importPlan(
            from: ImportSource(path: ServiceFixture.planFolder("son-la-2021-2030")), options: dry)
        #expect(first.isDryRun && first.outcome == .added)
        #expect(first.obligations.added == 209)
        #expect(try fixture.dump() == before)

        try fixture.importRows(Self.plan)
        let stored = try fixture.dump()
        let said = try fixture.importRows(Self.revision, options: dry)
        #expect(try fixture.dump() == stored)
        let done = try fixture.importRows(Self.revision)
        #expect(said.outcome == done.outcome)
        #expect(said.rows.map(\.status) == done.rows.map(\.status))
        #expect(said.removed == done.removed)
        #expect(said.obligations.added == done.obligations.added)
        #expect(said.obligations.deadlineChanged == done.obligations.deadlineChanged)
        #expect(said.obligations.withdrawn == done.obligations.withdrawn)
        #expect(said.obligations.beforeTracking == done.obligations.beforeTracking)
    }

    @Test func strictImportRefusesARowThatBreaksOff() throws {
        var strict = ImportOptions()
        strict.isStrict = true
        let tracker = try fixture.tracker(on: "2021-10-05")
        let before = try fixture.dump()
        let source = try ImportSource(path: ServiceFixture.planFolder("son-la-2021-2030"))
        #expect(throws: TrackerError.importNotStrict(file: source.path, problems: 1)) {
            try tracker.importPlan(from: source, options: strict)
        }
        #expect(try fixture.dump() == before)
        #expect(try fixture.importPlan("dong-nai-2017", options: strict).outcome == .added)
    }

    @Test func aFileWithErrorsIsRefusedWithAllOfThem() throws {
        try fixture.importRows(Self.plan)
        let before = try fixture.dump()
        var source = try fixture.source(Self.revision + [.init("III.1", "", "2022"), .init("III.2", " ", "2023")])
        source.header.title = nil
        let error = #expect(throws: TrackerError.self) {
            try fixture.tracker(on: "2022-02-01").importPlan(from: source)
        }
        #expect(error?.code == .importRefused)
        #expect(error?.problems.count == 3)
        #expect(try fixture.dump() == before)
    }

    @Test func aFailureInTheMiddleLeavesTheStoreAsItWas() throws {
        try fixture.importRows(Self.plan)
        try fixture.execute(
            "CREATE TRIGGER fails BEFORE INSERT ON obligation WHEN NEW.period = '2024' BEGIN SELECT RAISE(ABORT, 'x'); END"
        )
        let before = try fixture.dump()
        #expect(throws: TrackerError.internal) { try fixture.importRows(Self.revision, on: "2022-02-01") }
        #expect(try fixture.dump() == before)
        try fixture.execute("DROP TRIGGER fails")
        #expect(try fixture.importRows(Self.revision, on: "2022-02-01").outcome == .revised)
    }

    // MARK: Revisions

    private static let plan: [ServiceFixture.PlanRow] = [
        .init("I.1", "Rà soát văn bản quy phạm pháp luật", "2022"),
        .init("I.2", "Công bố danh mục văn bản hết hiệu lực", lead: "Sở Nội vụ", "Tháng 1 hàng năm"),
        .init("I.3", "Kiểm tra công vụ", lead: "Sở Nội vụ", "Thường xuyên"),
        .init("II.1", "Đánh giá mức độ hài lòng của người dân", "Tháng 6 hàng năm"),
        .init("II.2", "Tập huấn nghiệp vụ một cửa", lead: "Sở Tài chính", "2023"),
    ]

    /// Another deadline for I.2, another lead for I.1, without II.1, with two more rows.
    private static let revision: [ServiceFixture.PlanRow] = [
        .init("I.1", "Rà soát văn bản quy phạm pháp luật", lead: "Sở Y tế", "2022"),
        .init("I.2", "Công bố danh mục văn bản hết hiệu lực", lead: "Sở Nội vụ", "Tháng 3 hàng năm"),
        .init("I.3", "Kiểm tra công vụ", lead: "Sở Nội vụ", "Thường xuyên"),
        .init("II.1", "Tập huấn nghiệp vụ một cửa", lead: "Sở Tài chính", "2023"),
        .init("II.2", "Xây dựng phần mềm theo dõi", "2024"),
        .init("II.3", "Tổng kết giai đoạn", "2030"),
    ]

    @Test func aRevisionAppliesTheDifferenceAndKeepsWhatWasRecorded() throws {
        try fixture.importRows(Self.plan)
        let yearly = try fixture.obligation("I.2", "2023", on: "2022-01-06")
        try fixture.perform(.progress(percent: 40, note: ""), on: yearly.obligation.id, today: "2022-01-10")
        let done = try fixture.obligation("II.1", "2022", on: "2022-01-06")
        try fixture.complete(done.obligation.id, on: "2022-01-11")
        let kept = try fixture.obligation("II.2", on: "2022-01-06")
        try fixture.perform(.start(note: ""), on: kept.obligation.id, today: "2022-01-12")

        let report = try fixture.importRows(Self.revision, on: "2022-02-10")
        #expect(report.outcome == .revised)
        #expect(report.rows.map(\.status) == [.changed, .changed, .unchanged, .changed, .added, .added])
        #expect(report.removed.map(\.place) == ["II.1"])
        #expect(report.obligations.deadlineChanged == 9)
        #expect(report.obligations.withdrawn == 1 + 8)
        #expect(report.obligations.added == 1 + 2)

        let today = "2022-02-10"
        let moved = try fixture.obligation("I.2", "2023", on: today).obligation
        #expect(moved.id == yearly.obligation.id)
        #expect(moved.state.progress == 40 && moved.state.stage == .inProgress)
        #expect(moved.state.nominalDue?.description == "2023-03-31")
        #expect(moved.state.deadlineVersion == 2)

        let renumbered = try fixture.obligation("II.1", "2023", lead: "Sở Tài chính", on: today).obligation
        #expect(renumbered.id == kept.obligation.id && renumbered.state.stage == .inProgress)
        #expect(renumbered.state.deadlineVersion == 1)

        let tracker = try fixture.tracker(on: today)
        let completed = try tracker.detail(of: done.obligation.id, as: nil)
        #expect(completed.entry.obligation.state.stage == .completed)
        #expect(completed.activity.removedOn?.description == today)

        #expect(try fixture.obligation("I.1", lead: "Sở Tư pháp", on: today).obligation.state.stage == .withdrawn)
        #expect(try fixture.obligation("I.1", lead: "Sở Y tế", on: today).obligation.state.stage == .notStarted)
        #expect(
            try fixture.rows("SELECT action, count(*) FROM event WHERE recorded_at > 1644400000000 GROUP BY action")
                == ["changeDeadline|9", "withdraw|9"])
        #expect(try fixture.rows("SELECT count(*) FROM event WHERE action = 'withdraw' AND note = ''") == ["0"])
        #expect(try tracker.checkHealth().isHealthy)
        #expect(try fixture.importRows(Self.revision, on: "2022-02-11").outcome == .unchanged)
    }

    @Test func theDayBeforeARevisionKeepsItsDeadlines() throws {
        try fixture.importRows(Self.plan)
        let tracker = try fixture.tracker(on: "2022-02-09")
        let request = ListRequest(asOf: try day("2022-02-09"))
        let then = try tracker.overdue(request).page.items
        #expect(then.map(\.place) == ["I.2"])
        try fixture.importRows(Self.revision, on: "2022-02-10")
        let later = try fixture.tracker(on: "2022-02-10")
        #expect(try later.overdue(request).page.items.map(\.obligation) == then.map(\.obligation))
        #expect(try later.overdue(ListRequest()).page.items.isEmpty)
    }

    @Test func rowsThatARevisionAddsKeepTheTrackingDayOfThePlan() throws {
        var options = ImportOptions()
        options.trackFrom = try day("2023-06-01")
        try fixture.importRows(Self.plan, on: "2023-06-01", options: options)
        let more = Self.plan + [.init("II.3", "Báo cáo sơ kết năm", "2022")]
        let report = try fixture.importRows(more, on: "2023-06-02")
        #expect(report.obligations.added == 1)
        #expect(report.obligations.beforeTracking == 1)
        #expect(try fixture.tracker(on: "2023-06-02").overdue(ListRequest()).page.items.isEmpty)
    }

    @Test func aCorrectedHeaderIsTakenOver() throws {
        try fixture.importRows(Self.plan, years: 2022...2025)
        let report = try fixture.importRows(
            Self.plan, years: 2022...2026, title: "Kế hoạch sửa đổi", on: "2022-02-10")
        #expect(report.outcome == .revised)
        #expect(report.obligations.added == 2, "two rows come every year; ongoing work goes on")
        #expect(report.obligations.withdrawn == 0)
        let plan = try #require(try fixture.tracker(on: "2022-02-10").plans().first?.plan)
        #expect(plan.header.years == 2022...2026)
        #expect(plan.header.title == "Kế hoạch sửa đổi")
    }

    @Test func theDateOfARecordedEventOutlivesAnUnrelatedCorrection() throws {
        var rows: [ServiceFixture.PlanRow] = [
            .init("I.1", "Cụ thể hóa nghị quyết", "10 ngày làm việc sau khi Nghị quyết được ban hành")
        ]
        try fixture.importRows(rows)
        let waiting = try fixture.obligation("I.1", on: "2022-01-06").obligation
        #expect(waiting.state.stage == .waiting)
        try fixture.perform(
            .recordEvent(on: try day("2022-03-01"), due: nil, document: nil, note: "đã ban hành"), on: waiting.id,
            today: "2022-03-02")
        let running = try fixture.obligation("I.1", on: "2022-03-02").obligation.state
        #expect(running.effectiveDue?.description == "2022-03-15")
        rows[0].product = "Kế hoạch"
        let report = try fixture.importRows(rows, on: "2022-03-05")
        #expect(report.obligations.deadlineChanged == 0)
        #expect(try fixture.obligation("I.1", on: "2022-03-05").obligation.state == running)
    }

    @Test(
        arguments: [("Thường xuyên", nil, "ongoing"), ("giai đoạn 2022-2030", "2030-12-31", "once")]
            as [(String, String?, String)])
    func aDeadlineThatIsFilledInEndsTheWaiting(deadline: String, due: String?, cadence: String) throws {
        var rows: [ServiceFixture.PlanRow] = [.init("I.1", "Kiểm tra công vụ", "")]
        try fixture.importRows(rows)
        #expect(try fixture.obligation("I.1", on: "2022-01-06").obligation.state.stage == .waiting)
        rows[0].deadline = deadline
        try fixture.importRows(rows, on: "2022-02-10")
        let state = try fixture.obligation("I.1", on: "2022-02-10").obligation.state
        #expect(state.stage == .notStarted)
        #expect(state.nominalDue?.description == due)
        #expect(try fixture.rows("SELECT cadence FROM obligation") == [cadence])
    }

    @Test func theNameOfAPartFollowsTheWords() throws {
        var rows: [ServiceFixture.PlanRow] = [.init("I.1", "Đào tạo", "- Năm 2022\n- Báo cáo quý năm 2023")]
        try fixture.importRows(rows)
        let before = try fixture.obligations(on: "2022-01-06")
        #expect(Set(before.map(\.partLabel)) == ["Năm 2022", "Báo cáo quý năm 2023"])
        rows[0].deadline = "- trong năm 2022\n- Báo cáo quý năm 2023"
        try fixture.importRows(rows, on: "2022-02-10")
        let after = try fixture.obligations(on: "2022-02-10")
        #expect(Set(after.map(\.partLabel)) == ["trong năm 2022", "Báo cáo quý năm 2023"])
        #expect(after.map(\.obligation) == before.map(\.obligation))
    }

    @Test func aLeadThatComesBackIsFollowedAgain() throws {
        var rows: [ServiceFixture.PlanRow] = [.init("I.1", "Rà soát văn bản", "2022")]
        try fixture.importRows(rows)
        rows[0].lead = "Sở Y tế"
        try fixture.importRows(rows, on: "2022-02-10")
        rows[0].lead = "Sở Tư pháp"
        try fixture.importRows(rows, on: "2022-02-11")
        let open = try fixture.obligations(on: "2022-02-11").filter { $0.obligation.state.stage != .withdrawn }
        #expect(open.map(\.agencyName) == ["Sở Tư pháp"])
    }
}
