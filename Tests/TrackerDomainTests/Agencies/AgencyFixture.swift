import Testing

@testable import TrackerDomain

/// A small directory: a province with two departments that resemble each other, groups within groups, and a district.
enum AgencyFixture {
    static let issued = CivilDate(dayNumber: 18_901)  // 01/10/2021
    static let lateDay = CivilDate(dayNumber: 20_500)  // 16/02/2026

    static func id(_ text: String) throws -> AgencyID { try #require(AgencyID(text)) }

    static func directory() throws -> AgencyDirectory {
        let departments = try id("tinh-a/so-ban-nganh")
        let districts = try id("tinh-a/ubnd-cap-huyen")
        let all = try id("tinh-a/ubnd-cac-cap")
        let office = try id("tinh-a/van-phong")
        func department(_ slug: String, _ name: String, aliases: [String] = [], roles: Set<Agency.Role> = []) throws
            -> Agency
        {
            Agency(id: try id("tinh-a/\(slug)"), name: name, aliases: aliases, memberOf: [departments], roles: roles)
        }
        return AgencyDirectory(agencies: [
            Agency(id: try id("tinh-a/ubnd"), name: "UBND tỉnh An Hòa", aliases: ["UBND tỉnh"], roles: [.issuer]),
            try department("noi-vu", "Sở Nội vụ", roles: [.standing]),
            try department("tai-chinh", "Sở Tài chính"),
            try department("khdt", "Sở Kế hoạch và Đầu tư", aliases: ["Sở KH&ĐT", "Sở KHĐT"]),
            try department("vhttdl", "Sở Văn hóa, Thể thao và Du lịch"),
            try department("ldtbxh", "Sở Lao động - Thương binh và Xã hội"),
            try department("van-phong", "Văn phòng UBND tỉnh"),
            Agency(id: try id("tinh-a/thong-tin"), name: "Trung tâm thông tin", partOf: office),
            Agency(
                id: departments, kind: .group, name: "Các sở, ban, ngành", aliases: ["Các sở, ngành"]),
            Agency(
                id: districts, kind: .group, name: "UBND cấp huyện",
                aliases: ["UBND các huyện, thành phố", "cấp huyện"],
                memberOf: [all]),
            Agency(id: try id("tinh-a/ubnd-cap-xa"), kind: .group, name: "UBND cấp xã", memberOf: [all]),
            Agency(id: all, kind: .group, name: "UBND các cấp"),
            Agency(id: try id("tinh-a/lien-quan"), kind: .group, name: "Các sở, ngành, đơn vị có liên quan"),
            Agency(
                id: try id("tinh-a/huyen-cu"), name: "UBND huyện Cũ", memberOf: [districts],
                validTo: CivilDate(year: 2025, month: 6, day: 30)),
            Agency(
                id: try id("huyen-b/ubnd"), name: "UBND huyện Bình", aliases: ["UBND huyện"], level: .district,
                memberOf: [districts], roles: [.issuer]),
            Agency(id: try id("huyen-b/noi-vu"), name: "Phòng Nội vụ", level: .district, roles: [.standing]),
            Agency(id: try id("huyen-b/xa"), kind: .group, name: "UBND cấp xã", level: .commune),
        ])
    }

    /// What a match says, in short: "noi-vu", "[so-ban-nganh]" for a group, "a|b" for ambiguous, "?" for unknown.
    static func summary(_ match: AgencyMatch) -> String {
        switch match {
        case .agency(let agency): agency.id.slug
        case .group(let agency): "[\(agency.id.slug)]"
        case .ambiguous(let agencies): agencies.map(\.id.slug).joined(separator: "|")
        case .unknown: "?"
        }
    }

    /// Every composed letter taken apart into the base letter and its marks, as macOS and some scanners write them.
    static func decomposed(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            for family in vowels where family.letters.unicodeScalars.contains(scalar) {
                let position = Array(family.letters.unicodeScalars).firstIndex(of: scalar) ?? 0
                output.append(contentsOf: family.base.unicodeScalars)
                if position > 0 { output.append(tones[position - 1]) }
            }
            if !vowels.contains(where: { $0.letters.unicodeScalars.contains(scalar) }) { output.append(scalar) }
        }
        return String(output)
    }

    private static let tones: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"]
    private static let vowels: [(base: String, letters: String)] = [
        ("a", "aàáảãạ"), ("a\u{306}", "ăằắẳẵặ"), ("a\u{302}", "âầấẩẫậ"), ("e", "eèéẻẽẹ"), ("e\u{302}", "êềếểễệ"),
        ("i", "iìíỉĩị"), ("o", "oòóỏõọ"), ("o\u{302}", "ôồốổỗộ"), ("o\u{31B}", "ơờớởỡợ"), ("u", "uùúủũụ"),
        ("u\u{31B}", "ưừứửữự"), ("y", "yỳýỷỹỵ"),
    ]
}
