package import TrackerDomain
internal import TrackerStorage

/// What `doctor` finds out about a store.
package struct HealthReport: Sendable {
    package let path: String
    package let sqliteVersion: String
    package let schemaVersion: Int
    package let journalMode: String
    /// What SQLite finds wrong with the file; empty where it is sound.
    package let integrityProblems: [String]
    package let foreignKeyViolations: Int
    package let plans: Int
    package let activities: Int
    package let obligations: Int
    package let questions: Int
    /// The last year that the work calendar speaks of.
    package let lastCalendarYear: Int?
    package let today: CivilDate

    /// Whether everything is in order.
    package var isHealthy: Bool { integrityProblems.isEmpty && foreignKeyViolations == 0 && coversNextYear }
    /// Whether the work calendar covers next year, so that its due dates move as they should.
    package var coversNextYear: Bool { (lastCalendarYear ?? 0) > today.year }
}

extension Tracker {
    /// Checks the store.
    package func checkHealth() throws(TrackerError) -> HealthReport {
        let health = try store.read { try $0.health() }
        return HealthReport(
            path: store.path, sqliteVersion: health.sqliteVersion, schemaVersion: health.schemaVersion,
            journalMode: health.journalMode, integrityProblems: health.integrity,
            foreignKeyViolations: health.foreignKeyViolations, plans: health.plans, activities: health.activities,
            obligations: health.obligations, questions: health.questions,
            lastCalendarYear: health.lastCalendarDay.flatMap { CivilDate(iso: $0)?.year }, today: today)
    }
}
