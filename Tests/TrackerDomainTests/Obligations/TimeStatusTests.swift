import Testing
import TrackerDomain

struct TimeStatusTests {
    private func status(
        _ stage: Stage, due: String? = "2022-02-07", on today: String, since: String = "2022-01-01",
        submittedOn: String? = nil
    ) throws -> TimeStatus {
        try ObligationFixture.obligation(in: stage, since: since, due: due, submittedOn: submittedOn).state
            .timeStatus(on: try day(today))
    }

    @Test(arguments: [Stage.notStarted, .inProgress])
    func overdueStartsTheDayAfterTheEffectiveDueDate(stage: Stage) throws {
        #expect(try status(stage, on: "2022-01-07") == .within)
        #expect(try status(stage, on: "2022-01-08") == .dueSoon)
        #expect(try status(stage, on: "2022-02-06") == .dueSoon)
        #expect(try status(stage, on: "2022-02-07") == .dueSoon)
        #expect(try status(stage, on: "2022-02-08") == .overdue(daysLate: 1))
        #expect(try status(stage, on: "2022-02-09") == .overdue(daysLate: 2))
        #expect(try status(stage, on: "2023-02-07") == .overdue(daysLate: 365))
    }

    @Test(arguments: [Stage.waiting, .suspended, .withdrawn], ["2022-01-01", "2022-02-08", "2030-01-01"])
    func whereNoDeadlineRunsNothingIsLate(stage: Stage, today: String) throws {
        #expect(try status(stage, on: today) == .none)
    }

    @Test(arguments: Stage.allCases)
    func withoutADueDateNothingIsLate(stage: Stage) throws {
        let expected: TimeStatus = stage == .completed ? .completedOnTime : .none
        #expect(try status(stage, due: nil, on: "2030-12-31") == expected)
    }

    @Test(arguments: ["2022-02-07", "2022-02-08", "2022-12-31"])
    func submittedInTimeButWaitingIsNotOverdue(today: String) throws {
        #expect(try status(.submitted, on: today, submittedOn: "2022-02-07") == .within)
    }

    @Test(arguments: ["2022-02-10", "2022-12-31"])
    func submittedLateStaysLateByTheDaysOfTheSubmission(today: String) throws {
        #expect(try status(.submitted, on: today, submittedOn: "2022-02-10") == .overdue(daysLate: 3))
    }

    @Test func latenessIsJudgedByTheSubmissionNotByTheAcceptance() throws {
        let today = "2022-06-01"
        #expect(try status(.completed, on: today, since: "2022-05-01", submittedOn: "2022-02-07") == .completedOnTime)
        #expect(
            try status(.completed, on: today, since: "2022-05-01", submittedOn: "2022-02-08")
                == .completedLate(daysLate: 1))
    }

    @Test func returnedAndSubmittedAgainAfterTheDateIsLate() throws {
        let lead = ObligationFixture.member([.lead])
        let standing = ObligationFixture.member([.standing])
        let planned = try ObligationFixture.obligation(in: .notStarted, since: "2022-01-01", due: "2022-02-07")
        func on(_ text: String) throws -> ActionDay { ActionDay(today: try day(text)) }

        let first = try planned.performing(.submit(evidence: nil, note: "bản 1"), by: lead, on: on("2022-02-01"))
        #expect(first.state.timeStatus(on: try day("2022-02-20")) == .within)
        let returned = try first.performing(.return(reason: "thiếu"), by: standing, on: on("2022-02-20"))
        #expect(returned.state.timeStatus(on: try day("2022-02-20")) == .overdue(daysLate: 13))
        let again = try returned.performing(.submit(evidence: nil, note: "bản 2"), by: lead, on: on("2022-02-22"))
        #expect(again.state.timeStatus(on: try day("2022-03-01")) == .overdue(daysLate: 15))
        let accepted = try again.performing(.accept(note: ""), by: standing, on: on("2022-03-01"))
        #expect(accepted.state.timeStatus(on: try day("2022-03-01")) == .completedLate(daysLate: 15))
    }
}
