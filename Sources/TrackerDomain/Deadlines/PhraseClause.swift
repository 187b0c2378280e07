/// A clause of a deadline cell: what stands between semicolons, full stops, line breaks and bullets.
struct PhraseClause {
    /// The tokens outside brackets.
    let tokens: [PhraseToken]
    /// The tokens inside brackets.
    let remark: [PhraseToken]
    /// The place in the text, brackets included.
    let range: Range<String.Index>

    /// Whether "hàng tuần" stands in the clause or in its bracket: "Hằng tuần (thứ Hai)", "Thứ Hai (hằng tuần)".
    var isWeekly: Bool { tokens.contains(where: \.isEveryWeek) || remark.contains(where: \.isEveryWeek) }

    /// The clauses of a text in order. A stop inside brackets ends nothing; a bracket that is never closed is none.
    static func clauses(of tokens: [PhraseToken]) -> [PhraseClause] {
        let depths = bracketDepths(of: tokens)
        var clauses: [PhraseClause] = []
        var start = 0
        for index in 0...tokens.count where index == tokens.count || (tokens[index].kind == .stop && depths[index] == 0)
        {
            if let clause = PhraseClause(tokens[start..<index], depths[start..<index]) { clauses.append(clause) }
            start = index + 1
        }
        return clauses
    }

    private init?(_ tokens: ArraySlice<PhraseToken>, _ depths: ArraySlice<Int>) {
        guard let first = tokens.first, let last = tokens.last else { return nil }
        let isText: (PhraseToken) -> Bool = { $0.kind != .open && $0.kind != .close }
        self.tokens = zip(tokens, depths).filter { $1 == 0 && isText($0) }.map(\.0)
        remark = zip(tokens, depths).filter { $1 > 0 && isText($0) }.map(\.0)
        range = first.range.lowerBound..<last.range.upperBound
    }

    /// How many closed brackets stand around each token, the brackets themselves counted as inside.
    private static func bracketDepths(of tokens: [PhraseToken]) -> [Int] {
        var partner = [Int?](repeating: nil, count: tokens.count)
        var open: [Int] = []
        for (index, token) in tokens.enumerated() {
            if token.kind == .open {
                open.append(index)
            } else if token.kind == .close, let start = open.popLast() {
                partner[start] = index
                partner[index] = start
            }
        }
        var depth = 0
        return tokens.indices.map { index in
            guard let other = partner[index] else { return depth }
            if other > index { depth += 1 }
            defer { if other < index { depth -= 1 } }
            return depth
        }
    }
}

extension PhraseToken {
    fileprivate var isEveryWeek: Bool { kind == .keyword(.every(.week)) }
}
