import TrackerDomain

/// A document named in running text: "Quyết định số 2407/QĐ-UBND ngày 01 tháng 10 năm 2021 của UBND tỉnh".
struct DocumentCitation: Hashable {
    let number: DocumentNumber?
    /// The day behind the number; "ngày tháng 9 năm 2021", with the day left blank for a pen, is none.
    let issued: CivilDate?

    /// Reads the first citation in a text; `nil` where neither a number nor a day can be read.
    init?(in text: String) {
        let words = text.split { $0.isWhitespace || $0 == ":" }.map(String.init)
        let folded = words.map { HeadingWords.words($0).first ?? "" }
        guard let place = folded.indexAfter([HeadingWords.words(HeadingWords.number).first ?? ""]) else { return nil }
        let number = Self.number(in: words[place...])
        let issued = folded.indexAfter([HeadingWords.day], from: place).flatMap { day in
            day - place <= 5 ? Self.day(in: words[day...], folded: folded[day...]) : nil
        }
        guard number != nil || issued != nil else { return nil }
        self.number = number
        self.issued = issued
    }

    /// Reads the day behind the first "ngày" of a text: "Đồng Nai, ngày 09 tháng 9 năm 2021".
    static func day(in text: String) -> CivilDate? {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let folded = words.map { HeadingWords.words($0).first ?? "" }
        guard let place = folded.indexAfter([HeadingWords.day]) else { return nil }
        return day(in: words[place...], folded: folded[place...])
    }

    private static func number(in words: ArraySlice<String>) -> DocumentNumber? {
        var text = ""
        for word in words.prefix(4) {
            let continues = text.isEmpty || "/-–".contains(word.first ?? " ") || "/-–".contains(text.last ?? " ")
            guard continues else { break }
            text += word
        }
        while let last = text.last, ".,;)*".contains(last) { text.removeLast() }
        // A number that is left blank for a pen ("số: /QĐ-UBND") is not known yet.
        return DocumentNumber(text).flatMap { $0.isBlank ? nil : $0 }
    }

    private static func day(in words: ArraySlice<String>, folded: ArraySlice<String>) -> CivilDate? {
        let bare = folded.prefix(5).map { $0 }
        guard let first = bare.first else { return nil }
        if let day = CivilDate(typed: first) { return day }
        guard bare.count == 5, bare[1] == HeadingWords.month, bare[3] == HeadingWords.year,
            let day = Int(bare[0]), let month = Int(bare[2]), let year = Int(bare[4])
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }
}
