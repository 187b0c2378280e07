package import TrackerDomain
package import TrackerStorage

/// The tracker: every use case is a method, in a file of its own. Commands, requests and pages call it and render what
/// it returns; no rule lives outside.
package struct Tracker: Sendable {
    let store: Store
    let ambient: Ambient

    package init(store: Store, ambient: Ambient) {
        self.store = store
        self.ambient = ambient
    }

    /// Opens the store at a path.
    package init(path: String, opening: Store.Opening, ambient: Ambient) throws(TrackerError) {
        self.init(store: try Store(path: path, opening: opening), ambient: ambient)
    }

    /// Today in Vietnam, by the ambient clock.
    package var today: CivilDate { ambient.today }
}
