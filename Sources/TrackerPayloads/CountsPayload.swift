package import TrackerDomain
package import TrackerService

/// The counts of one group as programs read them.
package struct CountsPayload: Encodable, Sendable {
    package let key: String
    package let name: String
    package let completedOnTime: Int
    package let completedLate: Int
    package let within: Int
    package let overdue: Int
    package let withoutDeadline: Int
    package let waiting: Int
    package let beforeTracking: Int
    /// Overdue of all with a deadline, 0…1.
    @Nullable package var overdueOfAll: Double?
    /// Overdue of those that have come due, 0…1.
    @Nullable package var overdueOfComeDue: Double?
    /// Completed of all with a deadline, 0…1.
    @Nullable package var completedOfAll: Double?
    /// Completed of those that have come due, 0…1.
    @Nullable package var completedOfComeDue: Double?
    /// The two by two against the deadlines before any extension.
    package let original: Original

    package struct Original: Encodable, Sendable {
        package let completedOnTime: Int
        package let completedLate: Int
        package let within: Int
        package let overdue: Int
    }

    /// The last day of an agency that has ended by the day of the counts.
    @Nullable package var endedOn: String?

    package init(key: String, name: String, endedOn: CivilDate? = nil, _ counts: PeriodCounts) {
        self.key = key
        self.name = name
        self.endedOn = endedOn?.description
        completedOnTime = counts.completedOnTime
        completedLate = counts.completedLate
        within = counts.within
        overdue = counts.overdue
        withoutDeadline = counts.withoutDeadline
        waiting = counts.waiting
        beforeTracking = counts.beforeTracking
        overdueOfAll = counts.overdueOfAll
        overdueOfComeDue = counts.overdueOfComeDue
        completedOfAll = counts.completedOfAll
        completedOfComeDue = counts.completedOfComeDue
        original = Original(
            completedOnTime: counts.original.completedOnTime, completedLate: counts.original.completedLate,
            within: counts.original.within, overdue: counts.original.overdue)
    }

    package var numbers: [Int] {
        [completedOnTime, completedLate, within, overdue, withoutDeadline, waiting, beforeTracking]
    }

    package var originalNumbers: [Int] {
        [original.completedOnTime, original.completedLate, original.within, original.overdue]
    }
}

/// Counts on a day.
package struct CountTablePayload: Encodable, Sendable {
    package let items: [CountsPayload]
    package let total: CountsPayload
    package let by: String
    package let report: ReportPayload?
    @Nullable package var next: String?
    package let asOf: String

    package init(_ table: CountTable, in language: Language) {
        items = Self.items(of: table)
        total = CountsPayload(key: "", name: language(vi: "Tổng", en: "Total"), table.total)
        by = table.grouping.rawValue
        report = table.report.map { ReportPayload($0) }
        next = nil
        asOf = table.asOf.description
    }

    /// The groups as they come, the most overdue first; years in their order, what has no date last.
    package static func items(of table: CountTable) -> [CountsPayload] {
        func order(_ group: CountGroup) -> String { group.key.isEmpty ? "9999" : group.key }
        let groups = table.grouping == .year ? table.groups.sorted { order($0) < order($1) } : table.groups
        return groups.map { CountsPayload(key: $0.key, name: $0.name, endedOn: $0.endedOn, $0.counts) }
    }
}
