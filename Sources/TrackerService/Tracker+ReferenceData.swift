internal import AppendixData
package import TrackerDomain
internal import TrackerImport
internal import TrackerStorage

/// What plans are read with: who may be named, who took over from whom, on which days offices work.
struct ReferenceData {
    let directory: AgencyDirectory
    let successions: SuccessionTable
    let calendar: WorkCalendar
}

extension Tracker {
    /// The reference data of a store; of a new one those that it will be filled with.
    static func referenceData(in transaction: ReadTransaction) throws -> ReferenceData {
        guard try transaction.hasReferenceData() else {
            let agencies = try builtInAgencies()
            return ReferenceData(
                directory: AgencyDirectory(agencies: agencies),
                successions: SuccessionTable(try builtInSuccessions(among: agencies)),
                calendar: WorkCalendar(entries: try builtInCalendar()))
        }
        return ReferenceData(
            directory: AgencyDirectory(agencies: try transaction.agencies()),
            successions: try transaction.successionTable(), calendar: try transaction.workCalendar())
    }

    /// Fills a new store with the directory, the work calendar, the reporting regimes and the reminder policy that the program
    /// brings along. A store that has them keeps its own.
    static func fillReferenceData(in transaction: WriteTransaction) throws {
        guard try !transaction.reading.hasReferenceData() else { return }
        let agencies = try builtInAgencies()
        try transaction.insertAgencies(agencies)
        for succession in try builtInSuccessions(among: agencies) { try transaction.insertSuccession(succession) }
        try transaction.insertCalendarDays(try builtInCalendar())
        for regime in try builtInRegimes() { try transaction.putRegime(regime) }
        try transaction.putReminderPolicy(try builtInReminderPolicy())
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

    /// The successions that the program brings along.
    package static func builtInSuccessions(among agencies: [Agency]) throws(TrackerError) -> [Succession] {
        do {
            return try SuccessionFile.successions(in: AppendixData.successionTable, agencies: agencies)
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
