import Testing
import TrackerDomain

@testable import TrackerStorage

struct ObligationPagingTests {
    private let fixture: TemporaryStore

    /// Obligations of three agencies in two plans; many fall due on one day, some have changed since.
    init() throws {
        fixture = try TemporaryStore()
        let other = try fixture.addPlan("2/KH-UBND")
        for (index, plan) in [fixture.plan, other].enumerated() {
            let activity = try fixture.addActivity("Việc \(index)", plan: plan)
            for (place, agency) in fixture.agencies.enumerated() {
                let states = try (0..<20).map { number in
                    let due = try day("2022-01-10").adding(days: (number * 7 + place) % 5)
                    return ObligationState(
                        since: try day("2021-10-01"), stage: number % 9 == 8 ? .waiting : .notStarted, nominalDue: due,
                        effectiveDue: due)
                }
                try fixture.addObligations(states, activity: activity, agency: agency, plan: plan)
            }
        }
        try complete(every: 4)
    }

    /// Completes some on 20/01/2022, so that lists of earlier days need the past.
    private func complete(every step: Int) throws {
        let all = try fixture.store.read { try $0.obligations(query(.all, .byNumber, limit: 500)).items }
        let standing = Member(agency: nil, roles: [.standing])
        let today = ActionDay(today: try day("2022-01-20"))
        try fixture.store.write { transaction in
            for entry in all where entry.obligation.id % Int64(step) == 0 && entry.obligation.state.stage != .waiting {
                let submitted = try entry.obligation.performing(
                    .submit(evidence: nil, note: "x"), by: standing, on: today)
                try transaction.replaceState(of: entry.obligation, with: submitted)
                let accepted = try submitted.performing(.accept(note: ""), by: standing, on: today)
                try transaction.replaceState(of: submitted, with: accepted)
            }
        }
    }

    private func query(
        _ kind: ObligationQuery.Kind, _ order: ListOrder, filter: ObligationFilter = .init(),
        asOf: String = "2022-02-01", readsPast: Bool = false, after: String? = nil, limit: Int
    ) throws -> ObligationQuery {
        ObligationQuery(
            filter: filter, asOf: try day(asOf), readsPast: readsPast, order: order, kind: kind, after: after,
            limit: limit)
    }

    private static let lists: [(ObligationQuery.Kind, ListOrder)] = [
        (.all, .byNumber), (.all, .byDueDate), (.overdue, .byDueDate),
        (.due(until: CivilDate(dayNumber: 19_006)), .byDueDate),
        (.conditionalPastDue, .byDueDate),
    ]

    @Test(arguments: lists, [1, 7, 50])
    func pagesConcatenateToTheWholeWithoutRepeats(list: (ObligationQuery.Kind, ListOrder), limit: Int) throws {
        let (kind, order) = list
        for (asOf, readsPast) in [("2022-02-01", false), ("2022-01-12", true), ("2022-01-19", true)] {
            for filter in [ObligationFilter(), .init(plan: 2), .init(agency: fixture.agencies[1])] {
                var whole = try query(kind, order, filter: filter, asOf: asOf, readsPast: readsPast, limit: 500)
                let expected = try fixture.store.read { try $0.obligations(whole) }
                #expect(expected.next == nil)
                #expect(try fixture.store.read { try $0.count(whole) } == expected.items.count)

                var ids: [Int64] = []
                whole.limit = limit
                repeat {
                    let page = try fixture.store.read { [whole] in try $0.obligations(whole) }
                    #expect(page.items.count <= limit && !page.items.isEmpty || expected.items.isEmpty)
                    ids += page.items.map(\.obligation.id)
                    whole.after = page.next
                } while whole.after != nil
                #expect(ids == expected.items.map(\.obligation.id))
                #expect(Set(ids).count == ids.count)
            }
        }
    }

    @Test func theListsAreNotEmptyAndInTheirOrder() throws {
        let overdue = try fixture.store.read { try $0.obligations(query(.overdue, .byDueDate, limit: 500)).items }
        #expect(overdue.count > 50)
        let keys = overdue.map { ($0.obligation.state.effectiveDue ?? CivilDate(dayNumber: 0), $0.obligation.id) }
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
        let past = try fixture.store.read {
            try $0.obligations(query(.overdue, .byDueDate, asOf: "2022-01-19", readsPast: true, limit: 500)).items
        }
        #expect(past.count > overdue.count, "what is completed now was overdue then")
    }

    @Test(arguments: ["x", "1~2~3", "2022-13-01~4", "~", "2022-01-01~", "4; DROP TABLE plan", "99999999999999999999"])
    func aCursorThatIsNoneIsRefused(text: String) throws {
        for (kind, order) in Self.lists {
            let query = try query(kind, order, after: text, limit: 5)
            let error = #expect(throws: TrackerError.self) { try fixture.store.read { try $0.obligations(query) } }
            #expect(error?.code == .invalidInput)
        }
    }

    @Test func theCursorOfAnotherListIsRefused() throws {
        for (kind, order, cursor) in [
            (ObligationQuery.Kind.all, ListOrder.byNumber, "2022-01-01~4"),
            (.overdue, .byDueDate, "4"),
        ] {
            let query = try query(kind, order, after: cursor, limit: 5)
            let error = #expect(throws: TrackerError.self) { try fixture.store.read { try $0.obligations(query) } }
            #expect(error?.code == .invalidInput)
        }
    }
}
