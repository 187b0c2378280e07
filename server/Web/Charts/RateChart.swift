import TrackerDomain
import TrackerService

/// The share of what came due that was done in time, agency by agency: bars, with the table behind them.
struct RateChart: Sendable {
    struct Bar: Sendable {
        let name: String
        /// Where its label and its bar are, in pixels from the top.
        let labelY: Int
        let barY: Int
        /// The widths of the pieces in per cent, and where the second and third begin.
        let onTime: String
        let lateX: String
        let late: String
        let overdueX: String
        let overdue: String
        let percent: String
    }

    struct Line: Sendable {
        /// Nothing for an agency that the directory does not know.
        let href: String?
        let name: String
        let completedOnTime: Int
        let completedLate: Int
        let overdue: Int
        let within: Int
        let percent: String
    }

    let isEmpty: Bool
    let height: Int
    let bars: [Bar]
    let lines: [Line]
    /// The chart in a sentence, for who does not see it.
    let summary: String
    /// The table that has every agency.
    let all: Link

    /// How many agencies have a bar: those with the least done in time. A page stays small however many there are.
    private static let mostBars = 12
    /// Room for the bar with its label above, and on a narrow screen the value beneath.
    private static let rowHeight = 46

    init(_ table: CountTable, plan: [String: String?], _ links: BoardLinks, _ words: Wording) {
        let groups = table.groups.filter { $0.counts.comeDue > 0 }.sorted {
            (Self.share($0.counts) ?? 0, -$0.counts.comeDue, $0.name) < (
                Self.share($1.counts) ?? 0, -$1.counts.comeDue, $1.name
            )
        }
        func href(_ group: CountGroup) -> String? { AgencyID(group.key).map(links.agency) }
        let names = AgencyNames(groups.map { (AgencyID($0.key), $0.name) }, words)
        func name(_ group: CountGroup) -> String {
            names(AgencyID(group.key), group.name, isFormer: group.endedOn != nil)
        }
        isEmpty = groups.isEmpty
        height = min(groups.count, Self.mostBars) * Self.rowHeight
        bars = groups.prefix(Self.mostBars).enumerated().map { index, group in
            let counts = group.counts
            func share(_ part: Int) -> Double { 100 * Double(part) / Double(counts.comeDue) }
            return Bar(
                name: name(group), labelY: index * Self.rowHeight + 14,
                barY: index * Self.rowHeight + 20, onTime: Self.number(share(counts.completedOnTime)),
                lateX: Self.number(share(counts.completedOnTime)), late: Self.number(share(counts.completedLate)),
                overdueX: Self.number(share(counts.completed)), overdue: Self.number(share(counts.overdue)),
                percent: "\(words.percent(Self.share(counts))) (\(counts.completedOnTime)/\(counts.comeDue))")
        }
        lines = groups.prefix(Self.mostBars).map { group in
            Line(
                href: href(group), name: name(group), completedOnTime: group.counts.completedOnTime,
                completedLate: group.counts.completedLate, overdue: group.counts.overdue, within: group.counts.within,
                percent: words.percent(Self.share(group.counts)))
        }
        let total = table.total
        summary =
            groups.isEmpty
            ? words(vi: "Chưa có việc nào đến hạn.", en: "Nothing has come due.")
            : words(
                vi:
                    "\(groups.count) cơ quan có việc đã đến hạn; tính chung \(words.percent(Self.share(total))) làm xong đúng "
                    + "hạn (\(total.completedOnTime)/\(total.comeDue)).",
                en: "Agencies with something that has come due: \(groups.count); together "
                    + "\(words.percent(Self.share(total))) was done in time (\(total.completedOnTime)/\(total.comeDue))."
            )
        all = Self.everyAgency(in: plan, links, words)
    }

    /// Where the charts leave agencies out.
    static func everyAgency(in plan: [String: String?], _ links: BoardLinks, _ words: Wording) -> Link {
        Link(
            href: links.to("/overdue/by/agency", plan),
            title: words(vi: "Mọi cơ quan trong một bảng", en: "Every agency in one table"))
    }

    /// Done in time among what has come due, 0…1.
    private static func share(_ counts: PeriodCounts) -> Double? {
        counts.comeDue == 0 ? nil : Double(counts.completedOnTime) / Double(counts.comeDue)
    }

    /// A percentage for SVG, with two decimals at most.
    static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        guard hundredths % 100 != 0 else { return String(hundredths / 100) }
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
