import Testing
import TrackerDomain

struct ObligationPerformingTests {
    private static let lead = ObligationFixture.member([.lead])
    private static let standing = ObligationFixture.member([.standing])

    private func perform(
        _ action: Action, in stage: Stage = .inProgress, by member: Member = lead, counts: String? = nil,
        today: String = ObligationFixture.today
    ) throws -> Obligation {
        try ObligationFixture.obligation(in: stage).performing(
            action, by: member, on: ActionDay(today: try day(today), counts: try counts.map { try day($0) }))
    }

    private func refusal(_ body: () throws -> Obligation) -> ActionRefusal? {
        do {
            _ = try body()
            return nil
        } catch {
            return error as? ActionRefusal
        }
    }

    // MARK: Days

    @Test func nothingCountsFromADayThatIsStillToCome() throws {
        let (tomorrow, today) = (try day("2022-06-16"), try day("2022-06-15"))
        #expect(
            refusal { try perform(.start(note: ""), by: Self.standing, counts: "2022-06-16") }
                == .countsInFuture(tomorrow, today: today))
    }

    @Test func nothingCountsFromBeforeTheLastChange() throws {
        let (before, last) = (try day("2022-05-31"), try day("2022-06-01"))
        #expect(
            refusal { try perform(.start(note: ""), by: Self.standing, counts: "2022-05-31") }
                == .countsBeforeLastChange(before, last: last))
        #expect(try perform(.start(note: ""), by: Self.standing, counts: "2022-06-01").state.since == last)
    }

    @Test func onlyTheStandingAgencyEntersOlderFacts() throws {
        let older = try day("2022-06-14")
        #expect(
            refusal { try perform(.start(note: ""), counts: "2022-06-14") } == .onlyStandingEntersOlderFacts(older))
        #expect(try perform(.start(note: ""), by: Self.standing, counts: "2022-06-14").state.since == older)
    }

    @Test(arguments: [("2022-06-15", nil), ("2022-06-12", "2022-06-12")] as [(String, String?)])
    func aDocumentIsNotFromAfterTheDayFromWhichItCounts(date: String, counts: String?) throws {
        let limit = try day(counts ?? ObligationFixture.today)
        let inTime = try perform(
            .submit(evidence: try ObligationFixture.evidence(dated: date), note: ""), by: Self.standing, counts: counts)
        #expect(inTime.state.submittedOn == limit)

        let late = limit.adding(days: 1)
        let evidence = try ObligationFixture.evidence(dated: late.description)
        #expect(
            refusal { try perform(.submit(evidence: evidence, note: ""), by: Self.standing, counts: counts) }
                == .documentInFuture(late, today: limit))
    }

    @Test func anEventOfTheFutureHasNotHappened() throws {
        let (tomorrow, today) = (try day("2022-06-16"), try day(ObligationFixture.today))
        let event = Action.recordEvent(on: tomorrow, due: nil, document: nil, note: "")
        #expect(refusal { try perform(event, in: .waiting) } == .documentInFuture(tomorrow, today: today))
        let document = try ObligationFixture.evidence(dated: "2022-06-16")
        let withDocument = Action.recordEvent(on: today, due: nil, document: document, note: "")
        #expect(refusal { try perform(withDocument, in: .waiting) } == .documentInFuture(tomorrow, today: today))
    }

    // MARK: Content

    @Test(arguments: [-1, 101, Int.min, Int.max])
    func progressOutsideTheHundredIsRefused(percent: Int) {
        #expect(refusal { try perform(.progress(percent: percent, note: "x")) } == .percentOutOfRange(percent))
    }

    @Test(arguments: [0, 1, 99, 100])
    func progressIsTakenOver(percent: Int) throws {
        let after = try perform(.progress(percent: percent, note: ""))
        #expect(after.state.progress == percent)
        #expect(after.state.reportedOn?.description == ObligationFixture.today)
        #expect(after.state.stage == .inProgress, "a hundred per cent is no submission")
    }

    @Test func aReportWithoutAPercentageKeepsTheOldOneAndNeedsANote() throws {
        let after = try perform(.progress(percent: nil, note: "đã họp"))
        #expect(after.state.progress == 20)
        for blank in ["", " ", "\n\t\u{A0}"] {
            #expect(refusal { try perform(.progress(percent: nil, note: blank)) } == .reasonMissing(.progress))
        }
    }

    @Test(arguments: ["", " \n "])
    func aReturnNeedsAReason(reason: String) {
        #expect(
            refusal { try perform(.return(reason: reason), in: .submitted, by: Self.standing) }
                == .reasonMissing(.return))
    }

    @Test func aSubmissionNeedsADocumentOrANote() throws {
        #expect(refusal { try perform(.submit(evidence: nil, note: " ")) } == .evidenceMissing)
        #expect(try perform(.submit(evidence: nil, note: "lớp tập huấn 12/6")).state.stage == .submitted)
        #expect(try perform(.submit(evidence: try ObligationFixture.evidence(), note: "")).state.stage == .submitted)
    }

    // MARK: What changes

    @Test func aReturnClearsTheSubmission() throws {
        let submitted = try ObligationFixture.obligation(in: .submitted, submittedOn: "2022-06-10")
        let returned = try submitted.performing(
            .return(reason: "thiếu phụ lục"), by: Self.standing, on: ActionDay(today: try day("2022-06-15")))
        #expect(returned.state.stage == .inProgress)
        #expect(returned.state.submittedOn == nil)
        #expect(returned.state.progress == 20)
    }

    @Test func acceptanceCompletesTheProgressAndKeepsTheDayOfSubmission() throws {
        let submitted = try ObligationFixture.obligation(in: .submitted, submittedOn: "2022-06-10")
        let accepted = try submitted.performing(
            .accept(note: ""), by: Self.standing, on: ActionDay(today: try day("2022-07-20")))
        #expect(accepted.state.progress == 100)
        #expect(accepted.state.submittedOn == submitted.state.submittedOn)
    }

    @Test func anotherDeadlineRaisesTheDeadlineVersionAndLeavesTheStage() throws {
        let due = DueDate(nominal: try day("2022-12-31"), calendar: WorkCalendar(entries: []))
        let changed = try perform(.changeDeadline(to: due, reason: "sửa đổi"), in: .submitted, by: Self.standing)
        #expect(changed.state.nominalDue?.description == "2022-12-31")
        #expect(changed.state.effectiveDue?.description == "2023-01-02")
        #expect(changed.state.deadlineVersion == 2)
        #expect(changed.state.stage == .submitted)
        let without = try perform(.changeDeadline(to: nil, reason: "sửa đổi"), by: Self.standing)
        #expect(without.state.nominalDue == nil && without.state.effectiveDue == nil)
    }

    @Test func anEventStartsTheDeadlineThatFollowsFromItAndKeepsOneThatIsWritten() throws {
        let happened = try day("2022-06-10")
        let kept = try perform(.recordEvent(on: happened, due: nil, document: nil, note: ""), in: .waiting)
        #expect(kept.state.nominalDue?.description == "2022-06-30")
        #expect(kept.state.deadlineVersion == 1)
        let due = DueDate(nominal: try day("2022-06-20"), calendar: WorkCalendar(entries: []))
        let started = try perform(.recordEvent(on: happened, due: due, document: nil, note: ""), in: .waiting)
        #expect(started.state.nominalDue?.description == "2022-06-20")
        #expect(started.state.deadlineVersion == 2)
        #expect(started.state.stage == .notStarted)
    }
}
