/// Which column of a table stands where, as its header row says.
struct ColumnLayout: Hashable {
    /// A column whose meaning another column already has.
    struct Repeated: Hashable {
        let name: String
        let column: AppendixColumn
    }

    /// How many cells a row has; empty names at the end of the header row do not count.
    let width: Int
    /// Names that mean nothing to the tracker, in their order.
    let unknown: [String]
    let repeated: [Repeated]
    /// Indexed by the raw value of the column.
    private let positions: [Int?]

    init(header: [Substring]) {
        var positions = [Int?](repeating: nil, count: AppendixColumn.allCases.count)
        var unknown: [String] = []
        var repeated: [Repeated] = []
        var width = 0
        for (position, cell) in header.enumerated() {
            let name = cell.trimmed
            guard !name.isEmpty else { continue }
            width = position + 1
            if let column = ColumnSynonyms.column(named: name) {
                if positions[column.rawValue] == nil {
                    positions[column.rawValue] = position
                } else {
                    repeated.append(Repeated(name: String(name), column: column))
                }
            } else {
                unknown.append(String(name))
            }
        }
        self.width = width
        self.unknown = unknown
        self.repeated = repeated
        self.positions = positions
    }

    /// How many columns are known.
    var knownCount: Int { positions.count { $0 != nil } }

    /// The required columns that the table does not have.
    var missing: [AppendixColumn] { AppendixColumn.required.filter { position(of: $0) == nil } }

    /// Whether each row begins with its number.
    var beginsWithOrdinal: Bool { position(of: .ordinal) == 0 }

    func position(of column: AppendixColumn) -> Int? { positions[column.rawValue] }

    /// The cell of a column without the whitespace around it; empty where the row or the table does not have it.
    func cell(_ column: AppendixColumn, of cells: [Substring]) -> Substring {
        guard let position = positions[column.rawValue], position < cells.count else { return "" }
        return cells[position].trimmed
    }
}
