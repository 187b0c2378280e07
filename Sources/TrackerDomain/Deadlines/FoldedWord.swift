/// A folded word, held in two machine words, so that copying and comparing it costs next to nothing.
///
/// A syllable of Vietnamese has at most twelve bytes, its tone included. What has more than fifteen is no word of the
/// grammar, and all such words are alike.
struct FoldedWord: Hashable, ExpressibleByStringLiteral {
    /// The first eight bytes, then seven more and the number of bytes.
    private var head: UInt64 = 0
    private var tail: UInt64 = 0

    /// The bytes of a word that is folded already.
    init(utf8 bytes: some Sequence<UInt8>) {
        var length: UInt64 = 0
        for byte in bytes {
            if length < 8 {
                head |= UInt64(byte) << (8 * length)
            } else if length < 15 {
                tail |= UInt64(byte) << (8 * (length - 8))
            }
            length += 1
        }
        if length > 15 { (head, tail, length) = (0, 0, 16) }
        tail |= length << 56
    }

    /// Folds a word: `FoldedWord(folding: "Quý")`.
    init(folding word: some StringProtocol) {
        self.init(utf8: VietnameseText.folded(word).utf8)
    }

    /// A number in digits, without leading zeros.
    init(_ number: Int) {
        self.init(utf8: String(number).utf8)
    }

    /// A word that is folded already: "quy´".
    init(stringLiteral value: String) {
        self.init(utf8: value.utf8)
    }

    /// How many bytes it has, digits in a number; 16 stands for more than fifteen.
    var count: Int { Int(tail >> 56) }

    private func byte(at index: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: (index < 8 ? head : tail) >> (8 * UInt64(index % 8)))
    }

    /// Its text, empty for a word of more than fifteen bytes.
    var text: String { count < 16 ? String(decoding: (0..<count).lazy.map(byte), as: UTF8.self) : "" }

    /// The sign that it is, if it is one: "/" of a date.
    var sign: Unicode.Scalar? {
        if count == 1 { return Unicode.Scalar(byte(at: 0)) }
        let scalars = text.unicodeScalars
        return scalars.count == 1 ? scalars.first : nil
    }

    /// The number that its digits write, at most fifteen of them.
    var number: Int? {
        guard (1...15).contains(count) else { return nil }
        var value = 0
        for index in 0..<count {
            let digit = Int(byte(at: index)) - 0x30
            guard (0...9).contains(digit) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// Whether it has no letters but a to z.
    var isPlain: Bool { (0..<min(count, 15)).allSatisfy { (0x61...0x7A).contains(byte(at: $0)) } }

    func hash(into hasher: inout Hasher) {
        hasher.combine(head ^ (tail &* 0x9E37_79B9_7F4A_7C15))
    }
}
