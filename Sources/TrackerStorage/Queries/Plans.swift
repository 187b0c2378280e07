internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// All plans, the newest first.
    package func plans() throws -> [Plan] {
        try Row.fetchAll(database, sql: "SELECT * FROM plan ORDER BY issued DESC, id").map(plan(from:))
    }

    package func plan(_ id: Int64) throws -> Plan? {
        try database.cachedRow("SELECT * FROM plan WHERE id = ?", [id], plan(from:))
    }

    /// The plan of a document: number, day of issue and issuer together identify it.
    package func plan(number: DocumentNumber, issued: CivilDate, issuer: String) throws -> Plan? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM plan WHERE number = ? AND issued = ? AND issuer = ?",
            arguments: [number.description, issued.description, issuer]
        ).map(plan(from:))
    }

    /// The agency that supervises a section of a plan; `nil` where nobody was named.
    package func supervisor(ofSection ordinal: String, plan: Int64) throws -> AgencyID? {
        try database.cachedRow(
            "SELECT agency_id FROM section_supervisor WHERE plan_id = ? AND section_ordinal = ?", [plan, ordinal]
        ) { try $0.agency(0) }
    }

    /// The sections of a plan as its rows name them, in their order.
    package func sections(ofPlan plan: Int64) throws -> [String] {
        try String.fetchAll(
            database,
            sql: """
                SELECT section_ordinal FROM activity WHERE plan_id = ? AND removed_on IS NULL
                GROUP BY section_ordinal ORDER BY min(position)
                """, arguments: [plan])
    }

    private func plan(from row: Row) throws -> Plan {
        guard let number = DocumentNumber(row["number"] as String) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        let header = PlanHeader(
            number: number, issuer: row["issuer"], issued: try row.day("issued"), title: row["title"],
            years: row["first_year"]...row["last_year"],
            parent: (row["parent"] as String?).flatMap { DocumentNumber($0) })
        return Plan(
            id: row["id"], header: header, territory: row["territory"],
            standingAgency: try row.optionalAgency("standing_agency"), trackedFrom: try row.day("tracked_from"),
            settings: PlanSettings(
                regime: try (row["regime_id"] as String?).flatMap(regime) ?? .calendar,
                beforeIncludesDay: row["before_includes_day"], movesToWorkingDay: row["moves_to_working_day"]))
    }
}

extension WriteTransaction {
    /// Adds a plan and returns its number; `plan.id` is not used.
    package func insertPlan(_ plan: Plan, importedAt: Int64) throws -> Int64 {
        try database.execute(
            sql: """
                INSERT INTO plan (number, issuer, issued, title, first_year, last_year, parent, territory,
                    standing_agency, tracked_from, regime_id, before_includes_day, moves_to_working_day, imported_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                plan.header.number.description, plan.header.issuer, plan.header.issued.description, plan.header.title,
                plan.header.years.lowerBound, plan.header.years.upperBound, plan.header.parent?.description,
                plan.territory, plan.standingAgency?.description, plan.trackedFrom.description,
                plan.settings.storedRegime, plan.settings.beforeIncludesDay, plan.settings.movesToWorkingDay,
                importedAt,
            ])
        return database.lastInsertedRowID
    }

    /// Replaces what a revised document says of a plan that is already there.
    package func updatePlan(_ plan: Plan) throws {
        try database.execute(
            sql: """
                UPDATE plan SET title = ?, first_year = ?, last_year = ?, parent = ?, standing_agency = ?, regime_id = ?,
                    before_includes_day = ?, moves_to_working_day = ?
                WHERE id = ?
                """,
            arguments: [
                plan.header.title, plan.header.years.lowerBound, plan.header.years.upperBound,
                plan.header.parent?.description, plan.standingAgency?.description, plan.settings.storedRegime,
                plan.settings.beforeIncludesDay, plan.settings.movesToWorkingDay, plan.id,
            ])
    }

    /// Names the agency that supervises a section of a plan, or nobody.
    package func setSupervisor(_ agency: AgencyID?, ofSection ordinal: String, plan: Int64) throws {
        try database.execute(
            sql: "DELETE FROM section_supervisor WHERE plan_id = ? AND section_ordinal = ?", arguments: [plan, ordinal])
        guard let agency else { return }
        try database.execute(
            sql: "INSERT INTO section_supervisor (plan_id, section_ordinal, agency_id) VALUES (?, ?, ?)",
            arguments: [plan, ordinal, agency.description])
    }
}

extension PlanSettings {
    /// The id of the regime; none for a plan that names none.
    fileprivate var storedRegime: String? { regime == .calendar ? nil : regime.id }
}
