internal import GRDB
internal import TrackerDomain

/// The SQL of an obligation list. Lists of today read the current states only; lists of a past day add the states that
/// have since been replaced. Each arm walks one index in the order of the list and stops at the limit.
struct ObligationSQL {
    let entries: String
    let count: String
    private(set) var arguments: StatementArguments

    init(_ query: ObligationQuery) throws {
        var conditions = Conditions(query)
        try conditions.continueAfterCursor(of: query)
        let order = query.order == .byDueDate ? "effective_due, id" : "id"
        let columns = "o.id AS id, \(StateColumns.list(of: "o"))"
        let arms = Self.arms(of: query, where: conditions.sql, columns: columns, order: order)
        entries = """
            SELECT s.*, o.activity_id, o.period, o.is_conditional, o.plan_id,
                   coalesce(\(AgencyNameSQL.name(of: "g", on: ":asOf")), o.owner) AS agency_name, p.number,
                   a.section_ordinal, a.ordinal, a.task, a.product, a.deadline, o.part_label
            FROM (\(arms)) s CROSS JOIN obligation o ON o.id = s.id
                CROSS JOIN activity a ON a.id = o.activity_id CROSS JOIN plan p ON p.id = o.plan_id
                LEFT JOIN agency g ON g.id = s.agency_id
            ORDER BY \(query.order == .byDueDate ? "s.effective_due, s.id" : "s.id")
            """
        count = "SELECT count(*) FROM (\(Self.arms(of: query, where: conditions.sql, columns: "1", order: nil)))"
        arguments = StatementArguments(conditions.arguments)
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

    private static func arms(
        of query: ObligationQuery, where conditions: String, columns: String, order: String?
    ) -> String {
        let end = (order.map { "ORDER BY \($0) " } ?? "") + "LIMIT \(query.limit + 1)"
        guard query.readsPast else { return "SELECT \(columns) FROM obligation o WHERE \(conditions) \(end)" }
        let current = "SELECT \(columns) FROM obligation o WHERE o.since <= :asOf AND \(conditions) \(end)"
        let past = """
            SELECT \(columns) FROM obligation_past o
            WHERE o.since <= :asOf AND o.until > :asOf AND \(conditions) \(end)
            """
        return "SELECT * FROM (\(current)) UNION ALL SELECT * FROM (\(past)) \(end)"
    }

    /// The conditions of both arms, over the columns that the current and the past table share.
    private struct Conditions {
        var terms: [String]
        var arguments: [String: (any DatabaseValueConvertible)?]

        var sql: String { terms.joined(separator: " AND ") }

        init(_ query: ObligationQuery) {
            terms = ["o.is_tracked = 1"]
            arguments = ["asOf": query.asOf.description]
            narrow(to: query.kind)
            narrow(to: query.filter)
            if let circle = query.filter.visibility.circle { terms.append(VisibilitySQL.condition(circle, on: "o")) }
        }

        private mutating func narrow(to kind: ObligationQuery.Kind) {
            switch kind {
            case .all: break
            case .ofEndedAgency:
                terms += [
                    "o.stage NOT IN ('completed', 'withdrawn')",
                    "o.agency_id IN (SELECT id FROM agency WHERE valid_to < :asOf)",
                ]
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
            if let section = filter.section {
                terms.append("o.activity_id IN (SELECT id FROM activity WHERE section_ordinal = :section)")
                arguments["section"] = section
            }
            if let text = filter.text {
                terms.append("o.activity_id IN (SELECT rowid FROM activity_search WHERE text MATCH :text)")
                arguments["text"] = SearchIndex.match(for: text)
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

/// Where the next page of a list begins: after the last entry of this one.
struct Cursor {
    let due: CivilDate?
    let id: Int64

    init(of entry: ObligationEntry, order: ListOrder) {
        due = order == .byDueDate ? entry.obligation.state.effectiveDue : nil
        id = entry.obligation.id
    }

    /// "2022-12-31~17" in a list by due date, "17" in a list by number.
    init?(_ text: String) {
        let parts = text.split(separator: "~", omittingEmptySubsequences: false)
        guard let last = parts.last, let id = Int64(last), parts.count <= 2 else { return nil }
        self.id = id
        if parts.count == 2 {
            guard let due = CivilDate(iso: parts[0]) else { return nil }
            self.due = due
        } else {
            due = nil
        }
    }

    var text: String { due.map { "\($0)~\(id)" } ?? "\(id)" }
}
