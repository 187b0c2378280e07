import Foundation
import Testing
import TrackerDomain

struct VietnameseTextTests {
    @Test(arguments: [
        ("Hoà giải", "hòa giải"), ("Quý IV  hàng năm", "quý iv hàng năm"), ("Năm 2021\u{2013} 2025", "năm 2021- 2025"),
        ("UỶ BAN NHÂN DÂN", "Ủy ban nhân dân"), ("\u{A0}Sở Nội vụ\u{200B} ", "SỞ NỘI VỤ"), ("“Đề án”", "\"đề án\""),
    ])
    func spellingsOfTheSameWordsFoldAlike(one: String, other: String) {
        #expect(VietnameseText.folded(one) == VietnameseText.folded(other))
        #expect(
            VietnameseText.folded(one.decomposedStringWithCanonicalMapping)
                == VietnameseText.folded(other.precomposedStringWithCanonicalMapping))
    }

    @Test(arguments: [("năm", "nam"), ("hạn", "hàn"), ("quý", "quỹ"), ("tháng", "thắng")])
    func differentWordsStayDifferent(one: String, other: String) {
        #expect(VietnameseText.folded(one) != VietnameseText.folded(other))
    }

    @Test(arguments: [
        ("Sở Nội vụ, Đồng Nai", "so noi vu, dong nai"), ("ƯỚC THỰC HIỆN", "uoc thuc hien"), ("Đường", "duong"),
    ])
    func searchIgnoresDiacriticsInEveryForm(text: String, key: String) {
        #expect(VietnameseText.searchKey(text) == key)
        #expect(VietnameseText.searchKey(text.decomposedStringWithCanonicalMapping) == key)
    }
}
