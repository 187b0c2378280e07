/// The wordings that the deadline language knows.
///
/// The table is the language: each line gives a meaning, its spellings, and an example cell with the kind it reads as,
/// which the tests check line by line. Spellings are compared folded, so capitals, Unicode form, tone placement and
/// spacing do not matter; the longest spelling at a place wins. Numbers stand as digits without leading zeros, also where
/// the cell writes them as words ("một lần" is "1 lần").
struct PhraseGrammar {
    /// A line of the table.
    struct Wording {
        let keyword: PhraseKeyword
        /// The spellings as a person writes them.
        let written: [String]
        /// The spellings, each a list of folded words.
        let spellings: [[FoldedWord]]
        /// A cell with this wording, read in the plan of 05/01/2026 for 2026–2030.
        let example: String
        /// The kind that the example reads as.
        let kind: DeadlineKind

        init(_ keyword: PhraseKeyword, _ spellings: String, example: String, _ kind: DeadlineKind) {
            self.keyword = keyword
            written = spellings.split(separator: "|").map(String.init)
            self.spellings = written.map { spelling in
                spelling.split(separator: " ").map { FoldedWord(folding: $0) }
            }
            self.example = example
            self.kind = kind
        }
    }

    /// The grammar of Vietnamese deadline cells.
    static let vietnamese = PhraseGrammar(recurrence + bounds + anchors + times + states)

    let wordings: [Wording]
    private let byFirstWord: [FoldedWord: [(words: [FoldedWord], keyword: PhraseKeyword)]]

    init(_ wordings: [Wording]) {
        self.wordings = wordings
        var index: [FoldedWord: [(words: [FoldedWord], keyword: PhraseKeyword)]] = [:]
        for wording in wordings {
            for words in wording.spellings {
                guard let first = words.first else { continue }
                index[first, default: []].append((words, wording.keyword))
            }
        }
        byFirstWord = index.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    /// The longest wording that begins at a token, with the number of tokens it takes.
    func match(_ tokens: [PhraseToken], at start: Int) -> (keyword: PhraseKeyword, count: Int)? {
        for candidate in byFirstWord[tokens[start].key] ?? [] {
            let end = start + candidate.words.count
            guard end <= tokens.count else { continue }
            if tokens[start..<end].lazy.map(\.key).elementsEqual(candidate.words) {
                return (candidate.keyword, candidate.words.count)
            }
        }
        return nil
    }

    /// Words become keywords where the grammar knows them.
    func applied(to tokens: [PhraseToken]) -> [PhraseToken] {
        var result: [PhraseToken] = []
        result.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            if let (keyword, count) = match(tokens, at: index) {
                let last = tokens[index + count - 1]
                result.append(
                    PhraseToken(
                        kind: .keyword(keyword), key: tokens[index].key,
                        range: tokens[index].range.lowerBound..<last.range.upperBound,
                        spaceBefore: tokens[index].spaceBefore))
                index += count
            } else {
                result.append(tokens[index])
                index += 1
            }
        }
        return result
    }
}
