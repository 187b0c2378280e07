package import TrackerDomain
internal import TrackerImport
internal import TrackerStorage

/// A succession as a person enters it; agencies by id or by name.
package struct SuccessionRequest: Sendable {
    package let from: [String]
    package let to: [String]
    package let on: CivilDate
    package let source: String
    package let certainty: Succession.Certainty
    /// A function that moves while the agencies stay; empty where the agencies end.
    package let function: String

    package init(
        from: [String], to: [String], on: CivilDate, source: String, certainty: Succession.Certainty = .official,
        function: String = ""
    ) {
        self.from = from
        self.to = to
        self.on = on
        self.source = source
        self.certainty = certainty
        self.function = function
    }
}

extension Tracker {
    /// Records successions and follows all that are known and due, in one transaction.
    ///
    /// Agencies that end get their last day. Their open obligations belong to the heir from the day on; where there is none,
    /// or more than one, they stay and are listed. A succession of a day to come is recorded and followed later.
    package func succeed(_ request: SuccessionRequest, isDryRun: Bool) throws(TrackerError) -> SuccessionReport {
        try succeed(request, isDryRun: isDryRun, access: nil) { report, _ in report }
    }

    /// The same for the standing agency of a territory, about agencies there, which may send it again under its key.
    package func succeed(
        _ request: SuccessionRequest, isDryRun: Bool, access: AccessToken, key: RequestKey?,
        answer: (SuccessionReport) -> StoredAnswer
    ) throws(TrackerError) -> ActionAnswer {
        let standing = try store.read { transaction in
            try access.agency.flatMap { agency in
                try Self.referenceData(in: transaction).directory.standingAgency(of: agency.territory, on: today)
            }
        }
        try Self.requireAccess(.changeDirectory, of: access)
        guard let standing, standing.id == access.agency else {
            throw .forbiddenForOthers(.changeDirectory, access.agency)
        }
        if let earlier = try earlierAnswer(to: key) { return earlier }
        let now = ambient.now()
        return try succeed(request, isDryRun: isDryRun, access: access) { report, transaction in
            try Self.answered(answer(report), to: key, at: now, in: transaction)
        }
    }

    private func succeed<Result>(
        _ request: SuccessionRequest, isDryRun: Bool, access: AccessToken?,
        finish: (SuccessionReport, WriteTransaction?) throws -> Result
    ) throws(TrackerError) -> Result {
        guard !request.source.allSatisfy(\.isWhitespace) else {
            throw .invalidInput(
                name: "--source", value: request.source,
                hint: LocalizedText(vi: "nêu văn bản quy định.", en: "say which document says so."))
        }
        let dayBefore = request.on.adding(days: -1)
        let territory = access?.agency?.territory
        let from = try request.from.map { name throws(TrackerError) in
            try agency(named: name, in: territory, on: dayBefore)
        }
        let to = try request.to.map { name throws(TrackerError) in
            try agency(named: name, in: territory, on: request.on)
        }
        // An id names agencies of other territories too.
        if let access, !(from + to).allSatisfy({ $0.territory == territory }) {
            throw .forbiddenForOthers(.changeDirectory, access.agency)
        }
        let isNew = from.count == 1 && to.first?.validFrom == request.on
        return try record(isDryRun: isDryRun, finish: finish) { _, table in
            from.map { agency in
                let settles = Self.isOpen(table.ending(of: agency.id), on: request.on)
                let kind: Succession.Kind =
                    switch (request.function.isEmpty, to.count) {
                    case (false, _): .transfer
                    case (_, 0): .abolish
                    case (_, 1): settles ? .abolish : isNew ? .replace : .merge
                    default: .split
                    }
                return Succession(
                    from: agency.id, to: to.map(\.id), on: request.on, kind: kind, source: request.source,
                    certainty: request.certainty, function: request.function)
            }
        }
    }

    /// Whether an ending of a day waits for somebody to name the heir.
    private static func isOpen(_ ending: Succession?, on day: CivilDate) -> Bool {
        ending.map { $0.endsAgency && $0.on == day && $0.heir == nil } ?? false
    }

    /// Records the successions of a table and follows all that are known and due.
    package func succeed(
        byTable table: (name: String, bytes: [UInt8]), isDryRun: Bool
    ) throws(TrackerError) -> SuccessionReport {
        try record(isDryRun: isDryRun, finish: { report, _ in report }) { agencies, known in
            do {
                return try SuccessionFile.successions(in: table, agencies: agencies, known: known.successions)
            } catch let failure as TableFailure {
                throw TrackerError.importRefused(file: table.name, reasons: failure.problems.map(\.sentence))
            }
        }
    }

    /// Follows the successions that are known and due.
    package func followSuccessions(isDryRun: Bool) throws(TrackerError) -> SuccessionReport {
        try record(isDryRun: isDryRun, finish: { report, _ in report }) { _, _ in [] }
    }

    /// - Parameter finish: makes the result of the report, in the transaction that has written; a dry run has none.
    private func record<Result>(
        isDryRun: Bool, finish: (SuccessionReport, WriteTransaction?) throws -> Result,
        _ successions: ([Agency], SuccessionTable) throws -> [Succession]
    ) throws(TrackerError) -> Result {
        let now = ambient.now()
        if isDryRun {
            return try store.read { transaction in
                let entry = try Self.entering(
                    try successions(transaction.agencies(), transaction.successionTable()), in: transaction)
                let run = SuccessionRun(table: entry.table, at: now)
                let plan = try run.plan(forPlan: nil, in: transaction)
                return try finish(try report(entry, plan, isDryRun: true, in: transaction), nil)
            }
        }
        return try store.write { transaction in
            let reading = transaction.reading
            let entry = try Self.entering(try successions(reading.agencies(), reading.successionTable()), in: reading)
            for agency in entry.ended { try transaction.updateAgency(agency) }
            for succession in entry.recorded { try transaction.insertSuccession(succession) }
            let run = SuccessionRun(table: entry.table, at: now)
            let report = try report(
                entry, try run.plan(forPlan: nil, in: reading), isDryRun: false, in: reading)
            try run.apply(toPlan: nil, in: transaction)
            return try finish(report, transaction)
        }
    }

    /// The directory and the successions as they are with new successions among them.
    private struct Entering {
        var agencies: [Agency]
        var table: SuccessionTable
        var recorded: [Succession] = []
        var ended: [Agency] = []
    }

    private static func entering(_ successions: [Succession], in transaction: ReadTransaction) throws -> Entering {
        var entry = Entering(agencies: try transaction.agencies(), table: try transaction.successionTable())
        var reasons: [LocalizedText] = []
        for succession in successions where !entry.table.successions.contains(succession) {
            let directory = Dictionary(entry.agencies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            // An ending without a single heir is settled by one that names the heir.
            let table = SuccessionTable(
                entry.table.successions.filter { known in
                    known.from != succession.from || !isOpen(known, on: succession.on)
                })
            reasons += table.problems(with: succession, in: directory).map(\.sentence)
            entry.table = SuccessionTable(table.successions + [succession])
            entry.recorded.append(succession)
            guard succession.endsAgency,
                let position = entry.agencies.firstIndex(where: { $0.id == succession.from && $0.validTo == nil })
            else { continue }
            entry.agencies[position] = entry.agencies[position].ending(on: succession.on.adding(days: -1))
            entry.ended.append(entry.agencies[position])
        }
        guard reasons.isEmpty else { throw TrackerError.successionRefused(reasons) }
        return entry
    }

    private func report(
        _ entry: Entering, _ plan: SuccessionPlan, isDryRun: Bool, in transaction: ReadTransaction
    ) throws -> SuccessionReport {
        var lines: [SuccessionReport.Line] = []
        func add(_ id: Int64, _ succession: Succession, _ outcome: SuccessionReport.Line.Outcome) throws {
            guard let before = try transaction.obligation(id) else { return }
            lines.append(.init(before: before, succession: succession, outcome: outcome))
        }
        for change in plan.changes {
            switch change {
            case .move(let id, let succession):
                if let heir = succession.heir { try add(id, succession, .moved(to: heir)) }
            case .merge(let id, let other, let succession): try add(id, succession, .merged(into: other))
            }
        }
        // Beside new successions only their own orphans; `orphans(_:)` lists all.
        for orphan in plan.orphans where entry.recorded.isEmpty || entry.recorded.contains(orphan.ending) {
            try add(orphan.obligation, orphan.ending, .orphaned)
        }
        return SuccessionReport(
            recorded: entry.recorded, lines: lines, counts: SuccessionCounts(plan),
            names: Dictionary(entry.agencies.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }),
            isDryRun: isDryRun, asOf: today)
    }
}
