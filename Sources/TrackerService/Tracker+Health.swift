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
    /// The last year that the work calendar lists, without a gap from this year on.
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
        let (health, calendar) = try store.read { (try $0.health(), try $0.workCalendar()) }
        return HealthReport(
            path: store.path, sqliteVersion: health.sqliteVersion, schemaVersion: health.schemaVersion,
            journalMode: health.journalMode, integrityProblems: health.integrity,
            foreignKeyViolations: health.foreignKeyViolations, plans: health.plans, activities: health.activities,
            obligations: health.obligations, questions: health.questions,
            lastCalendarYear: Self.lastListedYear(of: calendar, from: today.year), today: today)
    }

    private static func lastListedYear(of calendar: WorkCalendar, from year: Int) -> Int? {
        guard let listed = calendar.coveredYears else { return nil }
        let gap = (listed.lowerBound...listed.upperBound).first { $0 >= year && calendar.isComputed($0) }
        return gap.map { $0 - 1 } ?? listed.upperBound
    }
}
