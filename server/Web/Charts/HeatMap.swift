import TrackerDomain
import TrackerService

/// What each agency owes, month by month: a map of cells that are darker the more falls due, with the table behind it.
struct HeatMap: Sendable {
    struct Cell: Sendable {
        let x: String
        let textX: String
        let y: Int
        let textY: Int
        /// Nothing where nothing falls due.
        let number: String?
        /// The look of the cell: "late" for what is overdue, else "heat0" to "heat4".
        let tone: String
        /// What the cell says, in words.
        let words: String
    }

    struct Line: Sendable {
        let href: String
        let name: String
        let labelY: Int
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
    /// All agencies, for the table.
    let table: [Line]
    let summary: String
    let more: String
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
        table = due.lines.enumerated().map { row, line in
            let y = Self.top + row * Self.lineHeight
            let name = line.name.isEmpty ? words(vi: "(chưa rõ cơ quan)", en: "(agency not known)") : line.name
            let numbers = [line.overdue] + line.numbers
            return Line(
                href: line.agency.map(links.agency) ?? "", name: name, labelY: y + 14,
                cells: numbers.enumerated().map { index, number in
                    Cell(
                        x: RateChart.number(Double(index) * width),
                        textX: RateChart.number((Double(index) + 0.5) * width - 0.2), y: y + 20, textY: y + 35,
                        number: number == 0 ? nil : String(number),
                        tone: index == 0 && number > 0 ? "late" : "heat\(Self.level(number, of: most))",
                        words: "\(name), \(titles[index]): \(number)")
                }, numbers: numbers, total: line.total)
        }
        lines = Array(table.prefix(Self.mostLines))
        isEmpty = table.isEmpty
        height = Self.top + lines.count * Self.lineHeight
        let (overdue, all) = (due.lines.reduce(0) { $0 + $1.overdue }, due.lines.reduce(0) { $0 + $1.total })
        summary = words(
            vi:
                "\(due.lines.count) cơ quan còn \(all) việc phải xong trong 12 tháng tới, trong đó \(overdue) việc đã quá hạn.",
            en: "\(all) are owed and due within 12 months, \(overdue) of them overdue (agencies: \(due.lines.count)).")
        let rest = table.count - lines.count
        more =
            rest > 0
            ? words(vi: "Còn \(rest) cơ quan trong bảng.", en: "The table has \(rest) more.") : ""
    }

    /// 0 for nothing, 1…4 for quarters of the busiest month.
    private static func level(_ number: Int, of most: Int) -> Int {
        number == 0 || most == 0 ? 0 : min(4, (number * 4 + most - 1) / most)
    }
}
