package import TrackerDomain
package import TrackerService

/// A periodic report in JSON: its period, the days whose data it tells, its due date.
package struct ReportPayload: Encodable, Sendable {
    package let period: String
    package let dataFrom: String
    package let dataUntil: String
    package let due: String
    /// Where the due date is told as it takes effect too.
    package let effectiveDue: String?

    package init(_ report: PeriodicReport, effectiveDue: CivilDate? = nil) {
        period = report.period.description
        dataFrom = report.data.lowerBound.description
        dataUntil = report.data.upperBound.description
        due = report.due.description
        self.effectiveDue = effectiveDue?.description
    }
}

/// The report that a regime gathers progress for.
package struct GatheredReportPayload: Encodable, Sendable {
    package let regime: String
    package let since: String
    package let report: ReportPayload

    package init(_ gathered: GatheredReport) {
        regime = gathered.regime.id
        since = gathered.since.description
        report = ReportPayload(gathered.report)
    }
}

extension ReportPayload: DirectlyEncodable {
    var json: JSONObjectText {
        var json = JSONObjectText()
        json.add("dataFrom", dataFrom)
        json.add("dataUntil", dataUntil)
        json.add("due", due)
        if let effectiveDue { json.add("effectiveDue", effectiveDue) }
        json.add("period", period)
        return json
    }
}

extension GatheredReportPayload: DirectlyEncodable {
    var json: JSONObjectText {
        var json = JSONObjectText()
        json.add("regime", regime)
        json.add("report", report.json)
        json.add("since", since)
        return json
    }
}
