import Foundation
import Testing
import TrackerDomain

@testable import TrackerImport

/// The appendix of decision 2407/QĐ-UBND, and tables made by hand for what it does not have.
struct AppendixTextReaderTests {
    @Test func everySectionAndEveryRowOfTheDecisionIsRead() throws {
        let rows = try Fixtures.rows2407()
        let sections = rows.map(\.section).reduce(into: [AppendixRow.Section]()) { seen, section in
            if seen.last != section { seen.append(section) }
        }
        #expect(
            sections == [
                .init(ordinal: "I", title: "CẢI CÁCH THỂ CHẾ"),
                .init(ordinal: "II", title: "CẢI CÁCH THỦ TỤC HÀNH CHÍNH"),
                .init(ordinal: "III", title: "CẢI CÁCH TỔ CHỨC BỘ MÁY HÀNH CHÍNH NHÀ NƯỚC"),
                .init(ordinal: "IV", title: "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ"),
                .init(ordinal: "V", title: "CẢI CÁCH TÀI CHÍNH CÔNG"),
            ])
        #expect(sections.map { section in rows.count { $0.section == section } } == [8, 7, 12, 8, 4])
        for section in sections {
            let ordinals = rows.filter { $0.section == section }.map(\.ordinal)
            #expect(ordinals == (1...ordinals.count).map(String.init))
        }
    }

    @Test func cellsAreKeptWordForWordWithTheirLines() throws {
        let rows = try Fixtures.rows2407()
        let row = try #require(rows.first { $0.place == "IV.6" })
        #expect(
            row.task == "Quyết định giao chỉ tiêu đào tạo, bồi dưỡng cán bộ, công chức, viên chức hàng năm, giai đoạn")
        #expect(
            row.product
                == "- Quyết định của UBND tỉnh;\n- Báo cáo đánh giá kết quả đào tạo;\n- Văn bản chỉ đạo, hướng dẫn, ..."
        )
        #expect(row.lead == "Sở Nội vụ")
        #expect(
            row.cooperation
                == "Các sở, ban ngành; các đơn vị sự nghiệp; UBND cấp huyện; UBND cấp xã; các cơ sở đào tạo.")
        #expect(row.deadline == "- Quý IV hàng năm\n- Báo cáo quý, 6 tháng và năm.")
        #expect(row.funding == "Ngân sách tỉnh")
        #expect(row.isComplete)

        #expect(rows.first { $0.place == "I.7" }?.funding == "")
        #expect(rows.first { $0.place == "II.3" }?.deadline == "Năm 2021- 2025")
        #expect(
            rows.first { $0.place == "II.3" }?.cooperation
                == "Văn phòng UBND tỉnh; Sở, ban, ngành tỉnh;\nUBND cấp huyện; UBND cấp xã")
        #expect(rows.first { $0.place == "III.8" }?.lead == "Sở Y tế")
    }

    @Test func everyCellStandsInTheSource() throws {
        let source = try #require(String(bytes: Fixtures.decision2407(), encoding: .utf8))
        let draft = try Fixtures.decision2407Draft()
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        for drafted in draft.rows {
            for column in AppendixColumn.allCases {
                #expect(drafted.row[column].isEmpty || source.contains(drafted.row[column]))
            }
            #expect(lines[drafted.line - 1] == "\t\(drafted.row.ordinal)")
            #expect(lines[drafted.line].hasPrefix("\t\(drafted.row.task.prefix(20))"))
        }
    }

    @Test func theRowThatBreaksOffIsKeptMarkedAndReported() throws {
        let draft = try Fixtures.decision2407Draft()
        let last = try #require(draft.rows.last)
        #expect(last.row.place == "V.4")
        #expect(last.row.task.hasPrefix("Hoàn thiện các quy định về cơ chế tự chủ tài chính"))
        #expect(last.row.task.hasSuffix("người đứng đầu đơn vị sự nghiệp công lập"))
        #expect(!last.row.isComplete)
        #expect(draft.rows.filter { !$0.row.isComplete }.count == 1)
        #expect(
            draft.diagnostics == [
                Diagnostic(
                    file: "quyet-dinh-2407.txt", line: 657,
                    code: .rowBreaksOff(place: "V.4", missing: [.product, .lead, .cooperation, .deadline, .funding]))
            ])
        #expect(draft.diagnostics.map(\.severity) == [.warning])
        #expect(draft.diagnostics.first?.location == "quyet-dinh-2407.txt:657")
    }

    @Test(arguments: ["\n", "\r\n", "\r"], [true, false])
    func spellingOfTheFileDoesNotMatter(lineEnd: String, isDecomposed: Bool) throws {
        let text = try #require(String(bytes: Fixtures.decision2407(), encoding: .utf8))
        let spelt = isDecomposed ? text.decomposedStringWithCanonicalMapping : text
        let bytes = Array(spelt.replacing("\n", with: lineEnd).utf8)
        let draft = try ImportPipeline.draft(of: [0xEF, 0xBB, 0xBF] + bytes, named: "quyet-dinh-2407.txt")
        let plain = try Fixtures.decision2407Draft()
        #expect(draft == plain)
        for (row, other) in zip(draft.rows, plain.rows) {
            for column in AppendixColumn.allCases {
                #expect(row.row[column].utf8.elementsEqual(other.row[column].utf8))
            }
        }
    }

    // MARK: Tables that the decision does not have

    private static let header = "PHỤ LỤC II\n\tTT\n\tNội dung công việc\n\tĐơn vị\nchủ trì\n\tTiến độ\n\n"

    private func draft(_ table: String) throws -> PlanDraft { try ImportPipeline.draft(Self.header + table) }

    @Test func anEmptyLineInsideACellBelongsToIt() throws {
        let rows = try draft(
            "\t1\n\tRà soát:\n\n- văn bản\n\tSở Tư pháp\n\tQuý I\n\n\t2\n\tBáo cáo\n\tSở Nội vụ\n\t2022\n"
        ).rows
        #expect(rows.map(\.row.task) == ["Rà soát:\n\n- văn bản", "Báo cáo"])
        #expect(rows.map(\.line) == [8, 15])
    }

    @Test func aRowThatBreaksOffDoesNotTakeItsNeighbours() throws {
        let draft = try draft(
            "\t1\n\tRà soát\n\n\tII\n\tCẢI CÁCH\n\n\t1\n\tBáo cáo\n\tSở Nội vụ\n\t2022\n\nNơi nhận:\n- Lưu.\n")
        #expect(draft.rows.map(\.row.place) == ["1", "II.1"])
        #expect(draft.rows.map(\.row.isComplete) == [false, true])
        #expect(
            draft.tableCodes == [.rowBreaksOff(place: "1", missing: [.lead, .deadline]), .textOutsideTable])
    }

    @Test func rowsWithoutAnEmptyLineBetweenThemAreTold() throws {
        let rows = try draft("\t1\n\tA\n\tSở Y tế\n\t2022\n\t2.\n\tB\n\tSở Nội vụ\n\tThường xuyên\n").rows
        #expect(rows.map(\.row.ordinal) == ["1", "2"])
        #expect(rows.map(\.row.deadline) == ["2022", "Thường xuyên"])
    }

    @Test func aCellTooManyIsAnErrorAndTheRowsBehindItAreRead() throws {
        let draft = try draft("\t1\n\tA\n\tSở Y tế\n\t2022\n\tthừa\n\n\t2\n\tB\n\tSở Nội vụ\n\t2023\n")
        #expect(draft.rows.count == 2)
        #expect(draft.tableCodes == [.tooManyCells(place: "1", found: 5, expected: 4)])
        #expect(draft.worst == .error)
    }

    @Test func repeatedHeadersAndColumnNumbersAreNoRows() throws {
        let row = "\t1\n\tA\n\tSở Y tế\n\t2022\n\n"
        let table = Self.header.dropFirst("PHỤ LỤC II\n".count)
        let draft = try draft("\t(1)\n\t(2)\n\t(3)\n\t(4)\n\n" + row + table + row.replacing("1", with: "2"))
        #expect(draft.rows.map(\.row.ordinal) == ["1", "2"])
        #expect(draft.tableCodes == [])
    }

    @Test func aSecondAppendixHasItsOwnColumnsAndNoSection() throws {
        let draft = try draft(
            "\tI\n\tTHỂ CHẾ\n\n\t1\n\tA\n\tSở Y tế\n\t2022\n\nPHỤ LỤC III\n\tSTT\n\tThời hạn\n\tChủ trì\n\tNhiệm vụ\n\n"
                + "\t1\n\t2023\n\tSở Nội vụ\n\tB\n\nPHỤ LỤC IV\n\tSTT\n\tChỉ tiêu\n\tKết quả\n\tNguồn\n\n\t1\n\tx\n\ty\n\tz\n"
        )
        #expect(draft.rows.map(\.row.place) == ["I.1", "1"])
        #expect(draft.rows.map(\.row.deadline) == ["2022", "2023"])
        #expect(draft.tableCodes == [.tableSkipped(missing: [.task, .lead, .deadline])])
    }

    @Test func numberingIsCheckedWithinEachSection() throws {
        let draft = try draft(
            "\tI\n\tA\n\n\t1\n\ta\n\tS\n\t2022\n\n\t3\n\tb\n\tS\n\t2022\n\n\tII\n\tB\n\n\t1\n\tc\n\tS\n\t2022\n\n"
                + "\t1\n\td\n\tS\n\t2022\n\n\t\n\te\n\tS\n\t2022\n\n\t2\n\t\n\tS\n\t2022\n\n\tIII\n\tC\n")
        #expect(draft.rows.map(\.row.task) == ["a", "b", "c", "d", "e"])
        #expect(
            draft.tableCodes == [
                .numberingBreaks(section: "I", expected: 2, found: 3),
                .ordinalRepeated(place: "II.1", firstLine: 24),
                .ordinalMissing(section: "II"),
                .taskMissing(place: "II.2"),
                .sectionEmpty(ordinal: "III", title: "C"),
            ])
    }

    @Test func textsWithoutATableOfTasksAreRefused() {
        #expect(throws: ImportFailure.noAppendix) {
            try ImportPipeline.draft("KẾ HOẠCH\nCải cách hành chính năm 2017\n1. Nội dung (có Phụ lục kèm theo).\n")
        }
        #expect(throws: ImportFailure.noTable(line: 2)) {
            try ImportPipeline.draft("KẾ HOẠCH\n**PHỤ LỤC**\nDanh mục\n- Một việc\n")
        }
        #expect(throws: ImportFailure.columnsMissing(line: 2, missing: [.deadline])) {
            try ImportPipeline.draft("PHỤ LỤC\n\tSTT\n\tNhiệm vụ\n\tChủ trì\n\tGhi chú\n\n\t1\n\ta\n\tb\n\tc\n")
        }
        #expect(throws: ImportFailure.noRows(line: 2)) { try ImportPipeline.draft(Self.header) }
    }
}
