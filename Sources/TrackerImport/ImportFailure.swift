/// Why a file could not be read at all. Everything that leaves something to import is a ``Diagnostic`` instead.
package enum ImportFailure: Error, Hashable, Sendable {
    /// What a file is that is no text.
    package enum FileKind: Hashable, Sendable, CaseIterable {
        /// Word (.docx).
        case wordDocument
        /// Excel (.xlsx).
        case excelWorkbook
        /// A Word or Excel file of before 2007 (.doc, .xls).
        case oldOffice
        case pdf
        case richText
        case webPage
        /// A ZIP archive of another kind.
        case archive
        /// UTF-16 or UTF-32, "Unicode" in the Save As window of Windows.
        case utf16
        case unknownBinary
    }

    /// The file has more bytes than the limit; it was not read.
    case tooLarge(bytes: Int, limit: Int)
    /// No bytes, or nothing but whitespace.
    case empty
    case notText(FileKind)
    /// The byte at this offset (from 0), in this line (from 1), is not UTF-8.
    case notUTF8(offset: Int, line: Int)
    /// A quote is opened in this line and never closed.
    case unclosedQuote(line: Int)
    /// Text follows a closing quote.
    case textAfterQuote(line: Int)
    /// The header row in this line lacks required columns.
    case columnsMissing(line: Int, missing: [AppendixColumn])
    /// A text without an appendix.
    case noAppendix
    /// The heading "PHỤ LỤC" stands in this line, and no table of tasks behind it.
    case noTable(line: Int)
    /// The header row in this line has no rows under it.
    case noRows(line: Int)

    /// The line that the failure is about, counted from 1; `nil` where it is the file as a whole.
    package var line: Int? {
        switch self {
        case .tooLarge, .empty, .notText, .noAppendix: nil
        case .notUTF8(_, let line), .unclosedQuote(let line), .textAfterQuote(let line), .columnsMissing(let line, _),
            .noTable(let line), .noRows(let line):
            line
        }
    }
}
