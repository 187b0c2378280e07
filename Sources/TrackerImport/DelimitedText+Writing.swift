package import TrackerDomain

extension DelimitedText {
    /// One record with its line end (CRLF, RFC 4180); fields with separators, quotes, line breaks or outer spaces are
    /// quoted. A field is written as it is, also where a spreadsheet would take it for a formula.
    ///
    /// ```swift
    /// DelimitedText.line(["1", "Sở Văn hóa, Thể thao và Du lịch"])  // "1,\"Sở Văn hóa, Thể thao và Du lịch\"\r\n"
    /// ```
    package static func line(_ fields: [String], separator: Unicode.Scalar = ",") -> String {
        let separatorByte = UInt8(ascii: separator)
        var line = ""
        for (index, field) in fields.enumerated() {
            if index > 0 { line.unicodeScalars.append(separator) }
            line += needsQuotes(field, separator: separatorByte) ? quoted(field) : field
        }
        if fields == [""] { line = "\"\"" }
        return line + "\r\n"
    }

    /// An appendix as a file that ``ImportPipeline`` reads back unchanged: a header row and one record a row.
    package static func appendix(_ rows: some Sequence<AppendixRow>, separator: Unicode.Scalar = ",") -> String {
        var text = line(AppendixColumn.allCases.map(\.heading), separator: separator)
        for row in rows { text += line(AppendixColumn.allCases.map { row[$0] }, separator: separator) }
        return text
    }

    private static func needsQuotes(_ field: String, separator: UInt8) -> Bool {
        let bytes = field.utf8
        if bytes.first == UInt8(ascii: " ") || bytes.last == UInt8(ascii: " ") { return true }
        return bytes.contains { byte in
            byte == separator || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
    }

    private static func quoted(_ field: String) -> String {
        var text = "\""
        for scalar in field.unicodeScalars {
            if scalar == "\"" { text += "\"" }
            text.unicodeScalars.append(scalar)
        }
        return text + "\""
    }
}
