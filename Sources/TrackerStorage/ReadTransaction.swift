internal import GRDB
internal import TrackerDomain

/// The questions that can be asked of the store; each is a method in `Queries/`.
package struct ReadTransaction {
    let database: Database
}

/// The changes that can be made to the store, inside one transaction; each is a method in `Queries/`.
package struct WriteTransaction {
    let database: Database

    /// The same transaction, for reading.
    package var reading: ReadTransaction { ReadTransaction(database: database) }

    /// Runs one of several changes that are committed together: where it throws, only its own writes are undone.
    package func step<Value>(_ body: (WriteTransaction) throws -> Value) throws -> Value {
        var result: Value?
        try database.inSavepoint {
            result = try body(self)
            return .commit
        }
        guard let result else { throw TrackerError.internal }
        return result
    }
}
