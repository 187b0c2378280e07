internal import TrackerDomain

/// A letter as plain text. Lines are not broken: whoever shows it knows the width.
struct LetterText {
    let content: LetterContent

    var text: String {
        let language = content.language
        var lines = [
            language(vi: "Kính gửi: ", en: "To: ") + content.address, content.matter, "", content.opening, "",
        ]
        for (index, section) in content.sections.enumerated() {
            lines += ["\(Self.roman(index + 1)). \(section.heading)", section.request]
            for (index, entry) in section.entries.enumerated() {
                lines += self.lines(of: entry, number: index + 1)
            }
            lines += [section.rest, ""].compactMap { $0 }
        }
        lines.append(content.update.words)
        lines += content.update.commands.map { "   " + $0 }
        lines += ["", content.farewell, "", content.remark]
        return lines.joined(separator: "\n")
    }

    private func lines(of entry: LetterContent.Entry, number: Int) -> [String] {
        guard let first = entry.facts.first else { return ["\(number). \(entry.title) – \(entry.status)"] }
        return ["\(number). \(entry.title)", "   \(first.label): \(first.value) – \(entry.status)"]
            + entry.facts.dropFirst().map { "   \($0.label): \($0.value)" }
    }

    /// The number of a section, at most seven of which there are.
    static func roman(_ number: Int) -> String {
        ["I", "II", "III", "IV", "V", "VI", "VII"].dropFirst(number - 1).first ?? String(number)
    }
}
