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

    /// Whether any letter of the text is decomposed.
    private let hasMarks: Bool

    init(text: String) {
        self.text = text
        hasMarks = text.unicodeScalars.contains { (0x300..<0x370).contains($0.value) }
    }

    mutating func cut() -> [PhraseText.Run] {
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            take(text[index], at: index..<next)
            index = next
        }
        close(at: text.endIndex)
        return runs
    }

    private mutating func take(_ character: Character, at place: Range<String.Index>) {
        if let kind = Self.commonKind(of: character) {
            extend(kind, at: place)
        } else if character.isNewline {
            close(at: place.lowerBound)
            append(.lineBreak, place)
            spaceIsBefore = true
        } else if character.isWhitespace {
            close(at: place.lowerBound)
            spaceIsBefore = true
        } else if let kind = Self.kind(of: character) {
            extend(kind, at: place)
        }
    }

    private mutating func extend(_ kind: PhraseText.Run.Kind, at place: Range<String.Index>) {
        if kind != .mark, open?.kind == kind { return }
        close(at: place.lowerBound)
        open = (kind, place.lowerBound)
        if kind == .mark { close(at: place.upperBound) }
    }

    /// The kind of the usual characters, without a look into the Unicode tables.
    private static func commonKind(of character: Character) -> PhraseText.Run.Kind? {
        let scalars = character.unicodeScalars
        guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex else {
            return nil
        }
        return switch first.value {
        case 0x30...0x39: .number
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x1BF, 0x1EA0...0x1EF9: .word
        case 0x21...0x7E: .mark
        default: nil
        }
    }

    private mutating func close(at end: String.Index) {
        guard let open else { return }
        append(open.kind, open.start..<end)
        self.open = nil
    }

    private mutating func append(_ kind: PhraseText.Run.Kind, _ range: Range<String.Index>) {
        let folded = kind == .number ? FoldedWord(String(text[range])) : folded(range)
        runs.append(PhraseText.Run(kind: kind, folded: folded, range: range, spaceBefore: spaceIsBefore))
        spaceIsBefore = false
    }

    /// The folded words of a run. A letter with a mark that Vietnamese does not put there belongs to no word of the
    /// grammar, whether it is composed ("î") or not: both Unicode forms of a cell are read alike.
    private func folded(_ range: Range<String.Index>) -> FoldedWord {
        let words = text[range]
        let isForeign = hasMarks && words.contains { $0.unicodeScalars.count > 1 && !Self.letters.contains($0) }
        return isForeign ? "\u{FFFD}" : FoldedWord(folding: words)
    }

    /// The letters that have a decomposed form.
    private static let letters: Set<Character> = {
        let lower = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
        return Set(lower + lower.uppercased())
    }()

    /// The kind of run that a character belongs to; `nil` for invisible ones (soft hyphen, zero-width space).
    private static func kind(of character: Character) -> PhraseText.Run.Kind? {
        guard let first = character.unicodeScalars.first else { return nil }
        if ("0"..."9").contains(first), character.unicodeScalars.count == 1 { return .number }
        switch first.properties.generalCategory {
        case .format, .control: return nil
        case .nonspacingMark, .spacingMark, .enclosingMark: return .word
        default: return first.properties.isAlphabetic ? .word : .mark
        }
    }
}
