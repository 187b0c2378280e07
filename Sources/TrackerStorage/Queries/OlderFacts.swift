internal import GRDB
package import TrackerDomain

// Successions follow from the directory, whatever is recorded of an obligation. A fact of an earlier day therefore goes in
// before them, and they are followed again afterwards.

extension ReadTransaction {
    /// How an obligation stood on a day, where nothing but successions has changed it since; otherwise `nil`. It has the
    /// version of today, so that the next change goes on from there.
    package func beforeSuccessions(_ obligation: Obligation, on day: CivilDate) throws -> Obligation? {
        let names = StateColumns.names.joined(separator: ", ")
        guard
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT \(names) FROM obligation_past
                    WHERE id = :id AND since <= :day AND until > :day AND NOT EXISTS (
                        SELECT 1 FROM event WHERE sequence IN \(EventChain.sequences(ofObligation: ":id"))
                            AND counts_on > :day AND action <> 'comment'
                            AND (action <> 'reassign' OR cause <> 'succession'))
                    """, arguments: ["id": obligation.id, "day": day.description])
        else { return nil }
        var earlier = obligation
        earlier.state = try StateColumns.state(from: row, at: 0)
        earlier.state.version = obligation.state.version
        return earlier
    }
}

extension WriteTransaction {
    /// Ends the past of an obligation on a day: what counted from then on is about to be replaced.
    package func endPast(of obligation: Int64, on day: CivilDate) throws {
        try database.execute(
            sql: "DELETE FROM obligation_past WHERE id = ? AND since >= ?", arguments: [obligation, day.description])
        try database.execute(
            sql: "UPDATE obligation_past SET until = ?2 WHERE id = ?1 AND until > ?2",
            arguments: [obligation, day.description])
    }
}
