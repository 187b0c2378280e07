/// Tells from a file's first bytes what it is, where it is no plain text.
enum FileSignature {
    /// The kind of a file that cannot be read as text; `nil` where it looks like text.
    static func kind(of bytes: [UInt8]) -> ImportFailure.FileKind? {
        for (signature, kind) in signatures where bytes.starts(with: signature) {
            return kind == .archive ? archiveKind(of: bytes) : kind
        }
        if startsLikeWebPage(bytes) { return .webPage }
        guard bytes.contains(0) else { return nil }
        return looksLikeUTF16(bytes) ? .utf16 : .unknownBinary
    }

    private static let signatures: [([UInt8], ImportFailure.FileKind)] = [
        ([0x50, 0x4B, 0x03, 0x04], .archive),
        ([0xD0, 0xCF, 0x11, 0xE0], .oldOffice),
        (Array("%PDF-".utf8), .pdf),
        (Array("{\\rtf".utf8), .richText),
        ([0xFF, 0xFE], .utf16),
        ([0xFE, 0xFF], .utf16),
        ([0x00, 0x00, 0xFE, 0xFF], .utf16),
    ]

    /// Office files are archives; the names of their parts stand in the text of the archive.
    private static func archiveKind(of bytes: [UInt8]) -> ImportFailure.FileKind {
        if contains(bytes, "word/") { return .wordDocument }
        if contains(bytes, "xl/") { return .excelWorkbook }
        return .archive
    }

    /// Looks at the beginning, where the first parts are, and at the end, where all parts are listed.
    private static func contains(_ bytes: [UInt8], _ name: String) -> Bool {
        let name = Array(name.utf8)
        for window in [bytes.prefix(65_536), bytes.suffix(65_536)] where window.count >= name.count {
            for start in window.startIndex...(window.endIndex - name.count)
            where bytes[start] == name[0] && bytes[start..<(start + name.count)].elementsEqual(name) {
                return true
            }
        }
        return false
    }

    private static func startsLikeWebPage(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(64), as: UTF8.self).lowercased()
        let text = Substring(start).trimmed
        return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
    }

    /// Without a mark, UTF-16 shows by the zero bytes of its Latin letters: they stand on one side of the pairs only.
    private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
        let sample = bytes.prefix(1024)
        var zeros = (even: 0, odd: 0)
        for (index, byte) in sample.enumerated() where byte == 0 {
            if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        return min(zeros.even, zeros.odd) == 0 && max(zeros.even, zeros.odd) * 5 >= sample.count
    }
}
