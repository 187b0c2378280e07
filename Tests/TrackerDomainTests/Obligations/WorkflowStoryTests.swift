import Testing
import TrackerDomain

/// What happens to an obligation in the office, case by case: due 30/6/2022, a Thursday.
struct WorkflowStoryTests {
    private static let lead = ObligationFixture.member([.lead])
    private static let standing = ObligationFixture.member([.standing])

    /// An obligation to which things happen one after another.
    private struct Story {
        var obligation: Obligation

        init(_ stage: Stage = .inProgress, due: String? = "2022-06-30") throws {
            obligation = try ObligationFixture.obligation(in: stage, since: "2022-01-01", due: due)
        }

        var state: ObligationState { obligation.state }

        mutating func lead(_ action: Action, on date: String) throws {
            obligation = try obligation.performing(
                action, by: WorkflowStoryTests.lead, on: ActionDay(today: try day(date)))
        }

        mutating func standing(_ action: Action, on date: String) throws {
            obligation = try obligation.performing(
                action, by: WorkflowStoryTests.standing, on: ActionDay(today: try day(date)))
        }

        mutating func complete(on date: String) throws {
            try lead(.submit(evidence: nil, note: "đã xong"), on: date)
            try standing(.accept(note: ""), on: date)
        }

        func status(on date: String, against basis: DeadlineBasis = .extended) throws -> TimeStatus {
            state.timeStatus(on: try day(date), against: basis)
        }
    }

    private static func asking(_ date: String) throws -> Action {
        .requestExtension(to: DueDate(nominal: try day(date)), reason: "chờ hướng dẫn")
    }

    private static let granting = Action.grantExtension(to: nil, decision: nil, reason: "đồng ý")

    // MARK: On time and late

    @Test(arguments: [
        ("2022-06-30", TimeStatus.completedOnTime), ("2022-07-01", .completedLate(daysLate: 1)),
        ("2022-07-15", .completedLate(daysLate: 15)),
    ])
    func latenessIsJudgedByTheAcceptedSubmission(submitted: String, status: TimeStatus) throws {
        var story = try Story()
        try story.lead(.submit(evidence: nil, note: "đã xong"), on: submitted)
        try story.standing(.accept(note: ""), on: "2022-09-30")
        #expect(try story.status(on: "2022-12-31") == status)
    }

    @Test func returnedAndSubmittedAgainAfterTheDateIsLate() throws {
        var story = try Story()
        try story.lead(.submit(evidence: nil, note: "lần một"), on: "2022-06-28")
        #expect(try story.status(on: "2022-07-05") == .within, "waiting for acceptance is not overdue")
        try story.standing(.return(reason: "thiếu phụ lục"), on: "2022-07-05")
        #expect(try story.status(on: "2022-07-05") == .overdue(daysLate: 5))
        try story.lead(.submit(evidence: nil, note: "lần hai"), on: "2022-07-08")
        try story.standing(.accept(note: ""), on: "2022-07-09")
        #expect(try story.status(on: "2022-07-09") == .completedLate(daysLate: 8))
    }

    // MARK: Extensions

    @Test func aRequestStopsNoClock() throws {
        var story = try Story()
        try story.lead(try Self.asking("2022-07-31"), on: "2022-06-20")
        #expect(story.state.extensionRequest?.askedOn == (try day("2022-06-20")))
        #expect(story.state.stage == .inProgress)
        #expect(try story.status(on: "2022-07-01") == .overdue(daysLate: 1))
        #expect(story.state.deadlineVersion == 1)
    }

    @Test(arguments: [("2022-06-20", false), ("2022-06-30", false), ("2022-07-01", true)])
    func aRequestIsKnownToBeBeforeOrAfterTheDeadline(asked: String, isLate: Bool) throws {
        var story = try Story()
        try story.lead(try Self.asking("2022-07-31"), on: asked)
        let request = try #require(story.state.extensionRequest)
        #expect(story.state.wasAskedLate(request) == isLate)
        try story.standing(Self.granting, on: "2022-07-04")
        #expect(try story.status(on: "2022-07-04") == .dueSoon)
    }

    @Test func aGrantedExtensionKeepsTheOriginalDeadlineAndBothAreJudged() throws {
        var story = try Story()
        try story.lead(try Self.asking("2022-07-31"), on: "2022-06-20")
        try story.standing(Self.granting, on: "2022-06-25")
        #expect(story.state.nominalDue == (try day("2022-07-31")))
        #expect(story.state.originalDue?.nominal == (try day("2022-06-30")))
        #expect(story.state.deadlineVersion == 2)
        #expect(story.state.extensions == 1)
        #expect(story.state.extensionRequest == nil)
        try story.complete(on: "2022-07-20")
        #expect(try story.status(on: "2022-08-01") == .completedOnTime)
        #expect(try story.status(on: "2022-08-01", against: .original) == .completedLate(daysLate: 20))
    }

    @Test func anotherDayThanAskedCanBeGranted() throws {
        var story = try Story()
        try story.lead(try Self.asking("2022-12-31"), on: "2022-06-20")
        let granted = DueDate(nominal: try day("2022-07-31"), effective: try day("2022-08-01"))
        try story.standing(.grantExtension(to: granted, decision: nil, reason: "một tháng"), on: "2022-06-25")
        #expect(story.state.nominalDue == granted.nominal)
        #expect(story.state.effectiveDue == granted.effective)
    }

    @Test func aRefusalLeavesTheDeadlineAndAllowsAnotherRequest() throws {
        var story = try Story()
        try story.lead(try Self.asking("2022-07-31"), on: "2022-06-20")
        try story.standing(.refuseExtension(decision: nil, reason: "cấp bách"), on: "2022-06-25")
        #expect(story.state.nominalDue == (try day("2022-06-30")))
        #expect(story.state.deadlineVersion == 1)
        #expect(story.state.extensions == 0)
        try story.lead(try Self.asking("2022-07-15"), on: "2022-06-26")
        #expect(story.state.extensionRequest?.due.nominal == (try day("2022-07-15")))
    }

    @Test func aSecondExtensionStartsFromTheFirstAndKeepsTheOriginal() throws {
        var story = try Story()
        for (asked, until) in [("2022-06-20", "2022-07-31"), ("2022-08-05", "2022-09-30")] {
            try story.lead(try Self.asking(until), on: asked)
            try story.standing(Self.granting, on: asked)
        }
        #expect(story.state.extensions == 2)
        #expect(story.state.deadlineVersion == 3)
        #expect(story.state.originalDue?.nominal == (try day("2022-06-30")))
        #expect(try story.status(on: "2022-10-01") == .overdue(daysLate: 1))
        #expect(try story.status(on: "2022-10-01", against: .original) == .overdue(daysLate: 93))
    }

    @Test(arguments: ["2022-06-30", "2022-06-01"])
    func anExtensionEndsLaterThanTheDeadline(date: String) throws {
        let (asked, due) = (try day(date), try day("2022-06-30"))
        var story = try Story()
        #expect(throws: ActionRefusal.extensionNotLater(asked, due: due)) {
            try story.lead(try Self.asking(date), on: "2022-06-20")
        }
        try story.lead(try Self.asking("2022-07-31"), on: "2022-06-20")
        let action = Action.grantExtension(to: DueDate(nominal: asked), decision: nil, reason: "x")
        #expect(throws: ActionRefusal.extensionNotLater(asked, due: due)) {
            try story.standing(action, on: "2022-06-21")
        }
    }

    @Test func acceptanceAndWithdrawalEndAPendingRequest() throws {
        var accepted = try Story()
        try accepted.lead(try Self.asking("2022-07-31"), on: "2022-06-20")
        var withdrawn = accepted
        try accepted.complete(on: "2022-06-22")
        #expect(accepted.state.extensionRequest == nil)
        try withdrawn.standing(
            .withdraw(decision: try ObligationFixture.evidence(), reason: ""), on: "2022-06-22")
        #expect(withdrawn.state.extensionRequest == nil)
    }

    @Test func daysOffMoveAnExtendedDeadlineAndLeaveTheOriginalOne() throws {
        func moved(_ nominal: String, to effective: String) throws -> Action {
            .changeDeadline(
                to: DueDate(nominal: try day(nominal), effective: try day(effective)), reason: "nghỉ",
                cause: .calendar)
        }
        var plain = try Story()
        try plain.standing(try moved("2022-06-30", to: "2022-07-01"), on: "2022-06-20")
        #expect(plain.state.originalDue?.effective == (try day("2022-07-01")))

        var extended = try Story()
        try extended.lead(try Self.asking("2022-07-29"), on: "2022-06-20")
        try extended.standing(Self.granting, on: "2022-06-20")
        try extended.standing(try moved("2022-07-29", to: "2022-08-01"), on: "2022-06-21")
        #expect(extended.state.effectiveDue == (try day("2022-08-01")))
        #expect(extended.state.originalDue == DueDate(nominal: try day("2022-06-30")))
    }

    // MARK: Suspended, reopened, reassigned

    @Test func whileSuspendedNoDeadlineRunsAndAfterwardsTheOldOneHolds() throws {
        var story = try Story()
        try story.standing(.suspend(reason: "sắp xếp bộ máy"), on: "2022-06-20")
        #expect(try story.status(on: "2022-07-20") == TimeStatus.none)
        try story.standing(.resume(reason: "đã xong"), on: "2022-07-20")
        #expect(story.state.stage == .inProgress)
        #expect(story.state.nominalDue == (try day("2022-06-30")))
        #expect(try story.status(on: "2022-07-20") == .overdue(daysLate: 20))
    }

    @Test(arguments: [Stage.waiting, .notStarted, .inProgress, .submitted])
    func workIsResumedWhereItWasSuspended(stage: Stage) throws {
        var story = try Story(stage)
        try story.standing(.suspend(reason: "x"), on: "2022-06-20")
        try story.standing(.resume(reason: "x"), on: "2022-06-21")
        #expect(story.state.stage == stage)
    }

    @Test func aRequestMadeBeforeASuspensionCanBeDecidedDuringIt() throws {
        var story = try Story()
        try story.lead(try Self.asking("2022-09-30"), on: "2022-06-10")
        try story.standing(.suspend(reason: "x"), on: "2022-06-20")
        try story.standing(Self.granting, on: "2022-06-25")
        try story.standing(.resume(reason: "x"), on: "2022-07-20")
        #expect(try story.status(on: "2022-07-20") == .within)
    }

    @Test func whatIsReopenedIsOwedAgainAndItsSubmissionNoLongerCounts() throws {
        var story = try Story()
        try story.complete(on: "2022-06-20")
        try story.standing(.reopen(reason: "bị thu hồi"), on: "2022-07-10")
        #expect(story.state.stage == .inProgress)
        #expect(story.state.submittedOn == nil)
        #expect(try story.status(on: "2022-07-10") == .overdue(daysLate: 10))
        try story.complete(on: "2022-07-12")
        #expect(try story.status(on: "2022-07-12") == .completedLate(daysLate: 12))
    }

    @Test func anotherAgencyOwesItFromTheDayOfReassignment() throws {
        let next = try #require(AgencyID("son-la/so-tai-chinh"))
        var story = try Story()
        let old = story.obligation.agency
        try story.standing(.reassign(to: next, reason: "hợp nhất", cause: .succession), on: "2022-06-20")
        #expect(story.obligation.agency == next)
        #expect(story.state.deadlineVersion == 1)
        #expect(throws: ActionRefusal.alreadyTheLead(next)) {
            try story.standing(.reassign(to: next, reason: "x"), on: "2022-06-20")
        }
        #expect(old != next)
    }

    @Test func aWithdrawalNeedsADecisionUnlessTheRevisedPlanIsIt() throws {
        var story = try Story()
        #expect(throws: ActionRefusal.decisionMissing(.withdraw)) {
            try story.standing(.withdraw(decision: nil, reason: "thôi"), on: "2022-06-20")
        }
        try story.standing(.withdraw(decision: nil, reason: "sửa đổi", cause: .revision), on: "2022-06-20")
        #expect(story.state.stage == .withdrawn)
    }

    @Test func aDecisionOfTheFutureDecidesNothing() throws {
        let tomorrow = try day("2022-06-21")
        let decision = try ObligationFixture.evidence(dated: "2022-06-21")
        var story = try Story()
        #expect(throws: ActionRefusal.documentInFuture(tomorrow, today: tomorrow.adding(days: -1))) {
            try story.standing(.withdraw(decision: decision, reason: ""), on: "2022-06-20")
        }
    }

    // MARK: Conditions and events

    @Test func aConditionalRowIsNotOverdueBeforeItsEventAndKeepsItsDate() throws {
        var story = try Story(.waiting)
        #expect(try story.status(on: "2022-12-31") == TimeStatus.none)
        try story.lead(
            .recordEvent(on: try day("2022-07-01"), due: nil, document: nil, note: ""), on: "2022-07-05")
        #expect(try story.status(on: "2022-07-05") == .overdue(daysLate: 5))
    }

    @Test func theDeadlineThatFollowsFromAnEventIsTheOriginalOne() throws {
        let due = DueDate(nominal: try day("2022-07-14"))
        var story = try Story(.waiting, due: nil)
        try story.lead(
            .recordEvent(on: try day("2022-07-01"), due: due, document: nil, note: ""), on: "2022-07-05")
        #expect(story.state.originalDue == due)
        #expect(story.state.extensions == 0)
    }
}
