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

    @Test(arguments: [
        (["a", "b"], "a,b\r\n"), (["a,b", "c"], "\"a,b\",c\r\n"), (["a\"b", ""], "\"a\"\"b\",\r\n"),
        (["x\ny", "=1+1"], "\"x\ny\",=1+1\r\n"), ([""], "\"\"\r\n"), ([" a", "b "], "\" a\",\"b \"\r\n"),
        (["a\r\nb"], "\"a\r\nb\"\r\n"), (["a;b", "-1"], "a;b,-1\r\n"),
    ])
    func linesAreWrittenWithQuotesWhereNeeded(fields: [String], line: String) throws {
        #expect(DelimitedText.line(fields) == line)
        if fields != [""] {
            #expect(try DelimitedText.records(in: line, separator: ",").map(\.fields) == [fields])
        }
    }
}
