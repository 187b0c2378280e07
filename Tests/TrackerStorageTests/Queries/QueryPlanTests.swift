import GRDB
import Testing
import TrackerDomain

@testable import TrackerStorage

/// What keeps lists fast at ten million obligations: each arm walks one index in the order of the list.
struct QueryPlanTests {
    private let fixture: TemporaryStore

    init() throws { fixture = try TemporaryStore() }

    private static let agency = AgencyID("tinh/mot")
    private static let soon = ObligationQuery.Kind.due(until: CivilDate(dayNumber: 19_060))

    private func explain(
        _ kind: ObligationQuery.Kind, _ filter: ObligationFilter, order: ListOrder, readsPast: Bool, after: String?
    ) throws -> [String] {
        let query = ObligationQuery(
            filter: filter, asOf: try day("2022-02-08"), readsPast: readsPast, order: order, kind: kind, after: after,
            limit: 50)
        return try fixture.store.read { transaction in
            let statement = try ObligationSQL(query, along: transaction.ways(of: query))
            return try Row.fetchAll(
                transaction.database, sql: "EXPLAIN QUERY PLAN " + statement.entries, arguments: statement.arguments
            ).map { ($0["detail"] as String).replacing("USING COVERING INDEX", with: "USING INDEX") }
        }
    }

    /// The steps of the arm that is called by its marker, up to where its rows are read.
    private func arm(_ marker: String, of plan: [String]) throws -> [String] {
        let start = try #require(plan.firstIndex(of: "CO-ROUTINE \(marker)"), "\(plan)")
        return Array(plan[(start + 1)...].prefix { !$0.hasPrefix("SCAN \(marker)") })
    }

    private static let hot: [(ObligationQuery.Kind, ObligationFilter, ListOrder, String)] = [
        (.overdue, .init(), .byDueDate, "obligation_owed (effective_due<?)"),
        (.overdue, .init(agency: agency), .byDueDate, "obligation_owed_by_agency (agency_id=? AND effective_due<?)"),
        (.overdue, .init(plan: 1), .byDueDate, "obligation_owed_in_plan (plan_id=? AND effective_due<?)"),
        (.overdue, .init(year: 2022), .byDueDate, "obligation_owed (effective_due<?)"),
        (soon, .init(), .byDueDate, "obligation_owed (effective_due>? AND effective_due<?)"),
        (
            soon, .init(agency: agency), .byDueDate,
            "obligation_owed_by_agency (agency_id=? AND effective_due>? AND effective_due<?)"
        ),
        (
            soon, .init(plan: 1), .byDueDate,
            "obligation_owed_in_plan (plan_id=? AND effective_due>? AND effective_due<?)"
        ),
        (.all, .init(agency: agency), .byNumber, "obligation_of_agency (agency_id=? AND id>?)"),
        (.openWithDueDate, .init(agency: agency), .byNumber, "obligation_open (agency_id=? AND id>?)"),
        (.all, .init(plan: 1), .byNumber, "obligation_of_plan (plan_id=? AND id>?)"),
        (.extensionRequested, .init(), .byNumber, "obligation_asking (id>?)"),
        (.all, .init(stage: .submitted), .byNumber, "obligation_in_stage (stage=? AND id>?)"),
    ]

    @Test(arguments: hot)
    func aHotListWalksItsIndexInOrder(
        kind: ObligationQuery.Kind, filter: ObligationFilter, order: ListOrder, index: String
    ) throws {
        let after = order == .byNumber ? "12" : nil
        let plan = try explain(kind, filter, order: order, readsPast: false, after: after)
        #expect(try arm("s", of: plan) == ["SEARCH o USING INDEX \(index)"])
        #expect(!plan.contains { $0.hasPrefix("SCAN o") })

        let past = try explain(kind, filter, order: order, readsPast: true, after: after)
        let indexOfPast = index.replacing("obligation_open", with: "obligation_of_agency")
        #expect(try arm("(subquery-2)", of: past) == ["SEARCH o USING INDEX \(indexOfPast)"])
        #expect(!past.contains { $0.hasPrefix("SCAN o") })
    }

    /// Of past days alone the replaced states are sorted.
    @Test(
        arguments: [
            (.init(), "obligation_by_due (effective_due>?)"),
            (.init(agency: agency), "obligation_by_due_of_agency (agency_id=? AND effective_due>?)"),
            (.init(plan: 1), "obligation_by_due_in_plan (plan_id=? AND effective_due>?)"),
        ] as [(ObligationFilter, String)])
    func allThatHasADeadlineIsWalkedInItsOrder(filter: ObligationFilter, index: String) throws {
        let plan = try explain(.all, filter, order: .byDueDate, readsPast: false, after: "2022-02-01~12")
        #expect(try arm("s", of: plan) == ["SEARCH o USING INDEX \(index)"])
    }

    /// An agency that keeps a plan, and is named in rows of others.
    @Test(
        arguments: [
            (.overdue, .byDueDate, "obligation_owed_by_agency (agency_id=? AND effective_due<?)"),
            (.overdue, .byDueDate, "obligation_owed_in_plan (plan_id=? AND effective_due<?)"),
            (
                .overdue, .byDueDate,
                "obligation_counted_in_activity (activity_id=? AND counted_as=? AND effective_due<?)"
            ),
            (.all, .byNumber, "obligation_of_agency (agency_id=?)"),
            (.all, .byNumber, "obligation_of_plan (plan_id=?)"),
            (.all, .byNumber, "obligation_of_activity (activity_id=?)"),
        ] as [(ObligationQuery.Kind, ListOrder, String)])
    func whatAnAgencySeesIsMergedFromWalksOfItsOwn(kind: ObligationQuery.Kind, order: ListOrder, index: String) throws {
        let agency = try #require(Self.agency)
        var filter = ObligationFilter()
        filter.visibility = Visibility(circle: .init(owners: [agency], named: [agency], plans: [1]))
        let plan = try explain(kind, filter, order: order, readsPast: false, after: nil)
        #expect(plan.contains("SEARCH o USING INDEX \(index)"), "\(plan)")
        #expect(plan.contains("MERGE (UNION)"))
        #expect(!plan.contains { $0.hasPrefix("SCAN o") })
    }

    @Test(arguments: [ObligationQuery.Kind.overdue, soon])
    func pastStatesAreFoundByTheirDueDate(kind: ObligationQuery.Kind) throws {
        let plan = try explain(kind, .init(), order: .byDueDate, readsPast: true, after: nil)
        let steps = try arm("(subquery-4)", of: plan)
        #expect(steps.count == 1)
        #expect(steps.first?.hasPrefix("SEARCH o USING INDEX past_owed (effective_due") ?? false)
    }

    @Test func laterPagesBeginWhereTheCursorPoints() throws {
        let plan = try explain(.all, .init(), order: .byNumber, readsPast: false, after: "12")
        #expect(try arm("s", of: plan) == ["SEARCH o USING INTEGER PRIMARY KEY (rowid>?)"])
        let overdue = try explain(.overdue, .init(), order: .byDueDate, readsPast: false, after: "2022-01-31~12")
        #expect(
            try arm("s", of: overdue)
                == ["SEARCH o USING INDEX obligation_owed (effective_due>? AND effective_due<?)"])
    }

    @Test func wordsAreFoundByTheFullTextIndex() throws {
        let plan = try explain(.all, .init(text: "ke hoach"), order: .byNumber, readsPast: false, after: nil)
        #expect(plan.contains { $0.hasPrefix("SCAN activity_search VIRTUAL TABLE INDEX") })
        #expect(!plan.contains { $0.hasPrefix("SCAN o") })
    }
}
