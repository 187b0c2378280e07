internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// The work calendar of this store.
    package func workCalendar() throws -> WorkCalendar {
        WorkCalendar(
            entries: try Row.fetchAll(database, sql: "SELECT * FROM calendar_day ORDER BY date").map { row in
                WorkCalendar.Entry(
                    date: try row.day("date"), kind: try row.value("kind"), name: row["name"],
                    certainty: try row.value("certainty"), source: row["source"])
            })
    }

    /// The open obligations whose effective due date may depend on whether a day is worked: due by their words on it or
    /// before, in effect on it or after, in plans whose due dates move. Read whole, because the calendar is corrected a few times a year.
    package func openObligations(dueAround day: CivilDate) throws -> [ObligationEntry] {
        let numbers = try Int64.fetchAll(
            database,
            sql: """
                SELECT id FROM obligation
                WHERE nominal_due <= ? AND effective_due >= ? AND stage NOT IN ('completed', 'withdrawn')
                    AND (SELECT moves_to_working_day FROM plan p WHERE p.id = plan_id)
                ORDER BY id
                """, arguments: [day.description, day.description])
        return try numbers.compactMap { try obligation($0) }
    }

    /// Whether the directory and the calendar have been filled.
    package func hasReferenceData() throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM agency) AND EXISTS (SELECT 1 FROM calendar_day)") ?? false
    }
}

extension WriteTransaction {
    package func insertCalendarDays(_ entries: [WorkCalendar.Entry]) throws {
        for entry in entries {
            try database.execute(
                sql: "INSERT INTO calendar_day (date, kind, name, certainty, source) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    entry.date.description, entry.kind.rawValue, entry.name, entry.certainty.rawValue, entry.source,
                ])
        }
    }

    /// Puts days of a year into the calendar in place of what stands there for the year.
    package func replaceCalendarDays(of year: Int, with entries: [WorkCalendar.Entry]) throws {
        let (first, last) = (CivilDate.startOfMonth(1, of: year), CivilDate.endOfYear(year))
        try database.execute(
            sql: "DELETE FROM calendar_day WHERE date BETWEEN ? AND ?",
            arguments: [first.description, last.description])
        try insertCalendarDays(entries)
    }
}
