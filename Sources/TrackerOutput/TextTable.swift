/// Columns aligned by display width; the flexible ones share what the terminal leaves.
package struct TextTable {
    package struct Column {
        let title: String
        var alignsRight = false
        /// A flexible column is cut to its share of what is left; the others are as wide as their widest cell, up to this.
        var isFlexible = false
        var maximum = 30
        /// How many lines a cell may take before it is cut.
        var lines = 1

        package init(
            title: String, alignsRight: Bool = false, isFlexible: Bool = false, maximum: Int = 30, lines: Int = 1
        ) {
            self.title = title
            self.alignsRight = alignsRight
            self.isFlexible = isFlexible
            self.maximum = maximum
            self.lines = lines
        }
    }

    private static let least = 20
    private static let leastRigid = 14

    let columns: [Column]
    package var rows: [[String]] = []

    package init(columns: [Column], rows: [[String]] = []) {
        self.columns = columns
        self.rows = rows
    }

    package func text(_ style: TextStyle) -> String {
        let widths = columnWidths(for: style.width)
        let header = line(columns.map(\.title), widths)
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        return ([style.bold(header), style.dim(rule)] + rows.flatMap { lines($0, widths) }).joined(separator: "\n")
            + "\n"
    }

    /// The lines of a row: cells that may take several lines are broken between words.
    private func lines(_ cells: [String], _ widths: [Int]) -> [String] {
        let broken = zip(cells, zip(columns, widths)).map { cell, layout in
            layout.0.lines == 1 ? [cell] : DisplayText.wrapped(cell, to: layout.1, lines: layout.0.lines)
        }
        let height = broken.map(\.count).max() ?? 0
        return (0..<height).map { index in line(broken.map { index < $0.count ? $0[index] : "" }, widths) }
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var result = zip(cells, zip(columns, widths)).map { cell, layout in
            DisplayText.padded(DisplayText.cut(cell, to: layout.1), to: layout.1, right: layout.0.alignsRight)
        }.joined(separator: "  ")
        while result.hasSuffix(" ") { result.removeLast() }
        return result
    }

    private func columnWidths(for total: Int) -> [Int] {
        var widths = columns.indices.map { index in
            let maximum = columns[index].isFlexible ? total : columns[index].maximum
            let cells = rows.map { DisplayText.width(String($0[index].unicodeScalars.prefix(maximum * 2))) }
            return min(max(cells.max() ?? 0, DisplayText.width(columns[index].title)), maximum)
        }
        var flexible = columns.indices.filter { columns[$0].isFlexible }
        let rigid = columns.indices.filter { !columns[$0].isFlexible }
        var left = total - 2 * (columns.count - 1) - rigid.reduce(0) { $0 + widths[$1] }
        // On a narrow terminal the widest columns give way, so that the flexible ones can still be read.
        while left < Self.least * flexible.count, let widest = rigid.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > Self.leastRigid
        {
            widths[widest] -= 1
            left += 1
        }
        // The narrowest first: what one column does not need, the others share.
        flexible.sort { widths[$0] < widths[$1] }
        for (place, index) in flexible.enumerated() {
            widths[index] = min(widths[index], max(Self.least, left / (flexible.count - place)))
            left -= widths[index]
        }
        return widths
    }
}
