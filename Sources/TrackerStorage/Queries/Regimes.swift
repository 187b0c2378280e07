internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// The reporting regimes that plans may name, in the order of their ids; ``ReportingRegime/calendar`` is not stored.
    package func regimes() throws -> [ReportingRegime] {
        try Row.fetchAll(database, sql: "SELECT * FROM reporting_regime ORDER BY id").map(regime(from:))
    }

    package func regime(_ id: String) throws -> ReportingRegime? {
        try database.cachedRow("SELECT * FROM reporting_regime WHERE id = ?", [id], regime(from:))
    }

    /// The regimes that some plan follows, that of plans that name none included.
    package func regimesInUse() throws -> [ReportingRegime] {
        try Optional<String>.fetchAll(database, sql: "SELECT DISTINCT regime_id FROM plan ORDER BY 1").compactMap {
            id in
            try id.map(regime) ?? .calendar
        }
    }

    private func regime(from row: Row) throws -> ReportingRegime {
        let id: String = row["id"]
        let reports = try database.cachedRows(
            "SELECT * FROM regime_report WHERE regime_id = ? ORDER BY position", [id]
        ) { row -> ReportingRegime.Entry in
            guard let period = RecurrenceRule.Period(regimeName: row["period"]) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT)
            }
            return .init(period, dueDay: row["due_day"], dueMonth: row["due_month"])
        }
        return ReportingRegime(
            id: id, name: LocalizedText(vi: row["name"], en: row["english_name"]), cutOffDay: row["cut_off_day"],
            reports: reports, certainty: try row.value("certainty"),
            source: LocalizedText(vi: row["source"], en: row["english_source"]))
    }
}

extension WriteTransaction {
    /// Adds a regime, or replaces one of the same id.
    package func putRegime(_ regime: ReportingRegime) throws {
        try database.execute(sql: "DELETE FROM regime_report WHERE regime_id = ?", arguments: [regime.id])
        try database.execute(
            sql: """
                INSERT INTO reporting_regime (id, name, english_name, cut_off_day, certainty, source, english_source)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, english_name = excluded.english_name,
                    cut_off_day = excluded.cut_off_day, certainty = excluded.certainty, source = excluded.source,
                    english_source = excluded.english_source
                """,
            arguments: [
                regime.id, regime.name.vi, regime.name.en, regime.cutOffDay, regime.certainty.rawValue,
                regime.source.vi, regime.source.en,
            ])
        for (position, report) in regime.reports.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO regime_report (regime_id, position, period, due_day, due_month) VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [regime.id, position, report.period.regimeName, report.dueDay, report.dueMonth])
        }
    }
}
