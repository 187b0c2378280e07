import Testing
import TrackerDelivery
import TrackerDomain
import TrackerService

/// The workflow over a real store: lists and counts of every day, the succession of leads, the plan imported again.
struct WorkflowCasesTests {
    private let fixture: ServiceFixture
    private let id: Int64

    init() throws {
        fixture = try ServiceFixture()
        try fixture.importRows(Self.rows)
        id = try fixture.obligation("I.1", on: "2022-01-06").obligation.id
    }

    private static let rows: [ServiceFixture.PlanRow] = [
        .init("I.1", "Rà soát văn bản", "31/3/2022"), .init("II.1", "Kiểm tra", lead: "Sở Y tế", "30/6/2022"),
    ]

    private func extend(to date: String, on today: String, counts: String? = nil) throws {
        try fixture.perform(
            .requestExtension(to: DueDate(nominal: try day(date)), reason: "chờ hướng dẫn"), on: id, as: "Sở Tư pháp",
            today: today)
        try fixture.perform(
            .grantExtension(to: nil, decision: nil, reason: "đồng ý"), on: id, today: today, counts: counts)
    }

    /// What the overdue list of a day holds, seen much later.
    private func overdue(on date: String) throws -> [Int64] {
        try fixture.tracker(on: "2023-01-10").overdue(ListRequest(asOf: try day(date))).page.items
            .map(\.obligation.id).filter { $0 == id }
    }

    private func counts(
        by grouping: CountGrouping = .plan, on date: String, of key: String? = nil
    ) throws -> PeriodCounts {
        let table = try fixture.tracker(on: "2023-01-10").counts(by: grouping, plan: nil, asOf: try day(date))
        guard let key else { return table.total }
        return table.groups.first { $0.key == key }?.counts ?? PeriodCounts()
    }

    // MARK: Extensions

    @Test func listsOfPastDaysUseTheDeadlineKnownOnThem() throws {
        try extend(to: "2022-05-31", on: "2022-04-10")
        #expect(try overdue(on: "2022-04-09") == [id], "the old deadline held")
        #expect(try overdue(on: "2022-04-10") == [])
        #expect(try overdue(on: "2022-06-01") == [id])
    }

    @Test func bothDeadlinesAreCounted() throws {
        try extend(to: "2022-05-31", on: "2022-03-20")
        let running = try counts(on: "2022-04-05")
        #expect(running.overdue == 0 && running.within == 2)
        #expect(running.original.overdue == 1 && running.original.within == 1)
        try fixture.complete(id, on: "2022-05-20")
        let done = try counts(on: "2022-06-01")
        #expect(done.completedOnTime == 1 && done.completedLate == 0)
        #expect(done.original.completedOnTime == 0 && done.original.completedLate == 1)
        for grouping in CountGrouping.allCases {
            let table = try fixture.tracker(on: "2022-06-01").counts(by: grouping, plan: nil, asOf: nil)
            #expect(table.total == done, "\(grouping)")
        }
    }

    @Test func anExtensionTakesEffectOnAWorkingDay() throws {
        try extend(to: "2022-04-30", on: "2022-03-20")
        let state = try fixture.obligation("I.1", on: "2022-03-21").obligation.state
        #expect(state.nominalDue == (try day("2022-04-30")))
        #expect(state.effectiveDue == (try day("2022-05-04")), "two holidays, a weekend and the days in lieu")
    }

    @Test func pendingRequestsAreListedAsOfADayToo() throws {
        try fixture.perform(
            .requestExtension(to: DueDate(nominal: try day("2022-05-31")), reason: "x"), on: id, today: "2022-03-20")
        try fixture.perform(.refuseExtension(decision: nil, reason: "x"), on: id, today: "2022-03-25")
        func pending(_ date: String) throws -> [Int64] {
            try fixture.tracker(on: "2022-04-01").extensionRequests(ListRequest(asOf: try day(date))).page.items
                .map(\.obligation.id)
        }
        #expect(try pending("2022-03-19") == [])
        #expect(try pending("2022-03-24") == [id])
        #expect(try pending("2022-03-25") == [])
    }

    @Test func anExtensionOutlivesARevisionOfOtherWords() throws {
        try extend(to: "2022-05-31", on: "2022-03-20")
        var rows = Self.rows
        rows[0].product = "Báo cáo và danh mục"
        try fixture.importRows(rows, on: "2022-03-25")
        let state = try fixture.obligation("I.1", on: "2022-03-26").obligation.state
        #expect(state.nominalDue == (try day("2022-05-31")))
        #expect(state.deadlineVersion == 2)

        rows[0].deadline = "30/4/2022"
        try fixture.importRows(rows, on: "2022-03-27")
        let revised = try fixture.obligation("I.1", on: "2022-03-28").obligation.state
        #expect(revised.nominalDue == (try day("2022-04-30")))
        #expect(revised.originalDue?.nominal == (try day("2022-04-30")))
    }

    @Test func aNewDeadlineIsRemindedOfAnewAndASuspendedOneNotAtAll() throws {
        func stages(_ date: String) throws -> [String] {
            let run = try fixture.tracker(on: date).remind()
            return run.messages.flatMap(\.items).filter { $0.obligation == id }.map(\.stage)
        }
        #expect(try stages("2022-04-01") == ["overdue-1"])
        try extend(to: "2022-05-31", on: "2022-04-04")
        #expect(try stages("2022-05-24") == ["before-7"])
        try fixture.perform(.suspend(reason: "x"), on: id, today: "2022-05-25")
        #expect(try stages("2022-05-31") == [])
        try fixture.perform(.resume(reason: "x"), on: id, today: "2022-06-01")
        #expect(try stages("2022-06-01") == ["overdue-1"])
    }

    // MARK: Submitted, returned

    @Test func whatWasReturnedIsOverdueOnTheDaysOnWhichItWasOwed() throws {
        try fixture.perform(.submit(evidence: nil, note: "lần một"), on: id, today: "2022-03-30")
        try fixture.perform(.return(reason: "thiếu"), on: id, today: "2022-04-11")
        try fixture.perform(.submit(evidence: nil, note: "lần hai"), on: id, today: "2022-04-20")
        try fixture.perform(.accept(note: ""), on: id, today: "2022-04-25")
        #expect(try overdue(on: "2022-04-08") == [], "submitted in time and waiting")
        #expect(try overdue(on: "2022-04-11") == [id])
        #expect(try overdue(on: "2022-04-22") == [id], "submitted late and waiting")
        #expect(try overdue(on: "2022-04-25") == [])
        #expect(try counts(on: "2022-04-25").completedLate == 1)
        #expect(try counts(on: "2022-04-08").within == 2)
    }

    @Test func anOlderSubmissionThatIsEnteredLaterCountsFromItsDay() throws {
        try fixture.perform(
            .submit(evidence: nil, note: "nhận 31/3"), on: id, today: "2022-04-12", counts: "2022-03-31")
        #expect(try overdue(on: "2022-04-05") == [])
        try fixture.perform(.accept(note: ""), on: id, today: "2022-04-12")
        #expect(try counts(on: "2022-04-12").completedOnTime == 1)
    }

    // MARK: Suspended, reopened, withdrawn

    @Test func suspendedWorkIsOverdueOnNoDayOfItsSuspension() throws {
        try fixture.perform(.suspend(reason: "x"), on: id, today: "2022-04-05")
        try fixture.perform(.resume(reason: "x"), on: id, today: "2022-05-05")
        #expect(try overdue(on: "2022-04-04") == [id])
        #expect(try overdue(on: "2022-04-05") == [])
        #expect(try overdue(on: "2022-05-04") == [])
        #expect(try overdue(on: "2022-05-05") == [id])
        #expect(try counts(on: "2022-04-20").waiting == 1)
        #expect(try counts(on: "2022-04-20").overdue == 0)
    }

    @Test func whatGotItsDateWhileSuspendedIsOwedWhenItIsResumed() throws {
        var rows = Self.rows + [.init("II.2", "Đề án", "Sau khi Nghị quyết được ban hành")]
        try fixture.importRows(rows)
        let id = try fixture.obligation("II.2", on: "2022-01-06").obligation.id
        try fixture.perform(.suspend(reason: "chờ"), on: id, today: "2022-02-01")
        rows[2].deadline = "30/6/2022"
        try fixture.importRows(rows, on: "2022-02-02")
        let resumed = try fixture.perform(.resume(reason: "tiếp tục"), on: id, today: "2022-02-03").after.obligation
        #expect(resumed.state.stage == .notStarted)
        #expect(try resumed.state.timeStatus(on: day("2022-07-01")) == .overdue(daysLate: 1))
    }

    @Test func aReopenedObligationIsOpenAgainFromItsDay() throws {
        try fixture.complete(id, on: "2022-03-30")
        try fixture.perform(.reopen(reason: "bị thu hồi"), on: id, today: "2022-04-15")
        #expect(try overdue(on: "2022-04-14") == [])
        #expect(try counts(on: "2022-04-14").completedOnTime == 1)
        #expect(try overdue(on: "2022-04-15") == [id])
        #expect(try counts(on: "2022-04-15").completedOnTime == 0)
        let events = try fixture.tracker(on: "2022-04-16").detail(of: id, as: nil).events
        #expect(events.contains { $0.after.submittedOn == (try? day("2022-03-30")) }, "the history keeps it")
    }

    @Test func whatADecisionWithdrewStaysWithdrawnWhenThePlanIsImportedAgain() throws {
        let number = try #require(DocumentNumber("120/QĐ-UBND"))
        let decision = Evidence(number: number, date: try day("2022-02-01"))
        try fixture.perform(.withdraw(decision: decision, reason: ""), on: id, today: "2022-02-02")
        var rows = Self.rows
        rows[0].product = "Báo cáo và danh mục"
        let report = try fixture.importRows(rows, on: "2022-02-03")
        #expect(report.obligations.withdrawn == 0)
        #expect(try fixture.rows("SELECT stage FROM obligation ORDER BY id") == ["withdrawn", "notStarted"])
        #expect(
            try fixture.rows("SELECT evidence_number, cause FROM event") == ["120/QĐ-UBND|byHand"])
    }

    // MARK: Leads

    @Test func aReassignedObligationBelongsToTheNewLeadFromItsDay() throws {
        let (old, next) = ("son-la/so-tu-phap", "son-la/so-tai-chinh")
        let agency = try #require(AgencyID(next))
        let message = try fixture.tracker(on: "2022-04-07").remind()
        #expect(message.messages.contains { $0.recipient == old }, "rendered for the old lead, and not sent")
        try fixture.perform(.reassign(to: agency, reason: "hợp nhất", cause: .succession), on: id, today: "2022-04-20")
        #expect(try counts(by: .agency, on: "2022-04-19", of: old).overdue == 1)
        #expect(try counts(by: .agency, on: "2022-04-19", of: next).overdue == 0)
        #expect(try counts(by: .agency, on: "2022-04-20", of: old).overdue == 0)
        #expect(try counts(by: .agency, on: "2022-04-20", of: next).overdue == 1)

        let tracker = try fixture.tracker(on: "2022-04-21")
        let past = try tracker.detail(of: id, as: nil, asOf: try day("2022-04-19"))
        #expect(past.entry.agencyName == "Sở Tư pháp")
        #expect(past.entry.obligation.agency?.description == old)
        #expect(try tracker.detail(of: id, as: nil).events.last?.cause == .succession)
        #expect(try tracker.detail(of: id, as: "Sở Tài chính").allowed.contains(.submit))
        #expect(try !tracker.detail(of: id, as: "Sở Tư pháp").allowed.contains(.submit))

        let recipients = try tracker.remind().messages.filter { $0.items.contains { $0.obligation == id } }
            .map(\.recipient)
        #expect(recipients.contains(next) && !recipients.contains(old))
    }

    @Test func aRevisionLeavesTheNewLeadInPlace() throws {
        let next = try #require(AgencyID("son-la/so-tai-chinh"))
        try fixture.perform(.reassign(to: next, reason: "x"), on: id, today: "2022-02-01")
        var rows = Self.rows
        rows[0].product = "Báo cáo và danh mục"
        try fixture.importRows(rows, on: "2022-02-03")
        #expect(try fixture.obligation("I.1", on: "2022-02-04").obligation.agency == next)
    }

    @Test func aRevisionThatNamesTheNewLeadKeepsItsObligation() throws {
        let next = try #require(AgencyID("son-la/so-tai-chinh"))
        try fixture.perform(.progress(percent: 60, note: ""), on: id, today: "2022-01-20")
        try fixture.perform(.reassign(to: next, reason: "x"), on: id, today: "2022-02-01")
        var rows = Self.rows
        rows[0].lead = "Sở Tài chính"
        for today in ["2022-02-03", "2022-02-04"] {
            rows[0].product += " bổ sung"
            let report = try fixture.importRows(rows, on: today)
            #expect(report.obligations.withdrawn == 0)
        }
        let entry = try fixture.obligation("I.1", on: "2022-02-05")
        #expect(entry.obligation.id == id)
        #expect(entry.obligation.state.progress == 60)
    }

    @Test(arguments: ["son-la/so-ban-nganh", "son-la/khong-co"])
    func onlyAnAgencyCanBecomeTheLead(agency: String) throws {
        let next = try #require(AgencyID(agency))
        let before = try fixture.dump()
        #expect(throws: TrackerError.self) {
            try fixture.perform(.reassign(to: next, reason: "x"), on: id, today: "2022-02-01")
        }
        #expect(try fixture.dump() == before)
    }

    // MARK: Roles

    @Test func theSupervisorOfASectionReviewsThereAndNowhereElse() throws {
        let tracker = try fixture.tracker(on: "2022-02-03")
        let plan = try tracker.plan(named: "9/KH-UBND")
        _ = try tracker.supervise(section: "II", of: plan, by: "Sở Tư pháp")
        let other = try fixture.obligation("II.1", on: "2022-02-01").obligation.id
        try fixture.perform(.submit(evidence: nil, note: "x"), on: other, as: "Sở Y tế", today: "2022-02-02")
        #expect(
            try tracker.detail(of: other, as: "Sở Tư pháp").allowed == [.accept, .return, .comment])
        try fixture.perform(.return(reason: "thiếu"), on: other, as: "Sở Tư pháp", today: "2022-02-03")
        #expect(
            throws: TrackerError.refused(
                .notForRole(.suspend, needed: [.standing], allowed: [.comment]), obligation: other)
        ) {
            try fixture.perform(.suspend(reason: "x"), on: other, as: "Sở Tư pháp", today: "2022-02-03")
        }
        #expect(
            try tracker.detail(of: id, as: "Sở Tư pháp").allowed == [
                .start, .progress, .submit, .requestExtension, .comment,
            ], "of its own obligation it is the lead")

        _ = try tracker.supervise(section: "II", of: plan, by: nil)
        #expect(try tracker.detail(of: other, as: "Sở Tư pháp").allowed == [])
        #expect(throws: TrackerError.self) { try tracker.supervise(section: "IX", of: plan, by: "Sở Tư pháp") }
    }

    @Test func anAgencyOfACooperatingGroupCommentsAndChangesNothing() throws {
        try fixture.importPlan()
        let entry = try #require(
            try fixture.obligations(on: "2022-02-08").first { $0.planNumber == "2407/QĐ-UBND" && $0.place == "I.3" })
        let health = try fixture.tracker(on: "2022-02-08").detail(of: entry.obligation.id, as: "Sở Y tế")
        #expect(health.allowed == [.comment], "the row names all departments as cooperating")
        let before = entry.obligation
        let outcome = try fixture.perform(
            .comment(note: "đã gửi số liệu"), on: before.id, as: "Sở Y tế", today: "2022-02-08")
        #expect(outcome.after.obligation == before)
        let events = try fixture.tracker(on: "2022-02-08").detail(of: before.id, as: nil).events
        #expect(events.map(\.action) == [.comment])
        let stillCurrent = ActionRequest(
            obligation: before.id, action: .start(note: ""), agency: nil, countsOn: try day("2022-02-01"),
            seenVersion: before.state.version)
        _ = try fixture.tracker(on: "2022-02-09").perform(stillCurrent)
    }

    // MARK: Events

    @Test func anEventWithoutATermIsDueOnItsOwnDayAndOneInWorkingDaysAfterThem() throws {
        let fixture = try ServiceFixture()
        try fixture.importRows([
            .init("I.1", "Cụ thể hóa", "Sau khi HĐND, UBND tỉnh ban hành các văn bản QPPL"),
            .init("I.2", "Hướng dẫn", "10 ngày làm việc sau khi Nghị quyết được ban hành"),
        ])
        let dues = try ["I.1", "I.2"].map { place in
            let id = try fixture.obligation(place, on: "2022-01-06").obligation.id
            let event = Action.recordEvent(on: try day("2022-04-26"), due: nil, document: nil, note: "x")
            let state = try fixture.perform(event, on: id, today: "2022-04-27").after.obligation.state
            #expect(state.originalDue?.nominal == state.nominalDue)
            return state.nominalDue?.description
        }
        #expect(dues == ["2022-04-26", "2022-05-12"], "30/4 to 03/5 are days off")
    }

    // MARK: Counts

    /// Report 1270/BC-TCTTTg: 21,914 tasks of 2017.
    @Test func theFiguresOf2017AreCountedFromTheStore() throws {
        try fixture.execute(
            """
            WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < 21914)
            INSERT INTO obligation (plan_id, activity_id, part, part_label, owner, agency_id, period, cadence,
                is_conditional, is_tracked, since, stage, progress, nominal_due, effective_due, original_nominal,
                original_effective, deadline_version, submitted_on, version)
            SELECT plan_id, activity_id, part, part_label, owner, agency_id, k, cadence, 0, 1, '2017-01-01',
                CASE WHEN k <= 16051 THEN 'completed' ELSE 'inProgress' END, 0,
                due, due, due, due, 1, CASE WHEN k <= 14068 THEN '2017-06-20' WHEN k <= 16051 THEN '2017-07-20' END, 1
            FROM (SELECT *, CASE WHEN k > 16274 THEN '2018-03-31' ELSE '2017-06-30' END AS due
                  FROM n CROSS JOIN obligation WHERE id = \(id));
            """)
        let counts = try counts(on: "2017-12-31")
        #expect(counts.completedOnTime == 14_068 && counts.completedLate == 1_983)
        #expect(counts.within == 5_640 && counts.overdue == 223)
        #expect(counts.withDeadline == 21_914 && counts.comeDue == 16_274)
        #expect(try #require(counts.completedOfComeDue).rounded(digits: 3) == 0.986)
        #expect(try #require(counts.overdueOfComeDue).rounded(digits: 3) == 0.014)
        #expect(try #require(counts.completedOfAll).rounded(digits: 3) == 0.732)
        #expect(try #require(counts.overdueOfAll).rounded(digits: 3) == 0.010)
    }
}

extension Double {
    fileprivate func rounded(digits: Int) -> Double {
        let scale = (0..<digits).reduce(1.0) { product, _ in product * 10 }
        return (self * scale).rounded() / scale
    }
}
