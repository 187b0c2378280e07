internal import AppendixData
package import TrackerDomain
internal import TrackerImport
internal import TrackerStorage

extension Tracker {
    /// Fills a new store with the directory and the work calendar that the program brings along. A store that has them
    /// keeps its own.
    func fillReferenceData() throws(TrackerError) {
        guard try !store.read({ try $0.hasReferenceData() }) else { return }
        let agencies = try Self.builtInAgencies()
        let days = try Self.builtInCalendar()
        try store.write { transaction in
            guard try !transaction.reading.hasReferenceData() else { return }
            try transaction.insertAgencies(agencies)
            try transaction.insertCalendarDays(days)
        }
    }

    /// The directory that the program brings along.
    package static func builtInAgencies() throws(TrackerError) -> [Agency] {
        do {
            return try AgencyTable.agencies(in: AppendixData.agencyTables)
        } catch {
            throw .internal
        }
    }

    /// The work calendar that the program brings along.
    package static func builtInCalendar() throws(TrackerError) -> [WorkCalendar.Entry] {
        do {
            return try CalendarTable.entries(in: String(decoding: AppendixData.workCalendar, as: UTF8.self))
        } catch {
            throw .internal
        }
    }
}
