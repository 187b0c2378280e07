/// From a file's bytes to a draft of a plan. The stages, each of which has a type of its own:
///
/// 1. **Text** (``SourceText``): refuses what is too large, empty, binary or not UTF-8; takes off the byte order mark,
///    composes (NFC) and unifies line ends. Line numbers stay those of the file.
/// 2. **Form**: a delimited table by its file name (`.csv`, `.tsv`, `.tab`) or by a header row near the beginning
///    (``DelimitedReader``); any other text is a document with an appendix (``AppendixTextReader``).
/// 3. **Cells**: columns are known by name (``ColumnSynonyms``), in any order. Cells are kept word for word, with their
///    line breaks; only whitespace around them goes.
/// 4. **Rows** (``RowAssembler``): section headings are told from rows, numbering is checked, rows that break off are
///    kept and marked.
/// 5. **Header** (``HeaderReader``): what the document says of itself, overridden by what the caller gives.
///
/// A stage fails only where nothing is left to import; everything else is reported in one list, and the caller stores
/// nothing while there is an error in it. ``ImportComparison`` then says what the rows would change in a stored plan.
package enum ImportPipeline {
    /// Drafts a plan. `header` is what is known besides the file, from a `plan.json` or the command line; its fields
    /// count more than those in the text.
    package static func draft(
        of bytes: [UInt8], named fileName: String, header: PlanHeaderDraft? = nil
    ) throws(ImportFailure) -> PlanDraft {
        let source = try SourceText(bytes)
        let reading = try read(source, file: fileName)
        let given = header ?? PlanHeaderDraft()
        let complete = reading.header.header.overridden(by: given)
        var diagnostics = reading.diagnostics
        diagnostics += headerFindings(reading.header, given: given, file: fileName)
        if !complete.missing.isEmpty {
            diagnostics.append(
                Diagnostic(file: fileName, line: nil, code: .headerIncomplete(missing: complete.missing)))
        }
        return PlanDraft(header: complete, rows: reading.rows, diagnostics: sorted(diagnostics))
    }

    private static func read(_ source: SourceText, file: String) throws(ImportFailure) -> TableReading {
        let delimited = DelimitedReader(source, file: file)
        let lowered = file.lowercased()
        if [".csv", ".tsv", ".tab"].contains(where: lowered.hasSuffix) || delimited.recognisesText {
            return try delimited.read()
        }
        var reader = AppendixTextReader(source, file: file)
        return try reader.read()
    }

    private static func headerFindings(
        _ reading: HeaderReader.Reading, given: PlanHeaderDraft, file: String
    ) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for disagreement in reading.disagreements where given.text(of: disagreement.field) == nil {
            let code = Diagnostic.Code.headerDisagrees(
                field: disagreement.field, taken: disagreement.taken, other: disagreement.other)
            findings.append(Diagnostic(file: file, line: disagreement.line, code: code))
        }
        for field in PlanHeaderField.allCases {
            guard let document = reading.header.text(of: field), let given = given.text(of: field), document != given
            else { continue }
            let code = Diagnostic.Code.headerOverridden(field: field, document: document, given: given)
            findings.append(Diagnostic(file: file, line: nil, code: code))
        }
        return findings
    }

    /// By line, those about the whole file first; findings of one line in the order in which they were made.
    private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.enumerated()
            .sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
            .map(\.element)
    }
}
