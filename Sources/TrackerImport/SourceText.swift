import Foundation

/// A file's text made uniform: UTF-8 without a byte order mark, NFC, line feeds only; lines are those of the file.
package struct SourceText: Sendable {
    /// The greatest file that is read, 32 MiB: some two hundred times a large plan. Callers refuse by the size of the
    /// file, before they read it.
    package static let sizeLimit = 32 * 1024 * 1024

    /// The whole text.
    package let text: String
    private let lineStarts: [String.Index]

    /// Decodes a file's bytes.
    package init(_ bytes: [UInt8]) throws(ImportFailure) {
        guard bytes.count <= Self.sizeLimit else {
            throw .tooLarge(bytes: bytes.count, limit: Self.sizeLimit)
        }
        if let kind = FileSignature.kind(of: bytes) { throw .notText(kind) }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard let decoded = String(validating: body, as: UTF8.self) else {
            throw Self.invalidByte(in: bytes)
        }
        var composed = Self.needsComposing(decoded) ? Self.composed(decoded) : decoded
        if composed.utf8.contains(UInt8(ascii: "\r")) { composed = Self.withLineFeeds(composed) }
        composed.makeContiguousUTF8()
        guard !composed[...].isBlank else { throw .empty }
        text = composed
        lineStarts = Self.starts(in: composed)
    }

    /// How many lines there are; text behind the last line feed is a line.
    package var lineCount: Int { lineStarts.count }

    /// A line by its index from 0, without its line feed.
    package func line(_ index: Int) -> Substring {
        text[lineStarts[index]..<end(ofLine: index)]
    }

    /// The text from the first of these lines to the last, without the last line feed.
    package func lines(_ indexes: ClosedRange<Int>) -> Substring {
        text[lineStarts[indexes.lowerBound]..<end(ofLine: indexes.upperBound)]
    }

    private func end(ofLine index: Int) -> String.Index {
        index + 1 < lineStarts.count ? text.utf8.index(before: lineStarts[index + 1]) : text.endIndex
    }

    private static func starts(in text: String) -> [String.Index] {
        let utf8 = text.utf8
        var starts = [utf8.startIndex]
        var index = utf8.startIndex
        while index < utf8.endIndex {
            let isLineFeed = utf8[index] == UInt8(ascii: "\n")
            index = utf8.index(after: index)
            if isLineFeed { starts.append(index) }
        }
        return starts
    }

    /// Whether a text may not be in NFC. The ranges here hold no scalar that composition changes or combines, and all
    /// of Vietnamese as it is usually written, so that the costly way is for those texts only that need it.
    private static func needsComposing(_ text: String) -> Bool {
        !text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0..<0x300, 0x1E00...0x1EFF, 0x2002...0x2064: true
            default: false
            }
        }
    }

    /// The text in NFC. Foundation's mapping takes time that grows with the square of the length (Swift 6.3, Linux), so
    /// it gets pieces: nothing composes across the place before an ASCII character.
    private static func composed(_ text: String) -> String {
        let utf8 = text.utf8
        var result = ""
        result.reserveCapacity(utf8.count)
        var start = utf8.startIndex
        while start < utf8.endIndex {
            let earliest = utf8.index(start, offsetBy: pieceLength, limitedBy: utf8.endIndex) ?? utf8.endIndex
            let latest = utf8.index(earliest, offsetBy: pieceLength, limitedBy: utf8.endIndex) ?? utf8.endIndex
            let safe = utf8[earliest..<latest].firstIndex { $0 < 0x80 } ?? latest
            let end = safe == utf8.endIndex ? safe : text.scalarBoundary(atOrBefore: safe)
            result += text[start..<end].precomposedStringWithCanonicalMapping
            start = end
        }
        return result
    }

    private static let pieceLength = 4096

    private static func withLineFeeds(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var followsReturn = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\r") {
                bytes.append(UInt8(ascii: "\n"))
            } else if byte != UInt8(ascii: "\n") || !followsReturn {
                bytes.append(byte)
            }
            followsReturn = byte == UInt8(ascii: "\r")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func invalidByte(in bytes: [UInt8]) -> ImportFailure {
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        var line = 1
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar):
                offset += scalar.count
                if scalar.first == UInt8(ascii: "\n") { line += 1 }
            case .error, .emptyInput:
                return .notUTF8(offset: offset, line: line)
            }
        }
    }
}

extension String {
    /// The nearest place not behind `index` that lies between two scalars.
    fileprivate func scalarBoundary(atOrBefore index: Index) -> Index {
        var index = index
        while index > startIndex, utf8[index] & 0xC0 == 0x80 { index = utf8.index(before: index) }
        return index
    }
}
