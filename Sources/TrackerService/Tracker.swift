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
    package init(path: String, createsStore: Bool = false, ambient: Ambient) throws(TrackerError) {
        store = try Store(path: path, opening: createsStore ? .creating : .existing) { details in
            Logger(label: "phuluc.store") { StreamLogHandler.standardError(label: $0) }
                .error("unexpected failure", metadata: ["details": "\(details)"])
        }
        changes = WriteGroup(store: store)
        self.ambient = ambient
    }

    /// Today in Vietnam, by the ambient clock.
    package var today: CivilDate { ambient.today }
}
