import Testing
import TrackerDelivery
import TrackerDomain
import TrackerService

struct ReminderTests {
    private let fixture: ServiceFixture

    /// Due on Monday 28/02/2022; the stages fall on 29/01 (Saturday before Tết), 13/02 (Sunday), 21/02, 27/02 (Sunday),
    /// 28/02, 01/3, 07/3, 14/3 and so on.
    private static let rows: [ServiceFixture.PlanRow] = [
        .init("I.1", "Rà soát văn bản", "28/02/2022"),
        .init("I.2", "Báo cáo nhân sự", lead: "Sở Nội vụ", "28/02/2022"),
        .init("I.3", "Kiểm tra công vụ", "Thường xuyên"),
        .init("I.4", "Xây dựng đề án (Sau khi Bộ Nội vụ ban hành hướng dẫn)", "28/02/2022"),
        .init("I.5", "Cụ thể hóa nghị quyết", "10 ngày sau khi Nghị quyết được ban hành"),
    ]
    private static let justice = "son-la/so-tu-phap"
    private static let homeAffairs = "son-la/so-noi-vu"

    init() throws {
        fixture = try ServiceFixture()
        try fixture.importRows(Self.rows)
    }

    private func remind(
        on today: String, minutesLater: Int64 = 0, _ options: ReminderOptions = .init()
    ) throws -> ReminderRun {
        try fixture.tracker(on: today, minutesLater: minutesLater).remind(options)
    }

    private func summary(_ run: ReminderRun) -> [String] { run.summary }

    private func both(_ stage: String) -> [String] {
        ["\(Self.homeAffairs): 2 \(stage)", "\(Self.justice): 1 \(stage)"]
    }

    private func ledger(_ state: RecordedReminder.State, of obligation: Int64 = 1) throws -> [String] {
        try fixture.tracker(on: "2022-01-05").reminderPlan(of: obligation).past
            .filter { $0.state == state }.sorted { $0.stage.date < $1.stage.date }.map(\.stage.name)
    }

    // MARK: Never twice

    @Test func aSecondRunRepeatsNothing() throws {
        #expect(summary(try remind(on: "2022-02-21")) == both("before-7"))
        #expect(try remind(on: "2022-02-21").messages.isEmpty)
        #expect(try remind(on: "2022-02-21", minutesLater: 300).messages.isEmpty)
        #expect(try remind(on: "2022-02-25").messages.isEmpty)
        #expect(summary(try remind(on: "2022-02-28")) == both("due"))
    }

    @Test func aDryRunRecordsNothingAndSaysTheSame() throws {
        var dry = ReminderOptions()
        dry.isDryRun = true
        let before = try fixture.dump()
        let said = try remind(on: "2022-02-21", dry)
        #expect(said.isDryRun)
        #expect(try fixture.dump() == before)
        let done = try remind(on: "2022-02-21")
        #expect(summary(said) == summary(done))
        #expect(said.messages.map(\.text) == done.messages.map(\.text))
    }

    @Test func channelsAreKeptApart() throws {
        _ = try remind(on: "2022-02-21")
        var mail = ReminderOptions()
        mail.channel = .eml
        for agency in [Self.justice, Self.homeAffairs] {
            _ = try fixture.tracker(on: "2022-02-21").setAddresses(
                of: agency, emails: ["a@b.vn"], webhooks: nil, isDryRun: false)
        }
        #expect(summary(try remind(on: "2022-02-21", mail)) == both("before-7"))
        #expect(try remind(on: "2022-02-21", mail).messages.isEmpty)
    }

    @Test func runsAtOnceSendNothingTwiceAndLoseNothing() async throws {
        let fixture = try ServiceFixture()
        try fixture.importPlan()
        let expected = try {
            var dry = ReminderOptions()
            dry.isDryRun = true
            return try fixture.tracker(on: "2022-02-08").remind(dry)
        }()
        let runs = await withTaskGroup(of: ReminderRun?.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    do {
                        return try fixture.tracker(on: "2022-02-08").remind()
                    } catch {
                        Issue.record(error)
                        return nil
                    }
                }
            }
            return await group.reduce(into: [ReminderRun]()) { if let run = $1 { $0.append(run) } }
        }
        let sent = runs.flatMap(summary)
        #expect(sent.sorted() == summary(expected).sorted())
        #expect(!sent.isEmpty)
        #expect(Set(runs.flatMap { $0.messages.map(\.number) }).count == sent.count)
    }

    // MARK: Never lost

    @Test func aRunThatComesLateSendsTheNewestStageOnceAndMarksTheOlder() throws {
        #expect(try remind(on: "2022-01-28").messages.isEmpty)
        #expect(summary(try remind(on: "2022-02-14")) == both("before-15"))
        #expect(try ledger(.superseded) == ["before-30"])
        #expect(summary(try remind(on: "2022-02-24")) == both("before-7"))
        #expect(
            summary(try remind(on: "2022-03-08")) == [
                "\(Self.homeAffairs): 1 overdue-7, 2 overdue-7", "\(Self.justice): 1 overdue-7",
            ])
        #expect(try ledger(.sent, of: 2) == ["before-15", "before-7", "overdue-7"])
        #expect(try ledger(.superseded, of: 2) == ["before-30", "before-1", "due", "overdue-1"])
    }

    @Test func whateverTheRhythmOfRunsEachRunSendsTheNewestStageAtMostOnce() throws {
        var sent: [String] = []
        var today = try day("2022-01-24")
        for step in [0, 10, 1, 1, 10, 3, 10, 10, 1, 6, 10] {
            today = today.adding(days: step)
            let run = try remind(on: today.description)
            let stages = run.messages.flatMap { message in
                message.items.filter { $0.obligation == 1 && message.recipient == Self.justice }.map(\.stage)
            }
            #expect(stages.count <= 1)
            sent += stages
        }
        #expect(Set(sent).count == sent.count)
        #expect(sent == ["before-15", "due", "overdue-7", "overdue-14"], "three of the days are days off")
    }

    // MARK: Days off

    @Test(arguments: [("2022-02-13", "2022-02-14"), ("2022-01-31", "2022-02-07")])
    func onADayOffTheRunWaits(today: String, next: String) throws {
        let before = try fixture.dump()
        let run = try remind(on: today)
        #expect(run.messages.isEmpty)
        #expect(run.deferredTo?.description == next)
        #expect(try fixture.dump() == before)
        #expect(try remind(on: next).messages.count == 2)
        #expect(try remind(on: next).deferredTo == nil)
    }

    @Test func aRunMayBeMadeOnADayOffAllTheSame() throws {
        var options = ReminderOptions()
        options.ignoresDaysOff = true
        #expect(summary(try remind(on: "2022-02-13", options)) == both("before-15"))
        #expect(try remind(on: "2022-02-14").messages.isEmpty)
    }

    @Test func aRunMayBeMadeAsIfOnAnotherDay() throws {
        var options = ReminderOptions()
        options.asOf = try day("2022-02-28")
        let run = try remind(on: "2022-02-20", options)
        #expect(run.asOf.description == "2022-02-28")
        #expect(summary(run) == both("due"))
    }

    // MARK: Who and what

    @Test func theStandingAgencyIsToldFromAWeekLateOn() throws {
        #expect(summary(try remind(on: "2022-03-01")) == both("overdue-1"))
        let escalated = try remind(on: "2022-03-07")
        #expect(
            summary(escalated) == [
                "\(Self.homeAffairs): 1 overdue-7, 2 overdue-7", "\(Self.justice): 1 overdue-7",
            ])
        let text = try #require(escalated.messages.first?.text)
        #expect(text.contains("Các cơ quan khác quá hạn, đề nghị đôn đốc (1)\n"))
        #expect(text.contains("1. Sở Tư pháp: Rà soát văn bản"))
    }

    @Test func whereTheLeadIsNotKnownTheStandingAgencyIsTold() throws {
        let fixture = try ServiceFixture()
        try fixture.importRows([.init("I.1", "Việc", lead: "Ban Không Có Tên", "28/02/2022")])
        let run = try fixture.tracker(on: "2022-02-21").remind()
        #expect(summary(run) == ["\(Self.homeAffairs): 1 before-7"])
        #expect(run.withoutRecipient == 0)
    }

    @Test func whatWaitsOrIsOngoingIsNotReminded() throws {
        for today in ["2022-02-21", "2022-03-01", "2022-06-01", "2030-12-02"] {
            let run = try remind(on: today)
            #expect(Set(run.messages.flatMap { $0.items.map(\.obligation) }).isSubset(of: [1, 2]), "\(today)")
            #expect(!run.messages.isEmpty)
        }
    }

    @Test func aConditionThatCameAboutIsReminded() throws {
        let id = try fixture.obligation("I.4", on: "2022-02-01").obligation.id
        try fixture.perform(
            .recordEvent(on: try day("2022-02-10"), due: nil, document: nil, note: "x"), on: id, today: "2022-02-10")
        #expect(try remind(on: "2022-02-21").messages.flatMap { $0.items.map(\.obligation) }.contains(id))
    }

    @Test func whatIsSubmittedCompletedOrWithdrawnIsNotReminded() throws {
        try fixture.perform(.submit(evidence: nil, note: "x"), on: 1, today: "2022-02-10")
        try fixture.perform(.withdraw(decision: nil, reason: "thôi", cause: .revision), on: 2, today: "2022-02-10")
        #expect(try remind(on: "2022-02-21").messages.allSatisfy(\.items.isEmpty))
        try fixture.perform(.accept(note: ""), on: 1, today: "2022-03-05")
        #expect(try remind(on: "2022-03-07").messages.isEmpty)
    }

    @Test func aReturnedSubmissionIsRemindedAgain() throws {
        try fixture.perform(.submit(evidence: nil, note: "x"), on: 1, today: "2022-02-10")
        try fixture.perform(.return(reason: "thiếu"), on: 1, today: "2022-03-01")
        #expect(summary(try remind(on: "2022-03-01")).contains("\(Self.justice): 1 overdue-1"))
    }

    @Test func anotherDeadlineGivesNewReminders() throws {
        #expect(summary(try remind(on: "2022-03-01")) == both("overdue-1"))
        let calendar = WorkCalendar(entries: try Tracker.builtInCalendar())
        let due = DueDate(nominal: try day("2022-03-10"), calendar: calendar)
        try fixture.perform(.changeDeadline(to: due, reason: "gia hạn"), on: 1, today: "2022-03-02")
        #expect(summary(try remind(on: "2022-03-03")) == ["\(Self.justice): 1 before-7"])
        #expect(
            summary(try remind(on: "2022-03-10")) == [
                "\(Self.homeAffairs): 2 overdue-7", "\(Self.justice): 1 due",
            ])
    }

    @Test func whatWasDueBeforeTrackingIsNeverReminded() throws {
        let fixture = try ServiceFixture()
        var options = ImportOptions()
        options.trackFrom = try day("2022-03-01")
        try fixture.importRows(Self.rows, on: "2022-03-01", options: options)
        #expect(try fixture.tracker(on: "2022-03-07").remind().messages.isEmpty)
    }

    @Test func theMessageSaysWhatByWhenAndHowToAct() throws {
        let message = try #require(try remind(on: "2022-02-21").messages.last)
        #expect(message.recipientName == "Sở Tư pháp")
        for part in [
            "Kính gửi: Sở Tư pháp", "1. Rà soát văn bản", "Thời hạn: 28/02/2022", "Báo cáo", "I.1", "9/KH-UBND",
        ] {
            #expect(message.text.contains(part), "\(part)")
        }
        #expect(!message.text.contains("\n\n\n"))
    }
}
