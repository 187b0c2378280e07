internal import GRDB
internal import TrackerDomain

/// The SQL of an obligation list. Lists of today read the current states only, along one or several ways whose entries are merged in
/// the order of the list; lists of a past day add the states that have since been replaced. Each arm walks one index and
/// stops at the limit.
struct ObligationSQL {
    let entries: String
    let count: String
    private(set) var arguments: StatementArguments

    init(_ query: ObligationQuery, along ways: [ListWay]) throws {
        var conditions = Conditions(query)
        try conditions.continueAfterCursor(of: query)
        let order = query.order == .byDueDate ? "effective_due, id" : "id"
        let keys = query.order == .byDueDate ? "o.effective_due AS effective_due, o.id AS id" : "o.id AS id"
        // Replaced states are read whole where they are found, current ones by their number once they are in the list.
        let state = query.readsPast ? "s" : "o"
        let found =
            query.readsPast
            ? Self.arms(
                of: query, where: conditions.sql, columns: "o.id AS id, \(StateColumns.list(of: "o"))", order: order)
            : Self.ways(ways, where: conditions, columns: keys, order: order, limit: query.limit + 1)
        entries = """
            SELECT s.id, \(StateColumns.list(of: state)), o.activity_id, o.period, o.is_conditional, o.plan_id,
                   coalesce(\(AgencyNameSQL.name(of: "g", on: ":asOf")), o.owner) AS agency_name, p.number,
                   a.section_ordinal, a.ordinal, a.task, a.product, a.deadline, o.part_label
            FROM (\(found)) s CROSS JOIN obligation o ON o.id = s.id
                CROSS JOIN activity a ON a.id = o.activity_id CROSS JOIN plan p ON p.id = o.plan_id
                LEFT JOIN agency g ON g.id = \(state).agency_id
            ORDER BY \(query.order == .byDueDate ? "s.effective_due, s.id" : "s.id")
            """
        let counted =
            if query.readsPast {
                Self.arms(of: query, where: conditions.sql, columns: "1", order: nil)
            } else if ways.count == 1 {
                Self.ways(ways, where: conditions, columns: "1", order: nil, limit: query.limit + 1)
            } else {
                found
            }
        count = "SELECT count(*) FROM (\(counted))"
        arguments = StatementArguments(conditions.arguments)
    }

    /// The values of a list, for what is asked before it.
    static func arguments(of query: ObligationQuery) -> StatementArguments {
        StatementArguments(Conditions(query).arguments)
    }

    /// One obligation by its number, as it stands.
    static let one = """
        SELECT o.id, \(StateColumns.list(of: "o")), o.activity_id, o.period, o.is_conditional, o.plan_id,
               coalesce(g.name, o.owner) AS agency_name, p.number,
               a.section_ordinal, a.ordinal, a.task, a.product, a.deadline, o.part_label
        FROM obligation o JOIN activity a ON a.id = o.activity_id JOIN plan p ON p.id = o.plan_id
            LEFT JOIN agency g ON g.id = o.agency_id
        WHERE o.id = ?
        """

    /// Walks of today, each in the order of the list: SQLite takes from each no more than it needs, and what several ways lead to
    /// once.
    private static func ways(
        _ ways: [ListWay], where conditions: Conditions, columns: String, order: String?, limit: Int
    ) -> String {
        let walks = ways.map { way in
            let index = way.index.map { " INDEXED BY \($0)" } ?? ""
            let terms = (way.tellsWhatIsOwed ? conditions.beyondOwed : conditions.terms) + way.conditions
            return "SELECT \(columns) FROM obligation o\(index) WHERE \(terms.joined(separator: " AND "))"
        }
        return walks.joined(separator: " UNION ") + (order.map { " ORDER BY \($0)" } ?? "") + " LIMIT \(limit)"
    }

    private static func arms(
        of query: ObligationQuery, where conditions: String, columns: String, order: String?
    ) -> String {
        let end = (order.map { "ORDER BY \($0) " } ?? "") + "LIMIT \(query.limit + 1)"
        let current = "SELECT \(columns) FROM obligation o WHERE o.since <= :asOf AND \(conditions) \(end)"
        let past = """
            SELECT \(columns) FROM obligation_past o
            WHERE o.since <= :asOf AND o.until > :asOf AND \(conditions) \(end)
            """
        return "SELECT * FROM (\(current)) UNION ALL SELECT * FROM (\(past)) \(end)"
    }

    /// The conditions of an obligation list, over the columns that the current and the past table share.
    private struct Conditions {
        private(set) var terms: [String]
        private(set) var arguments: [String: (any DatabaseValueConvertible)?]

        var sql: String { terms.joined(separator: " AND ") }

        /// What is left to ask of what is owed.
        var beyondOwed: [String] { terms.filter { !["o.is_tracked = 1", "o.owed = 1"].contains($0) } }

        /// With readsPast the conditions are all there is; otherwise the ways have those on the row and on who may see it.
        init(_ query: ObligationQuery) {
            terms = ["o.is_tracked = 1"]
            arguments = ["asOf": query.asOf.description]
            narrow(to: query.kind)
            // What has a deadline, in words that lead to the indexes of this order and no other list to them.
            if case .all = query.kind, query.order == .byDueDate { terms.append("o.effective_due > ''") }
            narrow(to: query.filter)
            if let section = query.filter.section { arguments["section"] = section }
            if let text = query.filter.text { arguments["text"] = SearchIndex.match(for: text) }
            guard query.readsPast else { return }
            terms += ListWay.conditions(of: query)
            if case .ofEndedAgency = query.kind { terms.append(ListWay.isOfEndedAgency) }
        }

        private mutating func narrow(to kind: ObligationQuery.Kind) {
            switch kind {
            case .all: break
            case .ofEndedAgency:
                terms.append("o.stage NOT IN ('completed', 'withdrawn')")
            case .overdue:
                terms += ["o.owed = 1", "o.effective_due < :asOf"]
            case .due(let until):
                terms += ["o.owed = 1", "o.effective_due >= :asOf", "o.effective_due <= :until"]
                arguments["until"] = until.description
            case .conditionalPastDue:
                terms += ["o.stage = 'waiting'", "o.effective_due < :asOf"]
            case .openWithDueDate:
                terms += ["o.stage NOT IN ('completed', 'withdrawn')", "o.effective_due IS NOT NULL"]
            case .extensionRequested:
                terms.append("o.requested_due IS NOT NULL")
            case .checkInMissing(let since):
                terms += [
                    "o.cadence = 'ongoing'", "o.stage IN ('notStarted', 'inProgress')",
                    "(o.reported_on IS NULL OR o.reported_on < \(day(of: since)))",
                ]
            }
        }

        /// The day that a plan's regime has, as an expression; a plan without one counts as ``ReportingRegime/calendar``.
        private mutating func day(of regimes: [ReportingRegime.ID: CivilDate]) -> String {
            var cases = ""
            for (index, (regime, since)) in regimes.sorted(by: { $0.key < $1.key }).enumerated() {
                cases += " WHEN :regime\(index) THEN :since\(index)"
                arguments["regime\(index)"] = regime
                arguments["since\(index)"] = since.description
            }
            arguments["calendar"] = ReportingRegime.calendar.id
            return "(SELECT CASE coalesce(p.regime_id, :calendar)\(cases) END FROM plan p WHERE p.id = o.plan_id)"
        }

        private mutating func narrow(to filter: ObligationFilter) {
            func equal(_ column: String, _ name: String, _ value: (any DatabaseValueConvertible)?) -> String? {
                guard let value else { return nil }
                arguments[name] = value
                return "o.\(column) = :\(name)"
            }
            terms += [
                equal("plan_id", "plan", filter.plan), equal("agency_id", "agency", filter.agency?.description),
                equal("stage", "stage", filter.stage?.rawValue), equal("activity_id", "activity", filter.activity),
            ].compactMap { $0 }
            if let year = filter.year {
                terms.append("o.nominal_due BETWEEN :yearStart AND :yearEnd")
                arguments["yearStart"] = "\(year)-01-01"
                arguments["yearEnd"] = "\(year)-12-31"
            }
        }

        mutating func continueAfterCursor(of query: ObligationQuery) throws {
            guard let text = query.after else { return }
            guard let cursor = Cursor(text), (cursor.due != nil) == (query.order == .byDueDate) else {
                throw TrackerError.invalidInput(
                    name: "--after", value: text,
                    hint: LocalizedText(
                        vi: "dùng giá trị “next” của trang trước, cùng một lệnh.",
                        en: "use the “next” value of the page before, of the same command."))
            }
            arguments["afterID"] = cursor.id
            if let due = cursor.due {
                terms.append("(o.effective_due, o.id) > (:afterDue, :afterID)")
                arguments["afterDue"] = due.description
            } else {
                terms.append("o.id > :afterID")
            }
        }
    }
}
