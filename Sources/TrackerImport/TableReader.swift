import TrackerDomain

/// Reads the records of a table of ours (CSV), whose columns are found by their names in the first line, and collects what
/// is wrong in them.
struct TableReader<Column: RawRepresentable<String> & CaseIterable & Hashable & Sendable> {
    /// A record whose number of cells is right.
    struct Record {
        let line: Int
        let fields: [Column: String]
    }

    /// The records, in their order.
    private(set) var records: [Record] = []
    /// Records with too few or too many cells: those cells.
    private(set) var misfits: [[String]] = []
    /// What is wrong, in the order in which it was found.
    private(set) var problems: [TableProblem] = []

    private let file: String

    /// Takes a table apart; its cells are read by the caller.
    init(reading bytes: [UInt8], of file: String) {
        self.file = file
        guard let text = String(validating: bytes, as: UTF8.self) else {
            report(.notUTF8, 1)
            return
        }
        let found: [DelimitedText.Record]
        do throws(DelimitedText.Failure) {
            let content = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
            found = try DelimitedText.records(in: content, separator: ",")
        } catch {
            switch error {
            case .unclosedQuote(let line), .textAfterQuote(let line): report(.brokenQuotes, line)
            }
            return
        }
        let columns = found.first?.fields ?? []
        for column in Column.allCases where !columns.contains(column.rawValue) { report(.missingColumn, 1, column) }
        for (position, name) in columns.enumerated()
        where Column(rawValue: name) == nil || columns[..<position].contains(name) {
            report(.unknownColumn(name), 1)
        }
        guard problems.isEmpty else { return }
        for record in found.dropFirst() { take(record, columns) }
    }

    private mutating func take(_ record: DelimitedText.Record, _ columns: [String]) {
        guard record.fields.count == columns.count else {
            report(.fieldCount(expected: columns.count, found: record.fields.count), record.line)
            misfits.append(record.fields)
            return
        }
        var fields: [Column: String] = [:]
        for (name, field) in zip(columns, record.fields) {
            if let column = Column(rawValue: name) { fields[column] = Self.trimmed(field) }
        }
        records.append(Record(line: record.line, fields: fields))
    }

    /// A value that must be there.
    mutating func required<Value>(_ column: Column, in record: Record, _ value: (String) -> Value?) -> Value? {
        guard record.fields[column]?.isEmpty == false else {
            report(.missing, record.line, column)
            return nil
        }
        return optional(column, in: record, value)
    }

    /// A value that may be left out.
    mutating func optional<Value>(_ column: Column, in record: Record, _ value: (String) -> Value?) -> Value? {
        guard let field = record.fields[column], !field.isEmpty else { return nil }
        guard let value = value(field) else {
            report(.invalid(field), record.line, column)
            return nil
        }
        return value
    }

    /// Values with bars between them.
    mutating func list<Value>(_ column: Column, in record: Record, _ value: (String) -> Value?) -> [Value] {
        (record.fields[column] ?? "").split(separator: "|").map { Self.trimmed($0) }.compactMap { item in
            let value = value(item)
            if value == nil { report(.invalid(item), record.line, column) }
            return value
        }
    }

    /// Notes a problem.
    mutating func report(_ what: TableProblem.What, _ line: Int, _ column: Column? = nil) {
        problems.append(.init(file: file, line: line, column: column?.rawValue, what: what))
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let characters = text.drop { $0.isWhitespace }
        guard let last = characters.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(characters[...last])
    }
}
