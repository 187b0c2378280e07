/// A folded word, compared by its bytes.
///
/// `String` compares and hashes by canonical equivalence and normalizes what is not ASCII each time it does; folded words
/// are normal already, so their bytes and a hash of them, taken once, are enough.
struct FoldedWord: Hashable, ExpressibleByStringLiteral {
    /// The folded form.
    let text: String
    private let code: UInt64

    /// A word that is folded already: "quy´".
    init(_ folded: String) {
        text = folded
        // FNV-1a, which is short for short words.
        var code: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in folded.utf8 { code = (code ^ UInt64(byte)) &* 0x100_0000_01B3 }
        self.code = code
    }

    /// Folds a word: `FoldedWord(folding: "Quý")`.
    init(folding word: some StringProtocol) {
        self.init(VietnameseText.folded(word))
    }

    init(stringLiteral value: String) {
        self.init(value)
    }

    /// How long it is in UTF-8: digits in a number.
    var count: Int { text.utf8.count }

    static func == (left: FoldedWord, right: FoldedWord) -> Bool {
        left.code == right.code && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(code)
    }
}
