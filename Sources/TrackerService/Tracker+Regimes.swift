package import TrackerDomain
internal import TrackerImport
internal import TrackerStorage

/// The reports of one year under a regime, with their due dates as they take effect.
package struct RegimeYear: Sendable {
    package let regime: ReportingRegime
    package let year: Int
    package let reports: [(report: PeriodicReport, due: DueDate)]
}

/// What adding the regime or the policy of a file has changed.
package enum FileAddition: String, Sendable {
    case added, replaced, unchanged
}

extension Tracker {
    /// The reporting regimes that plans may name, ``ReportingRegime/calendar`` first; of a new store those that it will
    /// be filled with.
    package func regimes() throws(TrackerError) -> [ReportingRegime] {
        try store.read { try Self.regimes(in: $0) }
    }

    /// The regime of an id.
    package func regime(named id: String) throws(TrackerError) -> ReportingRegime {
        try store.read { try Self.regime(named: id, in: $0) }
    }

    static func regime(named id: String, in transaction: ReadTransaction) throws -> ReportingRegime {
        let all = try regimes(in: transaction)
        guard let regime = all.first(where: { $0.id == id }) else {
            throw TrackerError.notFound(.regime(id), nearest: all.map(\.id))
        }
        return regime
    }

    /// The reports of a year under a regime and the store's work calendar.
    package func reports(of year: Int, under regime: ReportingRegime) throws(TrackerError) -> RegimeYear {
        try Self.requireKnown(year: year, named: "--year")
        let calendar = try store.read { try Self.referenceData(in: $0).calendar }
        return RegimeYear(
            regime: regime, year: year,
            reports: regime.reports(of: year).map { ($0, DueDate(nominal: $0.due, calendar: calendar)) })
    }

    /// Adds the regime of a file to the store. One that plans follow is not changed under them: their due dates would
    /// move unseen.
    package func addRegime(
        fromFile path: String, isDryRun: Bool
    ) throws(TrackerError) -> (ReportingRegime, FileAddition) {
        let regime = try Self.regime(fromFile: path)
        func outcome(in transaction: ReadTransaction) throws -> FileAddition {
            let known = try Self.regimes(in: transaction).first { $0.id == regime.id }
            guard let known else { return .added }
            guard known != regime else { return .unchanged }
            let isUsed = try transaction.regimesInUse().contains { $0.id == regime.id }
            guard !isUsed, known != .calendar else { throw TrackerError.regimeInUse(regime.id) }
            return .replaced
        }
        if isDryRun { return (regime, try store.read { try outcome(in: $0) }) }
        return try store.write { transaction in
            try Self.fillReferenceData(in: transaction)
            let outcome = try outcome(in: transaction.reading)
            if outcome != .unchanged { try transaction.putRegime(regime) }
            return (regime, outcome)
        }
    }

    static func regimes(in transaction: ReadTransaction) throws -> [ReportingRegime] {
        [.calendar] + (try transaction.hasReferenceData() ? try transaction.regimes() : try builtInRegimes())
    }

    private static func regime(fromFile path: String) throws(TrackerError) -> ReportingRegime {
        let bytes = try ImportSource.bytes(of: path)
        do throws(RegimeFile.Failure) {
            return try RegimeFile.regime(in: bytes)
        } catch {
            throw .fileUnreadable(path: path, reason: LocalizedText(vi: error.words(in: .vi), en: error.words(in: .en)))
        }
    }
}
