internal import TrackerDomain
package import TrackerService

/// Successions that were recorded, and what has become of the obligations, as programs read it.
package struct SuccessionReportPayload: Encodable, Sendable {
    package let recorded: [SuccessionPayload]
    package let obligations: [Line]
    package let moved: Int
    package let merged: Int
    package let orphaned: Int
    package let dryRun: Bool
    package let asOf: String

    package struct Line: Encodable, Sendable {
        package let id: Int64
        package let plan: String
        package let section: String
        package let ordinal: String
        package let period: String
        package let agency: String
        package let on: String
        /// "moved", "merged", "orphaned".
        package let outcome: String
        @Nullable package var heir: String?
        @Nullable package var mergedInto: Int64?
    }

    package init(_ report: SuccessionReport) {
        recorded = report.recorded.map(SuccessionPayload.init)
        obligations = report.lines.map(Line.init)
        moved = report.counts.moved
        merged = report.counts.merged
        orphaned = report.counts.orphaned
        dryRun = report.isDryRun
        asOf = report.asOf.description
    }
}

extension SuccessionReportPayload.Line {
    fileprivate init(_ line: SuccessionReport.Line) {
        let entry = line.before
        let (outcome, heir, other): (String, AgencyID?, Int64?) =
            switch line.outcome {
            case .moved(let heir): ("moved", heir, nil)
            case .merged(let other): ("merged", nil, other)
            case .orphaned: ("orphaned", nil, nil)
            }
        self.init(
            id: entry.obligation.id, plan: entry.planNumber, section: entry.sectionOrdinal, ordinal: entry.ordinal,
            period: entry.obligation.period, agency: line.succession.from.description,
            on: line.succession.on.description, outcome: outcome, heir: heir?.description, mergedInto: other)
    }
}
