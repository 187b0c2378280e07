import Foundation
import Testing
import TrackerDelivery
import TrackerDomain
import TrackerService

/// Policies of plans and agencies, and what a run makes of them.
struct ReminderPolicyUseTests {
    private let fixture: ServiceFixture
    private static let justice = "son-la/so-tu-phap"
    private static let homeAffairs = "son-la/so-noi-vu"
    private static let committee = "son-la/ubnd-tinh"

    /// Due on Monday 28/02/2022, as in ``ReminderTests``.
    init() throws {
        fixture = try ServiceFixture()
        try fixture.importRows([
            .init("I.1", "Rà soát văn bản", "28/02/2022"),
            .init("I.2", "Báo cáo nhân sự", lead: "Sở Nội vụ", "28/02/2022"),
        ])
    }

    private func add(_ fields: String, on today: String) throws {
        let file = "\(fixture.folder)/policy.json"
        try Data("{\"name\": {\"vi\": \"Gấp\", \"en\": \"Urgent\"}, \(fields)}".utf8).write(to: URL(filePath: file))
        _ = try fixture.tracker(on: today).addReminderPolicy(fromFile: file, isDryRun: false)
    }

    private func use(_ id: String?, plan: Bool = false, agency: String? = nil, on today: String) throws {
        let tracker = try fixture.tracker(on: today)
        _ = try tracker.useReminderPolicy(
            id, plan: plan ? try tracker.plan(named: "1") : nil,
            agency: try agency.map { try tracker.agency(named: $0) })
    }

    private static let often = """
        "id": "gap", "daysBefore": {}, "otherwiseDaysBefore": [5, 4, 3], "daysAfter": [1], "thenEvery": 1
        """

    @Test func anAgencysOwnPolicyHoldsForWhatItOwes() throws {
        try add(Self.often, on: "2022-02-21")
        try use("gap", agency: Self.justice, on: "2022-02-21")
        #expect(try fixture.tracker(on: "2022-02-21").remind().summary == ["\(Self.homeAffairs): 2 before-7"])
        #expect(try fixture.tracker(on: "2022-02-23").remind().summary == ["\(Self.justice): 1 before-5"])
        #expect(try fixture.tracker(on: "2022-02-24").remind().summary == ["\(Self.justice): 1 before-4"])
        try use(nil, agency: Self.justice, on: "2022-02-24")
        let tracker = try fixture.tracker(on: "2022-02-25")
        #expect(try tracker.remind().messages.isEmpty)
        #expect(
            try tracker.appliedPolicy(plan: nil, agency: try tracker.agency(named: Self.justice)).reason == .standard)
    }

    @Test func aPolicyChosenLateHoldsForWhatIsOwedAlready() throws {
        #expect(try fixture.tracker(on: "2022-02-23").remind().messages.count == 2)
        try add(Self.often, on: "2022-02-23")
        try use("gap", plan: true, on: "2022-02-23")
        #expect(try fixture.tracker(on: "2022-02-23").remind().summary.count == 2)
        try add(Self.often.replacingOccurrences(of: "[5, 4, 3]", with: "[6, 2]"), on: "2022-02-26")
        var options = ReminderOptions()
        options.ignoresDaysOff = true
        #expect(
            try fixture.tracker(on: "2022-02-26").remind(options).messages.flatMap(\.items).map(\.stage)
                == ["before-2", "before-2"])
    }

    @Test func theLeadershipIsToldAfterItsLevel() throws {
        let run = try fixture.tracker(on: "2022-03-28").remind()
        #expect(
            run.summary == [
                "\(Self.homeAffairs): 1 overdue-28, 2 overdue-28", "\(Self.justice): 1 overdue-28",
                "\(Self.committee): 1 overdue-28, 2 overdue-28",
            ])
        let missed = try fixture.tracker(on: "2022-03-28").reminderPlan(of: 1).past
            .filter { $0.recipient.description == Self.committee }
        #expect(missed.map(\.stage.name) == ["overdue-28"], "what was never escalated was not missed")
    }

    @Test func whatFallsOnAQuietDayOfOnePolicyWaitsWhileOthersAreSent() throws {
        try add(
            "\(Self.often.replacingOccurrences(of: "[5, 4, 3]", with: "[7]")), \"quietDays\": [\"monday\"]",
            on: "2022-02-18")
        try use("gap", agency: Self.justice, on: "2022-02-18")
        let monday = try fixture.tracker(on: "2022-02-21")
        #expect(try monday.remind().summary == ["\(Self.homeAffairs): 2 before-7"])
        #expect(try monday.reminderPlan(of: 1).past.map(\.state) == [.waiting])
        #expect(try fixture.tracker(on: "2022-02-22").remind().summary == ["\(Self.justice): 1 before-7"])
        #expect(try fixture.tracker(on: "2022-02-23").remind().messages.isEmpty)
    }

    @Test func whatIsToComeIsSaidWithItsDayAndItsRecipients() throws {
        let plan = try fixture.tracker(on: "2022-02-10").reminderPlan(of: 1)
        #expect(
            plan.coming.map { "\($0.stage.name) \($0.sentOn)" } == [
                "before-30 2022-02-10", "before-15 2022-02-14", "before-7 2022-02-21", "before-1 2022-02-28",
                "due 2022-02-28",
                "overdue-1 2022-03-01", "overdue-7 2022-03-07", "overdue-14 2022-03-14", "overdue-21 2022-03-21",
            ])
        #expect(plan.coming.first?.recipients == ["Sở Tư pháp"])
        #expect(plan.coming.last?.recipients == ["Sở Tư pháp", "Sở Nội vụ"])
        try fixture.complete(1, on: "2022-02-10")
        #expect(try fixture.tracker(on: "2022-02-10").reminderPlan(of: 1).coming.isEmpty)
    }

    @Test func aPolicyThatIsNotThereIsNotChosen() throws {
        #expect(throws: TrackerError.notFound(.policy("khong-co"), nearest: ["standard"])) {
            try use("khong-co", plan: true, on: "2022-02-10")
        }
    }
}
