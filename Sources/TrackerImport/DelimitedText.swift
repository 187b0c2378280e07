/// Comma- or tab-separated values (RFC 4180): fields may be quoted, and a quoted field may hold separators, doubled
/// quotes and line breaks. Line ends are LF, CRLF or CR.
///
/// ```swift
/// try DelimitedText.records(in: "STT,Chủ trì\n1,\"Sở Văn hóa, Thể thao và Du lịch\"\n", separator: ",")
/// ```
package enum DelimitedText {
    /// One record with the number of its first line in the file, counted from 1.
    package struct Record: Hashable, Sendable {
        package let line: Int
        package let fields: [String]

        package init(line: Int, fields: [String]) {
            self.line = line
            self.fields = fields
        }
    }

    /// A quote that is opened in `line` and never closed, or text that follows a closing quote.
    package enum Failure: Error, Hashable {
        case unclosedQuote(line: Int)
        case textAfterQuote(line: Int)
    }

    /// Reads all records; empty lines are left out.
    package static func records(
        in text: String, separator: Unicode.Scalar
    ) throws(Failure) -> [Record] {
        var scanner = Scanner(bytes: Array(text.utf8), separator: UInt8(ascii: separator))
        var records: [Record] = []
        while let record = try scanner.nextRecord() {
            if record.fields != [""] { records.append(record) }
        }
        return records
    }

    /// The first records, up to the limit or to the first mistake: enough to find a header row in.
    package static func leadingRecords(in text: String, separator: Unicode.Scalar, limit: Int) -> [Record] {
        var scanner = Scanner(bytes: Array(text.utf8.prefix(leadingBytes)), separator: UInt8(ascii: separator))
        var records: [Record] = []
        while records.count < limit, let record = try? scanner.nextRecord() {
            if record.fields != [""] { records.append(record) }
        }
        return records
    }

    private static let leadingBytes = 65_536

    private struct Scanner {
        let bytes: [UInt8]
        let separator: UInt8
        var position = 0
        var line = 1

        static let quote = UInt8(ascii: "\"")
        static let lineFeed = UInt8(ascii: "\n")
        static let carriageReturn = UInt8(ascii: "\r")

        mutating func nextRecord() throws(Failure) -> Record? {
            guard position < bytes.count else { return nil }
            let firstLine = line
            var fields: [String] = []
            while true {
                fields.append(try nextField())
                guard position < bytes.count else { break }
                if bytes[position] == separator {
                    position += 1
                    continue
                }
                skipLineEnd()
                break
            }
            return Record(line: firstLine, fields: fields)
        }

        private mutating func nextField() throws(Failure) -> String {
            guard position < bytes.count, bytes[position] == Self.quote else { return plainField() }
            return try quotedField()
        }

        private mutating func plainField() -> String {
            let start = position
            while position < bytes.count, !endsField(bytes[position]) { position += 1 }
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }

        private mutating func quotedField() throws(Failure) -> String {
            let openedOn = line
            var content: [UInt8] = []
            position += 1
            while position < bytes.count {
                let byte = bytes[position]
                if byte == Self.quote {
                    position += 1
                    guard position < bytes.count, bytes[position] == Self.quote else {
                        guard position == bytes.count || endsField(bytes[position]) else {
                            throw .textAfterQuote(line: line)
                        }
                        return String(decoding: content, as: UTF8.self)
                    }
                } else if byte == Self.lineFeed {
                    line += 1
                }
                content.append(bytes[position])
                position += 1
            }
            throw .unclosedQuote(line: openedOn)
        }

        private func endsField(_ byte: UInt8) -> Bool {
            byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
        }

        private mutating func skipLineEnd() {
            if bytes[position] == Self.carriageReturn {
                position += 1
                if position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
            } else {
                position += 1
            }
            line += 1
        }
    }
}
