extension PhraseText {
    /// What a text written without diacritics says, where nothing else can be meant.
    enum PlainSpelling {
        /// The text has diacritics, or no word that would have some.
        case none
        /// Each word of the text has one meaning in the deadline language.
        case certain(PhraseText)
        /// Some words could be those of the language, but not all are certain: "truoc 30/6/2026 xong".
        case uncertain
    }

    /// The text with the diacritics of the deadline language, where it has none and every word is one of its own.
    ///
    /// Only the folded forms change; places stay those of the original, so that labels are its words.
    ///
    /// ```swift
    /// PhraseText("quy IV hang nam").plainSpelling   // .certain: "quý IV hàng năm"
    /// PhraseText("sau 30 ngay").plainSpelling       // .uncertain: "sau" or "sáu"
    /// ```
    var plainSpelling: PlainSpelling {
        guard runs.contains(where: { $0.kind == .word }), runs.allSatisfy(\.isPlain) else { return .none }
        var restored = runs
        var (index, hasChanged, isCertain) = (0, false, true)
        while index < runs.count {
            guard runs[index].kind == .word else {
                index += 1
                continue
            }
            guard let words = Self.longestSpelling(in: runs, at: index) else {
                isCertain = isCertain && Self.hasNoDiacritics(runs[index].folded)
                hasChanged = hasChanged || Self.firstWords.contains(runs[index].folded)
                index += 1
                continue
            }
            for word in words {
                hasChanged = hasChanged || restored[index].folded != word
                restored[index] = restored[index].spelled(word)
                index += 1
            }
        }
        guard hasChanged else { return .none }
        return isCertain ? .certain(PhraseText(original: original, runs: restored)) : .uncertain
    }

    private static func hasNoDiacritics(_ word: FoldedWord) -> Bool {
        PhraseLexer.roman[word] != nil
    }

    /// The longest wording at a run, as folded words with diacritics; "ngay" and "quy" mean a day and a quarter only
    /// before their numbers.
    private static func longestSpelling(in runs: [Run], at start: Int) -> [FoldedWord]? {
        let most = min(5, runs.count - start)
        guard firstWords.contains(runs[start].folded) else { return nil }
        for count in stride(from: most, through: 1, by: -1) {
            let plain = runs[start..<start + count].map(\.folded.text).joined(separator: " ")
            guard let words = spellings[plain] else { continue }
            if count == 1, needNumber.contains(plain), !isNumber(runs, start + 1) { continue }
            return words
        }
        return nil
    }

    private static func isNumber(_ runs: [Run], _ index: Int) -> Bool {
        guard index < runs.count else { return false }
        return runs[index].kind == .number || PhraseLexer.roman[runs[index].folded] != nil
    }

    /// Single words that mean something else unless a number follows: "ngay" (at once), "quy" (to convert), "tu" (four).
    private static let needNumber: Set<String> = ["ngay", "quy"]

    private static let spellings: [String: [FoldedWord]] = {
        let wordings =
            "năm|tháng|quý|ngày|tuần|hàng năm|hằng năm|hàng tháng|hàng quý|hàng tuần|hàng ngày|mỗi năm|mỗi tháng|mỗi quý|thường xuyên"
            + "|trước ngày|trước tháng|trước quý|trước năm|trước|chậm nhất|chậm nhất là|đến|đến hết|hết|trong|định kỳ|từ ngày"
            + "|từ tháng|từ quý|từ năm|đầu năm|giữa năm|cuối năm|đầu tháng|giữa tháng|cuối tháng|đầu quý|cuối quý|giai đoạn"
            + "|và|các năm tiếp theo|báo cáo|hoàn thành|hoàn thành trước|một lần|đột xuất|đã hoàn thành|tháng cuối quý|trở đi"
            + "|định kỳ hàng quý|định kỳ hàng năm|định kỳ hàng tháng|báo cáo quý|năm kế hoạch|thực hiện|là|của|từ"
        var table: [String: [FoldedWord]] = [:]
        for wording in wordings.split(separator: "|") {
            let plain = VietnameseText.searchKey(wording)
            if table[plain] == nil { table[plain] = wording.split(separator: " ").map { FoldedWord(folding: $0) } }
        }
        return table
    }()

    private static let firstWords = Set(
        spellings.keys.compactMap { $0.split(separator: " ").first.map { FoldedWord(utf8: $0.utf8) } })
}

extension PhraseText.Run {
    /// Whether it has no diacritics: a mark, a number, or a word of the letters a to z.
    fileprivate var isPlain: Bool {
        kind != .word || folded.isPlain
    }

    fileprivate func spelled(_ word: FoldedWord) -> PhraseText.Run {
        PhraseText.Run(kind: kind, folded: word, range: range, spaceBefore: spaceBefore)
    }
}
