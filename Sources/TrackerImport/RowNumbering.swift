/// Watches the numbers of rows, which restart in each section: which are used twice, which are left out. The order of
/// the rows does not matter, for a table may be sorted by something else.
struct RowNumbering {
    private var linesBySection: [String: [String: Int]] = [:]

    /// Takes a number; gives the line of the row that already has it, or `nil` where it is new.
    mutating func take(_ ordinal: String, section: String, line: Int) -> Int? {
        if let firstLine = linesBySection[section]?[ordinal] { return firstLine }
        linesBySection[section, default: [:]][ordinal] = line
        return nil
    }

    /// The jumps in the numbers of each section, with the line of the row behind the jump.
    var jumps: [(section: String, expected: Int, found: Int, line: Int)] {
        linesBySection.flatMap { section, lines in
            let numbers = lines.compactMap { ordinal, line in Int(ordinal).map { (number: $0, line: line) } }
            var expected = 1
            var jumps: [(section: String, expected: Int, found: Int, line: Int)] = []
            for (number, line) in numbers.sorted(by: { $0.number < $1.number }) {
                if number > expected { jumps.append((section, expected, number, line)) }
                expected = number + 1
            }
            return jumps
        }
    }
}
