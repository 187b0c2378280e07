import Testing
import TrackerDelivery
import TrackerDomain
import TrackerService

/// What runs leave behind that are interrupted, refused or overtaken, and what the next one makes of it.
struct ReminderLedgerTests {
    private let fixture: ServiceFixture
    private let collector = ReminderCollector()

    private static let justice = "son-la/so-tu-phap"
    private static let homeAffairs = "son-la/so-noi-vu"

    /// Due on Monday 28/02/2022, as in ``ReminderTests``.
    init() throws {
        fixture = try ServiceFixture()
        try fixture.importRows([
            .init("I.1", "Rà soát văn bản", "28/02/2022"),
            .init("I.2", "Báo cáo nhân sự", lead: "Sở Nội vụ", "28/02/2022"),
            .init("I.3", "Tuyên truyền", "28/02/2022"),
        ])
    }

    @discardableResult
    private func remind(
        on today: String, minutesLater: Int64 = 0, _ options: ReminderOptions = .init()
    ) throws -> ReminderRun {
        try fixture.tracker(on: today, minutesLater: minutesLater).remind(options, through: collector)
    }

    /// A run that ends at a step as if it were killed there.
    private func interrupt(at step: ReminderStep, on today: String, minutesLater: Int64 = 0) throws {
        var options = ReminderOptions()
        options.observe = { reached throws(TrackerError) in if reached == step { throw .internal } }
        #expect(throws: TrackerError.internal) { try remind(on: today, minutesLater: minutesLater, options) }
    }

    private func states(of obligation: Int64) throws -> [String] {
        try fixture.tracker(on: "2022-01-05").reminderPlan(of: obligation).past.map { "\($0.stage.name) \($0.state)" }
    }

    private let all = ["\(homeAffairs): 2 before-7", "\(justice): 1 before-7, 3 before-7"]

    // MARK: Interrupted

    @Test func whatWasPlannedOnlyIsSentByTheNextRunOfTheDay() throws {
        try interrupt(at: .planned, on: "2022-02-21")
        #expect(try states(of: 1) == ["before-30 superseded", "before-15 superseded", "before-7 planned"])
        #expect(try remind(on: "2022-02-21").summary == all)
        #expect(try remind(on: "2022-02-21").messages.isEmpty)
    }

    @Test func whatWasPlannedOnlyAndNeverTriedIsDecidedAnewOnALaterDay() throws {
        try interrupt(at: .planned, on: "2022-02-21")
        let run = try remind(on: "2022-02-22")
        #expect(run.summary == all)
        #expect(run.messages.allSatisfy { $0.text.contains("22/02/2022") }, "it speaks of its own day")
        #expect(try remind(on: "2022-02-28").summary.allSatisfy { $0.contains("due") && !$0.contains("before") })
    }

    @Test(arguments: [ReminderStep.claimed, .sent])
    func whatMayHaveBeenSentIsSentAgainAfterTheLeaseWithTheSameNumberAndText(step: ReminderStep) throws {
        try interrupt(at: step, on: "2022-02-21")
        #expect(collector.messages.count == (step == .sent ? 1 : 0))
        #expect(try remind(on: "2022-02-21", minutesLater: 9).summary == [all[1]], "the other one only")
        let again = try remind(on: "2022-02-21", minutesLater: 11)
        #expect(again.summary == [all[0]])
        let copies = collector.messages.filter { $0.recipient == Self.homeAffairs }
        #expect(Set(copies).count == 1 && copies.count == (step == .sent ? 2 : 1), "the same, and nothing else")
        #expect(try remind(on: "2022-02-21", minutesLater: 30).messages.isEmpty)
        #expect(try remind(on: "2022-02-22").messages.isEmpty)
    }

    @Test func whatMayHaveBeenSentDaysAgoKeepsItsTextBesideWhatIsNew() throws {
        try interrupt(at: .claimed, on: "2022-02-21")
        let run = try remind(on: "2022-02-28")
        #expect(
            run.summary == [
                all[0], "\(Self.homeAffairs): 2 due", "\(Self.justice): 1 due, 3 due",
            ])
        #expect(run.messages[0].day == "2022-02-21")
        #expect(try remind(on: "2022-02-28").messages.isEmpty)
    }

    // MARK: Changed between planning and sending

    private static let changes: [(name: String, change: @Sendable (ServiceFixture) throws -> Void)] = [
        ("completed", { try $0.complete(1, on: "2022-02-21") }),
        ("submitted", { try $0.perform(.submit(evidence: nil, note: "x"), on: 1, today: "2022-02-21") }),
        ("suspended", { try $0.perform(.suspend(reason: "x"), on: 1, today: "2022-02-21") }),
        (
            "withdrawn",
            { try $0.perform(.withdraw(decision: nil, reason: "x", cause: .revision), on: 1, today: "2022-02-21") }
        ),
        (
            "extended far away",
            {
                let due = DueDate(nominal: try day("2022-12-30"), effective: try day("2022-12-30"))
                try $0.perform(.changeDeadline(to: due, reason: "x"), on: 1, today: "2022-02-21")
            }
        ),
    ]

    @Test(arguments: [ReminderStep.planned, .claimed], Self.changes.indices)
    func whatWasDoneOrMovedBeforeItWasSentIsCancelledAndTheRestIsSent(step: ReminderStep, index: Int) throws {
        try interrupt(at: step, on: "2022-02-21")
        if step == .claimed { try remind(on: "2022-02-21", minutesLater: 9) }
        let before = collector.messages.count
        // The message to Sở Tư pháp, of two obligations, is planned only or claimed.
        try Self.changes[index].change(fixture)
        let later = try remind(on: "2022-02-22")
        let told = later.messages.filter { $0.recipient == Self.justice }.flatMap(\.items).map(\.obligation)
        if step == .planned {
            #expect(told == [3], "\(Self.changes[index].name)")
            #expect(try states(of: 1).last == "before-7 cancelled")
        } else {
            #expect(told.isEmpty, "it was sent before the change")
            #expect(before == 1)
        }
        #expect(try !fixture.tracker(on: "2022-02-22").reminderStatus().channels.contains { $0.unsent > 0 })
    }

    @Test func aClaimedMessageThatAnInterruptionLeftIsNotSentAsItStandsWhereSomethingInItChanged() throws {
        try fixture.complete(2, on: "2022-02-21")
        try interrupt(at: .claimed, on: "2022-02-21")
        try fixture.complete(1, on: "2022-02-21")
        #expect(try remind(on: "2022-02-21", minutesLater: 11).summary == ["\(Self.justice): 3 before-7"])
        #expect(try states(of: 1).last == "before-7 cancelled")
    }

    @Test func aNewDeadlineIsRemindedOfAnewAndTheOldReminderIsCancelledWithIt() throws {
        try interrupt(at: .planned, on: "2022-02-21")
        let due = DueDate(nominal: try day("2022-03-01"), effective: try day("2022-03-01"))
        try fixture.perform(.changeDeadline(to: due, reason: "x"), on: 1, today: "2022-02-21")
        #expect(try states(of: 1).contains("before-7 cancelled"), "in the same transaction")
        let run = try remind(on: "2022-02-22")
        #expect(run.summary == ["\(Self.homeAffairs): 2 before-7", "\(Self.justice): 1 before-7, 3 before-7"])
        #expect(run.messages[1].items.map(\.deadlineVersion) == [2, 1])
    }

    @Test func whatIsGivenToAnotherAgencyIsTheOtherAgencysToHear() throws {
        try interrupt(at: .planned, on: "2022-02-21")
        let heir = try #require(AgencyID("son-la/so-tai-chinh"))
        try fixture.perform(.reassign(to: heir, reason: "x"), on: 1, today: "2022-02-21")
        #expect(
            try remind(on: "2022-02-21").summary == [
                "\(Self.homeAffairs): 2 before-7", "son-la/so-tai-chinh: 1 before-7", "\(Self.justice): 3 before-7",
            ])
    }

    @Test func aProgressReportChangesNothingOnItsWay() throws {
        try interrupt(at: .planned, on: "2022-02-21")
        try fixture.perform(.progress(percent: 10, note: "x"), on: 1, today: "2022-02-21")
        #expect(try remind(on: "2022-02-21").summary == all)
    }

    // MARK: Refused

    @Test func oneThatFailsDoesNotKeepTheOthersAndIsTriedAgainLater() throws {
        collector.refuse(Self.homeAffairs, .mailboxFull)
        let first = try remind(on: "2022-02-21")
        #expect(first.summary == [all[1]])
        #expect(first.failures.map(\.reason) == [DeliveryFailure.mailboxFull.reason])
        #expect(first.failures.allSatisfy { !$0.isFinal })
        #expect(try remind(on: "2022-02-21", minutesLater: 9).failures.isEmpty, "not before its time")
        collector.refuse(Self.homeAffairs, nil)
        let second = try remind(on: "2022-02-21", minutesLater: 10)
        #expect(second.summary == [all[0]])
        #expect(second.messages.first == first.failures.first?.message, "the same number, Message-ID and text")
        #expect(try remind(on: "2022-02-22").messages.isEmpty)
    }

    @Test func theWaitsGrowAndAfterTheLastAttemptItIsADeadLetter() throws {
        collector.refuse(Self.homeAffairs, .mailboxFull)
        var minutes: Int64 = 0
        for attempt in 1...ReminderRetry.attempts {
            let run = try remind(on: "2022-02-21", minutesLater: minutes)
            #expect(run.failures.map(\.isFinal) == [attempt == ReminderRetry.attempts], "attempt \(attempt)")
            minutes += ReminderRetry.milliseconds(after: attempt) / 60_000
            #expect(try remind(on: "2022-02-21", minutesLater: minutes - 1).failures.isEmpty)
        }
        let tracker = try fixture.tracker(on: "2022-02-21", minutesLater: minutes)
        let failed = try tracker.failedReminders(channel: nil)
        #expect(failed.map(\.recipient.description) == [Self.homeAffairs])
        #expect(failed.map(\.attempts) == [ReminderRetry.attempts])
        #expect(failed.map(\.reason) == [DeliveryFailure.mailboxFull.reason])
        #expect(try !tracker.reminderStatus().isWell)
        collector.refuse(Self.homeAffairs, nil)
        #expect(try tracker.remind(.init(), through: collector).messages.isEmpty, "a person has to say so")
        #expect(try tracker.resend(nil, .init(), through: collector).summary == [all[0]])
        #expect(try tracker.reminderStatus().isWell)
    }

    @Test func whatCannotEverSucceedIsADeadLetterAtOnce() throws {
        collector.refuse(Self.homeAffairs, .noSuchUser)
        #expect(try remind(on: "2022-02-21").failures.map(\.isFinal) == [true])
        #expect(try states(of: 2).last == "before-7 failed")
        let tracker = try fixture.tracker(on: "2022-02-21")
        #expect(throws: TrackerError.notFound(.failedMessage(99), nearest: [])) {
            try tracker.resend([99], .init(), through: collector)
        }
    }

    @Test func aDeadLetterMakesRoomForTheNextStage() throws {
        collector.refuse(Self.homeAffairs, .noSuchUser)
        try remind(on: "2022-02-21")
        collector.refuse(Self.homeAffairs, nil)
        #expect(try remind(on: "2022-02-28").summary.contains("\(Self.homeAffairs): 2 due"))
        #expect(try states(of: 2).contains("before-7 superseded"))
        let tracker = try fixture.tracker(on: "2022-02-28", minutesLater: 1)
        #expect(
            try tracker.resend(nil, .init(), through: collector).messages.isEmpty, "it would come after a newer one")
        #expect(try tracker.remind(.init(), through: collector).messages.isEmpty)
    }

    // MARK: Addresses

    private func mail(_ agencies: [String], on today: String) throws -> (run: ReminderRun, sent: [OutgoingMessage]) {
        let tracker = try fixture.tracker(on: today)
        for agency in agencies {
            _ = try tracker.setAddresses(
                of: agency, emails: ["\(agency.dropFirst(7))@sonla.gov.vn"], webhooks: nil, isDryRun: false)
        }
        var options = ReminderOptions()
        options.channel = .eml
        let mailbox = ReminderCollector(.eml)
        return (try tracker.remind(options, through: mailbox), mailbox.messages)
    }

    @Test func whoHasNoAddressIsListedAndGetsTheNewestStageWhenTheAddressIsThere() throws {
        let first = try mail([Self.homeAffairs], on: "2022-02-21")
        #expect(first.run.summary == [all[0]])
        #expect(first.sent.map(\.addresses) == [["so-noi-vu@sonla.gov.vn"]])
        #expect(first.run.unreachable.map(\.recipient.description) == [Self.justice])
        #expect(first.run.unreachable.map(\.reminders) == [2])
        #expect(first.run.unreachable.map(\.name) == ["Sở Tư pháp"])
        #expect(try mail([], on: "2022-02-28").run.unreachable.map(\.reminders) == [2], "the newest stages only")
        #expect(
            try fixture.tracker(on: "2022-02-28").reminderStatus().channels.flatMap(\.unreachable).map(\.reminders) == [
                2
            ])
        let later = try mail([Self.justice], on: "2022-03-02")
        #expect(later.run.summary.contains("\(Self.justice): 1 overdue-1, 3 overdue-1"))
        #expect(later.run.unreachable.isEmpty)
        #expect(try mail([], on: "2022-03-03").run.messages.isEmpty)
    }

    @Test func whatWasDoneBeforeTheAddressCameIsNotSent() throws {
        _ = try mail([], on: "2022-02-21")
        try fixture.complete(1, on: "2022-02-22")
        #expect(try mail([Self.justice], on: "2022-02-23").run.summary == ["\(Self.justice): 3 before-7"])
    }

    @Test func aNewAddressHoldsForWhatIsTriedAgain() throws {
        _ = try fixture.tracker(on: "2022-02-21").setAddresses(
            of: Self.homeAffairs, emails: ["old@sonla.gov.vn"], webhooks: nil, isDryRun: false)
        var options = ReminderOptions()
        options.channel = .eml
        let mailbox = ReminderCollector(.eml)
        mailbox.refuse(Self.homeAffairs, .noSuchUser)
        _ = try fixture.tracker(on: "2022-02-21").remind(options, through: mailbox)
        let tracker = try fixture.tracker(on: "2022-02-21", minutesLater: 5)
        _ = try tracker.setAddresses(of: Self.homeAffairs, emails: ["new@sonla.gov.vn"], webhooks: nil, isDryRun: false)
        mailbox.refuse(Self.homeAffairs, nil)
        #expect(try tracker.resend(nil, options, through: mailbox).messages.map(\.addresses) == [["new@sonla.gov.vn"]])
    }

    // MARK: Clocks and gaps

    @Test(arguments: [1, 10, 100, 400])
    func howeverManyRunsWereMissedTheNewestStageIsSentOnce(days: Int) throws {
        try remind(on: "2022-02-21")
        let late = WorkCalendar(entries: try Tracker.builtInCalendar())
            .workingDay(onOrAfter: try day("2022-02-21").adding(days: days))
        let fresh = try ServiceFixture()
        try fresh.importRows([
            .init("I.1", "Rà soát văn bản", "28/02/2022"), .init("I.3", "Tuyên truyền", "28/02/2022"),
        ])
        let expected = try fresh.tracker(on: late.description).remind()
            .messages.filter { $0.recipient == Self.justice }.flatMap(\.items).map(\.stage)
        let run = try remind(on: late.description)
        let told = run.messages.filter { $0.recipient == Self.justice }.flatMap(\.items).map(\.stage)
        #expect(told == (days == 1 ? [] : expected))
        #expect(try remind(on: late.description).messages.isEmpty)
    }

    @Test func aClockThatRanAheadLosesNothingWhenItIsSetRight() throws {
        try remind(on: "2022-02-14")
        try remind(on: "2024-06-03")
        #expect(try remind(on: "2022-02-15").messages.isEmpty, "what was sent before stays sent")
        #expect(try remind(on: "2022-02-21").summary == all)
        #expect(try remind(on: "2022-02-21").messages.isEmpty)
        #expect(try remind(on: "2022-02-28").messages.flatMap(\.items).allSatisfy { $0.stage == "due" })
        #expect(try remind(on: "2022-02-28").messages.isEmpty)
    }

    @Test func aClockThatIsSetBackRepeatsNothing() throws {
        try remind(on: "2022-02-14")
        try remind(on: "2022-02-21")
        for today in ["2022-02-14", "2022-02-18", "2022-02-21", "2022-02-22"] {
            #expect(try remind(on: today).messages.isEmpty, "\(today)")
        }
        #expect(try remind(on: "2022-02-28").messages.count == 2)
    }

    @Test func aLeaseOfAClockThatRanAheadHoldsNobodyUp() throws {
        try interrupt(at: .claimed, on: "2022-02-21", minutesLater: 60 * 24 * 301)
        #expect(try remind(on: "2022-02-22").summary.count == 2)
    }

    // MARK: Status

    @Test func missedRunsAreCountedInWorkingDays() throws {
        #expect(try fixture.tracker(on: "2022-02-21").reminderStatus().channels.isEmpty)
        try remind(on: "2022-02-17")
        func missed(on today: String) throws -> [String] {
            try fixture.tracker(on: today).reminderStatus().channels.flatMap(\.missedDays).map(\.description)
        }
        #expect(try missed(on: "2022-02-18").isEmpty)
        #expect(try missed(on: "2022-02-19") == ["2022-02-18"])
        #expect(try missed(on: "2022-02-21") == ["2022-02-18"], "a weekend is no missed run")
        #expect(try missed(on: "2022-02-22") == ["2022-02-18", "2022-02-21"])
        #expect(try !fixture.tracker(on: "2022-02-22").reminderStatus().isWell)
        try remind(on: "2022-02-22")
        #expect(try fixture.tracker(on: "2022-02-22").reminderStatus().isWell)
    }

    @Test func anInterruptedRunIsSeen() throws {
        try interrupt(at: .claimed, on: "2022-02-21")
        let status = try fixture.tracker(on: "2022-02-21").reminderStatus()
        #expect(status.channels.map(\.lastRun.finishedAt) == [nil])
        #expect(status.channels.map(\.unsent) == [2])
        #expect(!status.isWell)
    }
}
