import Testing
import TrackerDomain

struct ObligationPlannerTests {
    private static let owners = ["son-la/so-tu-phap", "son-la/so-noi-vu"].map {
        Owner(agency: AgencyID($0), words: "Các sở")
    }

    private func context() throws -> DeadlineContext {
        DeadlineContext(issued: try day("2021-10-01"), years: 2021...2030)
    }

    private func seeds(
        _ deadline: String, owners: [Owner] = Array(owners.prefix(1)), isConditional: Bool = false,
        trackedFrom: String = "2021-10-01"
    ) throws -> [ObligationSeed] {
        let context = try context()
        let planner = ObligationPlanner(
            context: context, calendar: try WorkCalendarFixture.vietnam(), trackedFrom: try day(trackedFrom))
        return planner.seeds(
            for: DeadlineReading(of: deadline, in: context), owners: owners, isConditional: isConditional)
    }

    @Test func januaryOfEveryYearGivesNineForEachOwner() throws {
        let seeds = try seeds("Tháng 1 hàng năm", owners: Self.owners)
        #expect(seeds.count == 18)
        for owner in Self.owners {
            let own = seeds.filter { $0.owner == owner }
            #expect(own.map { $0.due?.nominal.description } == (2022...2030).map { "\($0)-01-31" })
            #expect(own.first?.due?.effective.description == "2022-02-07")
            #expect(own.last?.due?.effective.description == "2030-02-07")
            #expect(Set(own.map(\.period)).count == 9)
            #expect(own.allSatisfy { $0.stage == .notStarted && $0.cadence == "yearly" && $0.isTracked })
        }
    }

    @Test(arguments: ["Thường xuyên", "Từ tháng 5/2026, thường xuyên"])
    func ongoingWorkGivesOneWithoutADate(deadline: String) throws {
        let seed = try #require(try seeds(deadline).first)
        #expect(try seeds(deadline).count == 1)
        #expect(seed.due == nil)
        #expect(seed.stage == .notStarted)
        #expect(seed.cadence == ObligationPlanner.ongoingCadence)
        #expect(seed.period == "2021-2030")
    }

    @Test(arguments: [
        "", "Sở KHCN đưa ra kế hoạch", "Sau khi HĐND, UBND tỉnh ban hành các văn bản QPPL",
        "Theo lộ trình triển khai Đề án",
    ])
    func whatHasNoDateYetWaits(deadline: String) throws {
        let seeds = try seeds(deadline, owners: Self.owners)
        #expect(seeds.count == 2)
        #expect(seeds.allSatisfy { $0.due == nil && $0.stage == .waiting && $0.isTracked })
        #expect(seeds.allSatisfy { $0.cadence == ObligationPlanner.undatedCadence })
    }

    @Test func whatIsDoneIsDone() throws {
        #expect(try seeds("Đã hoàn thành").map(\.stage) == [.completed])
    }

    @Test(arguments: ["2022", "Tháng 1 hàng năm", "Thường xuyên", ""])
    func underAConditionEverythingWaits(deadline: String) throws {
        let seeds = try seeds(deadline, isConditional: true)
        #expect(!seeds.isEmpty)
        #expect(seeds.allSatisfy { $0.stage == .waiting && $0.isConditional })
    }

    @Test func theWrittenDateOfAConditionIsKept() throws {
        let seed = try #require(try seeds("2022", isConditional: true).first)
        #expect(seed.due?.nominal.description == "2022-12-31")
        #expect(seed.due?.effective.description == "2023-01-03")
    }

    @Test func partsOfACompoundKeepTheirPlaceInTheCell() throws {
        let seeds = try seeds("- Quý IV hàng năm\n- Báo cáo quý, 6 tháng và năm.")
        #expect(Set(seeds.map(\.part)) == [0, 1])
        let product = seeds.filter { $0.part == 0 }
        #expect(product.map { $0.due?.nominal.description } == (2021...2030).map { "\($0)-12-31" })
        let reports = seeds.filter { $0.part == 1 }
        #expect(reports.count == 37, "four a year, and the year report of 2021")
        #expect(Set(seeds.map { "\($0.part) \($0.period)" }).count == seeds.count)
    }

    @Test func anOngoingPartOfACompoundKeepsItsPlaceToo() throws {
        let seeds = try seeds("- Năm 2022\n- Thường xuyên")
        #expect(seeds.map(\.part) == [0, 1])
        #expect(seeds.map(\.due?.nominal.description) == ["2022-12-31", nil])
    }

    @Test(arguments: [("2022-02-07", 9), ("2022-02-08", 8), ("2030-02-07", 1), ("2030-02-08", 0), ("2021-10-01", 9)])
    func whatWasDueBeforeTheTrackingDayIsCountedApart(from: String, tracked: Int) throws {
        let seeds = try seeds("Tháng 1 hàng năm", trackedFrom: from)
        #expect(seeds.count == 9)
        #expect(seeds.filter(\.isTracked).count == tracked)
        #expect(seeds.map(\.isTracked) == seeds.map(\.isTracked).sorted { !$0 && $1 })
    }

    @Test func theFirstStateCountsFromTheTrackingDay() throws {
        let seed = try #require(try seeds("2022").first)
        let state = seed.firstState(since: try day("2021-10-01"))
        #expect(state.since.description == "2021-10-01")
        #expect(state.version == 1 && state.deadlineVersion == 1 && state.progress == 0)
        #expect(state.effectiveDue?.description == "2023-01-03")
    }

    /// The first date of a period has its name, each further one the name of its day.
    @Test(arguments: [
        ("Thứ 2 và thứ 5 hàng tuần", ["2021-W40", "2021-10-07", "2021-W41", "2021-10-14"]),
        ("Ngày 10, 20 và 30 hàng tháng", ["2021-10", "2021-10-20", "2021-10-30", "2021-11"]),
    ])
    func severalDatesOfOnePeriodAreToldApart(deadline: String, periods: [String]) throws {
        let seeds = try seeds(deadline)
        #expect(seeds.prefix(4).map(\.period) == periods)
        #expect(Set(seeds.map(\.period)).count == seeds.count)
    }

    @Test func anUnknownOwnerIsToldApartByItsWords() {
        #expect(Owner(agency: nil, words: "Ban X").key == "Ban X")
        #expect(Owner(agency: AgencyID("son-la/so-tu-phap"), words: "Sở TP").key == "son-la/so-tu-phap")
    }
}
