/// Reads along the words of a cell: where a name ends, what separates names, which known name begins at a word.
struct AgencyScanner {
    /// A known name in the text.
    struct KnownName {
        /// The position after its last token, a remark in brackets included.
        var end: Int
        /// Who goes by it.
        var entries: [AgencyLexicon.Entry]
        /// Whether the remark takes something away, "(trừ Sở Y tế)", so that the name alone does not say who is meant.
        var isRestricted: Bool
    }

    /// The words and marks of the text.
    let tokens: [AgencyWords.Token]
    private let text: String
    private let lexicon: AgencyLexicon
    private let bracketEnds: [Int: Int]

    /// A scanner over a text with the names of a territory; without an index nothing is known.
    init(words: AgencyWords, index: AgencyDirectory.TerritoryIndex?) {
        text = words.text
        tokens = words.tokens
        lexicon = index?.lexicon ?? AgencyLexicon()
        bracketEnds = AgencyScanner.bracketEnds(in: words.tokens)
    }

    /// The text from the first to the last of some tokens, as written.
    func words(_ range: Range<Int>) -> String {
        guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
        return String(text[first.range.lowerBound..<last.range.upperBound])
    }

    /// The longest known name that begins at a token and after which the text may go on as it does.
    func knownName(at start: Int, endingIf mayEnd: (Int) -> Bool) -> KnownName? {
        for candidate in lexicon.candidates(in: tokens, from: start) {
            if mayEnd(candidate.end) {
                return KnownName(end: candidate.end, entries: candidate.entries, isRestricted: false)
            }
            if let end = endOfBracket(at: candidate.end), mayEnd(end) {
                let remark = tokens[candidate.end..<end]
                let isRestricted = remark.contains { AgencyVocabulary.exceptions.contains($0.key) }
                return KnownName(end: end, entries: candidate.entries, isRestricted: isRestricted)
            }
        }
        return nil
    }

    /// The position after a name that is not known and begins at a token: the next separator outside brackets and
    /// outside known names (so that their commas do not cut it in two).
    func endOfUnknown(from start: Int) -> Int {
        var position = start
        while position < tokens.count {
            if position > start, isSeparator(at: position) { break }
            if let end = endOfBracket(at: position) {
                position = end
            } else if let known = lexicon.candidates(in: tokens, from: position).first {
                position = known.end
            } else {
                position += 1
            }
        }
        while position > start + 1, tokens[position - 1].kind == .mark, !["(", ")"].contains(tokens[position - 1].key) {
            position -= 1
        }
        return position
    }

    /// Whether a name ends before this position: the end of the text or a separator, perhaps behind a closing quote.
    func isBoundary(at position: Int) -> Bool {
        let rest = tokens[min(position, tokens.count)...]
        guard let next = rest.firstIndex(where: { $0.kind != .mark || !["\"", "'"].contains($0.key) }) else {
            return true
        }
        return isSeparator(at: next)
    }

    /// Whether nothing but marks is left.
    func isOnlyMarks(from position: Int) -> Bool {
        tokens[min(position, tokens.count)...].allSatisfy { $0.kind != .word }
    }

    /// Whether a token stands between two names.
    ///
    /// Semicolons, commas, ends of lines and dots that stand for more always do. "và", a dash between spaces, a slash and
    /// a full stop do where the name of a body begins after them; otherwise they belong to the name.
    func isSeparator(at position: Int) -> Bool {
        let token = tokens[position]
        let next = position + 1
        switch token.kind {
        case .lineBreak, .bullet, .ellipsis: return true
        case .word: return token.key == AgencyVocabulary.and && lexicon.nameBegins(in: tokens, at: next)
        case .mark: break
        }
        switch token.key {
        case ",", ";": return true
        case ".": return next >= tokens.count || tokens[next].kind != .word || lexicon.nameBegins(in: tokens, at: next)
        case "/": return lexicon.nameBegins(in: tokens, at: next)
        case "-":
            return token.followsSpace && next < tokens.count && tokens[next].followsSpace
                && lexicon.nameBegins(in: tokens, at: next)
        default: return false
        }
    }

    private func endOfBracket(at position: Int) -> Int? {
        position < tokens.count ? bracketEnds[position] : nil
    }

    /// For each opening bracket that is closed, the position after its closing one.
    private static func bracketEnds(in tokens: [AgencyWords.Token]) -> [Int: Int] {
        var ends: [Int: Int] = [:]
        var open: [Int] = []
        for (position, token) in tokens.enumerated() where token.kind == .mark {
            if token.key == "(" { open.append(position) }
            if token.key == ")", let start = open.popLast() { ends[start] = position + 1 }
        }
        return ends
    }
}
