import TrackerDomain

/// Fixed words of official documents, folded once, and lines compared with them by words.
enum HeadingWords {
    static let appendix = words("phụ lục")
    static let attached = words("kèm theo")
    static let firstArticle = words("điều 1")
    static let period = words("giai đoạn")
    static let promulgates = words("ban hành")
    static let approves = words("phê duyệt")
    static let peoplesCommittee = words("ủy ban nhân dân")
    static let peoplesCouncil = words("hội đồng nhân dân")
    static let number = "số"
    static let day = folded("ngày")
    static let month = folded("tháng")
    static let year = folded("năm")
    static let levels = [
        words("thành phố"), words("thị xã"), words("tỉnh"), words("huyện"), words("quận"), words("phường"), words("xã"),
        words("đặc khu"),
    ]
    /// The kinds of document that are plans.
    static let planKinds = [words("kế hoạch"), words("chương trình"), words("đề án"), words("chiến lược")]
    /// The words that open a line naming the documents behind a plan.
    static let groundOpenings = [words("căn cứ"), words("thực hiện")]

    /// The folded words of a text, without marks of emphasis, brackets and punctuation around them.
    static func words(_ text: some StringProtocol) -> [String] {
        VietnameseText.folded(text).split(separator: " ").map(bare).filter { !$0.isEmpty }
    }

    /// Whether a text begins with these words.
    static func begins(_ text: Substring, with opening: [String]) -> Bool {
        words(text.prefixOfWords(opening.count + 2)).starts(with: opening)
    }

    private static func folded(_ word: String) -> String { VietnameseText.folded(word) }

    private static func bare(_ word: Substring) -> String {
        var word = word
        while let first = word.utf8.first, isFrame(first) { word.removeFirst() }
        while let last = word.utf8.last, isFrame(last) { word.removeLast() }
        return String(word)
    }

    private static func isFrame(_ byte: UInt8) -> Bool { "*_#()[].,;:\"".utf8.contains(byte) }
}

extension Substring {
    /// Enough of the text to hold its first words.
    fileprivate func prefixOfWords(_ count: Int) -> Substring { prefix(count * 12 + 8) }
}

extension Array where Element: Equatable {
    /// The index behind the first place where `run` stands in the array, at or after `start`.
    func indexAfter(_ run: [Element], from start: Int = 0) -> Int? {
        guard !run.isEmpty, start >= 0, count - run.count >= start else { return nil }
        for index in start...(count - run.count) where self[index..<(index + run.count)].elementsEqual(run) {
            return index + run.count
        }
        return nil
    }
}
