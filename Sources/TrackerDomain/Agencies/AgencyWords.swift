/// Text taken apart into words and marks, each with its place in the text, for recognising names of agencies.
///
/// Words are compared by their folded form, so capitals, NFC or NFD and the place of the tone mark do not matter. Words
/// with a usual abbreviation are replaced by it: "Ủy ban nhân dân" and "UBND" are the same word, as are "Văn phòng" and
/// "VP", "thành phố" and "TP", "&" and "và".
///
/// ```swift
/// AgencyWords("Văn phòng Ủy ban nhân dân tỉnh").keys  // ["vp", "ubnd", "tỉnh"] in folded form
/// ```
struct AgencyWords {
    /// A word or a mark.
    struct Token {
        /// What it is.
        var kind: Kind
        /// The folded form of a word, the character of a mark.
        var key: String
        /// Its place in the text.
        var range: Range<String.Index>
        /// Whether white space stands before it.
        var followsSpace: Bool
    }

    /// The kinds of token that matter for reading a list of agencies.
    enum Kind: Hashable {
        case word
        case mark
        /// The end of a line; what begins the next line as "- " or "1. " does is a ``bullet``.
        case lineBreak
        case bullet
        /// "…" or "...", which says that the list goes on.
        case ellipsis
    }

    /// The text as given.
    let text: String
    /// Its words and marks in order.
    let tokens: [Token]

    /// Takes a text apart.
    init(_ text: String) {
        self.text = text
        tokens = AgencyWords.contracted(AgencyWords.withBullets(AgencyWords.scanned(text)))
    }

    /// The folded words without the marks between them.
    var keys: [String] { tokens.filter { $0.kind == .word }.map(\.key) }

    /// The folded words of a name or phrase: `keys(of: "Ủy ban nhân dân tỉnh")` is `["ubnd", "tỉnh"]` in folded form.
    static func keys(of text: String) -> [String] { AgencyWords(text).keys }

    private static func scanned(_ text: String) -> [Token] {
        var tokens: [Token] = []
        var followsSpace = true
        var index = text.startIndex
        while index < text.endIndex {
            let start = index
            let character = text[index]
            index = text.index(after: index)
            if character.isNewline {
                tokens.append(Token(kind: .lineBreak, key: "\n", range: start..<index, followsSpace: followsSpace))
            } else if isWordPart(character) {
                while index < text.endIndex, isWordPart(text[index]) { index = text.index(after: index) }
                let key = VietnameseText.folded(text[start..<index])
                tokens.append(Token(kind: .word, key: key, range: start..<index, followsSpace: followsSpace))
            } else if character == "." || character == "…" {
                while index < text.endIndex, text[index] == "." { index = text.index(after: index) }
                let isEllipsis = character == "…" || text[start..<index].utf8.count > 1
                let kind: Kind = isEllipsis ? .ellipsis : .mark
                tokens.append(Token(kind: kind, key: ".", range: start..<index, followsSpace: followsSpace))
            } else if !character.isWhitespace {
                let isAmpersand = character == "&"
                let key = isAmpersand ? "và" : VietnameseText.folded(String(character))
                tokens.append(
                    Token(
                        kind: isAmpersand ? .word : .mark, key: isAmpersand ? VietnameseText.folded(key) : key,
                        range: start..<index, followsSpace: followsSpace))
            }
            followsSpace = character.isWhitespace
        }
        return tokens
    }

    /// Letters, digits and invisible characters (which the folded form drops).
    private static func isWordPart(_ character: Character) -> Bool {
        guard !character.isLetter, !character.isNumber else { return true }
        return character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .format }
    }

    /// Marks what only numbers or points at the items of a list: "-", "+", "*", "•", "1.", "2)", "a)" at a line's start.
    private static func withBullets(_ tokens: [Token]) -> [Token] {
        var tokens = tokens
        var atLineStart = true
        for position in tokens.indices {
            defer { atLineStart = tokens[position].kind == .lineBreak || tokens[position].kind == .bullet }
            guard atLineStart else { continue }
            let token = tokens[position]
            if token.kind == .mark, ["-", "+", "*", "•", "·", "▪", "●"].contains(token.key) {
                tokens[position].kind = .bullet
            } else if token.kind == .word, position + 1 < tokens.count, tokens[position + 1].kind == .mark {
                let isNumber = token.key.utf8.count < 3 && token.key.allSatisfy(\.isNumber)
                let closing = tokens[position + 1].key
                if closing == ")" && (isNumber || token.key.count == 1) || closing == "." && isNumber {
                    tokens[position].kind = .bullet
                    tokens[position + 1].kind = .bullet
                }
            }
        }
        return tokens
    }

    /// Replaces words written in full by their usual abbreviation, as one token.
    private static func contracted(_ tokens: [Token]) -> [Token] {
        var result: [Token] = []
        result.reserveCapacity(tokens.count)
        var position = 0
        while position < tokens.count {
            let match = contractions.lazy.compactMap { contraction in
                end(of: contraction.words, in: tokens, from: position).map { (contraction.key, $0) }
            }.first
            if let (key, end) = match {
                let range = tokens[position].range.lowerBound..<tokens[end - 1].range.upperBound
                let followsSpace = tokens[position].followsSpace
                result.append(Token(kind: .word, key: key, range: range, followsSpace: followsSpace))
                position = end
            } else {
                result.append(tokens[position])
                position += 1
            }
        }
        return result
    }

    private static func end(of words: [String], in tokens: [Token], from start: Int) -> Int? {
        var position = start
        for (count, word) in words.enumerated() {
            while count > 0, position < tokens.count, tokens[position].kind == .lineBreak { position += 1 }
            guard position < tokens.count, tokens[position].kind == .word, tokens[position].key == word else {
                return nil
            }
            position += 1
        }
        return position
    }

    private static let contractions: [(words: [String], key: String)] = [
        ("Ủy ban nhân dân", "UBND"), ("Hội đồng nhân dân", "HĐND"), ("Văn phòng", "VP"), ("thành phố", "TP"),
        ("thị xã", "TX"), ("Bảo hiểm xã hội", "BHXH"),
    ].map { full, short in
        (full.split(separator: " ").map { VietnameseText.folded($0) }, VietnameseText.folded(short))
    }
}
