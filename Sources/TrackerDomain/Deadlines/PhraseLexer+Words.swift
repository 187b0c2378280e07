/// The single words that the lexer itself must know, folded.
extension PhraseLexer {
    static let and = FoldedWord(folding: "và")
    static let of = FoldedWord(folding: "của")
    static let day = FoldedWord(folding: "ngày")
    static let year = FoldedWord(folding: "năm")
    static let quarter = FoldedWord(folding: "quý")
    static let plainQuarter: FoldedWord = "quy"
    static let number = FoldedWord(folding: "số")
    static let weekday = FoldedWord(folding: "thứ")
    static let four = FoldedWord(folding: "tư")
    static let times = FoldedWord(folding: "lần")
    static let tens = FoldedWord(folding: "mươi")
    static let monthAndYear = folded("tháng năm")
    static let quarterWords = folded("quý quí")
    /// Between the quarters of a list: "Quý I và II", "Quý I đến III".
    static let listWords = folded("và đến hoặc hay")
    /// Words of time, which no document's symbol begins with: "1 lần/năm" holds no document.
    static let timeWords = folded("ngày tuần tháng quý quí năm lần người đến tới hộ đơn")
    /// Words of recurrence, with which no document's symbol begins either: "tháng 12/hàng năm".
    static let everyWords = folded("hàng hằng mỗi từng")
    static let numberComesAfter = folded("ngày tháng quý quí thứ trong quá vòng hạn mỗi hằng hàng kỳ")
    static let numberComesBefore = folded("ngày tuần tháng quý quí lần")
    static let roman: [FoldedWord: Int] = ["i": 1, "ii": 2, "iii": 3, "iv": 4]
    /// The kinds of document whose date is never a deadline, in their two words.
    private static let documents = [
        "quyết định", "nghị định", "thông báo", "công văn", "nghị quyết", "thông tư", "tờ trình", "chỉ thị",
        "công điện",
        "kết luận", "văn bản", "biên bản",
    ].map { name in name.split(separator: " ").map { FoldedWord(folding: $0) } }

    static func isDocument(_ first: FoldedWord, _ second: FoldedWord) -> Bool {
        documents.contains { $0[1] == second && $0[0] == first }
    }

    /// "QuýIV" without a space.
    static let gluedQuarters: [FoldedWord: Int] = Dictionary(
        roman.flatMap { name, value in
            ["quý", "quí"].map { (FoldedWord(folding: $0 + name.text), value) }
        }, uniquingKeysWith: { first, _ in first })

    /// The numerals one to ten with their variants.
    static let numerals: [FoldedWord: Int] = {
        let rows: [(Int, String)] = [
            (1, "một mốt"), (2, "hai"), (3, "ba"), (4, "bốn tư"), (5, "năm lăm"), (6, "sáu"), (7, "bảy bẩy"),
            (8, "tám"),
            (9, "chín"), (10, "mười"),
        ]
        var table: [FoldedWord: Int] = [:]
        for (value, words) in rows {
            for word in words.split(separator: " ") { table[FoldedWord(folding: word)] = value }
        }
        return table
    }()

    private static func folded(_ words: String) -> [FoldedWord] {
        words.split(separator: " ").map { FoldedWord(folding: $0) }
    }
}
