import TrackerDomain

/// Reads a plan's header from the text before its table: number, day, issuer, title, years, and the document behind it.
///
/// What is not said clearly is left empty: a person fills it in. Where a document contradicts itself (its own number
/// and the one in "Kèm theo Quyết định số …"), the first is taken and the other reported.
struct HeaderReader {
    /// What the text says, and where it says two things.
    struct Reading {
        var header = PlanHeaderDraft()
        var disagreements: [Disagreement] = []
    }

    struct Disagreement: Hashable {
        let line: Int
        let field: PlanHeaderField
        let taken: String
        let other: String
    }

    private let lines: [Substring]
    private let openings: [[String]]

    /// Headers are read from this many lines at most.
    static let lineLimit = 2_000
    private static let letterheadLimit = 40
    private static let openingLength = 120

    init(lines: [Substring]) {
        self.lines = Array(lines.prefix(Self.lineLimit))
        openings = self.lines.map { HeadingWords.words($0.prefix(Self.openingLength)) }
    }

    func read() -> Reading {
        var reading = Reading()
        readCitations(into: &reading)
        reading.header.issuer = IssuerReader.issuer(in: lines, openings: openings)
        reading.header.title = TitleReader(lines: lines, openings: openings).title()
        reading.header.years = reading.header.title.flatMap(TitleReader.years(in:))
        reading.header.parent = parent(besides: reading.header.number)
        return reading
    }

    // MARK: Number and day

    private func readCitations(into reading: inout Reading) {
        for index in lines.indices {
            if openings[index].prefix(4).indexAfterRun(HeadingWords.attached) {
                if let citation = DocumentCitation(in: joined(index)) {
                    take(citation.number, citation.issued, line: index + 1, into: &reading)
                }
            } else if index < Self.letterheadLimit, openings[index].count <= 16 {
                readLetterhead(index, into: &reading)
            }
        }
    }

    /// "Số: 3183/QĐ-UBND" and "Đồng Nai, ngày 09 tháng 9 năm 2021", on one line or on two.
    private func readLetterhead(_ index: Int, into reading: inout Reading) {
        let text = String(lines[index])
        let isNumberLine = lines[index].contains(":") && openings[index].first == HeadingWords.words("số").first
        let number = isNumberLine ? DocumentCitation(in: text)?.number : nil
        let dayPlace = openings[index].firstIndex(of: HeadingWords.day) ?? 0
        let isDayLine = dayPlace > 0 && (isNumberLine || dayPlace <= 6) && lines[index].contains(",")
        let opensGround = HeadingWords.groundOpenings.contains { openings[index].starts(with: $0) }
        let issued = isDayLine && !opensGround ? DocumentCitation.day(in: text) : nil
        take(number, issued, line: index + 1, into: &reading)
    }

    private func take(_ number: DocumentNumber?, _ issued: CivilDate?, line: Int, into reading: inout Reading) {
        if let number {
            if let known = reading.header.number, known != number {
                reading.disagreements.append(
                    Disagreement(line: line, field: .number, taken: known.description, other: number.description))
            }
            reading.header.number = reading.header.number ?? number
        }
        if let issued {
            if let known = reading.header.issued, known != issued {
                reading.disagreements.append(
                    Disagreement(line: line, field: .issued, taken: known.vietnamese, other: issued.vietnamese))
            }
            reading.header.issued = reading.header.issued ?? issued
        }
    }

    /// A line with the one behind it: "(Kèm theo Quyết định số …" is often broken.
    private func joined(_ index: Int) -> String {
        index + 1 < lines.count ? lines[index] + " " + lines[index + 1] : String(lines[index])
    }

    // MARK: The document behind the plan

    /// The one document that lines such as "Căn cứ Nghị quyết số 76/NQ-CP … ban hành Chương trình …" name; `nil` where
    /// they name several.
    private func parent(besides own: DocumentNumber?) -> DocumentNumber? {
        var found: Set<DocumentNumber> = []
        for index in lines.indices
        where HeadingWords.groundOpenings.contains(where: { openings[index].starts(with: $0) }) {
            let words = HeadingWords.words(lines[index])
            guard let place = words.indexAfter(HeadingWords.promulgates) ?? words.indexAfter(HeadingWords.approves),
                HeadingWords.planKinds.contains(where: { words[place...].starts(with: $0) }),
                let number = DocumentCitation(in: String(lines[index]))?.number, number != own
            else { continue }
            found.insert(number)
        }
        return found.count == 1 ? found.first : nil
    }
}

extension ArraySlice<String> {
    fileprivate func indexAfterRun(_ run: [String]) -> Bool { Array(self).indexAfter(run) != nil }
}
