internal import AppendixData
package import TrackerDomain
internal import TrackerImport
internal import TrackerStorage

extension Tracker {
    /// The directory and the work calendar of a store; of a new one those that it will be filled with.
    static func referenceData(
        in transaction: ReadTransaction
    ) throws -> (directory: AgencyDirectory, calendar: WorkCalendar) {
        guard try transaction.hasReferenceData() else {
            return (AgencyDirectory(agencies: try builtInAgencies()), WorkCalendar(entries: try builtInCalendar()))
        }
        return (AgencyDirectory(agencies: try transaction.agencies()), try transaction.workCalendar())
    }

    /// Fills a new store with the directory, the work calendar and the reporting regimes that the program brings along. A store that has them
    /// keeps its own.
    static func fillReferenceData(in transaction: WriteTransaction) throws {
        guard try !transaction.reading.hasReferenceData() else { return }
        try transaction.insertAgencies(try builtInAgencies())
        try transaction.insertCalendarDays(try builtInCalendar())
        for regime in try builtInRegimes() { try transaction.putRegime(regime) }
    }

    /// The reporting regimes that the program brings along, beside ``ReportingRegime/calendar``.
    package static func builtInRegimes() throws(TrackerError) -> [ReportingRegime] {
        do {
            return try AppendixData.reportingRegimes.map(RegimeFile.regime(in:))
        } catch {
            throw .internal
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
