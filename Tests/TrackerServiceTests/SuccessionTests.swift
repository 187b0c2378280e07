import Testing
import TrackerDelivery
import TrackerDomain
import TrackerService

/// The plan of Sơn La of 2021 through the reorganisation of 2025.
struct SuccessionTests {
    private let fixture: ServiceFixture

    init() throws { fixture = try ServiceFixture() }

    private func counts(_ report: SuccessionReport) -> [Int] {
        [report.counts.moved, report.counts.merged, report.counts.orphaned]
    }

    /// Everything that lists and counts say on a day.
    private func shown(_ fixture: ServiceFixture, asOf date: String, today: String = "2026-11-20") throws -> [String] {
        let tracker = try fixture.tracker(on: today)
        let request = ListRequest(asOf: try day(date), limit: 500)
        let lists = try [tracker.list(request), tracker.overdue(request), tracker.orphans(request)]
        let counts = try CountGrouping.allCases.flatMap {
            try tracker.counts(by: $0, plan: nil, asOf: try day(date)).groups
        }
        return lists.flatMap(\.page.items).map {
            "\($0.obligation.id) \($0.agencyName) \($0.obligation.agency?.description ?? "-") \($0.obligation.state)"
        } + counts.map { "\($0)" }
    }

    // MARK: Moving

    /// By hand: rows led by one department that ended: I.1, I.2, II.1 (3 obligations), II.3 (1), III.3 and V.2 (2), III.4 (1),
    /// Sở Nội vụ 71. I.5, II.6, II.7 are led by all 18 departments; 11 of them became 6, so 18 move and 15 are one.
    @Test func theMergersMoveWhatWasCountedByHand() throws {
        try fixture.importPlan()
        #expect(counts(try fixture.tracker(on: "2025-02-28").followSuccessions(isDryRun: false)) == [0, 0, 0])
        let march = try fixture.tracker(on: "2025-03-01").followSuccessions(isDryRun: false)
        #expect(counts(march) == [3 + 1 + 2 + 1 + 71 + 18, 15, 0])
        let july = try fixture.tracker(on: "2025-07-01").followSuccessions(isDryRun: false)
        #expect(counts(july) == [0, 0, 24], "two rows are led by the 12 districts")
        #expect(try fixture.rows("SELECT count(*) FROM event WHERE action = 'reassign'") == ["96"])
        #expect(try fixture.rows("SELECT count(*) FROM obligation WHERE merged_into IS NOT NULL") == ["15"])
    }

    @Test func aSecondRunAndADryRunChangeNothing() throws {
        try fixture.importPlan()
        let before = try fixture.dump()
        let tracker = try fixture.tracker(on: "2025-07-01")
        let trial = try tracker.followSuccessions(isDryRun: true)
        #expect(try fixture.dump() == before)
        let done = try tracker.followSuccessions(isDryRun: false)
        #expect(counts(done) == counts(trial) && done.lines.count == trial.lines.count)
        let after = try fixture.dump()
        #expect(counts(try tracker.followSuccessions(isDryRun: false)) == [0, 0, 24])
        #expect(try fixture.dump() == after)
    }

    @Test func aPlanImportedLaterStandsAsIfItHadBeenThere() throws {
        try fixture.importPlan()
        for today in ["2025-03-01", "2025-07-01"] {
            _ = try fixture.tracker(on: today).followSuccessions(isDryRun: false)
        }
        let late = try ServiceFixture()
        let report = try late.importPlan(on: "2026-11-20")
        #expect([report.successions.moved, report.successions.merged, report.successions.orphaned] == [96, 15, 24])
        for date in ["2022-02-08", "2025-02-28", "2025-03-01", "2025-06-30", "2025-07-01", "2026-11-20"] {
            #expect(try shown(late, asOf: date) == shown(fixture, asOf: date), "\(date)")
        }
    }

    @Test func aDryRunOfAnImportCountsTheSame() throws {
        var options = ImportOptions()
        options.isDryRun = true
        let trial = try fixture.importPlan(on: "2026-11-20", options: options).successions
        #expect(try fixture.importPlan(on: "2026-11-20").successions == trial)
        let again = try fixture.importPlan(on: "2026-11-20")
        #expect(again.outcome == .unchanged)
        #expect([again.successions.moved, again.successions.merged] == [0, 0])
    }

    // MARK: As of a day

    /// Case 9: late before the merger stays on the record of Sở Kế hoạch và Đầu tư, afterwards Sở Tài chính has it.
    @Test func whatWasLateStaysOnTheRecordOfTheOldAgency() throws {
        try fixture.importPlan(on: "2026-11-20")
        let tracker = try fixture.tracker(on: "2026-11-20")
        func overdue(_ date: String, _ agency: String) throws -> [String] {
            let id = try tracker.agency(named: agency, in: "son-la", on: try day(date)).id
            let request = ListRequest(filter: .init(agency: id), asOf: try day(date), limit: 500)
            return try tracker.overdue(request).page.items.map { "\($0.place) \($0.agencyName)" }
        }
        let places = ["I.2", "II.1"]
        #expect(
            try overdue("2025-02-28", "Sở Kế hoạch và Đầu tư") == places.map { "\($0) Sở Kế hoạch và Đầu tư" })
        #expect(try overdue("2025-03-01", "son-la/so-ke-hoach-va-dau-tu").isEmpty)
        #expect(try overdue("2025-03-01", "Sở Tài chính") == places.map { "\($0) Sở Tài chính" })
        let id = try fixture.obligation("I.2", on: "2026-11-20").obligation.id
        let detail = try tracker.detail(of: id, as: nil, asOf: try day("2025-02-28"))
        #expect(detail.entry.agencyName == "Sở Kế hoạch và Đầu tư")
        #expect(detail.entry.obligation.agency?.slug == "so-ke-hoach-va-dau-tu")
        #expect(detail.activity.row.lead == "Sở Kế hoạch và Đầu tư", "the words stay")
        let event = try #require(try tracker.detail(of: id, as: nil).events.last)
        #expect(event.action == .reassign && event.wasEnteredLater)
        #expect(event.note.hasPrefix("Sở Kế hoạch và Đầu tư → Sở Tài chính, sáp nhập từ 01/3/2025"))
    }

    @Test func whatWasCompletedStaysWithTheAgencyThatDidIt() throws {
        try fixture.importPlan()
        let id = try fixture.obligation("I.2", on: "2021-12-01").obligation.id
        try fixture.complete(id, on: "2021-12-01")
        _ = try fixture.tracker(on: "2025-03-01").followSuccessions(isDryRun: false)
        #expect(try fixture.obligation("I.2", on: "2026-01-01").obligation.agency?.slug == "so-ke-hoach-va-dau-tu")
        let groups = try fixture.tracker(on: "2026-01-01").counts(by: .agency, plan: nil, asOf: nil).groups
        let planning = try #require(groups.first { $0.key == "son-la/so-ke-hoach-va-dau-tu" })
        #expect(planning.counts.completedOnTime == 1)
        #expect(planning.endedOn?.description == "2025-02-28")
    }

    @Test func aChangeEnteredAfterTheMergerKeepsItsPlace() throws {
        try fixture.importPlan()
        let id = try fixture.obligation("I.2", on: "2025-03-05").obligation.id
        try fixture.perform(.start(note: ""), on: id, today: "2025-03-05")
        _ = try fixture.tracker(on: "2025-03-10").followSuccessions(isDryRun: false)
        let state = try fixture.obligation("I.2", on: "2025-03-10").obligation
        #expect(state.agency?.slug == "so-tai-chinh-2025" && state.state.since.description == "2025-03-05")
    }

    // MARK: Nobody takes over

    /// Case 10: UBND cấp huyện after 01/7/2025.
    @Test func districtsAreAskedAboutAndNeverDropped() throws {
        try fixture.importPlan(on: "2026-11-20")
        let tracker = try fixture.tracker(on: "2026-11-20")
        let leads = try tracker.questions(plan: nil, after: nil, limit: 100)
        let ended = leads.page.items.filter { $0.question.kind == .leadEnded }
        #expect(ended.map(\.place) == ["II.6", "II.7"] && ended.map(\.obligations) == [12, 12])
        let cooperating = try tracker.questions(plan: nil, onlyCooperating: true, after: nil, limit: 100)
        #expect(cooperating.page.items.count == leads.endedCooperation)
        #expect(cooperating.page.items.allSatisfy { $0.question.kind == .cooperatingEnded })
        // By hand: all 39 rows but I.5, I.6, II.6, II.7, III.3, V.3 and V.4 name the districts as cooperating.
        #expect(cooperating.page.items.count == 39 - 7)
        #expect(try tracker.orphans(ListRequest()).total == 24)
        #expect(try tracker.orphans(ListRequest(asOf: try day("2025-06-30"))).total == 0)
    }

    @Test func aDistrictsTasksAreGivenToWhomAPersonNames() throws {
        try fixture.importPlan(on: "2026-11-20")
        let tracker = try fixture.tracker(on: "2026-11-20")
        let report = try tracker.succeed(
            .init(
                from: ["UBND huyện Mộc Châu"], to: ["Văn phòng UBND tỉnh"], on: try day("2025-07-01"),
                source: "QĐ 1/QĐ-UBND"), isDryRun: false)
        #expect(counts(report) == [0, 2, 22], "the office owes both rows itself")
        #expect(try tracker.orphans(ListRequest()).total == 22)
        let questions = try tracker.questions(plan: nil, after: nil, limit: 100).page.items
        #expect(questions.filter { $0.question.kind == .leadEnded }.map(\.obligations) == [11, 11])
    }

    // MARK: Revised plans

    private static let everybody = ServiceFixture.PlanRow("I.1", "Báo cáo", lead: "Các sở, ban, ngành", "31/12/2026")

    @Test func aRevisedRowDoesNotBringBackWhatBecameOne() throws {
        try fixture.importRows([Self.everybody], on: "2025-04-01")
        func open() throws -> [ObligationEntry] {
            try fixture.obligations(on: "2025-04-02").filter { $0.obligation.state.stage != .withdrawn }
        }
        #expect(try open().count == 13)
        var revised = Self.everybody
        revised.deadline = "30/6/2027"
        let report = try fixture.importRows([revised], on: "2025-04-02")
        #expect(report.obligations.added == 0 && report.obligations.deadlineChanged == 13)
        #expect(try open().count == 13)
        #expect(try open().allSatisfy { $0.obligation.state.nominalDue?.description == "2027-06-30" })
        #expect(Set(try open().map(\.agencyName)).count == 13)
    }

    // MARK: Recording

    @Test func aSuccessionThatCannotBeTrueIsRefusedAndNothingIsWritten() throws {
        try fixture.importPlan()
        let tracker = try fixture.tracker(on: "2026-01-10")
        let before = try fixture.dump()
        func refusal(_ from: [String], _ to: [String], _ on: String) throws -> TrackerError? {
            let request = SuccessionRequest(from: from, to: to, on: try day(on), source: "QĐ 1")
            return #expect(throws: TrackerError.self) { try tracker.succeed(request, isDryRun: false) }
        }
        #expect(try refusal(["son-la/so-tu-phap"], ["son-la/so-tu-phap"], "2026-01-01")?.code == .refused)
        #expect(try refusal(["son-la/so-tai-chinh"], ["son-la/so-y-te"], "2025-03-01")?.code == .refused)
        #expect(try refusal(["son-la/so-y-te"], ["son-la/so-tai-chinh"], "2026-01-01")?.code == .refused)
        #expect(try refusal(["Sở Không Có"], ["son-la/so-tu-phap"], "2026-01-01")?.code == .notFound)
        #expect(try fixture.dump() == before)
    }

    @Test func anAgencyThatEndsGetsItsLastDayAndAnotherTakesOver() throws {
        try fixture.importPlan()
        let tracker = try fixture.tracker(on: "2024-01-10")
        let open = try tracker.agencyDetail(named: "son-la/so-y-te").openObligations
        let report = try tracker.succeed(
            .init(from: ["Sở Y tế"], to: ["Sở Tư pháp"], on: try day("2024-01-01"), source: "QĐ 1"), isDryRun: false)
        #expect(report.counts.moved + report.counts.merged == open && open == 4)
        let detail = try tracker.agencyDetail(named: "son-la/so-y-te")
        #expect(detail.agency.validTo?.description == "2023-12-31")
        #expect(detail.successors.map(\.slug) == ["so-tu-phap"] && detail.openObligations == 0)
        #expect(try tracker.agencyDetail(named: "son-la/so-tu-phap").predecessors.map(\.from.slug) == ["so-y-te"])
    }

    @Test func aSuccessionOfADayToComeIsFollowedByTheReminderRunOfThatDay() throws {
        try fixture.importPlan()
        let request = SuccessionRequest(
            from: ["Sở Y tế"], to: ["Sở Tư pháp"], on: try day("2024-01-02"), source: "QĐ 1")
        #expect(counts(try fixture.tracker(on: "2023-12-29").succeed(request, isDryRun: false)) == [0, 0, 0])
        #expect(try fixture.tracker(on: "2023-12-29").agencyDetail(named: "son-la/so-y-te").openObligations == 4)
        _ = try fixture.tracker(on: "2024-01-02").remind()
        #expect(try fixture.tracker(on: "2024-01-02").agencyDetail(named: "son-la/so-y-te").openObligations == 0)
    }

    // MARK: Who acts, who is told

    @Test func theHeirOfTheStandingAgencyKeepsThePlan() throws {
        try fixture.importPlan(on: "2026-11-20")
        let id = try fixture.obligation("I.2", on: "2026-11-20").obligation.id
        try fixture.perform(.submit(evidence: nil, note: "xong"), on: id, as: "Sở Tài chính", today: "2026-11-20")
        let outcome = try fixture.perform(.accept(note: ""), on: id, as: "Sở Nội vụ", today: "2026-11-21")
        #expect(outcome.after.obligation.state.stage == .completed)
        let actor = try fixture.tracker(on: "2026-11-21").detail(of: id, as: nil).events.last?.actor
        #expect(actor?.slug == "so-noi-vu-2025")
        #expect(try fixture.importPlan(on: "2026-11-22").outcome == .unchanged)
    }

    @Test func remindersGoToWhoTookOver() throws {
        try fixture.importPlan()
        let run = try fixture.tracker(on: "2025-03-03").remind()
        let recipients = run.messages.map(\.recipient)
        #expect(recipients.contains("son-la/so-tai-chinh-2025") && recipients.contains("son-la/so-noi-vu-2025"))
        #expect(!recipients.contains("son-la/so-ke-hoach-va-dau-tu") && !recipients.contains("son-la/so-noi-vu"))
    }

    /// A trial run as of a past day reads what stands today, so that a department does not urge itself.
    @Test func aRunAsOfAPastDayGoesToTheAgenciesOfToday() throws {
        try fixture.importPlan(on: "2026-11-20")
        var options = ReminderOptions()
        options.asOf = try day("2022-02-08")
        let recipients = try fixture.tracker(on: "2026-11-20").remind(options).messages.map(\.recipient)
        #expect(
            Set(recipients) == [
                "son-la/so-noi-vu-2025", "son-la/so-tai-chinh-2025", "son-la/so-tu-phap", "son-la/ubnd-tinh",
            ])
    }

    @Test func whatADistrictOwedIsTheStandingAgencysToHear() throws {
        try fixture.importRows(
            [.init("I.1", "Báo cáo", lead: "UBND huyện Mộc Châu", "31/7/2025")], on: "2025-01-10")
        let run = try fixture.tracker(on: "2025-07-16").remind()
        #expect(run.messages.map(\.recipient) == ["son-la/so-noi-vu-2025"])
        let text = try #require(run.messages.first?.text)
        #expect(text.contains("1. UBND huyện Mộc Châu: Báo cáo\n"), "\(text)")
    }
}
