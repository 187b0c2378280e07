internal import TrackerDomain
internal import TrackerStorage

/// Follows the successions that are known and due: open obligations move to the heirs, with a line of the history that counts
/// from the day of the succession; what nobody takes over is asked about. A second run finds nothing left to do.
struct SuccessionRun {
    private let table: SuccessionTable
    private let now: Int64
    private var today: CivilDate { CivilDate(millisecondsSince1970: now) }

    /// Takes the successions from the store.
    init(at now: Int64, in transaction: ReadTransaction) throws {
        self.init(table: try transaction.successionTable(), at: now)
    }

    init(table: SuccessionTable, at now: Int64) {
        self.table = table
        self.now = now
    }

    /// What would be done, for one plan or for all.
    func plan(forPlan plan: Int64?, in transaction: ReadTransaction) throws -> SuccessionPlan {
        let endings = table.successions.filter { $0.endsAgency && $0.on <= today }
        let items = try transaction.successionItems(
            of: endings.map(\.from), and: endings.compactMap(\.heir), plan: plan)
        return SuccessionPlan(for: items, under: table, through: today)
    }

    /// Does it, for one plan or for all.
    @discardableResult
    func apply(toPlan plan: Int64?, in transaction: WriteTransaction) throws -> SuccessionPlan {
        let result = try self.plan(forPlan: plan, in: transaction.reading)
        var known = Known()
        for change in result.changes { try apply(change, &known, in: transaction) }
        for ending in table.openEndings(on: today) {
            let successors = try table.successors(of: ending.from, on: today).map {
                try name($0, on: today, in: transaction)
            }
            try transaction.askForHeir(after: ending, successors: successors, plan: plan)
        }
        return result
    }

    /// What the many changes of a run have in common.
    private struct Known {
        var reasons: [Succession: String] = [:]
        /// By plan.
        var standingAgencies: [Int64: AgencyID?] = [:]
    }

    private func apply(
        _ change: SuccessionPlan.Change, _ known: inout Known, in transaction: WriteTransaction
    ) throws {
        switch change {
        case .move(let id, let succession):
            guard let heir = succession.heir else { return }
            let action = Action.reassign(
                to: heir, reason: try reason(of: succession, &known, in: transaction), cause: .succession)
            try perform(action, on: id, succession, &known, in: transaction)
        case .merge(let id, let other, let succession):
            let reason =
                "Trùng với nghĩa vụ \(other) của cùng dòng, cùng kỳ. \(try reason(of: succession, &known, in: transaction))"
            let action = Action.withdraw(decision: nil, reason: reason, cause: .succession)
            try perform(action, on: id, succession, &known, in: transaction)
            try transaction.link(id, mergedInto: other)
        }
    }

    private func perform(
        _ action: Action, on id: Int64, _ succession: Succession, _ known: inout Known, in transaction: WriteTransaction
    ) throws {
        guard let entry = try transaction.reading.obligation(id) else { return }
        let standing =
            try known.standingAgencies[entry.planID]
            ?? transaction.reading.plan(entry.planID)?.standingAgency.flatMap { table.heir(of: $0, on: today) }
        known.standingAgencies[entry.planID] = .some(standing)
        try ObligationChange(
            following: action, for: entry.obligation, standingAgency: standing, from: succession.on, at: now
        ).apply(to: entry.obligation, in: transaction)
    }

    /// "Sở Kế hoạch và Đầu tư → Sở Tài chính, sáp nhập từ 01/3/2025 (NQ 05/NQ-HĐND …)", as the history keeps it.
    private func reason(
        of succession: Succession, _ known: inout Known, in transaction: WriteTransaction
    ) throws -> String {
        if let reason = known.reasons[succession] { return reason }
        let before = try name(succession.from, on: succession.on.adding(days: -1), in: transaction)
        let after = try succession.to.map { try name($0, on: succession.on, in: transaction) }.joined(separator: ", ")
        let reason =
            "\(before) → \(after), \(succession.kind.words(in: .vi)) từ \(succession.on.vietnamese) (\(succession.source))"
        known.reasons[succession] = reason
        return reason
    }

    private func name(_ id: AgencyID, on day: CivilDate, in transaction: WriteTransaction) throws -> String {
        try transaction.reading.agencyName(id, on: day) ?? id.description
    }
}
