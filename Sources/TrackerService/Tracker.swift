internal import Logging
package import TrackerDomain
internal import TrackerStorage

/// The tracker: every use case is a method, in a file of its own. Commands, requests and pages call it and render what
/// it returns; no rule lives outside.
package struct Tracker: Sendable {
    let store: Store
    let changes: WriteGroup
    let ambient: Ambient

    /// Opens the store at a path; with `createsStore` it is created where it is missing.
    ///
    /// - Parameters:
    ///   - readers: how many threads may read at once, beside one that writes; 0 for a program that does one thing at a time.
    ///   - report: is told the details of failures that nobody foresaw.
    package init(
        path: String, createsStore: Bool = false, readers: Int = 0, ambient: Ambient,
        report: @escaping @Sendable (String) -> Void = Self.log
    ) throws(TrackerError) {
        store = try Store(
            path: path, opening: createsStore ? .creating : .existing, readers: readers, report: report)
        changes = WriteGroup(store: store)
        self.ambient = ambient
    }

    /// Writes the details of an unforeseen failure to the log on standard error.
    package static let log: @Sendable (String) -> Void = { details in
        Logger(label: "phuluc.store") { StreamLogHandler.standardError(label: $0) }
            .error("unexpected failure", metadata: ["details": "\(details)"])
    }

    /// A number that differs from what it was before as soon as anybody has changed the store, in whatever process.
    package func changeCount() throws(TrackerError) -> Int { try store.changeCount() }

    /// Milliseconds since 1970-01-01T00:00:00Z, by the ambient clock.
    package var now: Int64 { ambient.now() }

    /// Today in Vietnam, by the ambient clock.
    package var today: CivilDate { ambient.today }
}
