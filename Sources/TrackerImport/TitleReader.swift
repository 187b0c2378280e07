import TrackerDomain

/// Reads a plan's title in the spelling of running text, and the years that it names.
struct TitleReader {
    let lines: [Substring]
    let openings: [[String]]

    /// The title as article 1 writes it ("Ban hành kèm theo Quyết định này Kế hoạch …"), else the heading of the plan.
    func title() -> String? {
        articleTitle() ?? headingTitle()
    }

    /// The years in a title: "giai đoạn 2021-2030" is 2021…2030, "năm 2017" is that year alone.
    static func years(in title: String) -> ClosedRange<Int>? {
        let words = HeadingWords.words(title)
        if let period = words.indexAfter(HeadingWords.period) {
            let years = yearNumbers(in: words[period...])
            guard years.count >= 2, years[0] <= years[1] else { return nil }
            return years[0]...years[1]
        }
        let years = yearNumbers(in: words[...])
        guard years.count == 1, let year = years.first else { return nil }
        return year...year
    }

    private static func yearNumbers(in words: ArraySlice<String>) -> [Int] {
        words.flatMap { $0.split { !$0.isASCII || !$0.isNumber } }.filter { $0.utf8.count == 4 }.compactMap { Int($0) }
            .filter { (1945...2200).contains($0) }
    }

    private func articleTitle() -> String? {
        for index in lines.indices where openings[index].starts(with: HeadingWords.firstArticle) {
            let words = lines[index].split(whereSeparator: \.isWhitespace)
            let folded = words.map { HeadingWords.words($0).first ?? "" }
            let start = folded.indexAfter(HeadingWords.promulgates) ?? folded.indexAfter(HeadingWords.approves)
            guard let start, let place = firstPlanKind(in: folded, from: start) else { continue }
            let title = cut(words[place...].joined(separator: " "))
            return title.isEmpty ? nil : title
        }
        return nil
    }

    private func firstPlanKind(in folded: [String], from start: Int) -> Int? {
        HeadingWords.planKinds.compactMap { kind in folded.indexAfter(kind, from: start).map { $0 - kind.count } }.min()
    }

    /// The title ends where its sentence does, or where a list or a bracket begins.
    private func cut(_ sentence: String) -> String {
        let end = sentence.firstIndex { "(;:".contains($0) } ?? sentence.endIndex
        var title = sentence[..<end].trimmed
        while let last = title.last, ".,/".contains(last) { title.removeLast() }
        return String(title)
    }

    /// The line "KẾ HOẠCH" and the lines behind it up to a bracket, the grounds or the text.
    private func headingTitle() -> String? {
        for index in lines.indices where isKindHeading(index) {
            var parts = [plain(lines[index])]
            for next in lines.indices.dropFirst(index + 1).prefix(6) {
                let line = plain(lines[next])
                if line.isEmpty { continue }
                let isGround = HeadingWords.groundOpenings.contains { openings[next].starts(with: $0) }
                if line.hasPrefix("(") || isGround || line.count > 200 || line.first?.isNumber == true { break }
                parts.append(line)
                if Self.years(in: parts.joined(separator: " ")) != nil { break }
            }
            let title = parts.joined(separator: " ")
            if parts.count > 1 { return runningText(title) ?? sentence(from: parts) }
        }
        return nil
    }

    private func isKindHeading(_ index: Int) -> Bool {
        let line = plain(lines[index])
        guard openings[index].count <= 4, !line.isEmpty, line == line.uppercased() else { return false }
        return HeadingWords.planKinds.contains { openings[index].starts(with: $0) }
    }

    private func plain(_ line: Substring) -> String {
        String(line.filter { $0 != "*" && $0 != "_" && $0 != "#" }[...].trimmed)
    }

    /// The same words elsewhere in the text, where they are not in capitals.
    private func runningText(_ title: String) -> String? {
        let wanted = HeadingWords.words(title)
        for line in lines where line.utf8.count >= title.utf8.count {
            let words = line.split(whereSeparator: \.isWhitespace)
            let folded = words.map { HeadingWords.words($0).first ?? "" }
            guard let end = folded.indexAfter(wanted) else { continue }
            let found = words[(end - wanted.count)..<end].joined(separator: " ")
            if found != found.uppercased() { return cut(found) }
        }
        return nil
    }

    /// Capitals made a sentence: "KẾ HOẠCH" + "CẢI CÁCH … TỈNH SƠN LA NĂM 2021" gives "Kế hoạch cải cách … tỉnh Sơn La
    /// năm 2021". A place name goes from the word for its level to the period.
    private func sentence(from parts: [String]) -> String {
        let capitals = parts.map { $0 == $0.uppercased() }
        var words: [String] = []
        for (part, isCapital) in zip(parts, capitals) {
            let partWords = part.split(whereSeparator: \.isWhitespace).map(String.init)
            if isCapital {
                words += lowered(partWords)
            } else if words.isEmpty {
                words += partWords
            } else {
                words += [partWords.first?.lowercased() ?? ""] + partWords.dropFirst()
            }
        }
        let text = words.joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private func lowered(_ words: [String]) -> [String] {
        let folded = words.map { VietnameseText.folded($0) }
        let ends = [HeadingWords.period.first, HeadingWords.year].compactMap { $0 }
        var isPlace = false
        return words.indices.map { index in
            let previous = folded[..<index]
            let followsLevel = HeadingWords.levels.contains { previous.suffix($0.count).elementsEqual($0) }
            if ends.contains(folded[index]) || folded[index].first?.isNumber == true {
                isPlace = false
            } else if followsLevel {
                isPlace = true
            }
            return isPlace ? IssuerReader.capitalised(words[index]) : words[index].lowercased()
        }
    }
}
