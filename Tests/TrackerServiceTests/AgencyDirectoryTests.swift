import Testing
import TrackerDomain
import TrackerImport
import TrackerService

struct AgencyDirectoryTests {
    private let fixture: ServiceFixture

    init() throws {
        fixture = try ServiceFixture()
        try fixture.importPlan()
    }

    private static let header = AgencyTable.Column.allCases.map(\.rawValue).joined(separator: ",")

    private func table(_ lines: String...) -> (name: String, bytes: [UInt8]) {
        ("lao-cai.csv", Array(([Self.header] + lines).joined(separator: "\n").utf8))
    }

    // MARK: Renaming

    @Test func aRenamedAgencyKeepsWhatItOwesAndItsOldNameInOldLists() throws {
        let tracker = try fixture.tracker(on: "2024-01-10")
        func owed(_ date: String) throws -> Set<String> {
            let id = try #require(AgencyID("son-la/so-tu-phap"))
            let request = ListRequest(filter: .init(agency: id), asOf: try day(date), limit: 500)
            return Set(try tracker.list(request).page.items.map(\.agencyName))
        }
        let open = try tracker.agencyDetail(named: "Sở Tư pháp").openObligations
        let renamed = try tracker.renameAgency(
            "Sở Tư pháp", to: "Sở Pháp chế", englishName: nil, on: try day("2024-01-01"), source: "NQ 1",
            isDryRun: false)
        #expect(renamed.id.slug == "so-tu-phap")
        #expect(try owed("2023-12-31") == ["Sở Tư pháp"])
        #expect(try owed("2024-01-01") == ["Sở Pháp chế"])
        #expect(try tracker.agencyDetail(named: "so phap che").openObligations == open)
        #expect(try fixture.importPlan(on: "2024-01-11").outcome == .unchanged)
        let groups = try tracker.counts(by: .agency, plan: nil, asOf: try day("2023-12-31")).groups
        #expect(groups.contains { $0.name == "Sở Tư pháp" } && !groups.contains { $0.name == "Sở Pháp chế" })
    }

    @Test(arguments: [("", "2024-01-01", "NQ 1"), ("Sở Tư pháp", "2024-01-01", "NQ 1"), ("Sở X", "2024-01-01", " ")])
    func aRenamingWithoutItsFactsIsRefused(name: String, on: String, source: String) throws {
        let before = try fixture.dump()
        let tracker = try fixture.tracker(on: "2024-01-10")
        let error = #expect(throws: TrackerError.self) {
            try tracker.renameAgency(
                "Sở Tư pháp", to: name, englishName: nil, on: try day(on), source: source, isDryRun: false)
        }
        #expect(error?.code == .invalidInput)
        #expect(try fixture.dump() == before)
    }

    @Test func namesFollowOneAnother() throws {
        let tracker = try fixture.tracker(on: "2024-06-10")
        for (name, on) in [("Sở A", "2024-01-01"), ("Sở B", "2024-03-01")] {
            _ = try tracker.renameAgency(
                "son-la/so-tu-phap", to: name, englishName: nil, on: try day(on), source: "NQ", isDryRun: false)
        }
        #expect(throws: TrackerError.self) {
            try tracker.renameAgency(
                "son-la/so-tu-phap", to: "Sở C", englishName: nil, on: try day("2024-02-01"), source: "NQ",
                isDryRun: false)
        }
        let names = try tracker.agencyDetail(named: "son-la/so-tu-phap").agency.names
        #expect(names.map(\.name) == ["Sở Tư pháp", "Sở A", "Sở B"])
    }

    // MARK: Listing

    @Test func theDirectoryIsThatOfTheDay() throws {
        let tracker = try fixture.tracker(on: "2026-11-20")
        func names(_ date: String?, all: Bool = false) throws -> [String] {
            var request = AgencyRequest()
            request.words = "tai chinh"
            request.territory = "son-la"
            request.asOf = try date.map { try day($0) }
            request.showsEnded = all
            return try tracker.agencies(request).items.map(\.id.slug)
        }
        #expect(try names("2025-02-28") == ["so-tai-chinh"])
        #expect(try names(nil) == ["so-tai-chinh-2025"])
        #expect(try names(nil, all: true) == ["so-tai-chinh", "so-tai-chinh-2025"])
        var group = AgencyRequest()
        group.group = "son-la/so-ban-nganh"
        #expect(try tracker.agencies(group).items.count == 13)
        group.asOf = try day("2021-10-05")
        #expect(try tracker.agencies(group).items.count == 18)
    }

    @Test func aTerritoryThatIsNotThereIsSaid() throws {
        var request = AgencyRequest()
        request.territory = "lao-cai"
        let tracker = try fixture.tracker(on: "2026-11-20")
        let error = #expect(throws: TrackerError.self) { try tracker.agencies(request) }
        #expect(error?.code == .notFound)
    }

    // MARK: Adding

    @Test func aProvinceIsAddedOnceAndItsPlansCanBeRead() throws {
        let table = table(
            "lao-cai/ubnd-tinh,agency,UBND tỉnh Lào Cai,,,,province,,,issuer,,,QĐ 1,stated",
            "lao-cai/so-noi-vu,agency,Sở Nội vụ,,,SNV,province,lao-cai/so,,standing,,,QĐ 1,stated",
            "lao-cai/so,group,Các sở,,,,province,,,,,,QĐ 1,stated")
        let tracker = try fixture.tracker(on: "2024-01-10")
        let before = try fixture.dump()
        #expect(try tracker.addAgencies(in: table, isDryRun: true).added.count == 3)
        #expect(try fixture.dump() == before)
        #expect(try tracker.addAgencies(in: table, isDryRun: false).added.count == 3)
        let again = try tracker.addAgencies(in: table, isDryRun: false)
        #expect(again.added.isEmpty && again.changed.isEmpty && again.unchanged == 3)
        #expect(try tracker.agencyDetail(named: "lao-cai/so").members.map(\.id.slug) == ["so-noi-vu"])
    }

    @Test func aCorrectedEntryTakesThePlaceOfTheOldOne() throws {
        let tracker = try fixture.tracker(on: "2024-01-10")
        let open = try tracker.agencyDetail(named: "son-la/so-tu-phap").openObligations
        let changes = try tracker.addAgencies(
            in: table("son-la/so-tu-phap,agency,Sở Tư pháp,,,,province,,,,,,QĐ 9,stated"), isDryRun: false)
        #expect(changes.changed.map(\.id.slug) == ["so-tu-phap"])
        let detail = try tracker.agencyDetail(named: "son-la/so-tu-phap")
        #expect(detail.agency.source == "QĐ 9" && detail.agency.memberOf.isEmpty && detail.openObligations == open)
    }

    @Test func aTableWithMistakesNamesEachLineAndWritesNothing() throws {
        let tracker = try fixture.tracker(on: "2024-01-10")
        let before = try fixture.dump()
        let error = #expect(throws: TrackerError.self) {
            try tracker.addAgencies(
                in: table(
                    "lao-cai/a,agency,A,,,,province,lao-cai/none,,,,,QĐ 1,stated",
                    "lao-cai/b,agency,B,,,,planet,,,,,,QĐ 1,stated"), isDryRun: false)
        }
        #expect(error?.problems.map { $0.vi.prefix(6) } == ["Dòng 2", "Dòng 3"])
        #expect(try fixture.dump() == before)
    }

    @Test func anEntryThatContradictsASuccessionIsRefused() throws {
        let tracker = try fixture.tracker(on: "2024-01-10")
        let error = #expect(throws: TrackerError.self) {
            try tracker.addAgencies(
                in: table("son-la/so-tai-chinh-2025,agency,Sở Tài chính,,,,province,,,,2025-04-01,,QĐ 9,stated"),
                isDryRun: false)
        }
        #expect(error?.code == .refused && error?.problems.count == 2)
    }
}
