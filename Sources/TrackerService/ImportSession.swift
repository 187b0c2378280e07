internal import TrackerDomain
internal import TrackerImport
internal import TrackerStorage

/// One import: the drafted rows with their readings, compared with what the store has, and applied to it.
struct ImportSession {
    private let source: ImportSource
    private let header: PlanHeader
    private let draft: PlanDraft
    private let options: ImportOptions
    private let ambient: Ambient
    private let territory: String
    private let standingAgency: Agency?
    private let successions: SuccessionTable
    private let trackedFrom: CivilDate
    private let settings: PlanSettings
    private let readings: [RowReading]
    /// What each row gives, in the order of ``readings``.
    private let seeds: [[ObligationSeed]]

    init(
        source: ImportSource, header: PlanHeader, draft: PlanDraft, options: ImportOptions,
        reference: ReferenceData, ambient: Ambient, in transaction: ReadTransaction
    ) throws {
        let directory = reference.directory
        self.source = source
        self.header = header
        self.draft = draft
        self.options = options
        self.ambient = ambient
        successions = reference.successions
        let territory = source.territory ?? directory.territory(ofIssuer: header.issuer) ?? ""
        self.territory = territory
        standingAgency =
            source.standingAgency.flatMap { directory.resolve($0, in: territory, on: header.issued).agency }
            ?? directory.standingAgency(of: territory, on: header.issued)
        // A plan that is already there keeps the day from which it is tracked.
        let stored = try Self.storedPlan(of: header, in: transaction)
        trackedFrom = stored?.trackedFrom ?? options.trackFrom ?? header.issued
        settings = try Self.settings(source.settings, over: stored?.settings ?? .standard, in: transaction)
        let context = header.deadlineContext(under: settings)
        let planner = ObligationPlanner(
            context: context, calendar: settings.moving(reference.calendar), trackedFrom: trackedFrom)
        var translator = RowTranslator(context: context, directory: directory, territory: territory)
        let known = try Self.settlements(of: stored, for: draft.rows.map(\.row), in: transaction)
        readings = draft.rows.enumerated().map { translator.reading(of: $1.row, settlements: known[$0] ?? []) }
        seeds = readings.map {
            planner.seeds(for: $0.deadline, owners: $0.owners, isConditional: $0.condition != nil)
        }
    }

    /// The agency that keeps the plan on a day: of one that is there as the store has it, otherwise as the file says.
    func keeper(on day: CivilDate, in transaction: ReadTransaction) throws -> AgencyID? {
        let stored = try Self.storedPlan(of: header, in: transaction)
        return try (stored.flatMap(\.standingAgency) ?? standingAgency?.id).flatMap {
            try transaction.heir(of: $0, on: day)
        }
    }

    /// What people have settled of the rows that the plan has already, by the places of these rows in the draft.
    private static func settlements(
        of plan: Plan?, for rows: [AppendixRow], in transaction: ReadTransaction
    ) throws -> [Int: [Settlement]] {
        guard let plan, try transaction.hasSettlements(ofPlan: plan.id) else { return [:] }
        let difference = ImportComparison.difference(from: try transaction.rows(ofPlan: plan.id), to: rows)
        let same = difference.unchanged.map { ($0.position, $0.id) } + difference.changed.map { ($0.position, $0.id) }
        var settlements: [Int: [Settlement]] = [:]
        for (position, id) in same { settlements[position] = try transaction.settlements(ofActivity: id) }
        return settlements
    }

    // MARK: Comparing

    /// What the import would do, without doing it.
    func report(comparedWith transaction: ReadTransaction) throws -> ImportReport {
        let stored = try Self.storedPlan(of: header, in: transaction)
        let difference = try difference(from: stored, in: transaction)
        var changes = ObligationChanges()
        var added: [(position: Int, seeds: [ObligationSeed])] = []
        for addition in difference.added {
            changes.count(added: seeds[addition.position])
            added.append((addition.position, seeds[addition.position]))
        }
        for change in rewritten(difference, stored: stored) {
            let obligations = try transaction.obligations(ofActivity: change.id)
            let revision = ObligationRevision(of: obligations, to: seeds[change.position])
            changes.add(revision.summary)
            added.append((change.position, revision.added))
        }
        for id in difference.removed {
            changes.add(ObligationRevision(of: try transaction.obligations(ofActivity: id), to: []).summary)
        }
        var result = try report(difference, stored: stored, changes: changes, in: transaction)
        result.successions = SuccessionCounts(
            SuccessionPlan(for: Self.items(added), under: successions, through: ambient.today))
        return result
    }

    /// Obligations that are about to be, as successions see them.
    private static func items(_ added: [(position: Int, seeds: [ObligationSeed])]) -> [SuccessionPlan.Item] {
        let seeds = added.flatMap { row in row.seeds.map { (row.position, $0) } }
        return seeds.enumerated().compactMap { number, row in
            let (position, seed) = row
            guard let agency = seed.owner.agency, seed.isTracked, seed.stage != .completed else { return nil }
            return SuccessionPlan.Item(
                id: Int64(number), activity: Int64(position), part: seed.part, period: seed.period, agency: agency,
                due: seed.due?.effective, isUntouched: true)
        }
    }

    /// The settings that the plan has, with what is said of them now.
    private static func settings(
        _ draft: PlanSettingsDraft, over known: PlanSettings, in transaction: ReadTransaction
    ) throws -> PlanSettings {
        var settings = known
        if let id = draft.regime { settings.regime = try Tracker.regime(named: id, in: transaction) }
        settings.beforeIncludesDay = draft.beforeIncludesDay ?? known.beforeIncludesDay
        settings.movesToWorkingDay = draft.movesToWorkingDay ?? known.movesToWorkingDay
        return settings
    }

    private static func storedPlan(of header: PlanHeader, in transaction: ReadTransaction) throws -> Plan? {
        try transaction.plan(number: header.number, issued: header.issued, issuer: header.issuer)
    }

    private func difference(from plan: Plan?, in transaction: ReadTransaction) throws -> ImportDifference {
        let stored = try plan.map { try transaction.rows(ofPlan: $0.id) } ?? []
        return ImportComparison.difference(from: stored, to: draft.rows.map(\.row))
    }

    /// The plan as the new edition has it; what the edition does not say stays as it is.
    private func revised(_ stored: Plan) -> Plan {
        var header = header
        header.parent = header.parent ?? stored.header.parent
        let named = source.standingAgency == nil ? nil : standingAgency?.id
        return Plan(
            id: stored.id, header: header, territory: stored.territory,
            standingAgency: named ?? stored.standingAgency ?? standingAgency?.id, trackedFrom: stored.trackedFrom,
            settings: settings)
    }

    /// The rows to write anew: those whose words differ, and all of them where the plan's years or settings do, because
    /// cells are read with them.
    private func rewritten(_ difference: ImportDifference, stored: Plan?) -> [(id: Int64, position: Int)] {
        let changed = difference.changed.map { ($0.id, $0.position) }
        guard let stored, stored.header.years != header.years || stored.settings != settings else { return changed }
        return changed + difference.unchanged.map { ($0.id, $0.position) }
    }

    private func outcome(_ difference: ImportDifference, stored: Plan?) -> ImportReport.Outcome {
        guard let stored else { return .added }
        return difference.isEmpty && revised(stored) == stored ? .unchanged : .revised
    }

    private func report(
        _ difference: ImportDifference, stored: Plan?, changes: ObligationChanges, in transaction: ReadTransaction
    ) throws -> ImportReport {
        let added = Set(difference.added.map(\.position))
        let changed = Set(difference.changed.map(\.position))
        let rows = readings.indices.map { position in
            RowReport(
                line: draft.rows[position].line,
                status: added.contains(position) ? .added : changed.contains(position) ? .changed : .unchanged,
                reading: readings[position], obligations: seeds[position].count)
        }
        let removed = try difference.removed.compactMap { try transaction.activity($0)?.row }
        return ImportReport(
            file: source.path, outcome: outcome(difference, stored: stored), isDryRun: options.isDryRun, plan: header,
            settings: settings, territory: territory, standingAgency: standingAgency,
            trackedFrom: stored?.trackedFrom ?? trackedFrom,
            diagnostics: draft.diagnostics, rows: rows, removed: removed, obligations: changes)
    }

    // MARK: Applying

    /// Writes the plan or its revision, and says what was done.
    func apply(to transaction: WriteTransaction) throws -> ImportReport {
        let now = ambient.now()
        let stored = try Self.storedPlan(of: header, in: transaction.reading)
        let difference = try difference(from: stored, in: transaction.reading)
        let plan = try stored.map(revised) ?? insertPlan(into: transaction, now: now)
        if let stored, plan != stored { try transaction.updatePlan(plan) }
        let standing = try transaction.reading.standingAgency(of: plan, on: ambient.today)
        var writer = RevisionWriter(transaction: transaction, plan: plan, standingAgency: standing, now: now)
        for addition in difference.added {
            try writer.add(record(at: addition.position), seeds: seeds[addition.position])
        }
        for change in rewritten(difference, stored: stored) {
            try writer.change(change.id, to: record(at: change.position), seeds: seeds[change.position])
        }
        for unchanged in difference.unchanged {
            try transaction.moveActivity(unchanged.id, to: unchanged.position)
        }
        var result = try report(difference, stored: stored, changes: writer.changes, in: transaction.reading)
        for id in difference.removed { try writer.remove(id) }
        result.obligations = writer.changes
        let run = try SuccessionRun(at: now, in: transaction.reading)
        result.successions = SuccessionCounts(try run.apply(toPlan: plan.id, in: transaction))
        return result
    }

    private func insertPlan(into transaction: WriteTransaction, now: Int64) throws -> Plan {
        func plan(_ id: Int64) -> Plan {
            Plan(
                id: id, header: header, territory: territory, standingAgency: standingAgency?.id,
                trackedFrom: trackedFrom, settings: settings)
        }
        return plan(try transaction.insertPlan(plan(0), importedAt: now))
    }

    private func record(at position: Int) -> ActivityRecord {
        let reading = readings[position]
        return ActivityRecord(
            row: reading.row, position: position, deadlineKind: reading.deadline.kind, condition: reading.condition,
            mentions: reading.mentions, questions: reading.questions)
    }
}
