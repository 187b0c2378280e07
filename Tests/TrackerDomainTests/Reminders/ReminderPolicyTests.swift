import Testing
import TrackerDomain

struct ReminderPolicyTests {
    private let policy = Self.policy(
        daysBefore: ["weekly": [1, 0], "monthly": [7, 3, 1, 0], "quarterly": [15, 7, 3, 0]],
        otherwiseDaysBefore: [30, 15, 7, 1, 0], daysAfter: [1, 7], thenEvery: 7)
    private static func policy(
        id: String = "thu", daysBefore: [String: [Int]] = [:], otherwiseDaysBefore: [Int], daysAfter: [Int],
        thenEvery: Int, waitsForWorkingDay: Bool = true, quietDays: [QuietDays] = []
    ) -> ReminderPolicy {
        ReminderPolicy(
            id: id, name: LocalizedText(vi: "Thử", en: "Trial"), daysBefore: daysBefore,
            otherwiseDaysBefore: otherwiseDaysBefore, daysAfter: daysAfter, thenEvery: thenEvery,
            escalation: [.init(to: .leadership, daysLate: 28), .init(to: .standing, daysLate: 7)],
            waitsForWorkingDay: waitsForWorkingDay, quietDays: quietDays)
    }

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

    @Test func othersAreToldFromTheirLevelOn() {
        func told(_ recipient: ReminderEscalation.Recipient) -> [Int] {
            walk("monthly", policy).filter { $0.stage.map { policy.escalated($0).contains(recipient) } ?? false }
                .map(\.offset)
        }
        #expect(told(.standing) == Array(7...60))
        #expect(told(.leadership) == Array(28...60))
    }

    @Test func theHorizonIsTheFarthestStage() {
        #expect(policy.horizon == 30)
        let short = Self.policy(
            daysBefore: ["weekly": [45]], otherwiseDaysBefore: [0], daysAfter: [1], thenEvery: 7)
        #expect(short.horizon == 45)
    }

    @Test func theOrderInThePolicyDoesNotMatter() {
        let shuffled = Self.policy(
            daysBefore: ["monthly": [0, 7, 1, 3]], otherwiseDaysBefore: [0, 30], daysAfter: [7, 1], thenEvery: 7)
        #expect(walk("monthly", shuffled).map(\.stage) == walk("monthly", policy).map(\.stage))
    }

    @Test func aPolicyWhoseFirstDayAfterComesLateStaysAtTheDueDateUntilThen() {
        let patient = Self.policy(otherwiseDaysBefore: [1, 0], daysAfter: [3], thenEvery: 0)
        #expect(patient.stage(for: due, cadence: "once", on: due.adding(days: 2))?.name == "due")
        #expect(patient.stage(for: due, cadence: "once", on: due.adding(days: 3))?.name == "overdue-3")
        #expect(patient.stage(for: due, cadence: "once", on: due.adding(days: 5))?.name == "overdue-5")
    }

    // MARK: What a run has to look at

    @Test(arguments: [(1, "weekly"), (3, "monthly"), (1, "once"), (10, "quarterly"), (100, "yearly"), (400, "mixed")])
    func theDueDatesOfAGapAreThoseThatReachAStageInIt(gap: Int, cadence: String) {
        let other = Self.policy(
            id: "khac", daysBefore: ["weekly": [5]], otherwiseDaysBefore: [40, 2], daysAfter: [3, 10], thenEvery: 5)
        let policies = ReminderPolicies(standard: policy, ofPlans: [1: other])
        let (last, today, earliest) = (due, due.adding(days: gap), due.adding(days: -800))
        let found = Set(policies.dueDates(reachingStageAfter: last, through: today, from: earliest))
        for policy in policies.all {
            for offset in -800...(gap + 60) {
                let date = due.adding(days: offset)
                let before = policy.stage(for: date, cadence: cadence, on: last)
                let after = policy.stage(for: date, cadence: cadence, on: today)
                #expect(before == after || found.contains(date), "\(policy.id) \(offset)")
            }
        }
        let rhythm = gap >= 7 ? 900 + gap : 60 + (800 / 7 + 800 / 5 + 2) * gap
        #expect(found.count <= rhythm, "and of what is long late only what comes round")
    }

    @Test func theStagesToComeFollowThoseReached() {
        let names = { (offset: Int) in
            policy.stages(after: due.adding(days: offset), effectiveDue: due, cadence: "monthly").map(\.name)
        }
        #expect(
            names(-8) == [
                "before-7", "before-3", "before-1", "due", "overdue-1", "overdue-7", "overdue-14", "overdue-21",
            ])
        #expect(names(0) == ["overdue-1", "overdue-7", "overdue-14", "overdue-21"])
        #expect(names(7) == ["overdue-14", "overdue-21"])
        #expect(names(20) == ["overdue-21", "overdue-28"])
    }

    // MARK: Which applies

    @Test func theAgencysPolicyComesBeforeThePlansAndThatBeforeTheStandard() throws {
        let plan = Self.policy(id: "ke-hoach", otherwiseDaysBefore: [3], daysAfter: [1], thenEvery: 1)
        let own = Self.policy(id: "rieng", otherwiseDaysBefore: [2], daysAfter: [1], thenEvery: 1)
        let agency = try #require(AgencyID("tinh/so"))
        let policies = ReminderPolicies(standard: policy, ofPlans: [1: plan], ofAgencies: [agency: own])
        #expect(policies.policy(plan: 1, agency: agency) == (own, .agency(agency)))
        #expect(policies.policy(plan: 1, agency: nil) == (plan, .plan(1)))
        #expect(policies.policy(plan: 2, agency: AgencyID("tinh/khac")) == (policy, .standard))
        #expect(policies.horizon == 30)
    }

    // MARK: Days on which nothing goes out

    @Test func quietDaysAreWeekdaysDaysAndPeriods() throws {
        let monday = CivilDate(dayNumber: 18_995)
        #expect(monday.weekday == .monday)
        let quiet = ["tuesday", monday.description, "\(monday.adding(days: 9))/\(monday.adding(days: 10))"]
        let policy = Self.policy(
            otherwiseDaysBefore: [0], daysAfter: [1], thenEvery: 1, waitsForWorkingDay: false,
            quietDays: try quiet.map { try #require(QuietDays($0)) })
        let calendar = WorkCalendar(entries: [])
        let sends = (0...11).filter { policy.sends(on: monday.adding(days: $0), calendar: calendar) }
        #expect(sends == [2, 3, 4, 5, 6, 7, 11])
        #expect(policy.sendingDay(onOrAfter: monday, calendar: calendar) == monday.adding(days: 2))
        #expect(policy.quietDays.map(\.description) == quiet)
    }

    @Test(arguments: [
        "", "Tết", "Monday", "2026-02-30", "2026-02-02/2026-02-01", "2026-02-01/2026-02-02/2026-02-03", "/",
    ])
    func whatIsNoQuietDayIsRefused(text: String) {
        #expect(QuietDays(text) == nil)
    }

    @Test func thePauseOfAPolicyThatIsQuietForAYearEnds() throws {
        let start = CivilDate(dayNumber: 18_995)
        let quiet = QuietDays.days(start...start.adding(days: 500))
        let policy = Self.policy(otherwiseDaysBefore: [0], daysAfter: [1], thenEvery: 1, quietDays: [quiet])
        #expect(policy.sendingDay(onOrAfter: start, calendar: WorkCalendar(entries: [])) == start.adding(days: 366))
    }
}
