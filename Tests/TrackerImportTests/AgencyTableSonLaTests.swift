import AppendixData
import Testing
import TrackerDomain
import TrackerImport

/// Every cell of the columns "Chủ trì" and "Phối hợp" of the appendix of QĐ 2407/QĐ-UBND (Sơn La, 01/10/2021), word for
/// word, with what it names.
struct AgencyTableSonLaTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let place: String
        let cell: String
        let expected: [String]

        var testDescription: String { "\(place) \(cell)" }
    }

    static let departments = "Các sở, ban, ngành = group so-ban-nganh"
    static let districts = "UBND các huyện, thành phố = group ubnd-cap-huyen"
    static let both = "Các sở, ban, ngành, UBND các huyện, thành phố"

    static func cases(_ places: [String], _ cell: String, _ expected: String...) -> [Case] {
        places.map { Case(place: $0, cell: cell, expected: expected) }
    }

    static let leads: [Case] = [
        cases(["I.1", "I.2", "II.1"], "Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư = agency so-ke-hoach-va-dau-tu"),
        cases(["I.3", "I.4", "I.6", "I.7", "I.8"], "Sở Tư pháp", "Sở Tư pháp = agency so-tu-phap"),
        cases(["I.5"], "Các sở, ban, ngành", departments),
        cases(["II.2", "II.4", "II.5"], "Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh = agency van-phong-ubnd-tinh"),
        cases(
            ["II.3"], "Sở Thông tin và Truyền thông",
            "Sở Thông tin và Truyền thông = agency so-thong-tin-va-truyen-thong"),
        cases(["II.6", "II.7"], both, departments, districts),
        cases(
            [
                "III.1", "III.2", "III.5", "III.6", "III.7", "III.11", "III.12", "IV.1", "IV.2", "IV.3", "IV.4", "IV.5",
                "IV.6", "IV.7", "IV.8", "V.1",
            ], "Sở Nội vụ", "Sở Nội vụ = agency so-noi-vu"),
        cases(
            ["III.3"], "Sở Nội vụ, Sở Tài chính", "Sở Nội vụ = agency so-noi-vu", "Sở Tài chính = agency so-tai-chinh"),
        cases(["III.4"], "Sở Khoa học và Công nghệ", "Sở Khoa học và Công nghệ = agency so-khoa-hoc-va-cong-nghe"),
        cases(["III.8"], "Sở Y tế", "Sở Y tế = agency so-y-te"),
        cases(["III.9", "III.10"], "Sở Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo = agency so-giao-duc-va-dao-tao"),
        cases(["V.2"], "Sở Tài chính", "Sở Tài chính = agency so-tai-chinh"),
        cases(
            ["V.3"],
            "Các cơ quan quản lý chuyển ngành theo Quyết định số 2833/QĐ-UBND ngày 22/11/2019 của UBND tỉnh",
            "Các cơ quan quản lý chuyển ngành theo Quyết định số 2833/QĐ-UBND ngày 22/11/2019 của UBND tỉnh = unknown"),
        cases(["V.4"], ""),
    ].flatMap { $0 }

    static let cooperation: [Case] = [
        cases(
            ["I.1"], "Các sở, ban, ngành, UBND cấp huyện", departments, "UBND cấp huyện = group ubnd-cap-huyen"),
        cases(
            ["I.2", "I.3"], "Các sở, ban, ngành, UBND cấp huyện.", departments,
            "UBND cấp huyện = group ubnd-cap-huyen"),
        cases(
            ["I.4"], "Sở, ban, ngành, UBND cấp huyện", "Sở, ban, ngành = group so-ban-nganh",
            "UBND cấp huyện = group ubnd-cap-huyen"),
        cases(
            ["I.5"], "- Văn phòng UBND tỉnh; Sở Tư pháp", "Văn phòng UBND tỉnh = agency van-phong-ubnd-tinh",
            "Sở Tư pháp = agency so-tu-phap"),
        cases(
            ["I.6"], "Trung tâm thông tin, Văn phòng UBND tỉnh; Trung tâm lưu trữ lịch sử, Sở Nội vụ",
            "Trung tâm thông tin, Văn phòng UBND tỉnh = agency trung-tam-thong-tin",
            "Trung tâm lưu trữ lịch sử, Sở Nội vụ = agency trung-tam-luu-tru-lich-su"),
        cases(
            ["I.7", "I.8"], "Các sở, ban, ngành; UBND cấp huyện.", departments,
            "UBND cấp huyện = group ubnd-cap-huyen"),
        cases(
            [
                "II.1", "II.2", "II.4", "II.5", "III.1", "III.2", "III.4", "III.5", "III.6", "III.7", "III.8", "III.9",
                "III.10", "III.11", "III.12", "IV.1", "IV.2", "IV.3", "IV.4", "IV.5",
            ], both, departments, districts),
        cases(
            ["II.3"], "Văn phòng UBND tỉnh; Sở, ban, ngành tỉnh;\nUBND cấp huyện; UBND cấp xã",
            "Văn phòng UBND tỉnh = agency van-phong-ubnd-tinh", "Sở, ban, ngành tỉnh = group so-ban-nganh",
            "UBND cấp huyện = group ubnd-cap-huyen", "UBND cấp xã = group ubnd-cap-xa"),
        cases(["II.6", "II.7"], "Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh = agency van-phong-ubnd-tinh"),
        cases(
            ["III.3"], "Các sở, ngành, đơn vị có liên quan",
            "Các sở, ngành, đơn vị có liên quan = group co-quan-lien-quan"),
        cases(
            ["IV.6"], "Các sở, ban ngành; các đơn vị sự nghiệp; UBND cấp huyện; UBND cấp xã; các cơ sở đào tạo.",
            "Các sở, ban ngành = group so-ban-nganh", "các đơn vị sự nghiệp = group don-vi-su-nghiep",
            "UBND cấp huyện = group ubnd-cap-huyen", "UBND cấp xã = group ubnd-cap-xa",
            "các cơ sở đào tạo = group co-so-dao-tao"),
        cases(
            ["IV.7"], "Các sở, ban ngành; các đơn vị sự nghiệp; UBND cấp huyện; UBND cấp xã.",
            "Các sở, ban ngành = group so-ban-nganh", "các đơn vị sự nghiệp = group don-vi-su-nghiep",
            "UBND cấp huyện = group ubnd-cap-huyen", "UBND cấp xã = group ubnd-cap-xa"),
        cases(["IV.8"], "\(both); UBND các xã", departments, districts, "UBND các xã = group ubnd-cap-xa"),
        cases(
            ["V.1"], "Sở Tài chính; các sở, ban, ngành, UBND huyện, thành phố", "Sở Tài chính = agency so-tai-chinh",
            "các sở, ban, ngành = group so-ban-nganh", "UBND huyện, thành phố = group ubnd-cap-huyen"),
        cases(
            ["V.2"], "Sở, ban, ngành, UBND huyện, thành phố", "Sở, ban, ngành = group so-ban-nganh",
            "UBND huyện, thành phố = group ubnd-cap-huyen"),
        cases(
            ["V.3"], "Sở Tài chính; các cơ quan, đơn vị có liên quan", "Sở Tài chính = agency so-tai-chinh",
            "các cơ quan, đơn vị có liên quan = group co-quan-lien-quan"),
        cases(["V.4"], ""),
    ].flatMap { $0 }

    static let rows = 8 + 7 + 12 + 8 + 4

    @Test func bothColumnsAreComplete() {
        #expect(Set(Self.leads.map(\.place)).count == Self.rows)
        #expect(Self.leads.count == Self.rows)
        #expect(Set(Self.cooperation.map(\.place)) == Set(Self.leads.map(\.place)))
        #expect(Self.cooperation.count == Self.rows)
    }

    @Test(arguments: leads + cooperation)
    func theCellNames(_ expected: Case) throws {
        let directory = AgencyDirectory(agencies: try AgencyTable.agencies(in: AppendixData.agencyTables))
        let issued = try #require(CivilDate(year: 2021, month: 10, day: 1))
        for cell in [expected.cell, expected.cell.uppercased()] {
            let mentions = AgencyPhrase(cell, in: "son-la", on: issued, from: directory).mentions
            let matches = mentions.map { mention in
                switch mention.match {
                case .agency(let agency): "agency \(agency.id.slug)"
                case .group(let group): "group \(group.id.slug)"
                case .ambiguous(let agencies): "ambiguous \(agencies.map(\.id.slug))"
                case .unknown: "unknown"
                }
            }
            let wanted = expected.expected.map { $0.split(separator: " = ") }
            #expect(matches == wanted.compactMap { $0.last.map(String.init) })
            let words = wanted.compactMap { $0.first.map(String.init) }
            #expect(mentions.map(\.words) == (cell == expected.cell ? words : words.map { $0.uppercased() }))
        }
    }
}
