internal import Foundation
internal import GRDB
internal import TrackerDomain

/// Everything in a store as JSON lines, and back.
///
/// The first line names the format, each further one is a row, `{"table":"plan","row":{"id":1,…}}`, tables in the order in which the
/// schema makes them and rows in the order of their keys; the last line counts the rows, so that a file that was cut off is
/// found out. Columns are those of the schema; what follows from them (search index, generated columns) is left out. Equal
/// stores give equal files.
package enum Export {
    /// What the first line says.
    static let format = "phuluc-export"

    /// Why a file cannot be read back.
    package enum Failure: Error, Hashable, Sendable {
        /// The first line is not that of an export.
        case notAnExport
        /// Written by a newer program.
        case fromFuture(schema: Int, known: Int)
        /// A line that is no row of a table; lines count from 1.
        case badLine(Int)
        /// The file ends before its last line, or counts other rows than it has.
        case incomplete(rows: Int)
    }

    struct Header: Codable {
        let format: String
        let schema: Int
    }

    struct Line: Codable {
        let table: String
        let row: [String: Value]
    }

    struct End: Codable {
        let rows: Int
    }

    /// A value of a column; the schema has no others.
    enum Value: Codable {
        case null
        case integer(Int64)
        case text(String)

        init(_ value: DatabaseValue) throws {
            switch value.storage {
            case .null: self = .null
            case .int64(let number): self = .integer(number)
            case .string(let text): self = .text(text)
            case .double, .blob: throw DatabaseError(resultCode: .SQLITE_CORRUPT)
            }
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let number = try? container.decode(Int64.self) {
                self = .integer(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .null: try container.encodeNil()
            case .integer(let number): try container.encode(number)
            case .text(let text): try container.encode(text)
            }
        }

        var databaseValue: DatabaseValue {
            switch self {
            case .null: .null
            case .integer(let number): number.databaseValue
            case .text(let text): text.databaseValue
            }
        }
    }
}

extension ReadTransaction {
    /// Hands every line of the export to `write`, without its line break, and returns how many rows there are.
    @discardableResult
    package func export(_ write: (String) throws -> Void) throws -> Int {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        func line(_ value: some Encodable) throws -> String {
            String(decoding: try encoder.encode(value), as: UTF8.self)
        }
        try write(try line(Export.Header(format: Export.format, schema: Schema.version)))
        var count = 0
        for table in try exportedTables() {
            let order = table.key.joined(separator: ", ")
            let rows = try Row.fetchCursor(
                database, sql: "SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name) ORDER BY \(order)")
            while let row = try rows.next() {
                let values = try row.databaseValues.map(Export.Value.init)
                let fields = Dictionary(uniqueKeysWithValues: zip(table.columns, values))
                try write(try line(Export.Line(table: table.name, row: fields)))
                count += 1
            }
        }
        try write(try line(Export.End(rows: count)))
        return count
    }

    struct ExportedTable {
        let name: String
        let columns: [String]
        let key: [String]
    }

    /// The tables that hold what cannot be computed again; sessions of browsers end with the store.
    func exportedTables() throws -> [ExportedTable] {
        let names = try String.fetchAll(
            database,
            sql: """
                SELECT name FROM sqlite_schema
                WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'activity_search%'
                    AND name <> 'web_session'
                ORDER BY rowid
                """)
        return try names.map { name in
            let columns = try String.fetchAll(
                database, sql: "SELECT name FROM pragma_table_info(?) ORDER BY cid", arguments: [name])
            let key = try String.fetchAll(
                database, sql: "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", arguments: [name])
            return ExportedTable(name: name, columns: columns, key: key)
        }
    }
}

extension WriteTransaction {
    /// Fills an empty store from the lines of an export; the caller's transaction is rolled back where a line is wrong.
    package func restore(fromExport lines: some Sequence<String>) throws {
        try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
        var restoration = ExportRestoration(database: database, tables: try reading.exportedTables())
        for line in lines { try restoration.add(line) }
        try restoration.finish()
        try indexActivities()
    }
}

/// Lines on their way back into tables.
private struct ExportRestoration {
    let database: Database
    let tables: [ReadTransaction.ExportedTable]
    private let decoder = JSONDecoder()
    private var lines = 0
    private var rows = 0
    private var isAtEnd = false

    init(database: Database, tables: [ReadTransaction.ExportedTable]) {
        self.database = database
        self.tables = tables
    }

    mutating func add(_ line: String) throws {
        lines += 1
        let data = Data(line.utf8)
        guard lines > 1 else { return try checkHeader(data) }
        guard !isAtEnd else { throw Export.Failure.badLine(lines) }
        if let row = try? decoder.decode(Export.Line.self, from: data) {
            try insert(row)
            rows += 1
        } else if let end = try? decoder.decode(Export.End.self, from: data) {
            guard end.rows == rows else { throw Export.Failure.incomplete(rows: rows) }
            isAtEnd = true
        } else {
            throw Export.Failure.badLine(lines)
        }
    }

    func finish() throws {
        guard lines > 0 else { throw Export.Failure.notAnExport }
        guard isAtEnd else { throw Export.Failure.incomplete(rows: rows) }
    }

    private func checkHeader(_ data: Data) throws {
        guard let header = try? decoder.decode(Export.Header.self, from: data), header.format == Export.format else {
            throw Export.Failure.notAnExport
        }
        guard header.schema <= Schema.version else {
            throw Export.Failure.fromFuture(schema: header.schema, known: Schema.version)
        }
    }

    private func insert(_ line: Export.Line) throws {
        guard let table = tables.first(where: { $0.name == line.table }), Set(line.row.keys) == Set(table.columns)
        else {
            throw Export.Failure.badLine(lines)
        }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO \(table.name) (\(table.columns.joined(separator: ", ")))
                VALUES (\(table.columns.map { _ in "?" }.joined(separator: ", ")))
                """)
        do {
            try statement.execute(
                arguments: StatementArguments(table.columns.map { line.row[$0]?.databaseValue ?? .null }))
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw Export.Failure.badLine(lines)
        }
    }
}
