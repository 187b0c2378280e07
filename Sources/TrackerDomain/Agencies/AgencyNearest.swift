/// Finds the entries whose names are written nearly like a name that is not in the directory.
///
/// Words in common weigh by how rare they are ("Sở" says little, "Nội" much); among the best of these the one with the
/// fewest differing letters wins. Diacritics do not count, since they are what scanning and typing most often lose. The
/// work is bounded whatever the text: 16 words, 64 letters, 8 names compared letter by letter.
struct AgencyNearest: Sendable {
    private struct Form: Sendable {
        let agency: Int
        let letters: [UInt8]
        let weight: Double
    }

    private static let longestName = 64
    private static let mostWords = 16
    private static let mostCompared = 8
    private static let leastLikeness = 0.5
    private static let weightOfPart = 0.8

    private let forms: [Form]
    private let formsWithWord: [String: [Int]]

    /// An index over names: the position of an agency in the directory and the words of one of its names.
    init(names: [(agency: Int, keys: [String])]) {
        let plain = names.map { name in name.keys.map { VietnameseText.searchKey($0) } }
        var formsWithWord: [String: [Int]] = [:]
        for (form, words) in plain.enumerated() {
            for word in Set(words) { formsWithWord[word, default: []].append(form) }
        }
        forms = zip(names, plain).map { name, words in
            Form(
                agency: name.agency, letters: AgencyNearest.letters(of: words),
                weight: words.reduce(0) { $0 + AgencyNearest.weight(of: formsWithWord[$1]) })
        }
        self.formsWithWord = formsWithWord
    }

    /// At most three agencies, as positions in the directory, the likest first.
    func agencies(like keys: [String]) -> [Int] {
        let words = keys.prefix(Self.mostWords).map { VietnameseText.searchKey($0) }
        let letters = Self.letters(of: words)
        let total = words.reduce(0) { $0 + Self.weight(of: formsWithWord[$1]) }
        var shared: [Int: Double] = [:]
        for word in Set(words) {
            for form in formsWithWord[word] ?? [] { shared[form, default: 0] += Self.weight(of: formsWithWord[word]) }
        }
        let overlaps = shared.map { form, weight in
            // A name cut short ("Sở Văn hóa") shares all of its own words, though few of the whole name's.
            let ofOwn = words.count > 1 ? Self.weightOfPart * weight / total : 0
            return (form: form, overlap: max(2 * weight / (total + forms[form].weight), ofOwn))
        }
        let best = overlaps.sorted { ($1.overlap, $0.form) < ($0.overlap, $1.form) }.prefix(Self.mostCompared)
        let likenesses = best.map { form, overlap in
            (agency: forms[form].agency, likeness: (overlap + Self.likeness(letters, forms[form].letters)) / 2)
        }
        var result: [Int] = []
        for (agency, likeness) in likenesses.sorted(by: { ($1.likeness, $0.agency) < ($0.likeness, $1.agency) })
        where likeness >= Self.leastLikeness && !result.contains(agency) && result.count < 3 {
            result.append(agency)
        }
        return result
    }

    /// A word in n names weighs 1/√n; one in none weighs as much as one in a single name.
    private static func weight(of forms: [Int]?) -> Double {
        1 / Double(max(1, forms?.count ?? 1)).squareRoot()
    }

    private static func letters(of words: [String]) -> [UInt8] {
        Array(words.joined(separator: " ").utf8.prefix(longestName))
    }

    /// 1 for equal names, 0 for names with nothing in common: one less the edit distance as a part of the longer name.
    private static func likeness(_ left: [UInt8], _ right: [UInt8]) -> Double {
        let length = max(left.count, right.count)
        return length == 0 ? 1 : 1 - Double(editDistance(left, right)) / Double(length)
    }

    /// How many letters must be put in, taken out or replaced to make one name of the other (Levenshtein).
    private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (line, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, other) in right.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
