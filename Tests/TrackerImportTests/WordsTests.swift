import Testing
import TrackerDomain

@testable import TrackerImport

struct WordsTests {
    @Test(
        arguments: [
            .rowBreaksOff(place: "V.4", missing: [.lead]), .tooManyCells(place: "I.1", found: 9, expected: 7),
            .taskMissing(place: ""), .ordinalMissing(section: ""), .ordinalRepeated(place: "I.1", firstLine: 4),
            .numberingBreaks(section: "II", expected: 2, found: 4),
            .sectionEmpty(ordinal: "VI", title: "CHÍNH QUYỀN SỐ"),
            .columnUnknown(name: "Ghi chú"), .columnRepeated(name: "Hạn", column: .deadline),
            .tableSkipped(missing: [.task]), .textOutsideTable, .headerIncomplete(missing: PlanHeaderField.allCases),
            .headerDisagrees(field: .number, taken: "1/QĐ", other: "2/QĐ"),
            .headerOverridden(field: .years, document: "2021", given: "2022"),
        ] as [Diagnostic.Code])
    func everyFindingHasASentenceInBothLanguages(code: Diagnostic.Code) {
        let finding = Diagnostic(file: "a.csv", line: 3, code: code)
        expectSentences(finding.words)
        #expect(finding.location == "a.csv:3")
    }

    @Test(
        arguments: [
            .tooLarge(bytes: 2, limit: 1), .empty, .notUTF8(offset: 4, line: 2), .unclosedQuote(line: 2),
            .textAfterQuote(line: 2), .columnsMissing(line: 2, missing: [.lead]), .noAppendix, .noTable(line: 2),
            .noRows(line: 2),
        ] + ImportFailure.FileKind.allCases.map(ImportFailure.notText))
    func everyFailureHasASentenceInBothLanguages(failure: ImportFailure) {
        expectSentences(failure.words)
        if let line = failure.line { #expect(failure.words(in: .en).contains("ine \(line)")) }
    }

    @Test func missingColumnsAreNamedWithTheNamesThatAreAccepted() {
        let words = ImportFailure.columnsMissing(line: 1, missing: [.lead, .deadline]).words(in: .vi)
        for name in ["“Chủ trì”", "“Cơ quan chủ trì”", "“Thời gian”", "“Tiến độ”"] { #expect(words.contains(name)) }
    }

    private func expectSentences(_ words: (Language) -> String) {
        #expect(words(.vi) != words(.en))
        for language in Language.allCases {
            #expect(words(language).count > 15)
            #expect(words(language).hasSuffix("."))
        }
    }
}
