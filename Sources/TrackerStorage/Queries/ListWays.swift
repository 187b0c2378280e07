internal import GRDB
internal import TrackerDomain

/// Chooses the ways that lead to all of a list of today.
struct ListWays {
    let database: Database
    let query: ObligationQuery
    /// Up to how many obligations are rather sorted than looked for in order.
    var few = 4_000
    /// How many ways are merged at most: where there are more, a single walk soon finds enough.
    var most = 256

    private var filter: ObligationFilter { query.filter }

    func chosen() throws -> [ListWay] {
        let conditions = ListWay.conditions(of: query)
        if query.readsPast { return [ListWay(conditions: conditions)] }
        if case .ofEndedAgency = query.kind {
            return try ofEndedAgencies(conditions) ?? [ListWay(conditions: [ListWay.isOfEndedAgency] + conditions)]
        }
        guard let indexes = ListIndexes(query) else {
            return [ListWay(index: filter.activity == nil ? ListIndexes.ofAll(query) : nil, conditions: conditions)]
        }
        let rows = ListWay.rows(of: filter)
        if let found = try rows.first(where: { try isFew($0, indexes) }) { return [toRows(found, indexes, conditions)] }
        if let circle = filter.visibility.circle {
            let ways = circle.plans.count > most ? [] : try toCircle(circle, indexes)
            if !ways.isEmpty, ways.count <= most { return ways }
        } else if let found = rows.first, filter.plan == nil, filter.agency == nil {
            let plans = try plans(ofRows: found)
            if plans.count <= most {
                return plans.map { ListWay(index: indexes.ofPlan, conditions: ["o.plan_id = \($0)"] + conditions) }
            }
        }
        let index = filter.agency != nil ? indexes.ofAgency : filter.plan != nil ? indexes.ofPlan : nil
        return [ListWay(index: index, conditions: conditions)]
    }

    // MARK: What somebody may see

    /// What the agencies of a circle owe, the plans that they keep, and the rows that name one of them; none where these would be
    /// too many for a search.
    private func toCircle(_ circle: Visibility.Circle, _ indexes: ListIndexes) throws -> [ListWay] {
        var ways = try filter.agency.map { try toCircle(circle, within: $0, indexes) } ?? toAll(of: circle, indexes)
        // What a search finds would be gathered for each of them: one walk is cheaper.
        if filter.text != nil, ways.count > 8 { return [] }
        let checks = ListWay.checks(of: filter)
        for place in ways.indices { ways[place].conditions += checks }
        return ways
    }

    private func toAll(of circle: Visibility.Circle, _ indexes: ListIndexes) throws -> [ListWay] {
        func inPlan(_ plan: Int64, _ conditions: [String] = []) -> ListWay {
            ListWay(index: indexes.ofPlan, conditions: ["o.plan_id = \(plan)"] + conditions)
        }
        // A plan that is kept is seen whole.
        if let plan = filter.plan, circle.plans.contains(plan) { return [inPlan(plan)] }
        var ways = circle.owners.sorted().map { owner in
            ListWay(index: indexes.ofAgency, conditions: ["o.agency_id = '\(owner)'"])
        }
        if filter.plan == nil { ways += circle.plans.sorted().map { inPlan($0) } }
        let named = ListWay.narrowed(VisibilitySQL.namedRows(circle), to: filter)
        if try isFew(named, indexes) { return ways + [toRows(named, indexes, [])] }
        let plans = try filter.plan.map { [$0] } ?? plans(ofRows: named)
        return ways
            + plans.filter { !circle.plans.contains($0) }
            .map { inPlan($0, [VisibilitySQL.named(circle, on: "o")]) }
    }

    /// What a circle may see of one agency's: all of it where it is one of its own.
    private func toCircle(
        _ circle: Visibility.Circle, within agency: AgencyID, _ indexes: ListIndexes
    ) throws -> [ListWay] {
        if circle.owners.contains(agency) { return [ListWay(index: indexes.ofAgency, conditions: [])] }
        let named = ListWay.narrowed(VisibilitySQL.namedRows(circle), to: filter)
        guard circle.plans.isEmpty, try isFew(named, indexes) else {
            return [ListWay(index: indexes.ofAgency, conditions: [VisibilitySQL.condition(circle, on: "o")])]
        }
        return [toRows(named, indexes, [])]
    }

    // MARK: Rows

    /// The obligations of some rows, found by their rows and sorted.
    private func toRows(_ rows: String, _ indexes: ListIndexes, _ conditions: [String]) -> ListWay {
        ListWay(
            index: indexes.ofRows, conditions: ["o.activity_id IN (\(rows))"] + indexes.amongRows + conditions,
            tellsWhatIsOwed: !indexes.amongRows.isEmpty)
    }

    private func isFew(_ rows: String, _ indexes: ListIndexes) throws -> Bool {
        let terms = ["o.activity_id IN (\(rows))"] + indexes.amongRows
        let found = try Int.fetchOne(
            database,
            sql: """
                SELECT count(*) FROM (SELECT 1 FROM obligation o INDEXED BY \(indexes.ofRows)
                    WHERE \(terms.joined(separator: " AND ")) LIMIT \(few + 1))
                """, arguments: ObligationSQL.arguments(of: query))
        return found.map { $0 <= few } ?? true
    }

    /// The plans that have some of the rows, one more than are of use.
    private func plans(ofRows rows: String) throws -> [Int64] {
        try Int64.fetchAll(
            database, sql: "SELECT DISTINCT plan_id FROM activity WHERE id IN (\(rows)) LIMIT \(most + 1)",
            arguments: ObligationSQL.arguments(of: query))
    }

    // MARK: Agencies that ended

    /// What each agency that has ended owes; `nil` where these are many.
    private func ofEndedAgencies(_ conditions: [String]) throws -> [ListWay]? {
        let ended = try String.fetchAll(
            database,
            sql: """
                SELECT id FROM agency g WHERE valid_to < :asOf AND EXISTS (
                    SELECT 1 FROM obligation o INDEXED BY obligation_open
                    WHERE o.agency_id = g.id AND o.is_tracked = 1 AND o.stage NOT IN ('completed', 'withdrawn'))
                LIMIT \(most + 1)
                """, arguments: ObligationSQL.arguments(of: query))
        guard ended.count <= most else { return nil }
        // Where none has ended the list is empty, as is what the unknown agency owes in it.
        return (ended.isEmpty ? [""] : ended).map { agency in
            ListWay(index: "obligation_open", conditions: ["o.agency_id = '\(agency)'"] + conditions)
        }
    }
}

extension ReadTransaction {
    func ways(of query: ObligationQuery) throws -> [ListWay] {
        try ListWays(database: database, query: query).chosen()
    }
}
