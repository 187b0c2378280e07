import AppendixData
import Foundation
import TestSupport
import Testing
import TrackerDomain

@testable import TrackerImport

struct AgencyTableTests {
    static let header = AgencyTable.Column.allCases.map(\.rawValue).joined(separator: ",")

    private func table(_ lines: String..., name: String = "t.csv") -> (name: String, bytes: [UInt8]) {
        (name, Array(([Self.header] + lines).joined(separator: "\n").utf8))
    }

    private func problems(_ tables: [(name: String, bytes: [UInt8])]) -> [String] {
        do {
            _ = try AgencyTable.agencies(in: tables)
            return []
        } catch {
            return error.problems.map { problem in
                "\(problem.file):\(problem.line) \(problem.column ?? "-") \(problem.what)"
            }
        }
    }

    @Test func everyColumnIsRead() throws {
        let agencies = try AgencyTable.agencies(in: [
            table(
                "t/so-y-te,agency,Sở Y tế,Sở Y@2008-03-31|Ty Y tế@1976-01-31,Department of Health,SYT | Sở YT,province,t/all|t/some@2022-01-01/,t/ubnd,standing|issuer,2021-01-02,2025-02-28,\"QĐ 1, I\",general",
                "t/all,group,Tất cả,,,,other,t/some,,,,,QĐ 1,stated", "t/some,group,Một số,,,,other,,,,,,QĐ 1,stated",
                "t/ubnd,agency,UBND tỉnh,,,,province,,,,,,QĐ 1,stated")
        ])
        let first = try #require(agencies.first)
        #expect(first.id.description == "t/so-y-te")
        #expect(first.kind == .agency)
        #expect(first.englishName == "Department of Health")
        #expect(first.aliases == ["SYT", "Sở YT"])
        #expect(first.formerNames.map(\.name) == ["Ty Y tế", "Sở Y"])
        #expect(first.memberOf.map(\.slug) == ["all", "some"])
        #expect(first.memberships.map(\.from) == [nil, CivilDate(year: 2022, month: 1, day: 1)])
        #expect(first.partOf?.slug == "ubnd")
        #expect(first.roles == [.standing, .issuer])
        #expect(first.validFrom == CivilDate(year: 2021, month: 1, day: 2))
        #expect(first.validTo == CivilDate(year: 2025, month: 2, day: 28))
        #expect(first.source == "QĐ 1, I")
        #expect(first.certainty == .general)
        #expect(agencies.map(\.kind) == [.agency, .group, .group, .agency])
    }

    @Test func everyProblemOfEveryTableIsFoundAtOnce() {
        let one = table(
            "Sở Y tế,thing,,cũ@ngày,,,planet,t/all@2022,,boss,2021-02-30,,,maybe",
            "t/a,agency,A,,,,other,t/b,t/none,,2025-01-02,2025-01-01,S,stated",
            "t/b,agency,B,,,,other,t/b|t/c,,,,,S,stated", "t/c,group,C,,,,other,t/c,,,,,S,stated",
            "t/c,group,C,,,,other,,,,,,S,stated",
            "t/d,agency,D", "t/e,agency,E,,,,other,t/d,t/e|t/c,,,,S,stated", "t/f,agency,F,,,,other,,t/g,,,,S,stated",
            "t/g,agency,G,,,,other,,t/f,,,,S,stated", name: "one.csv")
        let two = table("u/a,agency,A,,,,other,u/none|t/a,,,,,S,stated", name: "two.csv")
        #expect(
            problems([one, two]) == [
                "one.csv:2 id invalid(\"Sở Y tế\")", "one.csv:2 kind invalid(\"thing\")", "one.csv:2 name missing",
                "one.csv:2 level invalid(\"planet\")", "one.csv:2 certainty invalid(\"maybe\")",
                "one.csv:2 source missing", "one.csv:2 former_names invalid(\"cũ@ngày\")",
                "one.csv:2 member_of invalid(\"t/all@2022\")",
                "one.csv:2 roles invalid(\"boss\")", "one.csv:2 valid_from invalid(\"2021-02-30\")",
                "one.csv:3 valid_to endsBeforeItBegins", "one.csv:4 member_of notAGroup(t/b)",
                "one.csv:5 member_of leadsBackToItself(t/c)", "one.csv:6 id repeated(t/c)",
                "one.csv:7 - fieldCount(expected: 14, found: 3)", "one.csv:8 part_of invalid(\"t/e|t/c\")",
                "one.csv:9 part_of leadsBackToItself(t/g)", "one.csv:10 part_of leadsBackToItself(t/f)",
                "two.csv:2 member_of unknownReference(u/none)",
            ])
    }

    @Test func aTableThatIsNoneSaysWhy() {
        #expect(problems([("t.csv", [0xFF, 0xFE])]) == ["t.csv:1 - notUTF8"])
        #expect(problems([("t.csv", Array("id,\"name\nx".utf8))]) == ["t.csv:1 - brokenQuotes"])
        #expect(problems([("t.csv", [])]).count == AgencyTable.Column.allCases.count)
        #expect(
            problems([("t.csv", Array((Self.header + ",id,colour").utf8))]) == [
                "t.csv:1 - unknownColumn(\"id\")", "t.csv:1 - unknownColumn(\"colour\")",
            ])
    }

    @Test func aByteOrderMarkAndColumnsInAnotherOrderAreAccepted() throws {
        let columns = AgencyTable.Column.allCases.reversed()
        let values: [AgencyTable.Column: String] = [
            .id: "t/a", .kind: "agency", .name: "A", .level: "other", .source: "S", .certainty: "stated",
        ]
        let lines = [columns.map(\.rawValue), columns.map { values[$0] ?? "" }].map { $0.joined(separator: ",") }
        let bytes = Array("\u{FEFF}\(lines.joined(separator: "\r\n"))\r\n".utf8)
        #expect(try AgencyTable.agencies(in: [("t.csv", bytes)]).map(\.name) == ["A"])
    }
}

/// The tables that every store starts with.
struct AgencyDataTests {
    @Test func everyTableInTheFolderIsEmbedded() throws {
        let folder = Repository.appendixData("agencies")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(Set(files.map(\.lastPathComponent)) == Set(AppendixData.agencyTables.map(\.name)))
        for file in files {
            let embedded = AppendixData.agencyTables.first { $0.name == file.lastPathComponent }
            #expect(try Array(Data(contentsOf: file)) == embedded?.bytes, "\(file.lastPathComponent)")
        }
        #expect(!AppendixData.workCalendar.isEmpty)
    }

    @Test func everyTableIsSound() throws {
        let agencies = try AgencyTable.agencies(in: AppendixData.agencyTables)
        let directory = AgencyDirectory(agencies: agencies)
        #expect(directory.territories == ["dong-nai", "nam-dinh", "ninh-binh", "son-la", "xuan-loc"])
        for territory in directory.territories {
            #expect(
                directory.sharedNames(in: territory).isEmpty, "\(territory): \(directory.sharedNames(in: territory))")
            #expect(directory.standingAgency(of: territory) != nil)
            #expect(directory.issuer(of: territory) != nil)
        }
        for agency in agencies { #expect(!agency.englishName.isEmpty, "\(agency.id)") }
    }

    @Test(arguments: [
        ("son-la", "Sơn La", 18, 12), ("dong-nai", "Đồng Nai", 19, 11), ("nam-dinh", "Nam Định", 17, 10),
    ])
    func provincesHaveTheirDepartmentsAndDistricts(territory: String, name: String, departments: Int, districts: Int)
        throws
    {
        let directory = AgencyDirectory(agencies: try AgencyTable.agencies(in: AppendixData.agencyTables))
        let day = try #require(CivilDate(year: 2021, month: 10, day: 1))
        #expect(directory.territory(ofIssuer: "ỦY BAN NHÂN DÂN TỈNH \(name.uppercased())") == territory)
        #expect(directory.standingAgency(of: territory)?.name == "Sở Nội vụ")
        let group = directory.resolve("Các sở, ban, ngành", in: territory, on: day).agency
        #expect(directory.members(of: try #require(group).id, on: day).count == departments)
        let local = directory.resolve("Ủy ban nhân dân các huyện, thành phố", in: territory, on: day).agency
        #expect(directory.members(of: try #require(local).id, on: day).count == districts)
    }

    @Test func xuanLocIsADistrictOfDongNaiWithItsOwnStandingAgency() throws {
        let directory = AgencyDirectory(agencies: try AgencyTable.agencies(in: AppendixData.agencyTables))
        let day = try #require(CivilDate(year: 2021, month: 12, day: 15))
        #expect(directory.territory(ofIssuer: "ỦY BAN NHÂN DÂN HUYỆN XUÂN LỘC") == "xuan-loc")
        #expect(directory.standingAgency(of: "xuan-loc")?.name == "Phòng Nội vụ")
        let issuer = try #require(directory.issuer(of: "xuan-loc"))
        #expect(directory.resolve("UBND huyện Xuân Lộc", in: "dong-nai", on: day) == .agency(issuer))
        let cell = "Các cơ quan, đơn vị, Ủy ban nhân dân các xã, thị trấn; Sở Nội vụ"
        #expect(
            AgencyPhrase(cell, in: "xuan-loc", on: day, from: directory).mentions.map {
                $0.match.agency?.id.description
            } == [
                "xuan-loc/co-quan-don-vi", "xuan-loc/ubnd-cap-xa", "dong-nai/so-noi-vu",
            ])
        let units = try #require(directory.resolve("Các cơ quan, đơn vị", in: "xuan-loc", on: day).agency)
        #expect(directory.members(of: units.id, on: day).contains { $0.name == "Phòng Tư pháp" })
    }
}
