internal import GRDB

/// Reads whose statement is compiled once for each connection: for what every action and every page asks. Compiling costs
/// more than running them.
extension Database {
    /// What `value` makes of the first row, read straight from SQLite's memory.
    func cachedRow<Value>(
        _ sql: String, _ arguments: StatementArguments, _ value: (Row) throws -> Value
    ) throws -> Value? {
        let rows = try Row.fetchCursor(try cachedStatement(sql: sql), arguments: arguments)
        return try rows.next().map(value)
    }

    /// What `value` makes of each row; it must not ask the same again meanwhile.
    func cachedRows<Value>(
        _ sql: String, _ arguments: StatementArguments, _ value: (Row) throws -> Value
    ) throws -> [Value] {
        let rows = try Row.fetchCursor(try cachedStatement(sql: sql), arguments: arguments)
        var values: [Value] = []
        while let row = try rows.next() { values.append(try value(row)) }
        return values
    }

    func cachedValue<Value: DatabaseValueConvertible>(_ sql: String, _ arguments: StatementArguments) throws -> Value? {
        try Value.fetchOne(try cachedStatement(sql: sql), arguments: arguments)
    }

    func executeCached(_ sql: String, _ arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
