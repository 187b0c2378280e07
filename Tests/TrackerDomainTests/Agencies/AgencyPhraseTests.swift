import TestSupport
import Testing

@testable import TrackerDomain

struct AgencyPhraseTests {
    @Test(arguments: [
        ("", []),
        (" - ", []),
        ("Sở Nội vụ, Sở Tài chính", ["Sở Nội vụ=noi-vu", "Sở Tài chính=tai-chinh"]),
        ("- Văn phòng UBND tỉnh; Sở Tài chính.", ["Văn phòng UBND tỉnh=van-phong", "Sở Tài chính=tai-chinh"]),
        ("Sở Nội vụ và Sở Tài chính", ["Sở Nội vụ=noi-vu", "Sở Tài chính=tai-chinh"]),
        ("Sở Nội vụ; và các Sở, ngành", ["Sở Nội vụ=noi-vu", "các Sở, ngành=[so-ban-nganh]"]),
        ("Sở Nội vụ - Sở Tài chính", ["Sở Nội vụ=noi-vu", "Sở Tài chính=tai-chinh"]),
        ("Sở Nội vụ/Sở Tài chính", ["Sở Nội vụ=noi-vu", "Sở Tài chính=tai-chinh"]),
        ("Sở Nội vụ. Sở Tài chính.", ["Sở Nội vụ=noi-vu", "Sở Tài chính=tai-chinh"]),
        ("Sở Nội vụ\r\nSở Tài chính", ["Sở Nội vụ=noi-vu", "Sở Tài chính=tai-chinh"]),
        ("• Sở Nội vụ\n+ Sở Tài chính", ["Sở Nội vụ=noi-vu", "Sở Tài chính=tai-chinh"]),
        ("1. Sở Nội vụ\n2) Sở Tài chính", ["Sở Nội vụ=noi-vu", "Sở Tài chính=tai-chinh"]),
        (
            "Các sở, ban, ngành, UBND cấp huyện.",
            ["Các sở, ban, ngành=[so-ban-nganh]", "UBND cấp huyện=[ubnd-cap-huyen]"]
        ),
        (
            "Các sở, ban, ngành và UBND các huyện, thành phố thuộc tỉnh",
            ["Các sở, ban, ngành=[so-ban-nganh]", "UBND các huyện, thành phố thuộc tỉnh=[ubnd-cap-huyen]"]
        ),
        ("Các sở, ngành, đơn vị có liên quan", ["Các sở, ngành, đơn vị có liên quan=[lien-quan]"]),
        ("UBND cấp huyện, UBND cấp xã", ["UBND cấp huyện=[ubnd-cap-huyen]", "UBND cấp xã=[ubnd-cap-xa]"]),
        (
            "Sở Văn hóa, Thể thao và Du lịch, Sở Lao động - Thương binh và Xã hội",
            ["Sở Văn hóa, Thể thao và Du lịch=vhttdl", "Sở Lao động - Thương binh và Xã hội=ldtbxh"]
        ),
        (
            "Trung tâm thông tin, Văn phòng UBND tỉnh; Sở Nội vụ",
            ["Trung tâm thông tin, Văn phòng UBND tỉnh=thong-tin", "Sở Nội vụ=noi-vu"]
        ),
        (
            "Trung tâm thông tin\nVăn phòng UBND tỉnh",
            ["Trung tâm thông tin=thong-tin", "Văn phòng UBND tỉnh=van-phong"]
        ),
        (
            "Trung tâm thông tin, Văn phòng UBND tỉnh Bình An",
            ["Trung tâm thông tin=thong-tin", "Văn phòng UBND tỉnh Bình An=?"]
        ),
        ("Trung tâm lạ, Sở Nội vụ", ["Trung tâm lạ=?", "Sở Nội vụ=noi-vu"]),
        (
            "Sở Nội vụ (cơ quan thường trực, chủ trì); Báo",
            ["Sở Nội vụ (cơ quan thường trực, chủ trì)=noi-vu", "Báo=?"]
        ),
        ("Các sở, ngành (trừ Sở Nội vụ), Báo", ["Các sở, ngành (trừ Sở Nội vụ)=?", "Báo=?"]),
        ("Sở Tài chính và Kế hoạch, Sở Nội vụ", ["Sở Tài chính và Kế hoạch=?", "Sở Nội vụ=noi-vu"]),
        (
            "Lãnh đạo phụ trách Sở Văn hóa, Thể thao và Du lịch; A",
            [
                "Lãnh đạo phụ trách Sở Văn hóa, Thể thao và Du lịch=?", "A=?",
            ]
        ),
        ("Người dân và doanh nghiệp", ["Người dân và doanh nghiệp=?"]),
        ("Sở Nội vụ, ...", ["Sở Nội vụ=noi-vu", "...=?"]),
        ("Sở Nội vụ…", ["Sở Nội vụ=noi-vu", "…=?"]),
        (
            "Các cơ quan quản lý chuyển ngành theo Quyết định số 2833/QĐ-UBND ngày 22/11/2019 của UBND tỉnh",
            ["Các cơ quan quản lý chuyển ngành theo Quyết định số 2833/QĐ-UBND ngày 22/11/2019 của UBND tỉnh=?"]
        ),
        ("(ghi chú", ["(ghi chú=?"]),
        ("Sở Nội vụ (", ["Sở Nội vụ (=?"]),
    ])
    func aCellIsReadAsItsNames(cell: String, expected: [String]) throws {
        let directory = try AgencyFixture.directory()
        let mentions = AgencyPhrase(cell, in: "tinh-a", on: AgencyFixture.issued, from: directory).mentions
        #expect(mentions.map { "\($0.words)=\(AgencyFixture.summary($0.match))" } == expected)

        let taken = AgencyFixture.decomposed(cell)
        let again = AgencyPhrase(taken, in: "tinh-a", on: AgencyFixture.issued, from: directory)
        #expect(again.cell.unicodeScalars.elementsEqual(taken.unicodeScalars))
        #expect(again.mentions.map(\.match) == mentions.map(\.match))
        #expect(letters(again.mentions.map(\.words).joined()) == letters(mentions.map(\.words).joined()))
    }

    @Test func anUnknownTerritoryStillSeparatesNames() throws {
        let directory = try AgencyFixture.directory()
        let phrase = AgencyPhrase("Sở Nội vụ; Sở Y tế và Công an", in: "x", on: AgencyFixture.issued, from: directory)
        #expect(phrase.mentions.map(\.words) == ["Sở Nội vụ", "Sở Y tế", "Công an"])
    }

    @Test(arguments: 0..<40)
    func noLetterIsLostWhateverTheCell(seed: Int) throws {
        let directory = try AgencyFixture.directory()
        let parts = [
            "Sở Nội vụ", "sở, ban, ngành", "Các sở", "UBND", "cấp huyện", "Trung tâm thông tin", "và", "Văn phòng",
            "tỉnh",
            ",", ";", "\n", "- ", "(", ")", ".", "…", "/", "theo Quyết định số 12/QĐ-UBND", "Thể thao", "&", "“", "x",
            "7",
        ]
        var random = Seeded(state: UInt64(seed))
        for _ in 0..<100 {
            let pieces = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                parts[Int.random(in: 0..<parts.count, using: &random)]
            }
            let cell = pieces.joined(separator: Bool.random(using: &random) ? " " : "")
            let mentions = AgencyPhrase(cell, in: "tinh-a", on: AgencyFixture.issued, from: directory).mentions
            let kept = words(in: "¶ " + mentions.map(\.words).joined(separator: " "))
            #expect(kept == words(in: cell), "\(seed): \(cell)")
            var rest = cell[...]
            for mention in mentions {
                let range = rest.firstRange(of: mention.words)
                #expect(range != nil, "\(seed): \(mention.words) is not in \(cell), or not in order")
                if let range { rest = rest[range.upperBound...] }
            }
        }
    }

    private func letters(_ text: String) -> String {
        String(String.UnicodeScalarView(VietnameseText.folded(text).unicodeScalars.filter(\.properties.isAlphabetic)))
    }

    /// Text that would take very long, or the whole stack, if reading looked at each word more than a few times.
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [". ", "(", "\"", "Sở (", "Sở,", "Sở Nội vụ và ", "tất cả ", "a.", "Các sở, ban\n", "1. ", "- "])
    func longCellsAreReadInReasonableTime(piece: String) throws {
        let directory = try AgencyFixture.directory()
        let cell = String(String(repeating: piece, count: 20_000).prefix(20_000))
        let mentions = AgencyPhrase(cell, in: "tinh-a", on: AgencyFixture.issued, from: directory).mentions
        let match = directory.resolve(cell, in: "tinh-a", on: AgencyFixture.issued)
        #expect(mentions.isEmpty || AgencyFixture.summary(match) == "?")
    }

    /// The words with letters, without "và", the one separator that has any.
    private func words(in text: String) -> [String] {
        AgencyWords(text).keys.filter { key in
            key != AgencyVocabulary.and && key.unicodeScalars.contains(where: \.properties.isAlphabetic)
        }
    }
}
