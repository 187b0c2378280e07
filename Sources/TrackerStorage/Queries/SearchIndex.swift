internal import GRDB
internal import TrackerDomain

/// Full-text search over the rows' words, ignoring diacritics and with đ = d.
enum SearchIndex {
    /// The words of a row as they are searched: those of its task, product, lead and cooperating agencies.
    static func text(of cells: [String]) -> String { VietnameseText.searchKey(cells.joined(separator: " ")) }

    /// The query for words that a person typed: all of them must be there, the last may be unfinished. Nothing that a
    /// person types has a meaning of its own in the query language.
    static func match(for words: String) -> String {
        let terms = VietnameseText.searchKey(words).split { !($0.isLetter || $0.isNumber) }
        guard !terms.isEmpty else { return "\"\"" }
        return terms.map { "\"\($0)\"" }.joined(separator: " ") + "*"
    }
}
