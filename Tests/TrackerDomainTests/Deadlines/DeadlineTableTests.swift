import Foundation
import Testing

@testable import TrackerDomain

/// Every line of deadlines.tsv, of expressions.tsv and of the grammar's table reads as it says.
struct DeadlineTableTests {
    struct Line: Sendable, CustomTestStringConvertible {
        let text: String
        let kinds: [String]
        let nominal: [String]
        let context: DeadlineContext

        var testDescription: String { "\(text) in \(context.issued) \(context.years)" }
    }

    /// The expressions of the real plans, and further ones with the reading that an official would defend.
    static let lines = lines(in: "deadlines.tsv") + lines(in: "expressions.tsv")

    private static func lines(in name: String) -> [Line] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
        guard let table = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return table.split(separator: "\n").dropFirst().compactMap(line)
    }

    private static func line(_ row: Substring) -> Line? {
        let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 4 else { return nil }
        let context = cells[3].split(separator: " ")
        let years = context.last?.split(separator: "-").compactMap { Int($0) } ?? []
        guard context.count == 2, years.count == 2, let issued = CivilDate(iso: context[0]) else { return nil }
        return Line(
            text: cells[0], kinds: cells[1].split(separator: "|").map(String.init),
            nominal: cells[2].split(separator: ",").map(String.init),
            context: DeadlineContext(issued: issued, years: years[0]...years[1]))
    }

    @Test func theTableIsThere() {
        #expect(Self.lines.count >= 990)
    }

    @Test(arguments: lines, [false, true])
    func everyLineReadsAsGivenInBothUnicodeForms(line: Line, decomposed: Bool) {
        let text =
            decomposed
            ? line.text.decomposedStringWithCanonicalMapping : line.text.precomposedStringWithCanonicalMapping
        let reading = DeadlineReading(of: text, in: line.context)
        #expect(line.kinds.contains(reading.kind.rawValue), "\(reading)")
        guard line.nominal != ["*"] else { return }
        let dates = reading.nominalDates(in: line.context, limit: max(1, line.nominal.count)).map(\.description)
        #expect(dates == line.nominal, "\(reading)")
    }

    /// A dash of any length directly behind a number is the same sign.
    @Test(arguments: lines.filter { $0.text.contains("-") }, ["–", "—", "‑"])
    func everyLineReadsAlikeWithOtherDashes(line: Line, dash: String) {
        let reading = DeadlineReading(of: line.text, in: line.context)
        let other = DeadlineReading(of: line.text.replacing("-", with: dash), in: line.context)
        #expect(reading.parts.map(\.rule.kind) == other.parts.map(\.rule.kind), "\(other)")
        #expect(
            reading.nominalDates(in: line.context, limit: 12) == other.nominalDates(in: line.context, limit: 12),
            "\(other)")
    }

    @Test(arguments: PhraseGrammar.vietnamese.wordings.indices)
    func everyExampleOfTheGrammarReadsAsItsKind(index: Int) {
        let wording = PhraseGrammar.vietnamese.wordings[index]
        let reading = DeadlineReading(of: wording.example, in: Plan.fiveYears)
        #expect(reading.kind == wording.kind, "\(wording.example): \(reading)")
    }

    @Test(arguments: PhraseGrammar.vietnamese.wordings.indices)
    func everySpellingOfTheGrammarIsFound(index: Int) {
        for spelling in PhraseGrammar.vietnamese.wordings[index].written {
            let tokens = PhraseLexer.tokens(of: PhraseText(spelling))
            #expect(tokens.map(\.kind) == [.keyword(PhraseGrammar.vietnamese.wordings[index].keyword)], "\(spelling)")
        }
    }
}
