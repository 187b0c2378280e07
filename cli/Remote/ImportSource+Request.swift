import Foundation
import TrackerDomain
import TrackerImport
import TrackerService

extension ServerRequest {
    /// Importing a plan: the file with all that is known of it besides.
    init(importing source: ImportSource, _ options: ImportOptions, showsAllRows: Bool) {
        let (header, settings) = (source.header, source.settings)
        self.init(
            posting: Data(source.bytes), as: "text/plain", to: "/v1/plans",
            [
                ("dryRun", options.isDryRun.ifSet), ("strict", options.isStrict.ifSet),
                ("trackFrom", options.trackFrom?.description), ("number", header.number?.description),
                ("parent", header.parent?.description), ("issuer", header.issuer),
                ("issued", header.issued?.description), ("title", header.title),
                ("firstYear", header.years.map { String($0.lowerBound) }),
                ("lastYear", header.years.map { String($0.upperBound) }), ("territory", source.territory),
                ("standingAgency", source.standingAgency), ("regime", settings.regime),
                ("beforeIncludesDay", settings.beforeIncludesDay.map(String.init)),
                ("moveToWorkingDay", settings.movesToWorkingDay.map(String.init)), ("file", source.path),
                ("all", showsAllRows.ifSet),
            ])
    }
}
