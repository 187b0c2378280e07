import TrackerDomain
import TrackerService

/// What each agency owes, month by month: a map of cells that are darker the more falls due, with the table behind it.
struct HeatMap: Sendable {
    /// A month in which something falls due.
    struct Cell: Sendable {
        let x: String
        let textX: String
        let number: Int
        /// The look of the cell: "late" for what is overdue, else "heat1" to "heat4".
        let tone: String
    }

    struct Line: Sendable {
        /// Nothing for an agency that the directory does not know.
        let href: String?
        let name: String
        let labelY: Int
        let cellY: Int
        let textY: Int
        let cells: [Cell]
        let numbers: [Int]
        let total: Int
    }

    struct Column: Sendable {
        let textX: String
        let short: String
        let title: String
    }

    let isEmpty: Bool
    let height: Int
    let columns: [Column]
    let lines: [Line]
    let summary: String
    /// The table that has every agency.
    let all: Link
    let cellWidth: String

    private static let mostLines = 12
    private static let top = 24
    private static let lineHeight = 46

    init(_ due: DueMonths, plan: [String: String?], _ links: BoardLinks, _ words: Wording) {
        let width = 100 / Double(due.months.count + 1)
        let most = due.lines.flatMap(\.numbers).max() ?? 0
        let titles = [words(vi: "quá hạn", en: "overdue")] + due.months.map(words.month)
        let short = [words(vi: "Trễ", en: "Late")] + due.months.map(words.shortMonth)
        cellWidth = RateChart.number(width - 0.4)
        columns = zip(short, titles).enumerated().map { index, names in
            Column(textX: RateChart.number((Double(index) + 0.5) * width), short: names.0, title: names.1)
        }
        let names = AgencyNames(due.lines.map { ($0.agency, $0.name) }, words)
        lines = due.lines.prefix(Self.mostLines).enumerated().map { row, line in
            let y = Self.top + row * Self.lineHeight
            let numbers = [line.overdue] + line.numbers
            return Line(
                href: line.agency.map(links.agency), name: names(line.agency, line.name), labelY: y + 14,
                cellY: y + 20, textY: y + 35,
                cells: numbers.enumerated().filter { $0.element > 0 }.map { index, number in
                    Cell(
                        x: RateChart.number(Double(index) * width),
                        textX: RateChart.number((Double(index) + 0.5) * width - 0.2), number: number,
                        tone: index == 0 ? "late" : "heat\(Self.level(number, of: most))")
                }, numbers: numbers, total: line.total)
        }
        isEmpty = lines.isEmpty
        height = Self.top + lines.count * Self.lineHeight
        let (overdue, owed) = (due.lines.reduce(0) { $0 + $1.overdue }, due.lines.reduce(0) { $0 + $1.total })
        summary =
            due.lines.isEmpty
            ? words(vi: "Không còn việc nào phải xong trong 12 tháng tới.", en: "Nothing is owed within 12 months.")
            : words(
                vi:
                    "\(due.lines.count) cơ quan còn \(owed) việc phải xong trong 12 tháng tới, trong đó \(overdue) việc đã quá hạn.",
                en:
                    "\(owed) are owed and due within 12 months, \(overdue) of them overdue (agencies: \(due.lines.count))."
            )
        all = RateChart.everyAgency(in: plan, links, words)
    }

    /// 1…4 for quarters of the busiest month.
    private static func level(_ number: Int, of most: Int) -> Int {
        most == 0 ? 1 : min(4, (number * 4 + most - 1) / most)
    }
}
