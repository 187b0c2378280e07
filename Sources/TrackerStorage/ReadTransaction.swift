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
}
