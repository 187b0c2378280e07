/// A reporting regime (chế độ báo cáo): which periodic reports are owed in a year, until which day their data counts, and
/// when they are due.
///
/// A regime is data; a plan names the one that it follows. Three notions are kept apart: the period of the calendar that a
/// report stands for, the window of its data (Decree 09/2019/NĐ-CP art. 12: from the 15th to the 14th), and its due date.
///
/// ```swift
/// let report = bnv.report(for: .quarter(1, of: 2026))   // the ministry's regime, letter 581/BNV-CCHC
/// report.data                                           // 2025-12-15 ... 2026-03-14
/// report.due                                            // 2026-03-20
/// ```
public struct ReportingRegime: Hashable, Sendable {
    public typealias ID = String

    /// What plans call it by, "bnv-cchc".
    public let id: ID
    public let name: LocalizedText
    /// The day of a period's last month on which its data is cut off (1…28); `nil` where data counts to the month's end.
    public let cutOffDay: Int?
    /// The reports of a year; at least one.
    public let reports: [Entry]
    /// How surely the regime is known.
    public let certainty: Certainty
    /// The documents that say so.
    public let source: LocalizedText

    /// One report of each year.
    public struct Entry: Hashable, Sendable {
        public let period: RecurrenceRule.Period
        /// The day of the month (1…31; the last one of a shorter month); `nil` for the last day.
        public let dueDay: Int?
        /// In which month: 0 for the last one of the period, 1 for the month after, -1 for the one before.
        public let dueMonth: Int

        /// `Entry(.quarter(1), dueDay: 20)` is the report of the first quarter, due on 20 March.
        public init(_ period: RecurrenceRule.Period, dueDay: Int? = nil, dueMonth: Int = 0) {
            self.period = period
            self.dueDay = dueDay
            self.dueMonth = dueMonth
        }

        var due: RecurrenceRule.DueDay { .day(dueDay, fromEnd: dueMonth, shift: 0) }
    }

    /// How surely a regime is known.
    public enum Certainty: String, CaseIterable, Sendable {
        /// A document states periods, windows and days.
        case stated
        /// A part of it follows by analogy or is this tracker's own choice; ``ReportingRegime/source`` says which.
        case partly
    }

    public init(
        id: String, name: LocalizedText, cutOffDay: Int?, reports: [Entry], certainty: Certainty, source: LocalizedText
    ) {
        self.id = id
        self.name = name
        self.cutOffDay = cutOffDay
        self.reports = reports
        self.certainty = certainty
        self.source = source
    }

    /// The regime of a plan that names none: every quarter of the calendar, due on its last day.
    public static let calendar = ReportingRegime(
        id: "calendar", name: LocalizedText(vi: "Theo quý dương lịch", en: "Calendar quarters"), cutOffDay: nil,
        reports: [Entry(.quarter(nil))], certainty: .partly,
        source: LocalizedText(
            vi: "Quy ước của phần mềm cho kế hoạch không nêu chế độ báo cáo",
            en: "This tracker's own choice for plans that name no regime"))
}

/// A report of one period.
public struct PeriodicReport: Hashable, Sendable {
    /// The period of the calendar that it stands for.
    public let period: ReportingPeriod
    /// The days whose data it tells; the last one is the cut-off. It is never moved to a working day.
    public let data: ClosedRange<CivilDate>
    /// The nominal due date.
    public let due: CivilDate
}

extension ReportingRegime {
    /// The report of a period under this regime, also of one that the regime does not ask for: its data window follows
    /// the same rule, and it is due like the regime's reports of the same length, like all of its reports where they agree
    /// ("chậm nhất ngày 20 của tháng cuối kỳ báo cáo"), or else on its last day.
    public func report(for period: ReportingPeriod) -> PeriodicReport {
        PeriodicReport(period: period, data: data(of: period), due: dueDay(for: period).date(for: period))
    }

    /// The reports of a year in the order of their cut-offs; where two have the same cut-off the longer one remains: the
    /// second quarter is told within "6 tháng", the fourth within the year.
    public func reports(of year: Int) -> [PeriodicReport] {
        var largest: [CivilDate: (size: Int, report: PeriodicReport)] = [:]
        for entry in reports {
            for period in entry.period.periods(of: year) {
                let report = PeriodicReport(period: period, data: data(of: period), due: entry.due.date(for: period))
                let cutOff = report.data.upperBound
                if let known = largest[cutOff], known.size >= entry.period.size { continue }
                largest[cutOff] = (entry.period.size, report)
            }
        }
        return largest.values.map(\.report).sorted { $0.data.upperBound < $1.data.upperBound }
    }

    /// The report for which progress is gathered on a day, and the first day that counts for it alone: the day after
    /// the cut-off before. Ongoing work is checked in on once within these days.
    public func gathering(on day: CivilDate) -> (report: PeriodicReport, since: CivilDate) {
        let all = (day.year - 1...day.year + 1).flatMap(reports(of:))
        let next = all.firstIndex { day <= $0.data.upperBound } ?? all.endIndex - 1
        let since = next > 0 ? all[next - 1].data.upperBound.adding(days: 1) : all[next].data.lowerBound
        return (all[next], since)
    }

    /// The due day of a report on which the plan's own words name none.
    func dueDay(for period: ReportingPeriod) -> RecurrenceRule.DueDay {
        let named = reports.first { $0.period.periods(of: period.year).contains(period) }
        if let entry = named ?? reports.first(where: { $0.period.size == period.size }) { return entry.due }
        let days = Set(reports.map(\.due))
        return days.count == 1 ? days.first ?? .end : .end
    }

    private func data(of period: ReportingPeriod) -> ClosedRange<CivilDate> {
        guard let cutOffDay, let months = period.months else { return period.firstDay...period.lastDay }
        let first = CivilDate.startOfMonth(months.lowerBound - 1, of: period.year).adding(days: cutOffDay)
        let last = CivilDate.startOfMonth(months.upperBound, of: period.year).adding(days: cutOffDay - 1)
        return first...last
    }
}

extension RecurrenceRule.Period {
    /// The names of the periods that regimes are written with.
    private static let named: [(name: String, period: RecurrenceRule.Period)] =
        [
            ("month", .month(nil)), ("quarter", .quarter(nil)), ("half", .half(nil)), ("9M", .nineMonths),
            ("year", .year),
        ]
        + (1...4).map { (number: Int) in ("Q\(number)", .quarter(number)) }
        + (1...2).map { (number: Int) in ("H\(number)", .half(number)) }

    /// The name in a regime: "quarter" for each quarter, "Q1" for the first; `nil` for periods that regimes do not have.
    public var regimeName: String? { Self.named.first { $0.period == self }?.name }

    /// The period of a name in a regime.
    public init?(regimeName: String) {
        guard let found = Self.named.first(where: { $0.name == regimeName }) else { return nil }
        self = found.period
    }

    /// All names, for hints.
    public static var regimeNames: [String] { named.map(\.name) }
}
