import Foundation
import Testing
import TrackerDomain

@testable import TrackerImport

struct DelimitedReaderTests {
    @Test(arguments: [",", "\t", ";"] as [Unicode.Scalar], ["plan.csv", "plan.txt"])
    func whatIsWrittenIsReadBack(separator: Unicode.Scalar, name: String) throws {
        let rows = try Fixtures.rows2407()
        let text = "\u{FEFF}" + DelimitedText.appendix(rows, separator: separator)
        let draft = try ImportPipeline.draft(text, named: name)
        #expect(draft.rows.map(\.row) == rows)
        #expect(draft.tableCodes == [.rowBreaksOff(place: "V.4", missing: [.lead, .deadline])])
    }

    @Test func ourFilesHaveAFixedHeader() {
        #expect(
            DelimitedText.appendix([])
                == "Mục,Lĩnh vực,STT,Nhiệm vụ/Hoạt động,Kết quả/Sản phẩm,Chủ trì,Phối hợp,Thời gian,Kinh phí,Căn cứ\r\n"
        )
    }

    @Test(arguments: 0..<10)
    func columnsMayStandInAnyOrderUnderAnyName(shift: Int) throws {
        let rows = try Fixtures.rows2407()
        let columns = Array(AppendixColumn.allCases[shift...] + AppendixColumn.allCases[..<shift].reversed())
        let header = columns.map { column in
            let names = ColumnSynonyms.acceptedNames(of: column)
            let name = names[(shift + 1) % names.count]
            return shift.isMultiple(of: 2) ? name.uppercased().decomposedStringWithCanonicalMapping : "\(name) "
        }
        let text = DelimitedText.line(header) + rows.map { row in DelimitedText.line(columns.map { row[$0] }) }.joined()
        #expect(try ImportPipeline.draft(text, named: "plan.csv").rows.map(\.row) == rows)
    }

    @Test func everyAcceptedNameMeansItsColumnAlone() {
        for column in AppendixColumn.allCases {
            #expect(!column.heading.isEmpty)
            for name in ColumnSynonyms.acceptedNames(of: column) {
                #expect(ColumnSynonyms.column(named: name) == column)
                #expect(ColumnSynonyms.column(named: name.uppercased()) == column)
            }
        }
        #expect(ColumnSynonyms.column(named: "Kết quả,\n sản phẩm") == .product)
        #expect(ColumnSynonyms.column(named: "Ghi chú") == nil)
        #expect(ColumnSynonyms.column(named: "") == nil)
    }

    @Test func headingRowsMakeSections() throws {
        let draft = try ImportPipeline.draft(
            "STT;Nội dung;Chủ trì;Thời gian\nI;THỂ CHẾ;;\n1;\"Rà soát; sửa đổi\";Sở Tư pháp;Quý I\nII;THỦ TỤC;;\n1;=SUM(A1);@x;+1\n",
            named: "plan.csv")
        #expect(draft.rows.map(\.row.place) == ["I.1", "II.1"])
        #expect(draft.rows.map(\.row.section.title) == ["THỂ CHẾ", "THỦ TỤC"])
        #expect(draft.rows.map(\.row.task) == ["Rà soát; sửa đổi", "=SUM(A1)"])
        #expect(draft.rows.last?.row.lead == "@x")
        #expect(draft.tableCodes == [])
    }

    @Test func emptySectionCellsRepeatTheSectionAbove() throws {
        let draft = try ImportPipeline.draft(
            "Mục,Lĩnh vực,STT,Nhiệm vụ,Chủ trì,Thời hạn\nI,Thể chế,1,a,S,2022\n,,2,b,S,2022\nII,Thủ tục,1,c,S,2022\nI,,3,d,S,2022\n",
            named: "plan.csv")
        #expect(draft.rows.map(\.row.place) == ["I.1", "I.2", "II.1", "I.3"])
        #expect(draft.rows.last?.row.section.title == "Thể chế")
        #expect(draft.tableCodes == [])
    }

    @Test func aTitleAboveTheHeaderRowIsReadAsHeading() throws {
        let draft = try ImportPipeline.draft(
            "KẾ HOẠCH,,,\n\"Cải cách hành chính tỉnh Sơn La năm 2022\",,,\n\"(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/2022)\",,,\n"
                + "STT,Nhiệm vụ,Chủ trì,Thời gian\n1,a,Sở Nội vụ,Quý I\n", named: "plan.csv")
        #expect(draft.header.number == DocumentNumber("12/QĐ-UBND"))
        #expect(draft.header.title == "Kế hoạch cải cách hành chính tỉnh Sơn La năm 2022")
        #expect(draft.header.years == 2022...2022)
        #expect(draft.header.missing == [.issuer])
        #expect(draft.diagnostics.map(\.code) == [.headerIncomplete(missing: [.issuer])])
        #expect(draft.rows.map(\.line) == [5])
    }

    @Test func allProblemsAreReportedAtOnceWithTheirLines() throws {
        let draft = try ImportPipeline.draft(
            """
            STT,Nhiệm vụ,Chủ trì,Đơn vị chủ trì,Thời gian,Ghi chú,
            1,a,S,,2022,x,
            1,b,S,,2022,,
            2,c,S
            3,,S,,2022,,
            4,d,Sở Văn hóa, Thể thao,,2022,,x
            6,"e
            e",S,,2022,,
            ,f,S,,2022,,
            7,g,,,,,

            """, named: "plan.csv")
        #expect(
            draft.diagnostics.dropFirst().map { "\($0.line ?? 0) \($0.severity) \($0.code)" }
                == [
                    (1, .columnUnknown(name: "Ghi chú")), (1, .columnRepeated(name: "Đơn vị chủ trì", column: .lead)),
                    (3, .ordinalRepeated(place: "1", firstLine: 2)),
                    (4, .rowBreaksOff(place: "2", missing: [.deadline])),
                    (5, .taskMissing(place: "3")), (6, .tooManyCells(place: "4", found: 7, expected: 6)),
                    (7, .numberingBreaks(section: "", expected: 5, found: 6)), (9, .ordinalMissing(section: "")),
                    (10, .rowBreaksOff(place: "7", missing: [.lead, .deadline])),
                ].map { (line: Int, code: Diagnostic.Code) in
                    "\(line) \(Diagnostic(file: "", line: line, code: code).severity) \(code)"
                })
        #expect(draft.rows.map(\.row.task) == ["a", "b", "c", "d", "e\ne", "f", "g"])
        #expect(draft.worst == .error)
    }

    @Test func filesWithoutTheRequiredColumnsAreRefused() {
        #expect(throws: ImportFailure.columnsMissing(line: 2, missing: [.lead, .deadline])) {
            try ImportPipeline.draft("\nSTT,Nhiệm vụ,Ghi chú\n1,a,b\n", named: "a.csv")
        }
        #expect(throws: ImportFailure.columnsMissing(line: 1, missing: [.task, .lead, .deadline])) {
            try ImportPipeline.draft("a,b\n1,2\n", named: "A.CSV")
        }
        #expect(throws: ImportFailure.noRows(line: 1)) {
            try ImportPipeline.draft("STT,Nhiệm vụ,Chủ trì,Thời gian\n,,,\n", named: "a.csv")
        }
        #expect(throws: ImportFailure.unclosedQuote(line: 3)) {
            try ImportPipeline.draft("STT,Nhiệm vụ,Chủ trì,Thời gian\n1,a,b,c\n2,\"b,c,d\n", named: "a.csv")
        }
        #expect(throws: ImportFailure.textAfterQuote(line: 2)) {
            try ImportPipeline.draft("STT,Nhiệm vụ,Chủ trì,Thời gian\n1,\"a\"b,b,c\n", named: "a.csv")
        }
    }
}
