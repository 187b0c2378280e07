import TrackerDomain

/// Reads who issued a document: "ỦY BAN NHÂN DÂN TỈNH SƠN LA" is "UBND tỉnh Sơn La".
enum IssuerReader {
    /// The first People's Committee or People's Council that a line of its own names, else one split over the two lines
    /// of a letterhead, else `nil`.
    static func issuer(in lines: [Substring], openings: [[String]]) -> String? {
        for index in lines.indices {
            guard let body = body(opening: openings[index]) else { continue }
            let line = lines[index].split(separator: "\t").first { !$0.isBlank } ?? lines[index]
            if let name = name(of: body, place: words(line).dropFirst(body.wordCount)) { return name }
            if index + 1 < lines.count, words(line).count == body.wordCount {
                let next = lines[index + 1].split(separator: "\t").first { !$0.isBlank } ?? ""
                if let name = name(of: body, place: words(next)[...]) { return name }
            }
        }
        return nil
    }

    private struct Body {
        let abbreviation: String
        let wordCount: Int
    }

    private static func body(opening: [String]) -> Body? {
        if opening.starts(with: HeadingWords.peoplesCommittee) { return Body(abbreviation: "UBND", wordCount: 4) }
        if opening.starts(with: HeadingWords.peoplesCouncil) { return Body(abbreviation: "HĐND", wordCount: 4) }
        return nil
    }

    /// The words of a line as written, without marks of emphasis.
    private static func words(_ line: Substring) -> [String] {
        line.split { $0.isWhitespace || $0 == "*" }.map(String.init)
    }

    private static func name(of body: Body, place: ArraySlice<String>) -> String? {
        let folded = place.map { VietnameseText.folded($0) }
        guard let level = HeadingWords.levels.first(where: { folded.starts(with: $0) }),
            (level.count + 1...level.count + 6).contains(place.count),
            place.allSatisfy({ $0.allSatisfy { $0.isLetter || $0 == "-" || $0 == "–" } })
        else { return nil }
        let levelWords = place.prefix(level.count).map { $0.lowercased() }
        let placeWords = place.dropFirst(level.count).map(capitalised)
        return ([body.abbreviation] + levelWords + placeWords).joined(separator: " ")
    }

    /// Each syllable of a Vietnamese place name has a capital: "SƠN LA" is "Sơn La".
    static func capitalised(_ word: some StringProtocol) -> String {
        word.prefix(1).uppercased() + word.dropFirst().lowercased()
    }
}
