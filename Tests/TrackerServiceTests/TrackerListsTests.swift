import TestSupport
import Testing
import TrackerDomain
import TrackerService

struct TrackerListsTests {
    private let fixture: ServiceFixture

    init() throws { fixture = try ServiceFixture() }

    @Test func allThatHasADeadlineIsListedInTheOrderOfDueDatesToo() throws {
        try fixture.importPlan()
        let tracker = try fixture.tracker(on: "2022-02-08")
        var request = ListRequest(limit: 60)
        request.order = .byDueDate
        var read: [ObligationEntry] = []
        repeat {
            let page = try tracker.list(request).page
            read += page.items
            request.after = page.next
        } while request.after != nil
        var numbered: [ObligationEntry] = []
        request.order = .byNumber
        repeat {
            let page = try tracker.list(request).page
            numbered += page.items
            request.after = page.next
        } while request.after != nil
        func key(_ entry: ObligationEntry) -> (CivilDate, Int64) {
            (entry.obligation.state.effectiveDue ?? CivilDate(dayNumber: 0), entry.obligation.id)
        }
        let expected = numbered.filter { $0.obligation.state.effectiveDue != nil }.sorted { key($0) < key($1) }
        #expect(expected.count > 100 && expected.count < numbered.count)
        #expect(read.map(\.obligation.id) == expected.map(\.obligation.id))
    }

    // MARK: Overdue

    @Test(arguments: ["2022-02-08", "2026-11-21"])
    func theJanuaryRowsOfSonLaAreOverdueFromTheDayAfterTet(today: String) throws {
        try fixture.importPlan(on: today)
        let tracker = try fixture.tracker(on: today)
        func overdue(_ asOf: String) throws -> [String] {
            try tracker.overdue(ListRequest(asOf: try day(asOf), limit: 500)).page.items.map(\.place)
        }
        let before = ["I.2", "IV.6", "IV.6"]
        #expect(try overdue("2022-01-31") == before)
        #expect(try overdue("2022-02-07") == before)
        #expect(try overdue("2022-02-08") == before + ["I.3", "I.4", "I.7", "I.8"])
        #expect(try overdue("2021-10-01") == [])
        #expect(try overdue("2021-09-30") == [])
    }

    @Test func ongoingWorkIsNeverOverdue() throws {
        try fixture.importPlan()
        let tracker = try fixture.tracker(on: "2031-12-31")
        let list = try tracker.overdue(ListRequest(limit: 500))
        #expect(list.total > 100)
        #expect(!list.page.items.contains { $0.deadlineText == "Thường xuyên" })
        #expect(list.page.items.allSatisfy { $0.obligation.state.effectiveDue != nil })
        let ongoing = try tracker.list(ListRequest(limit: 500)).page.items.filter { $0.deadlineText == "Thường xuyên" }
        #expect(ongoing.count == 91)
        #expect(ongoing.allSatisfy { $0.obligation.state.timeStatus(on: tracker.today) == .none })
    }

    @Test func whatHangsOnAConditionIsCountedBesideTheOverdueList() throws {
        try fixture.importPlan()
        let tracker = try fixture.tracker(on: "2023-01-04")
        let overdue = try tracker.overdue(ListRequest(limit: 500))
        let conditional = try tracker.conditionalPastDue(ListRequest(limit: 500))
        #expect(overdue.conditionalPastDue == conditional.total)
        #expect(conditional.total == 9)
        #expect(conditional.page.items.allSatisfy { $0.obligation.isConditional })
        #expect(overdue.page.items.allSatisfy { !$0.obligation.isConditional })

        let first = try #require(conditional.page.items.first)
        try fixture.perform(
            .recordEvent(on: try day("2022-12-01"), due: nil, document: nil, note: "đã có hướng dẫn"),
            on: first.obligation.id, today: "2023-01-04")
        let after = try fixture.tracker(on: "2023-01-04").overdue(ListRequest(limit: 500))
        #expect(after.conditionalPastDue == 8)
        #expect(after.page.items.contains { $0.obligation.id == first.obligation.id })
    }

    @Test func dueListsWhatComesNextWithTheDayItself() throws {
        try fixture.importPlan()
        let tracker = try fixture.tracker(on: "2022-02-07")
        #expect(try tracker.due(ListRequest(), withinDays: 0).page.items.map(\.place) == ["I.3", "I.4", "I.7", "I.8"])
        #expect(try tracker.due(ListRequest(), withinDays: 51).page.items.count == 4)
        #expect(try tracker.due(ListRequest(), withinDays: 52).page.items.count == 7, "31/3: two rows and a report")
    }

    @Test func checkInsAreAskedForOncePerQuarter() throws {
        try fixture.importRows([.init("I.1", "Kiểm tra công vụ", "Thường xuyên"), .init("I.2", "Báo cáo", "2022")])
        func missing(_ today: String) throws -> [String] {
            try fixture.tracker(on: today).checkInsMissing(ListRequest()).page.items.map(\.place)
        }
        #expect(try missing("2022-02-01") == ["I.1"])
        let id = try fixture.obligation("I.1", on: "2022-02-01").obligation.id
        try fixture.perform(.progress(percent: nil, note: "đã kiểm tra 3 đơn vị"), on: id, today: "2022-02-10")
        #expect(try missing("2022-02-10") == [])
        #expect(try missing("2022-03-31") == [])
        #expect(try missing("2022-04-01") == ["I.1"])
    }

    @Test(arguments: [0, -1, 501])
    func aLimitOutsideTheBoundsIsRefused(limit: Int) throws {
        let tracker = try fixture.tracker(on: "2022-01-05")
        let error = #expect(throws: TrackerError.self) { try tracker.list(ListRequest(limit: limit)) }
        #expect(error?.code == .invalidInput)
    }

    // MARK: As of a day

    @Test func anOlderFactCountsFromItsDay() throws {
        try fixture.importRows([.init("I.1", "Rà soát văn bản", "31/3/2022")])
        let id = try fixture.obligation("I.1", on: "2022-01-06").obligation.id
        try fixture.perform(.submit(evidence: nil, note: "x"), on: id, today: "2022-05-20", counts: "2022-03-30")
        try fixture.perform(.accept(note: ""), on: id, today: "2022-05-20")
        let tracker = try fixture.tracker(on: "2022-05-20")
        for (asOf, stage) in [
            ("2022-03-29", Stage.notStarted), ("2022-03-30", .submitted), ("2022-05-19", .submitted),
            ("2022-05-20", .completed),
        ] {
            let entry = try tracker.list(ListRequest(asOf: try day(asOf))).page.items.first
            #expect(entry?.obligation.state.stage == stage, "\(asOf)")
            #expect(try tracker.overdue(ListRequest(asOf: try day(asOf))).page.items.isEmpty, "\(asOf)")
        }
        let events = try tracker.detail(of: id, as: nil).events
        #expect(events.map(\.wasEnteredLater) == [true, false])
    }

    private static let leads = "Sở Tư pháp, Sở Nội vụ, Sở Tài chính, Sở Y tế"
    private static let rows: [ServiceFixture.PlanRow] = [
        .init("I.1", "Việc một", lead: leads, "25/01/2022"), .init("I.2", "Việc hai", lead: leads, "31/01/2022"),
        .init("I.3", "Việc ba", lead: leads, "10/02/2022"), .init("I.4", "Việc bốn", lead: leads, "15/02/2022"),
        .init("I.5", "Việc năm", lead: leads, "28/02/2022"), .init("II.1", "Việc sáu", lead: leads, "15/3/2022"),
        .init("II.2", "Việc bảy", lead: leads, "Thường xuyên"),
        .init("II.3", "Việc tám", lead: leads, "10 ngày sau khi Nghị quyết được ban hành"),
        .init("II.4", "Việc chín (Sau khi Bộ Nội vụ ban hành hướng dẫn)", lead: leads, "20/02/2022"),
        .init("II.5", "Việc mười", lead: leads, ""),
    ]

    /// What a day's lists show.
    private struct Board: Equatable {
        let all: [ObligationEntry]
        let overdue: [ObligationEntry]
        let due: [ObligationEntry]
        let conditional: [ObligationEntry]
        let checkIns: [ObligationEntry]
        let asking: [ObligationEntry]
        let counts: [[CountGroup]]

        init(_ tracker: Tracker, asOf: CivilDate) throws {
            let request = ListRequest(asOf: asOf, limit: 500)
            all = try tracker.list(request).page.items
            overdue = try tracker.overdue(request).page.items
            due = try tracker.due(request, withinDays: 14).page.items
            conditional = try tracker.conditionalPastDue(request).page.items
            checkIns = try tracker.checkInsMissing(request).page.items
            asking = try tracker.extensionRequests(request).page.items
            counts = try CountGrouping.allCases.map { try tracker.counts(by: $0, plan: nil, asOf: asOf).groups }
        }
    }

    @Test(arguments: [11, 20_260_101, 987_654_321] as [UInt64])
    func listsOfPastDaysShowWhatWasShownOnThem(seed: UInt64) throws {
        try fixture.importRows(Self.rows, years: 2022...2022, on: "2022-01-10")
        var generator = Seeded(state: seed)
        let first = try day("2022-01-15")
        var shown: [CivilDate: Board] = [:]
        for offset in 0..<60 {
            let today = first.adding(days: offset)
            let tracker = try Tracker(path: fixture.path, ambient: .standing(at: today))
            for _ in 0..<Int.random(in: 0...6, using: &generator) {
                try performSomething(with: tracker, on: today, using: &generator)
            }
            try reorganise(offset, with: tracker, from: first)
            shown[today] = try Board(tracker, asOf: today)
        }
        let later = try Tracker(path: fixture.path, ambient: .standing(at: first.adding(days: 70)))
        #expect(shown.values.contains { !$0.overdue.isEmpty })
        #expect(shown.values.contains { !$0.asking.isEmpty })
        try expectReplayedEventsToGiveTheStates(with: later)
        try expectCountsAgainstTheOriginalDeadlines(with: later)
        try expectTheOverdueListToBeWhatIsOverdue(with: later)
        #expect(try later.verify().isSound)
        for (day, board) in shown.sorted(by: { $0.key < $1.key }) {
            let again = try Board(later, asOf: day)
            #expect(again == board, "seed \(seed), \(day)")
            if again != board { return }
        }
    }

    /// Sở Y tế becomes part of Sở Tư pháp, which owes the same rows; that ends too, on a day that was known before.
    private func reorganise(_ offset: Int, with tracker: Tracker, from first: CivilDate) throws {
        func succeed(_ from: String, by heir: String, on day: Int) throws {
            let request = SuccessionRequest(
                from: ["son-la/\(from)"], to: ["son-la/\(heir)"], on: first.adding(days: day), source: "NQ 1")
            let report = try tracker.succeed(request, isDryRun: false)
            #expect(report.counts.moved > 0 || day > offset, "seed or day moves nothing")
        }
        switch offset {
        case 20: try succeed("so-y-te", by: "so-tu-phap", on: 20)
        case 25: try succeed("so-tu-phap", by: "so-cong-thuong", on: 40)
        case 40: #expect(try tracker.followSuccessions(isDryRun: false).counts.moved > 0)
        default: break
        }
    }

    /// Each line of a history goes on where the one before ended, and the last one is what stands.
    private func expectReplayedEventsToGiveTheStates(with tracker: Tracker) throws {
        for entry in try tracker.list(ListRequest(limit: 500)).page.items {
            let events = try tracker.detail(of: entry.obligation.id, as: nil).events
            for (one, next) in zip(events, events.dropFirst()) { #expect(one.after == next.before) }
            for event in events where event.action != .comment {
                #expect(event.after.version == event.before.version + 1)
            }
            if let last = events.last { #expect(last.after == entry.obligation.state) }
        }
    }

    /// Owed, as the store computes it, is what has a running deadline.
    private func expectTheOverdueListToBeWhatIsOverdue(with tracker: Tracker) throws {
        let overdue = try tracker.list(ListRequest(limit: 500)).page.items.filter {
            $0.obligation.state.timeStatus(on: tracker.today).name == "overdue"
        }
        let listed = try tracker.overdue(ListRequest(limit: 500)).page.items
        #expect(Set(listed.map(\.obligation.id)) == Set(overdue.map(\.obligation.id)))
    }

    private func expectCountsAgainstTheOriginalDeadlines(with tracker: Tracker) throws {
        let statuses = try tracker.list(ListRequest(limit: 500)).page.items.map {
            $0.obligation.state.timeStatus(on: tracker.today, against: .original).name
        }
        let counts = try tracker.counts(by: .plan, plan: nil, asOf: nil).total
        #expect(counts.original.overdue == statuses.count { $0 == "overdue" })
        #expect(counts.original.within == statuses.count { $0 == "within" || $0 == "dueSoon" })
        #expect(counts.original.completedOnTime == statuses.count { $0 == "completedOnTime" })
        #expect(counts.original.completedLate == statuses.count { $0 == "completedLate" })
    }

    private func performSomething(
        with tracker: Tracker, on today: CivilDate, using generator: inout Seeded
    ) throws {
        let entries = try tracker.list(ListRequest(limit: 500)).page.items
        let id = try #require(entries.randomElement(using: &generator)).obligation.id
        let allowed = try tracker.detail(of: id, as: nil).allowed
        guard let kind = allowed.randomElement(using: &generator) else { return }
        // Seldom, so that work remains.
        if kind == .withdraw, Int.random(in: 0..<4, using: &generator) > 0 { return }
        let action = try RandomAction.of(kind, on: today, using: &generator)
        do throws(TrackerError) {
            _ = try tracker.perform(ActionRequest(obligation: id, action: action, agency: nil))
        } catch {
            // The day asked for may lie before the deadline; the agency may be the lead already, or have ended.
            #expect(error.code == .refused || kind == .reassign && error.code == .invalidInput, "\(error)")
        }
    }

    // MARK: Counts

    @Test(arguments: ["2021-10-05", "2022-02-08", "2024-06-30", "2031-01-15"])
    func countsAddUpAndEqualTheLists(today: String) throws {
        var options = ImportOptions()
        options.trackFrom = try day("2022-01-01")
        try fixture.importPlan(on: today)
        try fixture.importPlan("dong-nai-2021-2030", on: today, options: options)
        try fixture.importPlan("dong-nai-2017", on: today, options: options)
        try completeSome(on: today)
        let tracker = try fixture.tracker(on: today)
        var totals: Set<PeriodCounts> = []
        for grouping in CountGrouping.allCases {
            let table = try tracker.counts(by: grouping, plan: nil, asOf: nil)
            totals.insert(table.groups.reduce(into: PeriodCounts()) { $0.add($1.counts) })
            totals.insert(table.total)
            #expect(Set(table.groups.map(\.key)).count == table.groups.count)
        }
        #expect(totals.count == 1, "every grouping has the same total")
        let total = try #require(totals.first)
        let statuses = try everything(tracker).map {
            ($0.obligation.state, $0.obligation.state.timeStatus(on: tracker.today))
        }
        #expect(total.overdue == statuses.count { $0.1.name == "overdue" })
        #expect(total.within == statuses.count { $0.1 == .within || $0.1 == .dueSoon })
        #expect(total.completedOnTime == statuses.count { $0.1 == .completedOnTime })
        #expect(total.completedLate == statuses.count { $0.1.name == "completedLate" })
        #expect(total.waiting == statuses.count { $0.0.stage == .waiting || $0.0.stage == .suspended })
        #expect(
            total.withDeadline + total.withoutDeadline + total.waiting
                == statuses.count { $0.0.stage != .withdrawn })
        #expect(total.overdue == (try everything(tracker, overdue: true).count))
        #expect(
            (try fixture.rows("SELECT count(*) FROM obligation WHERE is_tracked = 0 AND since <= '\(today)'")) == [
                "\(total.beforeTracking)"
            ])
    }

    private func completeSome(on today: String) throws {
        let tracker = try fixture.tracker(on: today)
        for entry in try everything(tracker) where entry.obligation.id % 15 == 0 {
            guard entry.obligation.state.stage == .notStarted else { continue }
            let id = entry.obligation.id
            _ = try tracker.perform(
                ActionRequest(obligation: id, action: .submit(evidence: nil, note: "x"), agency: nil))
            guard id % 30 == 0 else { continue }
            _ = try tracker.perform(ActionRequest(obligation: id, action: .accept(note: ""), agency: nil))
        }
    }

    private func everything(_ tracker: Tracker, overdue: Bool = false) throws -> [ObligationEntry] {
        var request = ListRequest(limit: 500)
        var items: [ObligationEntry] = []
        repeat {
            let page = try (overdue ? tracker.overdue(request) : tracker.list(request)).page
            items += page.items
            request.after = page.next
        } while request.after != nil
        return items
    }

    @Test func countsOfOnePlanAreThoseOfThePlan() throws {
        try fixture.importPlan()
        try fixture.importPlan("nam-dinh-2021-2030", on: "2022-01-05")
        let tracker = try fixture.tracker(on: "2022-02-08")
        let byPlan = try tracker.counts(by: .plan, plan: nil, asOf: nil)
        let plan = try tracker.plan(named: "2407/QĐ-UBND")
        for grouping in CountGrouping.allCases {
            let own = try tracker.counts(by: grouping, plan: plan, asOf: nil)
            #expect(own.total == byPlan.groups.first { $0.key == "\(plan.id)" }?.counts)
            #expect(own.total.overdue == 7)
        }
    }
}
