package import TrackerDomain
internal import TrackerImport
internal import TrackerStorage

/// How a file is imported.
package struct ImportOptions: Sendable {
    /// Show what would happen and change nothing.
    package var isDryRun = false
    /// Refuse a file about which there is anything to warn.
    package var isStrict = false
    /// The day from which obligations are followed; the plan's day of issue where it is `nil`.
    package var trackFrom: CivilDate?

    package init() {}
}

extension Tracker {
    /// Imports a plan, or applies a revised edition of it, in one transaction.
    ///
    /// The same file again changes nothing. A revised file adds, changes and takes out rows; what was recorded for a row
    /// stays with it. With a token only the standing agency of the plan may do it.
    package func importPlan(
        from source: ImportSource, options: ImportOptions = .init(), access: AccessToken? = nil
    ) throws(TrackerError) -> ImportReport {
        try importPlan(from: source, options: options, access: access) { report, _ in report }
    }

    /// The same for a client that may send it again under its key: it is done once, and answered alike.
    package func importPlan(
        from source: ImportSource, options: ImportOptions, access: AccessToken, key: RequestKey?,
        answer: (ImportReport) -> StoredAnswer
    ) throws(TrackerError) -> ActionAnswer {
        if let earlier = try earlierAnswer(to: key) { return earlier }
        let now = ambient.now()
        return try importPlan(from: source, options: options, access: access) { report, transaction in
            try Self.answered(answer(report), to: key, at: now, in: transaction)
        }
    }

    /// - Parameter finish: makes the result of the report, in the transaction that has written; a dry run has none.
    private func importPlan<Result>(
        from source: ImportSource, options: ImportOptions, access: AccessToken?,
        finish: (ImportReport, WriteTransaction?) throws -> Result
    ) throws(TrackerError) -> Result {
        try Self.requireAccess(.importPlans, of: access)
        var source = source
        source.territory = source.territory ?? access?.agency?.territory
        if let access, source.territory != access.agency?.territory {
            throw .forbiddenForOthers(.importPlans, access.agency)
        }
        let (draft, header) = try source.draft(isStrict: options.isStrict)
        let known = source
        let session = try store.read { transaction in
            let session = try ImportSession(
                source: known, header: header, draft: draft, options: options,
                reference: try Self.referenceData(in: transaction), ambient: ambient, in: transaction)
            if let access, try session.keeper(on: today, in: transaction) != access.agency {
                throw TrackerError.forbiddenForOthers(.importPlans, access.agency)
            }
            return session
        }
        if options.isDryRun {
            return try store.read { try finish(try session.report(comparedWith: $0), nil) }
        }
        return try store.write { transaction in
            try Self.fillReferenceData(in: transaction)
            return try finish(try session.apply(to: transaction), transaction)
        }
    }
}

extension ImportSource {
    /// Checks whether the file can be imported, before there is a store to import it into.
    package func check(_ options: ImportOptions) throws(TrackerError) {
        _ = try draft(isStrict: options.isStrict)
    }

    /// What the file says, and the plan's header, which must be complete.
    func draft(isStrict: Bool) throws(TrackerError) -> (draft: PlanDraft, header: PlanHeader) {
        let draft: PlanDraft
        do throws(ImportFailure) {
            draft = try ImportPipeline.draft(of: bytes, named: path, header: header)
        } catch {
            throw .importRefused(file: path, reasons: [error.localized])
        }
        return (draft, try Self.header(of: draft, file: path, isStrict: isStrict))
    }

    private static func header(
        of draft: PlanDraft, file: String, isStrict: Bool
    ) throws(TrackerError) -> PlanHeader {
        let errors = draft.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty, let header = draft.header.complete else {
            let reasons = errors.map { error in
                func words(_ language: Language) -> String {
                    (error.line.map { language(vi: "dòng \($0): ", en: "line \($0): ") } ?? "")
                        + error.words(in: language)
                }
                return LocalizedText(vi: words(.vi), en: words(.en))
            }
            throw .importRefused(file: file, reasons: reasons)
        }
        let warnings = draft.diagnostics.count { $0.severity == .warning }
        guard !isStrict || warnings == 0 else { throw .importNotStrict(file: file, problems: warnings) }
        return header
    }
}
