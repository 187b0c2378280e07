import Testing
import TrackerDomain

struct ReminderPolicyTests {
    private let policy = ReminderPolicy(
        daysBefore: ["weekly": [1, 0], "monthly": [7, 3, 1, 0], "quarterly": [15, 7, 3, 0]],
        otherwiseDaysBefore: [30, 15, 7, 1, 0], daysAfter: [1, 7], thenEvery: 7, escalateAfter: 7)
    private let due = CivilDate(dayNumber: 19_030)

    private static let after = [
        "overdue-1", "overdue-7", "overdue-14", "overdue-21", "overdue-28", "overdue-35", "overdue-42", "overdue-49",
        "overdue-56",
    ]
    private static let long = ["before-30", "before-15", "before-7", "before-1", "due"]

    /// The stages that a run on every day from 40 days before to 60 days after would see, each when it first comes.
    private func walk(_ cadence: String, _ policy: ReminderPolicy) -> [(offset: Int, stage: ReminderStage?)] {
        (-40...60).map { ($0, policy.stage(for: due, cadence: cadence, on: due.adding(days: $0))) }
    }

    @Test(
        arguments: [
            ("weekly", ["before-1", "due"]), ("monthly", ["before-7", "before-3", "before-1", "due"]),
            ("quarterly", ["before-15", "before-7", "before-3", "due"]), ("halfYearly", long), ("yearly", long),
            ("mixed", long), ("once", long), ("unheard of", long),
        ])
    func aWalkMeetsExactlyTheListedStagesEachOnItsDay(cadence: String, before: [String]) {
        var met: [String] = []
        for (offset, stage) in walk(cadence, policy) {
            guard let stage else {
                #expect(met.isEmpty, "a stage that was reached stays reached")
                continue
            }
            #expect(stage.daysPastDue <= offset, "no stage before its day")
            if met.last != stage.name {
                #expect(!met.contains(stage.name), "no stage comes back")
                #expect(stage.daysPastDue == offset, "every stage is met on its day")
                met.append(stage.name)
            }
            #expect(stage.date == due.adding(days: stage.daysPastDue))
        }
        #expect(met == before + Self.after)
    }

    @Test(arguments: ["weekly", "monthly", "quarterly", "yearly"])
    func theMissedStagesAreThoseThatTheWalkHasMetBefore(cadence: String) {
        var met: [ReminderStage] = []
        for (_, stage) in walk(cadence, policy) {
            guard let stage, stage != met.last else { continue }
            let missed = policy.stages(before: stage, effectiveDue: due, cadence: cadence)
            #expect(missed == met.filter { $0.daysPastDue <= 7 }, "of the repeated ones only the newest is ever sent")
            met.append(stage)
        }
    }

    @Test func theStandingAgencyIsToldFromAWeekLateOn() {
        let escalated = walk("monthly", policy).filter { $0.stage.map(policy.escalates) ?? false }.map(\.offset)
        #expect(escalated == Array(7...60))
    }

    @Test func theHorizonIsTheFarthestStage() {
        #expect(policy.horizon == 30)
        let short = ReminderPolicy(
            daysBefore: ["weekly": [45]], otherwiseDaysBefore: [0], daysAfter: [1], thenEvery: 7, escalateAfter: 7)
        #expect(short.horizon == 45)
    }

    @Test func theOrderInThePolicyDoesNotMatter() {
        let shuffled = ReminderPolicy(
            daysBefore: ["monthly": [0, 7, 1, 3]], otherwiseDaysBefore: [0, 30], daysAfter: [7, 1], thenEvery: 7,
            escalateAfter: 7)
        #expect(walk("monthly", shuffled).map(\.stage) == walk("monthly", policy).map(\.stage))
    }

    @Test func aPolicyWhoseFirstDayAfterComesLateStaysAtTheDueDateUntilThen() {
        let patient = ReminderPolicy(
            daysBefore: [:], otherwiseDaysBefore: [1, 0], daysAfter: [3], thenEvery: 0, escalateAfter: 7)
        #expect(patient.stage(for: due, cadence: "once", on: due.adding(days: 2))?.name == "due")
        #expect(patient.stage(for: due, cadence: "once", on: due.adding(days: 3))?.name == "overdue-3")
        #expect(patient.stage(for: due, cadence: "once", on: due.adding(days: 5))?.name == "overdue-5")
    }
}
