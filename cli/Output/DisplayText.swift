import TrackerDomain

/// Text measured in the columns that a terminal gives it: combining marks take none, East Asian wide characters two.
enum DisplayText {
    static func width(_ text: some StringProtocol) -> Int {
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
    static func cut(_ text: String, to width: Int) -> String {
        var line = String.UnicodeScalarView()
        // Where the line is cut if it turns out too long: one column is needed for the "…".
        var cut = line.endIndex
        var used = 0
        var spaceIsPending = false
        for scalar in text.unicodeScalars {
            guard !scalar.properties.isWhitespace else {
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
    static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, width - Self.width(text)))
        return right ? spaces + text : text + spaces
    }

    /// The text broken between words into lines of a width.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            var line = ""
            for word in paragraph.split(whereSeparator: \.isWhitespace) {
                if !line.isEmpty, Self.width(line) + 1 + Self.width(word) > width {
                    lines.append(line)
                    line = String(word)
                } else {
                    line += (line.isEmpty ? "" : " ") + word
                }
            }
            lines.append(line)
        }
        return lines
    }
}

extension String {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
        var end = endIndex
        while end > startIndex, predicate(self[index(before: end)]) { end = index(before: end) }
        return String(self[..<end])
    }
}
