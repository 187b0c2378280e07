/// Spelling-independent forms of Vietnamese text, for comparing and for searching; never for showing.
///
/// The same word reaches the tracker in many spellings: composed (NFC) or decomposed (NFD), tone mark on the first or
/// the second vowel ("hoà" = "hòa"), capitals, doubled or no-break spaces, three kinds of dash.
///
/// ```swift
/// VietnameseText.folded("Hoà  giải – CƠ SỞ") == VietnameseText.folded("hòa giải - cơ sở")  // true
/// VietnameseText.searchKey("Sở Nội vụ, Đồng Nai")                                         // "so noi vu, dong nai"
/// ```
public enum VietnameseText {
    /// Text for comparing words: lower case, the tone mark of each syllable written behind it, one space between words,
    /// one kind of dash and quote. Vowel quality (ă â ê ô ơ ư) and đ are kept: "năm" and "nam" stay different.
    public static func folded(_ text: some StringProtocol) -> String {
        fold(text, keepingDiacritics: true)
    }

    /// Text for searching: as ``folded(_:)``, without any diacritics and with đ = d, so that "dong nai" finds "Đồng Nai".
    public static func searchKey(_ text: some StringProtocol) -> String {
        fold(text, keepingDiacritics: false)
    }

    private static func fold(_ text: some StringProtocol, keepingDiacritics: Bool) -> String {
        var output = FoldedOutput(keepsDiacritics: keepingDiacritics, capacity: text.utf8.count)
        for scalar in text.unicodeScalars { output.append(scalar) }
        return String(decoding: output.finish(), as: UTF8.self)
    }
}

/// Folded text while it is being written, as UTF-8.
struct FoldedOutput {
    private let keepsDiacritics: Bool
    private var bytes: [UInt8] = []
    /// The tone of the syllable that is being written; it goes behind the syllable.
    private var tone: Unicode.Scalar?
    private var spaceIsPending = false
    /// The last letter and where it begins, for a shape mark that follows it (NFD).
    private var last: (scalar: Unicode.Scalar, start: Int)?

    init(keepsDiacritics: Bool, capacity: Int = 0) {
        self.keepsDiacritics = keepsDiacritics
        bytes.reserveCapacity(capacity + 16)
    }

    /// Begins another text in the same memory.
    mutating func restart() {
        bytes.removeAll(keepingCapacity: true)
        (tone, last, spaceIsPending) = (nil, nil, false)
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        if let letter = Letters.parts(of: scalar) {
            if letter.tone != nil { tone = letter.tone }
            write(keepsDiacritics ? letter.shape : letter.base)
        } else if Letters.tones.contains(scalar) {
            setTone(scalar)
        } else if Letters.shapeMarks.contains(scalar) {
            shape(by: scalar)
        } else if scalar == " " || scalar.properties.isWhitespace {
            endSyllable()
            spaceIsPending = !bytes.isEmpty
        } else if scalar.value < 0x80, scalar.value > 0x20, scalar.value != 0x7F {
            endSyllable()
            write(scalar)
        } else {
            appendUncommon(scalar)
        }
    }

    mutating func finish() -> [UInt8] {
        endSyllable()
        return bytes
    }

    private mutating func appendUncommon(_ scalar: Unicode.Scalar) {
        switch scalar.properties.generalCategory {
        case .format, .control: return
        default: break
        }
        if scalar.properties.isAlphabetic {
            for lower in scalar.properties.lowercaseMapping.unicodeScalars { write(lower) }
        } else {
            endSyllable()
            write(Self.plainPunctuation(scalar))
        }
    }

    /// Stands for a mark on a letter that does not take it in Vietnamese: composed or not, such a letter is another.
    private static let foreignMark: Unicode.Scalar = "\u{FFFD}"

    private mutating func setTone(_ mark: Unicode.Scalar) {
        guard keepsDiacritics else { return }
        guard let last, Letters.takesTone(last.scalar) else { return write(Self.foreignMark) }
        tone = mark
    }

    private mutating func shape(by mark: Unicode.Scalar) {
        guard keepsDiacritics else { return }
        guard let last, let shaped = Letters.shaped(last.scalar, by: mark) else { return write(Self.foreignMark) }
        bytes.removeSubrange(last.start...)
        write(shaped)
    }

    private mutating func endSyllable() {
        if let tone, keepsDiacritics { bytes.append(contentsOf: tone.utf8) }
        tone = nil
        last = nil
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        if spaceIsPending { bytes.append(UInt8(ascii: " ")) }
        spaceIsPending = false
        last = (scalar, bytes.count)
        bytes.append(contentsOf: scalar.utf8)
    }

    private static func plainPunctuation(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
        case "\u{201C}", "\u{201D}", "\u{201E}", "\u{00AB}", "\u{00BB}": "\""
        case "\u{2018}", "\u{2019}": "'"
        default: scalar
        }
    }
}

/// The letters of the Vietnamese alphabet, taken apart.
private enum Letters {
    struct Parts {
        /// The letter without any mark, a…z.
        let base: Unicode.Scalar
        /// The letter with its quality and without its tone: ă â đ ê ô ơ ư.
        let shape: Unicode.Scalar
        let tone: Unicode.Scalar?
    }

    /// Combining grave, acute, hook above, tilde, dot below.
    static let tones: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"]
    /// Combining circumflex, breve, horn.
    static let shapeMarks: [Unicode.Scalar] = ["\u{302}", "\u{306}", "\u{31B}"]

    /// Whether a folded letter is a vowel of Vietnamese.
    static func takesTone(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y": true
        default: false
        }
    }

    static func shaped(_ letter: Unicode.Scalar, by mark: Unicode.Scalar) -> Unicode.Scalar? {
        switch (letter, mark) {
        case ("a", "\u{302}"): "â"
        case ("e", "\u{302}"): "ê"
        case ("o", "\u{302}"): "ô"
        case ("a", "\u{306}"): "ă"
        case ("o", "\u{31B}"): "ơ"
        case ("u", "\u{31B}"): "ư"
        default: nil
        }
    }

    /// The parts of a composed Vietnamese letter or a plain Latin letter, in either case. All of them lie in two blocks.
    static func parts(of scalar: Unicode.Scalar) -> Parts? {
        switch scalar.value {
        case 0..<0x200: latin[Int(scalar.value)]
        case 0x1E00..<0x1F00: additional[Int(scalar.value - 0x1E00)]
        default: nil
        }
    }

    private static let latin = (0..<0x200).map { Unicode.Scalar($0).flatMap { table[$0] } }
    private static let additional = (0x1E00..<0x1F00).map { Unicode.Scalar($0).flatMap { table[$0] } }

    /// Every composed Vietnamese letter and every plain Latin letter, in both cases.
    private static let table: [Unicode.Scalar: Parts] = {
        let families: [(base: Unicode.Scalar, lower: String, upper: String)] = [
            ("a", "aàáảãạ", "AÀÁẢÃẠ"), ("a", "ăằắẳẵặ", "ĂẰẮẲẴẶ"), ("a", "âầấẩẫậ", "ÂẦẤẨẪẬ"),
            ("e", "eèéẻẽẹ", "EÈÉẺẼẸ"), ("e", "êềếểễệ", "ÊỀẾỂỄỆ"), ("i", "iìíỉĩị", "IÌÍỈĨỊ"),
            ("o", "oòóỏõọ", "OÒÓỎÕỌ"), ("o", "ôồốổỗộ", "ÔỒỐỔỖỘ"), ("o", "ơờớởỡợ", "ƠỜỚỞỠỢ"),
            ("u", "uùúủũụ", "UÙÚỦŨỤ"), ("u", "ưừứửữự", "ƯỪỨỬỮỰ"), ("y", "yỳýỷỹỵ", "YỲÝỶỸỴ"),
        ]
        var table: [Unicode.Scalar: Parts] = [:]
        for family in families {
            for letters in [family.lower, family.upper] {
                guard let shape = family.lower.unicodeScalars.first else { continue }
                for (position, scalar) in letters.unicodeScalars.enumerated() {
                    let tone = position == 0 ? nil : tones[position - 1]
                    table[scalar] = Parts(base: family.base, shape: shape, tone: tone)
                }
            }
        }
        // Old fonts write the Icelandic letter, which looks the same in capitals.
        for scalar: Unicode.Scalar in ["đ", "Đ", "\u{F0}", "\u{D0}"] {
            table[scalar] = Parts(base: "d", shape: "đ", tone: nil)
        }
        for code in UInt8(ascii: "a")...UInt8(ascii: "z") {
            let letter = Unicode.Scalar(code)
            let capital = Unicode.Scalar(code - 32)
            if table[letter] == nil { table[letter] = Parts(base: letter, shape: letter, tone: nil) }
            if table[capital] == nil { table[capital] = Parts(base: letter, shape: letter, tone: nil) }
        }
        return table
    }()
}
