import AppendixData
import Testing
import TrackerDomain

@testable import TrackerImport

struct SuccessionFileTests {
    private static let header = SuccessionFile.Column.allCases.map(\.rawValue).joined(separator: ",")

    private func agencies() throws -> [Agency] { try AgencyTable.agencies(in: AppendixData.agencyTables) }

    private func read(_ lines: String..., known: [Succession] = []) throws -> [Succession] {
        try SuccessionFile.successions(
            in: ("t.csv", Array(([Self.header] + lines).joined(separator: "\n").utf8)), agencies: agencies(),
            known: known)
    }

    private static let tax =
        "son-la/cuc-thue-tinh,son-la/chi-cuc-thue-khu-vuc,2025-03-01,merge,,QĐ 381/QĐ-BTC,official"

    @Test func everyColumnIsRead() throws {
        let found = try read(
            "son-la/so-noi-vu,son-la/so-y-te|son-la/so-dan-toc-va-ton-giao,2025-03-01,transfer,tôn giáo,\"QĐ 1, I\",partly"
        )
        let succession = try #require(found.first)
        #expect(succession.from.slug == "so-noi-vu")
        #expect(succession.to.map(\.slug) == ["so-y-te", "so-dan-toc-va-ton-giao"])
        #expect(succession.on.description == "2025-03-01")
        #expect(succession.kind == .transfer && succession.function == "tôn giáo")
        #expect(succession.source == "QĐ 1, I" && succession.certainty == .partly)
    }

    @Test func everyProblemHasItsLine() throws {
        let failure = #expect(throws: TableFailure.self) {
            try read(
                Self.tax, "son-la/none,,2025-07-01,abolish,,L,official", "x,,2025-02-30,gone,,,sure",
                Self.tax,
                "son-la/chi-cuc-thue-khu-vuc,,2025-06-30,abolish,,L,official")
        }
        let found = failure?.problems.map { "\($0.line) \($0.column ?? "-") \($0.what)" } ?? []
        #expect(found.count == 8, "\(found)")
        #expect(found.prefix(1) == ["3 - succession(TrackerDomain.SuccessionProblem.unknownAgency(son-la/none))"])
        #expect(found.filter { $0.hasPrefix("4 ") }.count == 5)
        #expect(found.filter { $0.hasPrefix("5 ") }.allSatisfy { $0.contains("endsTwice") })
        #expect(found.filter { $0.hasPrefix("6 ") }.allSatisfy { $0.contains("endsOnAnotherDay") })
        for problem in failure?.problems ?? [] { #expect(problem.sentence.vi.contains("Dòng \(problem.line)")) }
    }

    @Test func aSuccessionThatIsKnownIsNoProblem() throws {
        let known = try read(Self.tax)
        #expect(try read(Self.tax, known: known) == known)
    }

    // MARK: Our own table

    @Test func everyRowFitsTheDirectory() throws {
        let successions = try SuccessionFile.successions(in: AppendixData.successionTable, agencies: agencies())
        #expect(successions.count == 107)
        #expect(successions.allSatisfy { $0.on.description == "2025-03-01" || $0.on.description == "2025-07-01" })
    }

    /// Whoever has a last day has a succession, so that no task is lost, and the other way round.
    @Test func everyEndIsExplained() throws {
        let all = try agencies()
        let table = SuccessionTable(
            try SuccessionFile.successions(in: AppendixData.successionTable, agencies: all))
        for agency in all {
            #expect(table.ending(of: agency.id)?.on.adding(days: -1) == agency.validTo, "\(agency.id)")
        }
    }

    @Test(arguments: [
        ("son-la/so-ke-hoach-va-dau-tu", "2025-02-28", "son-la/so-ke-hoach-va-dau-tu"),
        ("son-la/so-ke-hoach-va-dau-tu", "2025-03-01", "son-la/so-tai-chinh-2025"),
        ("son-la/so-thong-tin-va-truyen-thong", "2025-03-01", "son-la/so-khoa-hoc-va-cong-nghe-2025"),
        ("son-la/cuc-thue-tinh", "2025-06-30", "son-la/chi-cuc-thue-khu-vuc"),
        ("son-la/cuc-thue-tinh", "2025-07-01", "son-la/thue-tinh"),
        ("nam-dinh/so-ke-hoach-va-dau-tu", "2025-03-01", "nam-dinh/so-tai-chinh-2025"),
        ("nam-dinh/so-ke-hoach-va-dau-tu", "2025-07-01", "ninh-binh/so-tai-chinh"),
        ("dong-nai/so-ngoai-vu", "2025-03-01", "dong-nai/van-phong-ubnd-tinh"),
        ("xuan-loc/phong-noi-vu", "2025-07-01", nil), ("dong-nai/ubnd-cap-huyen", "2025-07-01", nil),
        ("son-la/so-tu-phap", "2026-11-20", "son-la/so-tu-phap"),
    ])
    func theReorganisationOf2025IsFollowed(agency: String, date: String, heir: String?) throws {
        let table = SuccessionTable(
            try SuccessionFile.successions(in: AppendixData.successionTable, agencies: agencies()))
        let id = try #require(AgencyID(agency))
        let day = try #require(CivilDate(iso: date))
        #expect(table.heir(of: id, on: day)?.description == heir)
    }

    @Test(arguments: [
        ("son-la", 18, 13, 13), ("dong-nai", 19, 13, 13), ("nam-dinh", 17, 12, 0), ("ninh-binh", 0, 0, 12),
    ])
    func groupsHaveTheDepartmentsOfTheDay(territory: String, plan: Int, march: Int, july: Int) throws {
        let directory = AgencyDirectory(agencies: try agencies())
        let group = try #require(AgencyID("\(territory)/so-ban-nganh"))
        for (date, count) in [("2021-10-01", plan), ("2025-03-01", march), ("2025-07-01", july)] {
            #expect(directory.members(of: group, on: try #require(CivilDate(iso: date))).count == count, "\(date)")
        }
    }
}
