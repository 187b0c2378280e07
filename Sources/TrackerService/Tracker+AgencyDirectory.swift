internal import Foundation
package import TrackerDomain
internal import TrackerImport
internal import TrackerStorage

/// What a table has changed in the directory, or in a dry run would change.
package struct AgencyChanges: Sendable {
    package var added: [Agency] = []
    package var changed: [Agency] = []
    package var unchanged = 0
    /// Names that several agencies of a territory have on the same day afterwards; plans that use them have to be settled.
    package var sharedNames: [[AgencyID]] = []
    package let isDryRun: Bool
}

extension Tracker {
    /// Adds the agencies of a table to the directory and replaces those that are there with the same id. The same table again
    /// changes nothing.
    package func addAgencies(
        in table: (name: String, bytes: [UInt8]), isDryRun: Bool
    ) throws(TrackerError) -> AgencyChanges {
        func compare(in transaction: ReadTransaction) throws -> AgencyChanges {
            let reference = try Self.referenceData(in: transaction)
            return try Self.changes(by: table, to: reference, isDryRun: isDryRun)
        }
        guard !isDryRun else { return try store.read { try compare(in: $0) } }
        return try store.write { transaction in
            try Self.fillReferenceData(in: transaction)
            let changes = try compare(in: transaction.reading)
            try transaction.insertAgencies(changes.added)
            for agency in changes.changed { try transaction.updateAgency(agency) }
            return changes
        }
    }

    private static func changes(
        by table: (name: String, bytes: [UInt8]), to reference: ReferenceData, isDryRun: Bool
    ) throws -> AgencyChanges {
        let read: [Agency]
        do {
            read = try AgencyTable.agencies(in: [table], beside: reference.directory.agencies)
        } catch {
            throw TrackerError.importRefused(file: table.name, reasons: error.problems.map(\.sentence))
        }
        var changes = AgencyChanges(isDryRun: isDryRun)
        var all = Dictionary(
            reference.directory.agencies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for agency in read {
            switch all[agency.id] {
            case nil: changes.added.append(agency)
            case agency: changes.unchanged += 1
            default: changes.changed.append(agency)
            }
            all[agency.id] = agency
        }
        try check(reference.successions, in: all)
        let directory = AgencyDirectory(agencies: Array(all.values))
        changes.sharedNames = Set(read.map(\.territory)).sorted().flatMap(directory.sharedNames(in:))
        return changes
    }

    /// Refuses a directory that no longer fits the successions that are on record.
    private static func check(_ table: SuccessionTable, in agencies: [AgencyID: Agency]) throws {
        let reasons = table.successions.enumerated().flatMap { index, succession in
            var others = table.successions
            others.remove(at: index)
            return SuccessionTable(others).problems(with: succession, in: agencies).map(\.sentence)
        }
        guard reasons.isEmpty else { throw TrackerError.successionRefused(reasons) }
    }

    /// Gives an agency a new name from a day on. Its id stays, and with it everything that it owes; lists of earlier days
    /// keep the old name.
    package func renameAgency(
        _ named: String, to name: String, englishName: String?, on day: CivilDate, source: String, isDryRun: Bool
    ) throws(TrackerError) -> Agency {
        let agency = try agency(named: named, on: day.adding(days: -1))
        func refuse(_ option: String, _ value: String, vi: String, en: String) -> TrackerError {
            .invalidInput(name: option, value: value, hint: LocalizedText(vi: vi, en: en))
        }
        guard !name.allSatisfy(\.isWhitespace), name != agency.name else {
            throw refuse("NAME", name, vi: "nêu tên mới.", en: "give the new name.")
        }
        guard !source.allSatisfy(\.isWhitespace) else {
            throw refuse("--source", source, vi: "nêu văn bản quy định.", en: "say which document says so.")
        }
        guard agency.isValid(on: day), agency.formerNames.allSatisfy({ $0.until.adding(days: 1) < day }) else {
            throw refuse(
                "--on", day.description, vi: "ngày phải sau lần đổi tên trước và khi cơ quan còn hoạt động.",
                en: "the day must follow the last change of name, and the agency must exist on it.")
        }
        let renamed = agency.renamed(
            name, englishName: englishName ?? agency.englishName, on: day, source: source)
        if !isDryRun { try store.write { try $0.updateAgency(renamed) } }
        return renamed
    }
}
