import Foundation
import TrackerDomain
import TrackerOutput
import TrackerPayloads
import TrackerService

/// What a command needs from the world: the streams, the width of the terminal, the clock, the store.
struct CommandContext {
    let options: GlobalOptions

    init(_ options: GlobalOptions) {
        self.options = options
    }

    var language: Language { options.lang }

    var ambient: Ambient { options.today.map(Ambient.standing(at:)) ?? .live }

    /// The path of the store.
    var storePath: String {
        options.store ?? ProcessInfo.processInfo.environment["PHULUC_STORE"] ?? "phuluc.sqlite"
    }

    /// The tracker over a store that must exist.
    func tracker() throws(TrackerError) -> Tracker {
        try Tracker(path: storePath, ambient: ambient)
    }

    /// Whether no store is there yet.
    var storeIsMissing: Bool { !FileManager.default.fileExists(atPath: storePath) }

    /// The tracker over a store that is created where it is missing.
    func importingTracker() throws(TrackerError) -> Tracker {
        try Tracker(path: storePath, createsStore: true, ambient: ambient)
    }

    /// A tracker over nothing that leaves no file behind, to try things out where no store is there yet.
    func passingTracker() throws(TrackerError) -> Tracker {
        try Tracker(path: ":memory:", createsStore: true, ambient: ambient)
    }

    /// The tracker whose calendar or directory is asked: that of the store, or where nobody named one and none is there yet, the one
    /// that a new store would have.
    func referenceTracker() throws(TrackerError) -> Tracker {
        let isNamed = options.store != nil || ProcessInfo.processInfo.environment["PHULUC_STORE"] != nil
        return storeIsMissing && !isNamed ? try passingTracker() : try tracker()
    }

    /// The tracker over the store, where one is there.
    func trackerIfPresent() throws(TrackerError) -> Tracker? {
        storeIsMissing ? nil : try tracker()
    }

    /// A table of ours, with its name and bytes.
    func table(at path: String) throws(TrackerError) -> (name: String, bytes: [UInt8]) {
        (path, try ImportSource.bytes(of: path))
    }

    /// A list request from the options that lists have.
    func request(
        _ filter: FilterOptions, page: PageOptions, stage: Stage? = nil, with tracker: Tracker
    ) throws(TrackerError) -> ListRequest {
        var request = ListRequest(asOf: options.asOf, after: page.after, limit: page.limit)
        let plan = try filter.plan.map { name throws(TrackerError) in try tracker.plan(named: name) }
        request.filter.plan = plan?.id
        request.filter.agency = try filter.agency.map { name throws(TrackerError) in
            try tracker.agency(named: name, in: plan?.territory, on: options.asOf).id
        }
        request.filter.section = filter.section
        request.filter.stage = stage
        request.filter.year = filter.year
        request.filter.text = filter.search?.precomposed
        return request
    }

    /// How text is laid out on standard output.
    var textStyle: TextStyle {
        TextStyle(language: language, width: StandardStreams.width, usesColour: StandardStreams.out.isTerminal)
    }

    /// Why a result cannot be written as CSV.
    static let notAList = TrackerError.invalidInput(
        name: "--format", value: "csv",
        hint: LocalizedText(
            vi: "lệnh này không phải danh sách; dùng text hoặc json.",
            en: "this command gives no list; use text or json."))

    /// Writes a result in the format that was asked for.
    func write(_ result: some Rendering) throws(TrackerError) {
        switch options.format {
        case .text:
            StandardStreams.out.write(result.text(textStyle))
        case .json:
            StandardStreams.out.write(JSONText.encode(result.json(language)) + "\n")
        case .csv:
            guard let records = result.csv(language) else { throw Self.notAList }
            StandardStreams.out.write(records.map(CSVText.line).joined())
        }
    }
}
