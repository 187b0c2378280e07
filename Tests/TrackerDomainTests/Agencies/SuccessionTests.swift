import Testing
import TrackerDomain

struct SuccessionTests {
    private let planning: AgencyID
    private let finance: AgencyID
    private let newFinance: AgencyID
    private let tax: AgencyID
    private let regionalTax: AgencyID
    private let newTax: AgencyID
    private let district: AgencyID
    private let march: CivilDate
    private let july: CivilDate
    private let table: SuccessionTable

    init() throws {
        planning = try AgencyFixture.id("t/khdt")
        finance = try AgencyFixture.id("t/tai-chinh")
        newFinance = try AgencyFixture.id("t/tai-chinh-2025")
        tax = try AgencyFixture.id("t/cuc-thue")
        regionalTax = try AgencyFixture.id("t/chi-cuc-thue")
        newTax = try AgencyFixture.id("t/thue")
        district = try AgencyFixture.id("t/huyen")
        march = try day("2025-03-01")
        july = try day("2025-07-01")
        table = SuccessionTable([
            Self.succession(planning, [newFinance], march, .merge),
            Self.succession(finance, [newFinance], march, .merge),
            Self.succession(regionalTax, [newTax], july, .replace),
            Self.succession(tax, [regionalTax], march, .merge), Self.succession(district, [], july, .abolish),
            Self.succession(finance, [newFinance], march, .transfer),
        ])
    }

    private static func succession(
        _ from: AgencyID, _ to: [AgencyID], _ on: CivilDate, _ kind: Succession.Kind
    ) -> Succession {
        Succession(from: from, to: to, on: on, kind: kind, source: "QĐ 1", certainty: .official)
    }

    /// The agencies of the table with the days that go with it.
    private var agencies: [AgencyID: Agency] {
        let february = march.adding(days: -1)
        let list = [
            Agency(id: planning, name: "Sở Kế hoạch và Đầu tư", validTo: february),
            Agency(id: finance, name: "Sở Tài chính", validTo: february),
            Agency(id: newFinance, name: "Sở Tài chính", validFrom: march),
            Agency(id: tax, name: "Cục Thuế tỉnh", validTo: february),
            Agency(
                id: regionalTax, name: "Chi cục Thuế khu vực", validFrom: march, validTo: july.adding(days: -1)),
            Agency(id: newTax, name: "Thuế tỉnh", validFrom: july),
            Agency(id: district, name: "UBND huyện", validTo: july.adding(days: -1)),
        ]
        return Dictionary(uniqueKeysWithValues: list.map { ($0.id, $0) })
    }

    // MARK: Following

    @Test func twoDepartmentsHaveOneHeirFromTheDayOn() {
        for agency in [planning, finance] {
            #expect(table.heir(of: agency, on: march.adding(days: -1)) == agency)
            #expect(table.heir(of: agency, on: march) == newFinance)
        }
        #expect(table.heir(of: newFinance, on: march) == newFinance)
        #expect(Set(table.predecessors(of: newFinance).map(\.from)) == [planning, finance])
    }

    @Test func theTaxOfficeIsFollowedThroughBothItsChanges() {
        #expect(table.heir(of: tax, on: march.adding(days: -1)) == tax)
        #expect(table.heir(of: tax, on: march) == regionalTax)
        #expect(table.heir(of: tax, on: july.adding(days: -1)) == regionalTax)
        #expect(table.heir(of: tax, on: july) == newTax)
        #expect(table.steps(from: tax, through: july).map(\.on) == [march, july])
        #expect(table.successors(of: tax, on: july) == [newTax])
    }

    @Test func whatIsAbolishedOrSplitHasNoHeir() throws {
        #expect(table.heir(of: district, on: july.adding(days: -1)) == district)
        #expect(table.heir(of: district, on: july) == nil)
        #expect(table.successors(of: district, on: july).isEmpty)
        #expect(table.openEndings(on: july).map(\.from) == [district])
        let split = SuccessionTable([
            Self.succession(planning, [finance, district], march, .split),
            Self.succession(tax, [planning], march.adding(days: -10), .replace),
        ])
        #expect(split.heir(of: planning, on: march) == nil)
        #expect(split.heir(of: tax, on: march) == nil)
        #expect(split.successors(of: tax, on: march) == [finance, district])
    }

    @Test func aFunctionThatMovesLeavesTheAgencyItsHeir() {
        #expect(table.successions(from: finance).map(\.kind).contains(.transfer))
        #expect(table.heir(of: finance, on: march) == newFinance)
    }

    @Test func aCircleEnds() {
        let circle = SuccessionTable([
            Self.succession(planning, [finance], march, .replace),
            Self.succession(finance, [planning], march, .replace),
        ])
        #expect(circle.steps(from: planning, through: july).count == 1)
        #expect(circle.successors(of: planning, on: july).isEmpty)
    }

    // MARK: Refusing

    @Test func aTableThatFitsItsAgenciesHasNoProblem() {
        for (index, succession) in table.successions.enumerated() {
            var others = table.successions
            others.remove(at: index)
            #expect(SuccessionTable(others).problems(with: succession, in: agencies).isEmpty, "\(succession)")
        }
    }

    @Test func anAgencyEndsOnce() {
        let again = Self.succession(planning, [newFinance], march, .merge)
        #expect(table.problems(with: again, in: agencies) == [.endsTwice(planning, on: march)])
    }

    @Test func nobodyIsHisOwnSuccessor() throws {
        let unknown = agencies.mapValues { Agency(id: $0.id, name: $0.name) }
        let itself = Self.succession(newTax, [newTax], july, .replace)
        #expect(table.problems(with: itself, in: unknown) == [.leadsBackToItself(newTax)])
        let circle = Self.succession(newTax, [tax], july, .replace)
        #expect(table.problems(with: circle, in: unknown) == [.leadsBackToItself(newTax)])
    }

    @Test func daysHaveToMeet() throws {
        let early = Self.succession(planning, [newFinance], march.adding(days: -5), .merge)
        #expect(
            SuccessionTable([]).problems(with: early, in: agencies) == [
                .endsOnAnotherDay(planning, march.adding(days: -1)), .notThereOn(newFinance, march.adding(days: -5)),
            ])
        let late = Self.succession(planning, [newFinance], july, .merge)
        #expect(
            SuccessionTable([]).problems(with: late, in: agencies) == [.notThereOn(planning, july.adding(days: -1))])
    }

    @Test(arguments: [
        (Succession.Kind.merge, 0), (.merge, 2), (.replace, 2), (.split, 1), (.abolish, 2), (.transfer, 0),
    ])
    func everyKindHasItsNumberOfSuccessors(kind: Succession.Kind, count: Int) {
        let open = agencies.mapValues { Agency(id: $0.id, name: $0.name) }
        let heirs = Array([newFinance, newTax].prefix(count))
        let problems = SuccessionTable([]).problems(
            with: Self.succession(planning, heirs, march, kind), in: open)
        #expect(problems == [.wrongNumberOfSuccessors(kind, found: count)])
    }

    @Test func unknownAgenciesAreNamed() throws {
        let nobody = try AgencyFixture.id("t/none")
        let problems = SuccessionTable([]).problems(
            with: Self.succession(nobody, [nobody, planning], march.adding(days: -2), .split), in: agencies)
        #expect(problems == [.unknownAgency(nobody), .unknownAgency(nobody), .leadsBackToItself(nobody)])
    }
}

struct AgencyTimesTests {
    private let agency: Agency

    init() throws {
        agency = Agency(
            id: try AgencyFixture.id("t/so"), name: "Sở Công Thương",
            formerNames: [
                FormerName("Sở Công nghiệp", until: try day("2008-03-31")),
                FormerName("Ty Công nghiệp", until: try day("1979-12-31")),
            ], validFrom: try day("1960-01-01"))
    }

    @Test(arguments: [
        ("1979-12-31", "Ty Công nghiệp"), ("1980-01-01", "Sở Công nghiệp"), ("2008-03-31", "Sở Công nghiệp"),
        ("2008-04-01", "Sở Công Thương"), ("2030-01-01", "Sở Công Thương"),
    ])
    func theNameIsThatOfTheDay(date: String, name: String) throws {
        #expect(agency.name(on: try day(date)) == name)
    }

    @Test func namesFollowEachOtherWithoutGapOrOverlap() throws {
        let names = agency.names
        #expect(names.map(\.name) == ["Ty Công nghiệp", "Sở Công nghiệp", "Sở Công Thương"])
        #expect(names.first?.from == agency.validFrom)
        #expect(names.last?.to == nil)
        for (earlier, later) in zip(names, names.dropFirst()) { #expect(later.from == earlier.to?.adding(days: 1)) }
    }

    @Test func aRenamedAgencyIsFoundByBothNamesAndKeepsItsID() throws {
        let on = try day("2026-05-01")
        let renamed = agency.renamed("Sở Công nghiệp và Thương mại", englishName: "X", on: on, source: "NQ 1")
        #expect(renamed.id == agency.id)
        #expect(renamed.name(on: on.adding(days: -1)) == "Sở Công Thương")
        #expect(renamed.name(on: on) == "Sở Công nghiệp và Thương mại")
        let directory = AgencyDirectory(agencies: [renamed])
        for name in ["Sở Công Thương", "Sở công nghiệp và thương mại"] {
            #expect(directory.resolve(name, in: "t", on: on).agency?.id == agency.id)
        }
    }

    @Test func aGroupHasTheMembersOfTheDay() throws {
        let group = try AgencyFixture.id("t/nhom")
        let directory = AgencyDirectory(agencies: [
            Agency(id: group, kind: .group, name: "Các sở"),
            Agency(id: try AgencyFixture.id("t/a"), name: "A", memberOf: [group]),
            Agency(
                id: try AgencyFixture.id("t/b"), name: "B",
                memberships: [
                    Membership(of: group, to: try day("2021-12-31")),
                    Membership(of: group, from: try day("2024-01-01")),
                ]),
            Agency(
                id: try AgencyFixture.id("t/c"), name: "C", memberOf: [group], validFrom: try day("2025-03-01")),
        ])
        func members(_ date: String) throws -> [String] {
            directory.members(of: group, on: try day(date)).map(\.name)
        }
        #expect(try members("2021-12-31") == ["A", "B"])
        #expect(try members("2022-01-01") == ["A"])
        #expect(try members("2024-01-01") == ["A", "B"])
        #expect(try members("2025-03-01") == ["A", "B", "C"])
    }
}
