/// The words of a deadline cell cut into runs: words, numbers, marks and line breaks, each with its place in the original.
///
/// Comparison uses the folded form of a run (``VietnameseText/folded(_:)``), labels are cut from the original by its
/// place, so nothing that a person sees is ever rewritten. Runs begin and end between characters, and the cutting is
/// one walk over the text.
///
/// ```swift
/// PhraseText("Quý IV2026").runs.map(\.folded.text)   // "quy´", "iv", "2026"
/// ```
struct PhraseText {
    /// A piece of the text without spaces.
    struct Run {
        enum Kind { case word, number, mark, lineBreak }
        let kind: Kind
        /// The spelling-independent form.
        let folded: FoldedWord
        /// The place in the original.
        let range: Range<String.Index>
        /// Whether white space stands before it (or nothing at all).
        let spaceBefore: Bool

        /// Whether it is a mark, of one dash, one slash and so on.
        func isSign(_ sign: Unicode.Scalar) -> Bool { kind == .mark && folded.sign == sign }
    }

    /// The text as written.
    let original: String
    /// Its runs in order.
    let runs: [Run]

    init(_ text: String) {
        var cutter = RunCutter(text: text)
        original = text
        runs = cutter.cut()
    }

    /// A text whose runs are compared in another spelling.
    init(original: String, runs: [Run]) {
        self.original = original
        self.runs = runs
    }
}

/// The walk over the text.
private struct RunCutter {
    let text: String
    private var runs: [PhraseText.Run] = []
    private var open: (kind: PhraseText.Run.Kind, start: String.Index)?
    private var spaceIsBefore = true
    private var folder = FoldedOutput(keepsDiacritics: true)

    init(text: String) {
        self.text = text
    }

    mutating func cut() -> [PhraseText.Run] {
        let scalars = text.unicodeScalars
        runs.reserveCapacity(8)
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            var next = scalars.index(after: index)
            let isAlone = next == scalars.endIndex || Self.beginsCharacter(scalars[next])
            if let kind = Self.usualKind(of: scalar), isAlone || text.index(after: index) == next {
                take(kind, at: index)
            } else {
                next = text.index(after: index)
                takeUnusual(text[index], at: index..<next)
            }
            index = next
        }
        close(at: text.endIndex)
        return runs
    }

    /// The kind of the usual letters, digits, signs and the space, without a look into the Unicode tables.
    private static func usualKind(of scalar: Unicode.Scalar) -> PhraseText.Run.Kind?? {
        switch scalar.value {
        case 0x20: .some(nil)
        case 0x30...0x39: .number
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x1BF, 0x1EA0...0x1EF9: .word
        case 0x21...0x7E: .mark
        default: nil
        }
    }

    /// Whether a scalar never continues the character before it: below the combining marks, or a composed letter.
    private static func beginsCharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x300 || (0x1E00..<0x1F00).contains(scalar.value)
    }

    /// Takes a usual character; `nil` is a space.
    private mutating func take(_ kind: PhraseText.Run.Kind?, at index: String.Index) {
        if kind != .mark, let open, open.kind == kind { return }
        close(at: index)
        if let kind {
            open = (kind, index)
        } else {
            spaceIsBefore = true
        }
    }

    private mutating func takeUnusual(_ character: Character, at place: Range<String.Index>) {
        if character.isNewline {
            close(at: place.lowerBound)
            append(.lineBreak, place)
            spaceIsBefore = true
        } else if character.isWhitespace {
            take(nil, at: place.lowerBound)
        } else if let kind = Self.kind(of: character) {
            take(kind, at: place.lowerBound)
        }
    }

    /// Ends the open run. A run of letters or digits goes as far as the next one; what is invisible at its end is its own.
    private mutating func close(at end: String.Index) {
        guard let open else { return }
        append(open.kind, open.start..<end)
        self.open = nil
    }

    private mutating func append(_ kind: PhraseText.Run.Kind, _ range: Range<String.Index>) {
        runs.append(PhraseText.Run(kind: kind, folded: folded(kind, range), range: range, spaceBefore: spaceIsBefore))
        spaceIsBefore = false
    }

    private mutating func folded(_ kind: PhraseText.Run.Kind, _ range: Range<String.Index>) -> FoldedWord {
        if kind == .number { return FoldedWord(utf8: text.utf8[range]) }
        folder.restart()
        for scalar in text.unicodeScalars[range] { folder.append(scalar) }
        return FoldedWord(utf8: folder.finish())
    }

    /// The kind of run that a character belongs to; `nil` for invisible ones (soft hyphen, zero-width space). What is
    /// invisible before a letter does not hide it.
    private static func kind(of character: Character) -> PhraseText.Run.Kind? {
        let visible = character.unicodeScalars.first { scalar in
            switch scalar.properties.generalCategory {
            case .format, .control: false
            default: true
            }
        }
        guard let visible else { return nil }
        switch visible.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return .word
        default: return visible.properties.isAlphabetic ? .word : .mark
        }
    }
}
