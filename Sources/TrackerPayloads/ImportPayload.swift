package import TrackerDomain
internal import TrackerImport
package import TrackerService

/// What an import has done, or would do, as programs read it.
package struct ImportPayload: Encodable, Sendable {
    package let file: String
    package let outcome: String
    package let dryRun: Bool
    package let number: String
    package let issuer: String
    package let issued: String
    package let title: String
    package let period: String
    package let territory: String
    @Nullable package var standingAgency: String?
    package let trackedFrom: String
    package let sections: Int
    package let rows: [Row]
    package let removed: [String]
    package let added: Int
    package let changed: Int
    package let unchanged: Int
    package let obligationsAdded: Int
    package let obligationsWithdrawn: Int
    package let deadlinesChanged: Int
    package let beforeTracking: Int
    package let moved: Int
    package let merged: Int
    package let orphaned: Int
    package let diagnostics: [Diagnostic]

    package struct Diagnostic: Encodable, Sendable {
        package let file: String
        @Nullable package var line: Int?
        package let severity: String
        package let message: String
    }

    package struct Row: Encodable, Sendable {
        package let line: Int
        package let place: String
        package let status: String
        package let task: String
        package let deadlineText: String
        package let deadlineKind: String
        package let deadlineWords: String
        package let leads: [String]
        package let cooperating: [String]
        @Nullable package var condition: String?
        package let complete: Bool
        package let questions: [String]
        package let obligations: Int
    }

    package init(_ report: ImportReport, in language: Language) {
        let plan = report.plan
        let context = plan.deadlineContext(under: report.settings)
        file = report.file
        outcome = report.outcome.rawValue
        dryRun = report.isDryRun
        number = plan.number.description
        issuer = plan.issuer
        issued = plan.issued.description
        title = plan.title
        period = plan.period
        territory = report.territory
        standingAgency = report.standingAgency?.id.description
        trackedFrom = report.trackedFrom.description
        sections = report.sections
        rows = report.rows.map { Row($0, context, in: language) }
        removed = report.removed.map(\.place)
        added = report.count(.added)
        changed = report.count(.changed)
        unchanged = report.count(.unchanged)
        obligationsAdded = report.obligations.added
        obligationsWithdrawn = report.obligations.withdrawn
        deadlinesChanged = report.obligations.deadlineChanged
        beforeTracking = report.obligations.beforeTracking
        moved = report.successions.moved
        merged = report.successions.merged
        orphaned = report.successions.orphaned
        diagnostics = report.diagnostics.map {
            Diagnostic(file: $0.file, line: $0.line, severity: "\($0.severity)", message: $0.words(in: language))
        }
    }
}

extension ImportPayload.Row {
    fileprivate init(_ row: RowReport, _ context: DeadlineContext, in language: Language) {
        let reading = row.reading
        self.init(
            line: row.line, place: reading.row.place, status: row.status.rawValue, task: reading.row.task,
            deadlineText: reading.row.deadline, deadlineKind: reading.deadline.kind.rawValue,
            deadlineWords: reading.deadline.words(in: language, context: context),
            leads: reading.leads.map { $0.match.agency?.id.description ?? "?" },
            cooperating: reading.cooperating.map { $0.match.agency?.id.description ?? "?" },
            condition: reading.condition, complete: reading.row.isComplete,
            questions: reading.questions.map(\.kind.rawValue), obligations: row.obligations)
    }
}
