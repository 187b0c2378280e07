import Testing

@testable import TrackerImport

struct DelimitedTextTests {
    @Test func quotedFieldsHoldSeparatorsQuotesAndLineBreaks() throws {
        let text = "a,\"b, c\",\"d \"\"e\"\"\"\r\n\"two\nlines\",,\n\nlast"
        #expect(
            try DelimitedText.records(in: text, separator: ",") == [
                .init(line: 1, fields: ["a", "b, c", "d \"e\""]),
                .init(line: 2, fields: ["two\nlines", "", ""]),
                .init(line: 5, fields: ["last"]),
            ])
    }

    @Test func brokenQuotesNameTheirLine() {
        #expect(throws: DelimitedText.Failure.unclosedQuote(line: 2)) {
            try DelimitedText.records(in: "a\n\"b\nc", separator: ",")
        }
        #expect(throws: DelimitedText.Failure.textAfterQuote(line: 1)) {
            try DelimitedText.records(in: "\"a\"b,c", separator: ",")
        }
    }
}
