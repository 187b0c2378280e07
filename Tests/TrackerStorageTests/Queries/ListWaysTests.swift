import GRDB
import TestSupport
import Testing
import TrackerDomain

@testable import TrackerStorage

/// A list read along several ways is the same as the one read in a single walk over everything.
struct ListWaysTests {
    private let fixture: TemporaryStore
    private let today: CivilDate
    private let agencies: [AgencyID]

    init() throws {
        fixture = try TemporaryStore()
        today = try day("2022-06-15")
        agencies = try (0..<6).map { try #require(AgencyID("tinh/so-\($0)")) }
        try fill()
    }

    /// Three plans of rows that name some agencies, with obligations in every stage.
    private func fill() throws {
        var generator = Seeded(state: 30)
        try fixture.addPlan("2/KH-UBND")
        try fixture.addPlan("3/KH-UBND")
        try fixture.store.write { transaction in
            try transaction.insertAgencies(agencies.map { Agency(id: $0, name: "Sở \($0.slug)") })
            try transaction.database.execute(
                sql: "UPDATE agency SET valid_to = '2022-01-31' WHERE id IN ('tinh/so-4', 'tinh/so-5')")
            for plan in 1...3 as ClosedRange<Int64> {
                for position in 0..<12 {
                    let section = ["I", "II", "III"][position / 4]
                    let mentions = agencies.filter { _ in Int.random(in: 0..<5, using: &generator) == 0 }
                    let activity = try transaction.insertActivity(
                        ActivityRecord(
                            row: AppendixRow(
                                section: .init(ordinal: section, title: "Mục"), ordinal: "\(position)",
                                task: ["rà soát văn bản", "kế hoạch kiểm tra", "báo cáo"][position % 3]),
                            position: position, deadlineKind: .fixed, condition: nil,
                            mentions: mentions.map { .init(role: .cooperating, words: "x", agency: $0) }, questions: []),
                        plan: plan)
                    for part in 0..<Int.random(in: 0..<12, using: &generator) {
                        try insert(part, of: activity, plan: plan, in: transaction, using: &generator)
                    }
                }
                try transaction.setSupervisor(agencies[Int(plan)], ofSection: "II", plan: plan)
            }
        }
    }

    private func insert(
        _ part: Int, of activity: Int64, plan: Int64, in transaction: WriteTransaction, using generator: inout Seeded
    ) throws {
        let stage = try #require(Stage.allCases.randomElement(using: &generator))
        let due = today.adding(days: Int.random(in: -30...30, using: &generator))
        let hasDue = stage == .submitted || Int.random(in: 0..<5, using: &generator) > 0
        var state = ObligationState(
            since: try day("2022-01-01"), stage: stage, agency: agencies.randomElement(using: &generator), progress: 0,
            nominalDue: hasDue ? due : nil, effectiveDue: hasDue ? due : nil, deadlineVersion: 1,
            submittedOn: [.submitted, .completed].contains(stage)
                ? today.adding(days: Int.random(in: -30...0, using: &generator)) : nil,
            reportedOn: nil, version: 1)
        if stage == .suspended { state.suspendedIn = .inProgress }
        if hasDue, Int.random(in: 0..<4, using: &generator) == 0 {
            state.extensions = 1
            state.originalDue = DueDate(nominal: due.adding(days: -Int.random(in: 0...20, using: &generator)))
        }
        let isTracked = Int.random(in: 0..<10, using: &generator) > 0
        if Int.random(in: 0..<8, using: &generator) == 0 { state.agency = nil }
        try transaction.insertObligation(
            StoredObligation(
                obligation: Obligation(id: 0, activity: activity, period: "2022", isConditional: false, state: state),
                part: part, owner: state.agency?.description ?? "ai đó", cadence: part % 4 == 0 ? "ongoing" : "once",
                isTracked: isTracked), plan: plan)
    }

    private var circles: [Visibility.Circle?] {
        [
            nil, .init(owners: [agencies[0]], named: [agencies[0], agencies[3]]),
            .init(owners: [agencies[1], agencies[4]], named: [agencies[1], agencies[2], agencies[4]], plans: [2]),
            .init(owners: [agencies[2]], named: [agencies[2]], plans: [1, 3], supervises: true),
            .init(owners: [agencies[3]], named: [agencies[3]], supervises: true),
        ]
    }

    private var filters: [ObligationFilter] {
        [
            .init(), .init(plan: 2), .init(agency: agencies[1]), .init(plan: 1, agency: agencies[2]),
            .init(section: "II"),
            .init(year: 2022), .init(text: "van ban"), .init(plan: 3, section: "I", text: "ke hoach"),
            .init(agency: agencies[4], text: "bao cao"), .init(stage: .submitted), .init(stage: .completed),
            .init(agency: agencies[1], stage: .submitted),
        ]
    }

    private static let kinds: [(ObligationQuery.Kind, ListOrder)] = [
        (.all, .byNumber), (.all, .byDueDate), (.ofEndedAgency, .byNumber), (.overdue, .byDueDate),
        (.due(until: CivilDate(dayNumber: 19_180)), .byDueDate), (.conditionalPastDue, .byDueDate),
        (.openWithDueDate, .byNumber), (.extensionRequested, .byNumber),
        (.checkInMissing(since: [ReportingRegime.calendar.id: CivilDate(dayNumber: 19_100)]), .byNumber),
    ]

    /// Few or many obligations of a row, few or many ways: each choice is made by some of the limits.
    @Test(arguments: [(4_000, 64), (0, 64), (0, 3), (12, 64), (0, 0)])
    func everyListIsTheSameAlongAllWays(few: Int, most: Int) throws {
        var found = 0
        for (kind, order) in Self.kinds {
            for filter in filters {
                for circle in circles {
                    var filter = filter
                    filter.visibility = Visibility(circle: circle)
                    found += try compare(kind, order, filter, few, most)
                }
            }
        }
        #expect(found > 2_000)
    }

    /// Compares page after page and the count with those of the walk that reads past states too, of which there are none.
    private func compare(
        _ kind: ObligationQuery.Kind, _ order: ListOrder, _ filter: ObligationFilter, _ few: Int, _ most: Int
    ) throws -> Int {
        var query = ObligationQuery(
            filter: filter, asOf: today, readsPast: true, order: order, kind: kind, limit: 500)
        return try fixture.store.read { transaction in
            let whole = try transaction.obligations(query).items.map(\.obligation.id)
            query.readsPast = false
            func statement() throws -> ObligationSQL {
                let ways = ListWays(database: transaction.database, query: query, few: few, most: most)
                return try ObligationSQL(query, along: ways.chosen())
            }
            let counting = try statement()
            let count = try Int.fetchOne(transaction.database, sql: counting.count, arguments: counting.arguments)
            #expect(count == whole.count, "\(kind), \(filter)")
            query.limit = 3
            var read: [Int64] = []
            while read.count < whole.count {
                let page = try statement()
                let ids = try Int64.fetchAll(transaction.database, sql: page.entries, arguments: page.arguments)
                read += ids.prefix(3)
                guard ids.count > 3, let last = try read.last.flatMap({ try transaction.obligation($0) }) else { break }
                query.after = Cursor(of: last, order: order).text
            }
            #expect(read == whole, "\(kind), \(filter)")
            return whole.count
        }
    }

    /// Counts from the indexes, and by reading every state.
    @Test(arguments: CountGrouping.allCases, [nil, 1, 2] as [Int64?])
    func countsFromIndexesAreThoseOfTheStates(grouping: CountGrouping, plan: Int64?) throws {
        try fixture.store.read { transaction in
            for asOf in [today, today.adding(days: 9), today.adding(days: 30)] {
                let counts = try [true, false].map {
                    try transaction.counts(by: grouping, plan: plan, asOf: asOf, readsPast: $0)
                }
                #expect(counts[0] == counts[1])
                #expect(plan != nil || counts[0].contains { $0.counts.original.overdue > $0.counts.overdue })
                #expect(counts[0].contains { $0.counts.beforeTracking > 0 })
                let rows = try Int64.fetchAll(transaction.database, sql: "SELECT id FROM activity WHERE id % 3 > 0")
                let ofRows = try [true, false].map {
                    try transaction.counts(
                        ofActivities: rows, visibleTo: .everything, asOf: asOf, readsPast: $0)
                }
                #expect(ofRows[0] == ofRows[1])
            }
        }
    }
}
