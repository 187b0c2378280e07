import Testing

@testable import TrackerDomain

struct AgencyDirectoryTests {
    @Test(arguments: [
        ("Sở Nội vụ", "noi-vu"), ("SỞ NỘI VỤ", "noi-vu"), ("  sở  nội vụ. ", "noi-vu"), ("- Sở Nội vụ;", "noi-vu"),
        ("Giám đốc Sở Nội vụ", "noi-vu"), ("Sở Nội vụ tỉnh", "noi-vu"), ("Sở Nội vụ tỉnh An Hoà", "noi-vu"),
        ("“Sở Nội vụ”", "noi-vu"), ("Sở Nội vụ (cơ quan thường trực)", "noi-vu"),
        ("Sở Kế hoạch & Đầu tư", "khdt"), ("Sở KH&ĐT", "khdt"), ("Sở KHĐT", "khdt"), ("Sở KH và ĐT", "khdt"),
        ("VP UBND tỉnh", "van-phong"), ("Văn phòng Ủy ban nhân dân tỉnh", "van-phong"),
        ("Chánh Văn phòng Uỷ ban nhân dân tỉnh", "van-phong"), ("VĂN PHÒNG ỦY BAN\nNHÂN DÂN TỈNH", "van-phong"),
        ("Sở Văn hoá Thể thao và Du lịch", "vhttdl"), ("Sở Văn hóa,\nThể thao và Du lịch", "vhttdl"),
        ("Sở Lao động – Thương binh và Xã hội", "ldtbxh"), ("Sở Lao động, Thương binh và Xã hội", "ldtbxh"),
        ("Sở, ban, ngành", "[so-ban-nganh]"), ("Các Sở, ban ngành", "[so-ban-nganh]"),
        ("Tất cả các sở, ban, ngành trên địa bàn tỉnh", "[so-ban-nganh]"), ("các sở/ban/ngành", "[so-ban-nganh]"),
        ("Ủy ban nhân dân các huyện, TP thuộc tỉnh", "[ubnd-cap-huyen]"), ("UBND huyện, thành phố", "?"),
        ("Trung tâm thông tin thuộc Văn phòng UBND tỉnh", "thong-tin"),
        ("Sở Nội vụ tỉnh Bình An", "?"), ("Sở Tài chính và Kế hoạch", "?"), ("Sở", "?"), ("", "?"), (" .;", "?"),
        ("Các sở, ban, ngành (trừ Sở Nội vụ)", "?"),
    ])
    func namesResolveHoweverTheyAreWritten(name: String, expected: String) throws {
        let directory = try AgencyFixture.directory()
        for spelling in [name, AgencyFixture.decomposed(name)] {
            let match = directory.resolve(spelling, in: "tinh-a", on: AgencyFixture.issued)
            #expect(AgencyFixture.summary(match) == expected, "\(spelling.unicodeScalars.count) scalars")
        }
    }

    @Test(arguments: [
        ("Sở Nôi vu", "noi-vu"), ("Sờ Nội vụ", "noi-vu"), ("Sở Kế hoạch", "khdt"), ("Sở Văn hóa", "vhttdl"),
        ("Văn phòng tỉnh", "van-phong"), ("Các sở ban và ngành", "so-ban-nganh"),
    ])
    func unknownNamesComeWithTheNearest(name: String, nearest: String) throws {
        let match = try AgencyFixture.directory().resolve(name, in: "tinh-a", on: AgencyFixture.issued)
        guard case .unknown(let agencies) = match else {
            Issue.record("\(match)")
            return
        }
        #expect(agencies.first?.id.slug == nearest)
        #expect(agencies.count <= 3)
        #expect(Set(agencies).count == agencies.count)
    }

    @Test func namesWithNothingInCommonHaveNoNearest() throws {
        let directory = try AgencyFixture.directory()
        #expect(directory.resolve("Công ty Điện lực", in: "tinh-a", on: AgencyFixture.issued) == .unknown(nearest: []))
        #expect(directory.resolve("Sở Nội vụ", in: "nowhere", on: AgencyFixture.issued) == .unknown(nearest: []))
        let long = String(repeating: "một trăm lẻ một ", count: 10_000)
        #expect(directory.resolve(long, in: "tinh-a", on: AgencyFixture.issued) == .unknown(nearest: []))
    }

    @Test(arguments: [
        ("UBND tỉnh An Hòa", "tinh-a"), ("ỦY BAN NHÂN DÂN TỈNH AN HÒA", "tinh-a"),
        ("UỶ BAN NHÂN DÂN\nTỈNH AN HOÀ", "tinh-a"),
        ("Chủ tịch UBND tỉnh An Hòa", "tinh-a"), ("tỉnh An Hòa", "tinh-a"), ("An Hòa", "tinh-a"),
        ("ỦY BAN NHÂN DÂN HUYỆN BÌNH", "huyen-b"), ("UBND tỉnh", "tinh-a"), ("UBND tỉnh Bình", nil), ("", nil),
    ])
    func issuersTellTheirTerritory(issuer: String, territory: String?) throws {
        let directory = try AgencyFixture.directory()
        #expect(directory.territory(ofIssuer: issuer) == territory)
        #expect(directory.territory(ofIssuer: AgencyFixture.decomposed(issuer)) == territory)
    }

    @Test func anIssuersNameThatSeveralTerritoriesShareTellsNone() throws {
        let other = Agency(
            id: try AgencyFixture.id("tinh-c/ubnd"), name: "UBND tỉnh Cát", aliases: ["UBND tỉnh"], roles: [.issuer])
        let directory = AgencyDirectory(agencies: try AgencyFixture.directory().agencies + [other])
        #expect(directory.territory(ofIssuer: "UBND tỉnh") == nil)
        #expect(directory.territory(ofIssuer: "UBND tỉnh Cát") == "tinh-c")
        #expect(directory.territories == ["huyen-b", "tinh-a", "tinh-c"])
    }

    @Test func aTerritoryHasAStandingAgencyAndAnIssuer() throws {
        let directory = try AgencyFixture.directory()
        #expect(directory.standingAgency(of: "tinh-a")?.id.description == "tinh-a/noi-vu")
        #expect(directory.standingAgency(of: "huyen-b", on: AgencyFixture.issued)?.name == "Phòng Nội vụ")
        #expect(directory.issuer(of: "huyen-b")?.name == "UBND huyện Bình")
        #expect(directory.standingAgency(of: "nowhere") == nil)
    }

    @Test func aDistrictFindsTheNamesOfItsProvinceAfterItsOwn() throws {
        let directory = try AgencyFixture.directory()
        func id(_ name: String, in territory: String) -> String? {
            directory.resolve(name, in: territory, on: AgencyFixture.issued).agency?.id.description
        }
        #expect(id("Phòng Nội vụ huyện", in: "huyen-b") == "huyen-b/noi-vu")
        #expect(id("Sở Nội vụ tỉnh", in: "huyen-b") == "tinh-a/noi-vu")
        #expect(id("UBND cấp xã", in: "huyen-b") == "huyen-b/xa")
        #expect(id("UBND cấp xã", in: "tinh-a") == "tinh-a/ubnd-cap-xa")
        #expect(id("UBND huyện", in: "huyen-b") == "huyen-b/ubnd")
        #expect(id("UBND huyện Bình", in: "tinh-a") == "huyen-b/ubnd")
        #expect(id("UBND huyện", in: "tinh-a") == nil)
        #expect(id("Phòng Nội vụ", in: "tinh-a") == nil)
    }

    @Test func groupsGiveTheMembersOfTheDayThroughGroupsInside() throws {
        let directory = try AgencyFixture.directory()
        func members(_ slug: String, on day: CivilDate) throws -> [String] {
            directory.members(of: try AgencyFixture.id("tinh-a/\(slug)"), on: day).map(\.id.slug)
        }
        #expect(
            try members("so-ban-nganh", on: AgencyFixture.issued) == [
                "noi-vu", "tai-chinh", "khdt", "vhttdl", "ldtbxh", "van-phong",
            ])
        #expect(try members("ubnd-cac-cap", on: AgencyFixture.issued) == ["huyen-cu", "ubnd"])
        #expect(try members("ubnd-cac-cap", on: AgencyFixture.lateDay) == ["ubnd"])
        #expect(try members("noi-vu", on: AgencyFixture.issued) == [])
        let all = try AgencyFixture.id("tinh-a/ubnd-cac-cap")
        #expect(directory.openGroups(of: all, on: AgencyFixture.issued).map(\.id.slug) == ["ubnd-cap-xa"])
        let related = try AgencyFixture.id("tinh-a/lien-quan")
        #expect(directory.members(of: related, on: AgencyFixture.issued).isEmpty)
        #expect(directory.openGroups(of: related, on: AgencyFixture.issued).map(\.id) == [related])
    }

    @Test func groupsThatContainEachOtherEnd() throws {
        let (one, two) = (try AgencyFixture.id("t/one"), try AgencyFixture.id("t/two"))
        let directory = AgencyDirectory(agencies: [
            Agency(id: one, kind: .group, name: "Một", memberOf: [two]),
            Agency(id: two, kind: .group, name: "Hai", memberOf: [one]),
            Agency(id: try AgencyFixture.id("t/three"), name: "Ba", memberOf: [one]),
        ])
        #expect(directory.members(of: two, on: AgencyFixture.issued).map(\.name) == ["Ba"])
    }

    @Test func aNameOfAnotherTimeIsUnknownAndSaysWhose() throws {
        let directory = try AgencyFixture.directory()
        #expect(
            directory.resolve("UBND huyện Cũ", in: "tinh-a", on: AgencyFixture.issued).agency?.id.slug == "huyen-cu")
        guard case .unknown(let nearest) = directory.resolve("UBND huyện Cũ", in: "tinh-a", on: AgencyFixture.lateDay)
        else {
            Issue.record("an agency was found after its last day")
            return
        }
        #expect(nearest.map(\.id.slug) == ["huyen-cu"])
    }

    @Test func theSameNameBeforeAndAfterAMergerIsTwoAgencies() throws {
        let (old, new) = (try AgencyFixture.id("t/old"), try AgencyFixture.id("t/new"))
        let merger = try #require(CivilDate(year: 2025, month: 3, day: 1))
        let directory = AgencyDirectory(agencies: [
            Agency(id: old, name: "Sở Tài chính", validTo: merger.adding(days: -1)),
            Agency(id: new, name: "Sở Tài chính", validFrom: merger),
        ])
        #expect(directory.resolve("Sở Tài chính", in: "t", on: merger.adding(days: -1)).agency?.id == old)
        #expect(directory.resolve("Sở Tài chính", in: "t", on: merger).agency?.id == new)
        #expect(directory.sharedNames(in: "t").isEmpty)
    }

    @Test func twoAgenciesOfOneNameAreAmbiguousAndListed() throws {
        let (one, two) = (try AgencyFixture.id("t/one"), try AgencyFixture.id("t/two"))
        let directory = AgencyDirectory(agencies: [
            Agency(id: one, name: "Trung tâm Y tế"),
            Agency(id: two, name: "Trung tâm Dự phòng", aliases: ["TRUNG TÂM Y TẾ"]),
        ])
        let match = directory.resolve("Trung tâm y tế", in: "t", on: AgencyFixture.issued)
        #expect(AgencyFixture.summary(match) == "one|two")
        #expect(match.agency == nil)
        #expect(directory.sharedNames(in: "t") == [[one, two]])
    }

    @Test func entriesOfTheFixtureShareNoName() throws {
        let directory = try AgencyFixture.directory()
        #expect(directory.sharedNames(in: "tinh-a").isEmpty)
        #expect(directory[try AgencyFixture.id("huyen-b/noi-vu")]?.level == .district)
        #expect(directory[try AgencyFixture.id("huyen-b/none")] == nil)
    }
}

struct AgencyIDTests {
    @Test(arguments: ["son-la/so-noi-vu", "a/b", "x-1/y2"])
    func slugsAreRead(text: String) {
        #expect(AgencyID(text)?.description == text)
    }

    @Test(arguments: ["", "/", "a", "a/", "/b", "a/b/c", "a b/c", "Sơn-la/x", "A/b", "a-/b", "a--b/c", "-a/b"])
    func anythingElseIsNoID(text: String) {
        #expect(AgencyID(text) == nil)
    }

    @Test func idsSortByTerritoryThenSlug() {
        let ids = ["b/a", "a-b/z", "a/z", "a/b"].compactMap { AgencyID($0) }
        #expect(ids.sorted().map(\.description) == ["a/b", "a/z", "a-b/z", "b/a"])
    }
}
