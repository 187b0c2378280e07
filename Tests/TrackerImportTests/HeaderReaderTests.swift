import Testing
import TrackerDomain

@testable import TrackerImport

struct HeaderReaderTests {
    private func read(_ text: String) -> HeaderReader.Reading {
        HeaderReader(lines: text.split(separator: "\n", omittingEmptySubsequences: false)).read()
    }

    @Test func theDecisionsHeaderIsComplete() throws {
        let header = try Fixtures.decision2407Draft().header
        let number = try #require(DocumentNumber("2407/QĐ-UBND"))
        let issued = try #require(CivilDate(year: 2021, month: 10, day: 1))
        #expect(
            header.complete
                == PlanHeader(
                    number: number, issuer: "UBND tỉnh Sơn La", issued: issued,
                    title: "Kế hoạch cải cách hành chính nhà nước tỉnh Sơn La giai đoạn 2021-2030", years: 2021...2030,
                    parent: DocumentNumber("76/NQ-CP")))
        #expect(header.missing == [])
    }

    @Test func aLetterheadGivesNumberDayAndIssuer() {
        let reading = read(
            """
            \u{20}\tỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            \tTỈNH ĐỒNG NAI\tĐộc lập - Tự do - Hạnh phúc
            \t
            \tSố: 3183/QĐ-UBND\tĐồng Nai, ngày 09 tháng 9 năm 2021
            QUYẾT ĐỊNH
            Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
            Điều 1. Ban hành kèm theo Quyết định này Chương trình cải cách hành chính tỉnh Đồng Nai giai đoạn 2021 - 2030. 
            (Ban hành kèm theo Quyết định số 3183/QĐ-UBND ngày  09/9/2021 
            của UBND tỉnh Đồng Nai)
            """)
        #expect(reading.header.number == DocumentNumber("3183/QĐ-UBND"))
        #expect(reading.header.issued == CivilDate(year: 2021, month: 9, day: 9))
        #expect(reading.header.issuer == "UBND tỉnh Đồng Nai")
        #expect(reading.header.title == "Chương trình cải cách hành chính tỉnh Đồng Nai giai đoạn 2021 - 2030")
        #expect(reading.header.years == 2021...2030)
        #expect(reading.header.parent == nil)
        #expect(reading.disagreements == [])
    }

    @Test func aDocumentThatContradictsItselfIsReported() {
        let reading = read(
            """
            **ỦY BAN NHÂN DÂN
            HUYỆN XUÂN LỘC**
            Số: 13969 /QĐ-UBND
            Xuân Lộc, ngày 15 tháng 12 năm 2021
            *(Ban hành kèm theo Quyết định số 15969/QĐ-UBND ngày 15/12/2021
            của UBND huyện)*
            """)
        #expect(reading.header.number == DocumentNumber("13969/QĐ-UBND"))
        #expect(reading.header.issuer == "UBND huyện Xuân Lộc")
        #expect(
            reading.disagreements == [
                .init(line: 5, field: .number, taken: "13969/QĐ-UBND", other: "15969/QĐ-UBND")
            ])
    }

    @Test func blanksLeftForAPenAreNotFilledIn() {
        let reading = read("*(Kèm theo Quyết định số: /QĐ-UBND ngày tháng 9 năm 2021\ncủa UBND tỉnh)*")
        #expect(reading.header.number == nil)
        #expect(reading.header.issued == nil)
        #expect(reading.header.missing == PlanHeaderField.allCases)
    }

    @Test(arguments: [
        (
            "KẾ HOẠCH\n\nCải cách hành chính tỉnh Đồng Nai năm 2017\n",
            "Kế hoạch cải cách hành chính tỉnh Đồng Nai năm 2017"
        ),
        (
            " KẾ HOẠCH\nCẢI CÁCH HÀNH CHÍNH NHÀ NƯỚC TỈNH SƠN LA NĂM 2022\n(Kèm theo Quyết định",
            "Kế hoạch cải cách hành chính nhà nước tỉnh Sơn La năm 2022"
        ),
        (
            "KẾ HOẠCH\nCCHC TỈNH A NĂM 2022\n(Kèm theo\nUBND tỉnh ban hành Kế hoạch CCHC tỉnh A năm 2022, như sau:",
            "Kế hoạch CCHC tỉnh A năm 2022"
        ),
        ("Điều 1. Phê duyệt Đề án vị trí việc làm (có Đề án kèm theo).", "Đề án vị trí việc làm"),
    ])
    func titlesAreWrittenAsSentences(text: String, title: String) {
        #expect(read(text).header.title == title)
    }

    @Test(
        arguments: [
            ("Kế hoạch giai đoạn 2021-2030", 2021...2030),
            ("Chương trình giai đoạn 2021 – 2025, định hướng 2030", 2021...2025),
            ("Kế hoạch năm 2017", 2017...2017), ("Kế hoạch thực hiện Nghị quyết", nil),
            ("Kế hoạch các năm 2017, 2019", nil),
            ("Kế hoạch giai đoạn 2030-2021", nil),
        ] as [(String, ClosedRange<Int>?)])
    func yearsComeFromTheTitle(title: String, years: ClosedRange<Int>?) {
        #expect(TitleReader.years(in: title) == years)
    }

    @Test func severalDocumentsBehindAPlanAreNotClear() {
        let grounds =
            "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể;"
        #expect(read(grounds).header.parent == DocumentNumber("76/NQ-CP"))
        let both = grounds + "\nCăn cứ Quyết định số 2407/QĐ-UBND ngày 01/10/2021 của UBND tỉnh ban hành Kế hoạch CCHC;"
        #expect(read(both).header.parent == nil)
    }

    @Test func whatIsGivenCountsMoreThanTheText() throws {
        let given = PlanHeaderDraft(issuer: "UBND tỉnh X", years: 2021...2025)
        let draft = try ImportPipeline.draft(of: Fixtures.decision2407(), named: "a.txt", header: given)
        #expect(draft.header.issuer == "UBND tỉnh X")
        #expect(draft.header.years == 2021...2025)
        #expect(draft.header.number == DocumentNumber("2407/QĐ-UBND"))
        #expect(
            draft.diagnostics.prefix(2).map(\.code) == [
                .headerOverridden(field: .issuer, document: "UBND tỉnh Sơn La", given: "UBND tỉnh X"),
                .headerOverridden(field: .years, document: "2021-2030", given: "2021-2025"),
            ])
        #expect(draft.worst == .warning)
    }
}
