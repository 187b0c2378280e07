/// Reads a plan from comma-, tab- or semicolon-separated text, with the columns in any order.
///
/// The separator is the one under which the header row has most known columns. Lines above the header row (a title, as
/// spreadsheets have it) are read as the document's heading.
struct DelimitedReader {
    private let source: SourceText
    private let file: String

    private static let separators: [Unicode.Scalar] = [",", "\t", ";"]
    private static let headerDepth = 20

    private struct Header {
        let separator: Unicode.Scalar
        /// The position among the records.
        let index: Int
        let line: Int
        let layout: ColumnLayout
    }

    init(_ source: SourceText, file: String) {
        self.source = source
        self.file = file
    }

    /// Whether the text has a header row of a delimited table near its beginning.
    var recognisesText: Bool { (findHeader()?.layout.knownCount ?? 0) >= 3 }

    func read() throws(ImportFailure) -> TableReading {
        guard let header = findHeader() else {
            // A quote that is never closed may hide the header row: then that is what to mend.
            _ = try records(separator: ",")
            throw .columnsMissing(line: 1, missing: AppendixColumn.required)
        }
        guard header.layout.missing.isEmpty else {
            throw .columnsMissing(line: header.line, missing: header.layout.missing)
        }
        let records = try records(separator: header.separator)
        var assembler = RowAssembler(file: file)
        assembler.begin(header.layout, line: header.line)
        for record in records.dropFirst(header.index + 1) {
            let row = CellRow(line: record.line, cells: record.fields.map { $0[...] })
            let followsHeader = record.line == records[header.index].line + 1
            if (followsHeader && row.isColumnNumbering) || record.fields == records[header.index].fields { continue }
            assembler.add(row.cells, line: row.line, layout: header.layout)
        }
        assembler.finish()
        guard !assembler.rows.isEmpty else { throw .noRows(line: header.line) }
        let head = records.prefix(header.index).map { $0.fields.joined(separator: " ")[...] }
        return TableReading(
            rows: assembler.rows, diagnostics: assembler.diagnostics, header: HeaderReader(lines: head).read())
    }

    private func records(separator: Unicode.Scalar) throws(ImportFailure) -> [DelimitedText.Record] {
        do throws(DelimitedText.Failure) {
            return try DelimitedText.records(in: source.text, separator: separator)
        } catch {
            switch error {
            case .unclosedQuote(let line): throw .unclosedQuote(line: line)
            case .textAfterQuote(let line): throw .textAfterQuote(line: line)
            }
        }
    }

    private func findHeader() -> Header? {
        var best: Header?
        for separator in Self.separators {
            let records = DelimitedText.leadingRecords(in: source.text, separator: separator, limit: Self.headerDepth)
            for (index, record) in records.enumerated() where record.fields.count >= 2 {
                let layout = ColumnLayout(header: record.fields.map { $0[...] })
                guard layout.knownCount >= 2, layout.knownCount > best?.layout.knownCount ?? 0 else { continue }
                best = Header(separator: separator, index: index, line: record.line, layout: layout)
            }
        }
        return best
    }
}
