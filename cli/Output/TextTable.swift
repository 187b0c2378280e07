/// Columns aligned by display width; the flexible ones share what the terminal leaves.
struct TextTable {
    struct Column {
        let title: String
        var alignsRight = false
        /// A flexible column is cut to what is left; the others are as wide as their widest cell, up to this.
        var isFlexible = false
        var maximum = 30
    }

    let columns: [Column]
    var rows: [[String]] = []

    func text(_ style: TextStyle) -> String {
        let widths = columnWidths(for: style.width)
        let header = line(columns.map(\.title), widths)
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        return ([style.bold(header), style.dim(rule)] + rows.map { line($0, widths) }).joined(separator: "\n") + "\n"
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var result = zip(cells, zip(columns, widths)).map { cell, layout in
            DisplayText.padded(
                DisplayText.cut(cell, to: layout.1), to: layout.1, right: layout.0.alignsRight)
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
        let flexible = columns.indices.filter { columns[$0].isFlexible }
        let fixed = columns.indices.filter { !columns[$0].isFlexible }.reduce(0) { $0 + widths[$1] }
        let left = total - fixed - 2 * (columns.count - 1)
        guard !flexible.isEmpty else { return widths }
        let share = max(20, left / flexible.count)
        for index in flexible { widths[index] = min(widths[index], share) }
        return widths
    }
}
