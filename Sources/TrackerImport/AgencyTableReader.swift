import TrackerDomain

/// Reads one table of agencies, line by line.
struct AgencyTableReader {
    private typealias Column = AgencyTable.Column
    private typealias What = AgencyTable.Problem.What

    /// The entries that could be read.
    private(set) var rows: [AgencyTable.Row] = []
    /// The ids of those that could not.
    private(set) var unread: Set<AgencyID> = []
    /// What is wrong, in the order of the lines.
    private(set) var problems: [AgencyTable.Problem] = []

    private let file: String
    private var columns: [String] = []

    /// Reads a table.
    init(reading bytes: [UInt8], of file: String) {
        self.file = file
        guard let text = String(validating: bytes, as: UTF8.self) else {
            report(.notUTF8, 1)
            return
        }
        let records: [DelimitedText.Record]
        do throws(DelimitedText.Failure) {
            let content = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
            records = try DelimitedText.records(in: content, separator: ",")
        } catch {
            switch error {
            case .unclosedQuote(let line), .textAfterQuote(let line): report(.brokenQuotes, line)
            }
            return
        }
        columns = records.first?.fields ?? []
        for column in Column.allCases where !columns.contains(column.rawValue) { report(.missingColumn, 1, column) }
        for (position, name) in columns.enumerated()
        where Column(rawValue: name) == nil || columns[..<position].contains(name) {
            report(.unknownColumn(name), 1)
        }
        guard problems.isEmpty else { return }
        for record in records.dropFirst() { read(record) }
    }

    private mutating func read(_ record: DelimitedText.Record) {
        guard record.fields.count == columns.count else {
            report(.fieldCount(expected: columns.count, found: record.fields.count), record.line)
            unread.formUnion(record.fields.compactMap(AgencyID.init(_:)).prefix(1))
            return
        }
        var fields: [Column: String] = [:]
        for (name, field) in zip(columns, record.fields) {
            if let column = Column(rawValue: name) { fields[column] = trimmed(field) }
        }
        let before = problems.count
        let line = record.line
        let id = required(.id, in: fields, line, AgencyID.init(_:))
        let kind = required(.kind, in: fields, line, Agency.Kind.init(rawValue:))
        let name = required(.name, in: fields, line) { $0 }
        let level = required(.level, in: fields, line, Agency.Level.init(rawValue:))
        let certainty = required(.certainty, in: fields, line, Agency.Certainty.init(rawValue:))
        let source = required(.source, in: fields, line) { $0 }
        let groups = list(.memberOf, in: fields, line, AgencyID.init(_:))
        let roles = list(.roles, in: fields, line, Agency.Role.init(rawValue:))
        let parent = optional(.partOf, in: fields, line, AgencyID.init(_:))
        let from = optional(.validFrom, in: fields, line, CivilDate.init(iso:))
        let to = optional(.validTo, in: fields, line, CivilDate.init(iso:))
        if let from, let to, to < from { report(.endsBeforeItBegins, line, .validTo) }
        guard problems.count == before, let id, let kind, let name, let level, let certainty, let source else {
            if let id { unread.insert(id) }
            return
        }
        let agency = Agency(
            id: id, kind: kind, name: name, englishName: fields[.english] ?? "",
            aliases: list(.aliases, in: fields, line) { $0 }, level: level, memberOf: groups, partOf: parent,
            roles: Set(roles), validFrom: from, validTo: to, source: source, certainty: certainty)
        rows.append(.init(file: file, line: line, agency: agency))
    }

    private mutating func required<Value>(
        _ column: Column, in fields: [Column: String], _ line: Int, _ value: (String) -> Value?
    ) -> Value? {
        guard fields[column]?.isEmpty == false else {
            report(.missing, line, column)
            return nil
        }
        return optional(column, in: fields, line, value)
    }

    private mutating func optional<Value>(
        _ column: Column, in fields: [Column: String], _ line: Int, _ value: (String) -> Value?
    ) -> Value? {
        guard let field = fields[column], !field.isEmpty else { return nil }
        guard let value = value(field) else {
            report(.invalid(field), line, column)
            return nil
        }
        return value
    }

    private mutating func list<Value>(
        _ column: Column, in fields: [Column: String], _ line: Int, _ value: (String) -> Value?
    ) -> [Value] {
        (fields[column] ?? "").split(separator: "|").map { trimmed($0) }.compactMap { item in
            let value = value(item)
            if value == nil { report(.invalid(item), line, column) }
            return value
        }
    }

    private mutating func report(_ what: What, _ line: Int, _ column: Column? = nil) {
        problems.append(.init(file: file, line: line, column: column, what: what))
    }

    private func trimmed(_ text: some StringProtocol) -> String {
        let characters = text.drop { $0.isWhitespace }
        guard let last = characters.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(characters[...last])
    }
}
