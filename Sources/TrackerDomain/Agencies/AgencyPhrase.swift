/// A cell of the columns "Chủ trì" and "Phối hợp", read as a list of agencies.
///
/// Names are recognised longest first, so that a comma inside a known name does not cut it ("Sở Văn hóa, Thể thao và Du
/// lịch", "Các sở, ban, ngành"). What stands between separators (comma, semicolon, end of line, bullet or number at the
/// start of a line; "và", " - ", "/" and a full stop only before a name) and is not a known name as a whole is kept as
/// written in one unknown mention. A unit named with the body that it is part of ("Trung tâm lưu trữ lịch sử, Sở Nội vụ",
/// appendix of QĐ 2407/QĐ-UBND, row I.6) is one mention of the unit, if the directory has the unit; otherwise its words
/// are one unknown mention and the body is another. Every letter of the cell that is not part of a separator belongs to a
/// mention.
///
/// ```swift
/// AgencyPhrase("Các sở, ban, ngành, UBND cấp huyện.", in: "son-la", on: issued, from: directory).mentions
/// // "Các sở, ban, ngành" → group, "UBND cấp huyện" → group
/// ```
public struct AgencyPhrase: Hashable, Sendable {
    /// The cell as written.
    public let cell: String
    /// What it names, in order; empty for an empty cell.
    public let mentions: [AgencyMention]

    /// Reads a cell of a plan of a territory, with the names that were valid on a day (the plan's issue date, as a rule).
    public init(_ cell: String, in territory: String, on day: CivilDate, from directory: AgencyDirectory) {
        self.cell = cell
        let scanner = AgencyScanner(words: AgencyWords(cell), index: directory.index(of: territory))
        var mentions: [AgencyMention] = []
        var position = 0
        while position < scanner.tokens.count {
            let token = scanner.tokens[position]
            if token.kind == .ellipsis {
                mentions.append(.init(words: scanner.words(position..<position + 1), match: .unknown(nearest: [])))
                position += 1
            } else if scanner.isSeparator(at: position) || token.kind == .mark && token.key != "(" {
                position += 1
            } else if let known = scanner.knownName(at: position, endingIf: scanner.isBoundary(at:)) {
                let words = scanner.words(position..<known.end)
                mentions.append(.init(words: words, match: directory.match(known, on: day)))
                position = known.end
            } else {
                let end = scanner.endOfUnknown(from: position)
                let keys = scanner.tokens[position..<end].filter { $0.kind == .word }.map(\.key)
                let match = directory.unknown(keys, in: territory)
                mentions.append(.init(words: scanner.words(position..<end), match: match))
                position = end
            }
        }
        self.mentions = mentions
    }
}
