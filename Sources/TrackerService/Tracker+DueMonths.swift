package import TrackerDomain
internal import TrackerStorage

/// What each agency owes, by the month in which it falls due.
package struct DueMonths: Sendable {
    package struct Line: Sendable {
        /// `nil` for obligations whose agency the directory does not know.
        package let agency: AgencyID?
        package let name: String
        package let overdue: Int
        /// One number for each of ``DueMonths/months``.
        package let numbers: [Int]

        package var total: Int { overdue + numbers.reduce(0, +) }
    }

    package let asOf: CivilDate
    /// The first days of the months, the month of ``asOf`` first.
    package let months: [CivilDate]
    /// The most overdue first, then the busiest.
    package let lines: [Line]
}

extension Tracker {
    /// What each agency owes on a day: what is overdue, and what falls due in this and the following months.
    package func dueMonths(plan: Plan?, asOf: CivilDate?, count: Int = 12) throws(TrackerError) -> DueMonths {
        let asOf = asOf ?? today
        let months = (0...count).map { CivilDate.startOfMonth(asOf.month + $0, of: asOf.year) }
        let counts = try store.read { transaction in
            try transaction.dueCounts(
                plan: plan?.id, asOf: asOf, before: months[count], readsPast: transaction.readsPast(asOf: asOf))
        }
        let lines = Dictionary(grouping: counts, by: \.agency).map { agency, counts in
            let numbers = Dictionary(counts.map { ($0.month, $0.number) }, uniquingKeysWith: +)
            return DueMonths.Line(
                agency: AgencyID(agency), name: counts.first?.name ?? "", overdue: numbers[nil] ?? 0,
                numbers: months.dropLast().map { numbers[$0] ?? 0 })
        }
        return DueMonths(
            asOf: asOf, months: Array(months.dropLast()),
            lines: lines.sorted { ($1.overdue, $1.total, $0.name) < ($0.overdue, $0.total, $1.name) })
    }
}
