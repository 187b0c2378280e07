/// A condition that a task's text puts before its deadline.
///
/// Seed plan 2407/QĐ-UBND of Sơn La writes it in brackets behind the task. Its obligations are marked as conditional and
/// are not silently overdue before the event is recorded.
public enum TaskCondition {
    /// The words of the first bracket that begins with "sau khi" (or "ngay sau khi", "khi có", "nếu"), without the bracket.
    ///
    /// ```swift
    /// TaskCondition.find(in: "Rà soát vị trí việc làm (Sau khi Bộ Nội vụ ban hành hướng dẫn)")
    /// // "Sau khi Bộ Nội vụ ban hành hướng dẫn"
    /// TaskCondition.find(in: "Sắp xếp (từng giai đoạn)")   // nil
    /// ```
    public static func find(in taskText: String) -> String? {
        // Most tasks have no brackets at all.
        guard taskText.utf8.contains(UInt8(ascii: "(")) else { return nil }
        var openings: [String.Index] = []
        for index in taskText.indices {
            if taskText[index] == "(" {
                openings.append(taskText.index(after: index))
            } else if taskText[index] == ")", let start = openings.popLast() {
                let words = trimmed(taskText[start..<index])
                if isCondition(words) { return String(words) }
            }
        }
        return nil
    }

    private static let openingWords = ["sau khi", "ngay sau khi", "khi có", "nếu"]
        .map { VietnameseText.folded($0) + " " }

    private static func isCondition(_ words: Substring) -> Bool {
        // The longest opening has eleven letters; twice as many characters leave room for doubled spaces.
        let folded = VietnameseText.folded(words.prefix(24))
        return openingWords.contains { folded.unicodeScalars.starts(with: $0.unicodeScalars) }
    }

    private static func trimmed(_ words: Substring) -> Substring {
        var words = words.drop(while: \.isWhitespace)
        while words.last?.isWhitespace == true { words.removeLast() }
        return words
    }
}
