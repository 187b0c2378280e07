package import TrackerDomain
package import TrackerImport

/// What an import has done, or would do.
package struct ImportReport: Sendable {
    package enum Outcome: String, Sendable {
        /// The plan was not in the store before.
        case added
        /// A revised edition of a plan that was there.
        case revised
        /// The same rows as in the store; nothing was written.
        case unchanged
    }

    package let file: String
    package let outcome: Outcome
    package let isDryRun: Bool
    package let plan: PlanHeader
    package let settings: PlanSettings
    package let territory: String
    package let standingAgency: Agency?
    package let trackedFrom: CivilDate
    package let diagnostics: [Diagnostic]
    /// Every row of the file with its readings, in the order of the file.
    package let rows: [RowReport]
    /// Rows that the store had and the file no longer has.
    package let removed: [AppendixRow]
    package var obligations: ObligationChanges
    /// What has become of obligations whose agency has ended since the plan was issued.
    package var successions = SuccessionCounts()

    /// How many rows have a status.
    package func count(_ status: RowReport.Status) -> Int { rows.count { $0.status == status } }
    /// How many sections the rows stand in.
    package var sections: Int { Set(rows.map(\.reading.row.section)).count }
}

/// One row of an imported file.
package struct RowReport: Sendable {
    package enum Status: String, Sendable {
        case added, changed, unchanged
    }

    package let line: Int
    package let status: Status
    package let reading: RowReading
    /// How many obligations follow from it.
    package let obligations: Int
}

/// What an import changes among the obligations.
package struct ObligationChanges: Sendable {
    package var added = 0
    package var deadlineChanged = 0
    package var withdrawn = 0
    /// Of the added ones: due before the plan is tracked.
    package var beforeTracking = 0

    package init() {}

    mutating func count(added seeds: [ObligationSeed]) {
        added += seeds.count
        beforeTracking += seeds.count { !$0.isTracked }
    }

    mutating func add(_ other: ObligationChanges) {
        added += other.added
        deadlineChanged += other.deadlineChanged
        withdrawn += other.withdrawn
        beforeTracking += other.beforeTracking
    }
}
