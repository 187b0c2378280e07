package import TrackerDomain
internal import TrackerStorage

/// What a check of the whole store has found.
package struct Verification: Sendable {
    package let path: String
    /// What SQLite finds wrong with the file; empty where it is sound.
    package let integrityProblems: [String]
    package let foreignKeyViolations: Int
    /// Tables, indexes and triggers that are missing, foreign or changed.
    package let foreignObjects: [String]
    package let history: HistoryCheck

    package var isSound: Bool {
        integrityProblems.isEmpty && foreignKeyViolations == 0 && foreignObjects.isEmpty && history.problems.isEmpty
            && history.containsHead != false
    }
}

extension Tracker {
    /// Checks the file, its references, and the hash chain of the history with the states that follow from it.
    ///
    /// - Parameter head: a hash that was noted down earlier; the check fails where the history does not have it.
    package func verify(head: String? = nil) throws(TrackerError) -> Verification {
        let (health, foreign, history) = try store.read { transaction in
            (
                try transaction.health(), try transaction.foreignObjects(),
                try transaction.checkHistory(lookingFor: head)
            )
        }
        return Verification(
            path: store.path, integrityProblems: health.integrity, foreignKeyViolations: health.foreignKeyViolations,
            foreignObjects: foreign, history: history)
    }
}
