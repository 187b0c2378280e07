import TestSupport
import Testing
import TrackerDomain

/// What holds after any sequence of allowed actions.
struct WorkflowPropertyTests {
    private static let everybody = ObligationFixture.member(Set(Role.allCases))
    private static let agencies = ["son-la/so-tu-phap", "son-la/so-tai-chinh", "son-la/so-y-te"]

    @Test(arguments: [1, 20_220_615, 424_242, 99_999_999] as [UInt64])
    func randomSequencesKeepTheInvariants(seed: UInt64) throws {
        var generator = Seeded(state: seed)
        var reached: Set<Stage> = []
        for _ in 0..<300 {
            let first = try #require([Stage.waiting, .notStarted].randomElement(using: &generator))
            var obligation = try ObligationFixture.obligation(in: first, since: "2022-01-01")
            let original = obligation.state.originalDue
            var today = obligation.state.since
            for _ in 0..<25 {
                today = today.adding(days: Int.random(in: 0...12, using: &generator))
                let allowed = obligation.allowedActions(for: Self.everybody.roles)
                let kind = try #require(allowed.randomElement(using: &generator))
                let action = try Self.action(kind, on: obligation, today: today, using: &generator)
                let next = try obligation.performing(action, by: Self.everybody, on: ActionDay(today: today))
                Self.check(action, from: obligation.state, to: next.state, original: original, seed: seed)
                reached.insert(next.state.stage)
                obligation = next
            }
        }
        #expect(reached == Set(Stage.allCases))
    }

    private static func check(
        _ action: Action, from old: ObligationState, to new: ObligationState, original: DueDate?, seed: UInt64
    ) {
        let place = "seed \(seed), \(action)"
        #expect(new.version == old.version + (action.kind == .comment ? 0 : 1), "\(place)")
        #expect(new.since >= old.since, "\(place)")
        #expect(new.originalDue == original, "\(place)")
        #expect(new.stage != .completed || new.submittedOn != nil, "\(place)")
        #expect((new.stage == .suspended) == (new.suspendedIn != nil), "\(place)")
        #expect(new.deadlineVersion == 1 + new.extensions, "only extensions move the deadline here: \(place)")
        #expect(new.extensionRequest == nil || Stage.open.contains(new.stage), "\(place)")
        #expect((0...100).contains(new.progress), "\(place)")
        for basis in DeadlineBasis.allCases {
            let status = new.timeStatus(on: new.since.adding(days: 1_000), against: basis)
            let runs = [Stage.notStarted, .inProgress, .submitted].contains(new.stage)
            if status.name == "overdue" { #expect(runs, "\(place)") }
            #expect((status == .none) == [.waiting, .suspended, .withdrawn].contains(new.stage), "\(place)")
        }
        #expect(
            new.timeStatus(on: new.since).daysLate <= new.timeStatus(on: new.since, against: .original).daysLate,
            "an extension makes nobody later: \(place)")
    }

    private static func action(
        _ kind: Action.Kind, on obligation: Obligation, today: CivilDate, using generator: inout Seeded
    ) throws -> Action {
        let state = obligation.state
        let later = DueDate(
            nominal: (state.nominalDue ?? today).adding(days: Int.random(in: 1...60, using: &generator)))
        let evidence = Evidence(
            number: try #require(DocumentNumber("15/BC-STP")),
            date: today.adding(days: -Int.random(in: 0...30, using: &generator)))
        switch kind {
        case .recordEvent: return .recordEvent(on: evidence.date, due: nil, document: evidence, note: "")
        case .progress: return .progress(percent: Int.random(in: 0...100, using: &generator), note: "")
        case .submit: return .submit(evidence: Bool.random(using: &generator) ? evidence : nil, note: "đã xong")
        case .requestExtension: return .requestExtension(to: later, reason: "chờ hướng dẫn")
        case .grantExtension:
            return .grantExtension(to: Bool.random(using: &generator) ? later : nil, decision: evidence, reason: "x")
        case .withdraw: return .withdraw(decision: evidence, reason: "")
        case .reassign:
            let next = try #require(
                agencies.compactMap { AgencyID($0) }.filter { $0 != state.agency }.randomElement(using: &generator))
            return .reassign(to: next, reason: "x")
        default: return try ObligationFixture.action(kind)
        }
    }
}
