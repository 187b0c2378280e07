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
        var output = String.UnicodeScalarView()
        var syllableTone: Unicode.Scalar?
        var spaceIsPending = false

        func endSyllable() {
            if let tone = syllableTone, keepingDiacritics { output.append(tone) }
            syllableTone = nil
        }
        func append(_ scalar: Unicode.Scalar) {
            if spaceIsPending, !output.isEmpty { output.append(" ") }
            spaceIsPending = false
            output.append(scalar)
        }

        for scalar in text.unicodeScalars {
            if let letter = Letters.table[scalar] {
                if letter.tone != nil { syllableTone = letter.tone }
                append(keepingDiacritics ? letter.shape : letter.base)
            } else if Letters.tones.contains(scalar) {
                syllableTone = scalar
            } else if Letters.shapeMarks.contains(scalar) {
                guard keepingDiacritics, let last = output.last, let shaped = Letters.shaped(last, by: scalar) else {
                    continue
                }
                output.removeLast()
                output.append(shaped)
            } else if scalar.properties.isWhitespace {
                endSyllable()
                spaceIsPending = true
            } else if scalar.properties.generalCategory == .format || scalar.properties.generalCategory == .control {
                continue
            } else if scalar.properties.isAlphabetic {
                for lower in scalar.properties.lowercaseMapping.unicodeScalars { append(lower) }
            } else {
                endSyllable()
                append(plainPunctuation(scalar))
            }
        }
        endSyllable()
        return String(output)
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

    /// Every composed Vietnamese letter and every plain Latin letter, in both cases.
    static let table: [Unicode.Scalar: Parts] = {
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
        for scalar: Unicode.Scalar in ["đ", "Đ"] { table[scalar] = Parts(base: "d", shape: "đ", tone: nil) }
        for code in UInt8(ascii: "a")...UInt8(ascii: "z") {
            let letter = Unicode.Scalar(code)
            let capital = Unicode.Scalar(code - 32)
            if table[letter] == nil { table[letter] = Parts(base: letter, shape: letter, tone: nil) }
            if table[capital] == nil { table[capital] = Parts(base: letter, shape: letter, tone: nil) }
        }
        return table
    }()
}
