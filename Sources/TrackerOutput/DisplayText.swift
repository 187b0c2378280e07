package import TrackerDomain

/// Text measured in the columns that a terminal gives it: combining marks take none, East Asian wide characters two.
package enum DisplayText {
    package static func width(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        // Latin letters, all composed Vietnamese ones among them.
        case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x1E00...0x1EFF: return 1
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default:
            return 1
        }
    }

    /// The text in one line, cut to a width with "…" at the end.
    package static func cut(_ text: String, to width: Int) -> String {
        var line = String.UnicodeScalarView()
        // Where the line is cut if it turns out too long: one column is needed for the "…".
        var cut = line.endIndex
        var used = 0
        var spaceIsPending = false
        for scalar in text.unicodeScalars {
            guard !scalar.isSpace else {
                spaceIsPending = used > 0
                continue
            }
            if spaceIsPending {
                line.append(" ")
                used += 1
                spaceIsPending = false
            }
            used += Self.width(scalar)
            line.append(scalar)
            if used <= width - 1 { cut = line.endIndex }
            guard used <= width else {
                return String(line[..<cut]).trimmingSuffix(while: \.isWhitespace) + "…"
            }
        }
        return String(line)
    }

    /// The text with spaces up to a width.
    package static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, width - Self.width(text)))
        return right ? spaces + text : text + spaces
    }

    /// The text broken between words into lines of a width.
    package static func wrapped(_ text: String, to width: Int) -> [String] {
        text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: \.isLineBreak)
            .flatMap { wrapped(paragraph: $0, to: width, most: .max) }
    }

    /// The text in one paragraph of at most so many lines; the last one is cut where more follows.
    package static func wrapped(_ text: String, to width: Int, lines: Int) -> [String] {
        // What lies far beyond the last line need not be looked at; four scalars a column are more than enough.
        let start = text.unicodeScalars.prefix((width + 1) * (lines + 1) * 4)
        return wrapped(paragraph: start, to: width, most: lines)
    }

    private static func wrapped(
        paragraph: Substring.UnicodeScalarView, to width: Int, most: Int
    ) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var used = 0
        for word in paragraph.split(whereSeparator: \.isSpace) {
            let wordWidth = word.reduce(0) { $0 + Self.width($1) }
            if used > 0, used + 1 + wordWidth > width, lines.count + 1 < most {
                lines.append(String(line))
                line = String.UnicodeScalarView(word)
                used = wordWidth
            } else {
                if used > 0 { line.append(" ") }
                line.append(contentsOf: word)
                used += wordWidth + (used > 0 ? 1 : 0)
            }
            // The last line is full: the rest would be cut anyway.
            if lines.count + 1 == most, used > width { break }
        }
        return lines + [lines.count + 1 == most ? cut(String(line), to: width) : String(line)]
    }
}

extension Unicode.Scalar {
    /// Whether it parts words; letters are told without a look into the character tables.
    fileprivate var isSpace: Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0: true
        case 0x21...0x167F: false
        default: properties.isWhitespace
        }
    }

    fileprivate var isLineBreak: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
        var end = endIndex
        while end > startIndex, predicate(self[index(before: end)]) { end = index(before: end) }
        return String(self[..<end])
    }
}
