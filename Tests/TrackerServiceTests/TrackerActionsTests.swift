import Testing
import TrackerDomain
import TrackerService

struct TrackerActionsTests {
    private let fixture: ServiceFixture
    private let id: Int64

    init() throws {
        fixture = try ServiceFixture()
        try fixture.importRows([.init("I.1", "Rà soát văn bản", "31/3/2022")])
        id = try fixture.obligation("I.1", on: "2022-01-06").obligation.id
    }

    private func error(_ request: ActionRequest) throws -> TrackerError? {
        let before = try fixture.dump()
        let error = #expect(throws: TrackerError.self) { try fixture.tracker(on: "2022-01-10").perform(request) }
        #expect(try fixture.dump() == before, "a refusal changes nothing")
        return error
    }

    @Test func aStaleVersionIsRefusedAndNothingIsLost() throws {
        try fixture.perform(.progress(percent: 40, note: ""), on: id, today: "2022-01-10")
        let stale = ActionRequest(
            obligation: id, action: .progress(percent: 10, note: ""), agency: nil, seenVersion: 1)
        #expect(try error(stale) == .stale(obligation: id, seen: 1, current: 2, stage: .inProgress))
        let fresh = ActionRequest(
            obligation: id, action: .progress(percent: 60, note: ""), agency: nil, seenVersion: 2)
        #expect(try fixture.tracker(on: "2022-01-10").perform(fresh).after.obligation.state.progress == 60)
    }

    @Test func theLeadSubmitsAndCannotAccept() throws {
        try fixture.perform(.submit(evidence: nil, note: "x"), on: id, as: "Sở Tư pháp", today: "2022-01-10")
        let refused = try error(ActionRequest(obligation: id, action: .accept(note: ""), agency: "Sở Tư pháp"))
        #expect(
            refused
                == .refused(
                    .notForRole(.accept, needed: [.standing, .supervisor], allowed: [.requestExtension, .comment]),
                    obligation: id))
        let outcome = try fixture.perform(.accept(note: ""), on: id, as: "Sở Nội vụ", today: "2022-01-11")
        #expect(outcome.after.obligation.state.stage == .completed)
        #expect(
            try fixture.rows("SELECT action, actor FROM event ORDER BY sequence")
                == ["submit|son-la/so-tu-phap", "accept|son-la/so-noi-vu"])
    }

    @Test func anotherAgencyMayDoNothing() throws {
        for kind in [Action.start(note: ""), .progress(percent: 5, note: ""), .submit(evidence: nil, note: "x")] {
            let refused = try error(ActionRequest(obligation: id, action: kind, agency: "Sở Y tế"))
            #expect(refused?.code == .refused)
        }
        #expect(try fixture.tracker(on: "2022-01-10").detail(of: id, as: "Sở Y tế").allowed == [])
    }

    @Test func whatIsNotThereIsNamed() throws {
        #expect(
            try error(ActionRequest(obligation: 999, action: .start(note: ""), agency: nil))
                == .notFound(.obligation(999), nearest: []))
        #expect(
            try error(ActionRequest(obligation: id, action: .start(note: ""), agency: "Sở Không Có"))?.code
                == .notFound)
    }

    @Test func everyChangeLeavesOneLineOfHistory() throws {
        try fixture.perform(.start(note: "bắt đầu"), on: id, today: "2022-01-10")
        try fixture.perform(.submit(evidence: nil, note: "x"), on: id, today: "2022-01-10")
        try fixture.perform(.return(reason: "thiếu phụ lục"), on: id, today: "2022-01-11")
        let events = try fixture.tracker(on: "2022-01-12").detail(of: id, as: nil).events
        #expect(events.map(\.action) == [.start, .submit, .return])
        #expect(events.map(\.after.version) == [2, 3, 4])
        for (one, next) in zip(events, events.dropFirst()) { #expect(one.after == next.before) }
        #expect(zip(events, events.dropFirst()).allSatisfy { $0.sequence < $1.sequence })
    }

    @Test func anObligationIsShownAsItStoodOnAPastDay() throws {
        try fixture.perform(.start(note: "bắt đầu"), on: id, today: "2022-01-10")
        try fixture.perform(.submit(evidence: nil, note: "x"), on: id, today: "2022-01-12")
        let tracker = try fixture.tracker(on: "2022-01-20")
        func stage(_ iso: String) throws -> Stage {
            try tracker.detail(of: id, as: nil, asOf: try day(iso)).entry.obligation.state.stage
        }
        #expect(try stage("2022-01-09") == .notStarted)
        #expect(try stage("2022-01-11") == .inProgress)
        #expect(try stage("2022-01-12") == .submitted)
        let past = try tracker.detail(of: id, as: nil, asOf: try day("2022-01-11"))
        #expect(past.events.map(\.action) == [.start])
        #expect(past.allowed.isEmpty)
    }

    @Test func anEventStartsTheTermOfItsOwnPart() throws {
        let fixture = try ServiceFixture()
        try fixture.importRows([
            .init(
                "I.1", "Cụ thể hóa",
                "- 10 ngày sau khi Nghị quyết được ban hành\n- 20 ngày sau khi Kế hoạch được phê duyệt")
        ])
        let ids = try fixture.obligations(on: "2022-01-06").map(\.obligation.id)
        #expect(ids.count == 2)
        let event = Action.recordEvent(on: try day("2022-03-01"), due: nil, document: nil, note: "x")
        let dues = try ids.map { id in
            try fixture.perform(event, on: id, today: "2022-03-02").after.obligation.state.nominalDue?.description
        }
        #expect(dues == ["2022-03-11", "2022-03-21"])
    }

    @Test func ofManyWritersAtOnceNoneIsLost() async throws {
        let (fixture, id) = (fixture, id)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    #expect(throws: Never.self) {
                        try fixture.perform(
                            .progress(percent: number, note: "lần \(number)"), on: id, today: "2022-01-10")
                    }
                }
            }
        }
        let state = try fixture.obligation("I.1", on: "2022-01-10").obligation.state
        #expect(state.version == 9)
        #expect(try fixture.rows("SELECT count(*), count(DISTINCT note) FROM event") == ["8|8"])
    }
}
