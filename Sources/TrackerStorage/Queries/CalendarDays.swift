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
}
