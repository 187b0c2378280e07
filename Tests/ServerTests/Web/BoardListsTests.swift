import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// What the lists tell of each obligation, and how much of them there is.
@Suite(.timeLimit(.minutes(5))) struct BoardListsTests {
    private func page(
        _ address: String, _ language: Language = .vi, on day: String = BoardFixture.day, of fixture: BoardFixture
    ) throws -> String {
        try fixture.board(on: day).answer(fixture.request(address, language: language)).text
    }

    private func remark(of id: Int64, in html: String) throws -> String? {
        let row = try #require(html.split(separator: "<tr>").first { $0.contains("\"/obligations/\(id)\"") })
        return row.firstMatch(of: /<small class="remark">([^<]*)/).map { String($0.1) }
    }

    @Test func theReminderThatIsToldIsThatOfWhoIsLate() throws {
        let fixture = try BoardFixture()
        for day in ["2022-02-15", "2022-02-22", "2022-03-01"] { try fixture.remind(on: day) }
        let tracker = try fixture.tracker(on: "2022-03-02")
        let entry = try #require(try tracker.overdue(ListRequest()).page.items.first { $0.obligation.id == 158 })
        let sent = try #require(try tracker.remindersSent(for: [158])[158])
        let own = sent.filter { $0.recipient == entry.obligation.agency }
        let last = try #require(own.first)
        #expect(own.count > 1 && own.count < sent.count, "others were reminded of it too")
        let day = Wording(language: .vi).day(last.sentOn)
        let list = try page("/overdue", on: "2022-03-02", of: fixture)
        #expect(try remark(of: 158, in: list) == "Nhắc Sở Nội vụ ngày \(day) (đã \(own.count) lần)")
        let report = try page("/overdue/print", on: "2022-03-02", of: fixture)
        #expect(report.contains("<span class=\"day-cell\">\(day)</span><small>\(own.count) lần</small>"))
    }

    @Test func whereTheAgencyNeverWasTheReminderOfAnotherIsToldWithoutACount() throws {
        let fixture = try BoardFixture()
        let other = try #require(AgencyID("son-la/so-y-te"))
        _ = try fixture.tracker().perform(
            ActionRequest(obligation: 12, action: .reassign(to: other, reason: "chuyển nhiệm vụ")))
        let list = try page("/overdue", of: fixture)
        #expect(try remark(of: 12, in: list) == "Nhắc Sở Tư pháp ngày 08/02/2022")
        let report = try page("/overdue/print", of: fixture)
        #expect(report.contains("<span class=\"day-cell\">08/02/2022</span><small>Sở Tư pháp</small>"))
    }

    @Test func aWayOfSendingMoreIsNoReminderMore() throws {
        let fixture = try BoardFixture()
        let sent = try #require(try fixture.tracker().remindersSent(for: [12])[12])
        let lead = AgencyID("son-la/so-tu-phap")
        #expect(LastReminder(of: lead, among: sent + sent)?.times == 1)
        #expect(LastReminder(of: nil, among: sent)?.times == 0)
        #expect(LastReminder(of: lead, among: []) == nil)
    }

    @Test func theReportHasEveryRowOrSaysThatItHasNot() throws {
        let fixture = try BoardFixture()
        let day = "2029-12-31"
        let all = try fixture.tracker(on: day).overdue(ListRequest(limit: 500))
        let report = try page("/overdue/print", on: day, of: fixture)
        #expect(report.matches(of: /<tr><td>[0-9]+<\/td>/).count == all.total)
        #expect(!report.contains("Bản in chỉ có"))
        for (language, words) in [
            (Language.vi, "Bản in chỉ có 2 nghĩa vụ trễ nhất"), (.en, "Only the 2 longest overdue are printed"),
        ] {
            let asked = fixture.request("/overdue/print", language: language)
            let cut = try fixture.board(on: day).report(asked, upTo: 2).text
            #expect(cut.contains(words) && cut.contains(language(vi: "hơn 2", en: "more than 2")))
            #expect(cut.matches(of: /<tr><td>[0-9]+<\/td>/).count == 2)
        }
    }

    @Test func rowsOfOnePlaceAndNamesakesAreToldApart() throws {
        let fixture = try BoardFixture(plans: ["son-la-2021-2030", "dong-nai-2021-2030"])
        let request = fixture.request("/overdue/print", session: BoardFixture.session(.reader, nil))
        let report = try fixture.board(on: "2023-12-31").answer(request).text
        let captions = report.matches(of: /<caption>([^<]*)/).map { String($0.1) }
        #expect(captions.contains { $0.hasPrefix("Sở Nội vụ (son-la): ") })
        #expect(captions.contains { $0.hasPrefix("Sở Nội vụ (dong-nai): ") })
        for table in report.split(separator: "<caption>") {
            let rows = table.matches(of: /<th scope="row"[^>]*>(.*?)<\/th>/).map { String($0.1) }
            #expect(Set(rows).count == rows.count, "\(table.prefix(40))")
        }
        #expect(report.contains(" · 6 tháng đầu năm 2022<") || report.contains(" · quý I/2022<"))
    }

    @Test func oneObligationIsOne() throws {
        #expect(Wording(language: .en).obligations(1) == "1 obligation")
        #expect(Wording(language: .en).obligations(2) == "2 obligations")
        #expect(Wording(language: .vi).obligations(1) == "1 nghĩa vụ")
    }

    @Test(arguments: [("2026-H1", "6 tháng đầu năm 2026"), ("2021", "năm 2021"), ("2021-2025", "2021-2025")])
    func periodsAreInWords(name: String, words: String) {
        #expect(Wording(language: .vi).period(name) == words)
    }

    @Test(arguments: [
        (CountGrouping.agency, "Cơ quan"), (.plan, "Kế hoạch"), (.section, "Lĩnh vực"), (.year, "Năm"),
    ])
    func groupsAreCalledWhatTheyAre(grouping: CountGrouping, name: String) throws {
        let html = try page("/overdue/by/\(grouping.rawValue)", of: try BoardFixture())
        #expect(html.contains("<thead><tr><th scope=\"col\">\(name)</th>"))
    }

    @Test func aCountThatWasNotCountedToItsEndSaysSo() throws {
        let fixture = try BoardFixture(plans: [])
        try fixture.importOngoing(1_001)
        let html = try page("/", of: fixture)
        #expect(html.contains("<a href=\"/check-ins\">Báo cáo kỳ</a>: <strong>hơn 1000</strong>"))
    }

    @Test func changesOfOneKindAreOneLineAndTheRestIsCounted() throws {
        let fixture = try BoardFixture()
        try fixture.haveABusyDay()
        let vietnamese = try page("/", of: fixture), english = try page("/", .en, of: fixture)
        #expect(vietnamese.contains("góp ý ×3") && vietnamese.contains("và 2 nghĩa vụ khác"))
        #expect(vietnamese.contains("Còn 7 thay đổi nữa."))
        #expect(english.contains("commented ×3") && english.contains("and 2 other obligations"))
        #expect(english.contains("7 more changes."))
        #expect(vietnamese.matches(of: /<li><strong>Sở[^<]*<\/strong>:/).count == 12)
        #expect(!(try page("/", of: try BoardFixture())).contains("thay đổi nữa"))
    }

    @Test(arguments: ["/conditional?year=2099", "/search?q=khongcogi", "/overdue?year=2099"])
    func nothingIsNotZero(address: String) throws {
        let fixture = try BoardFixture()
        for language in Language.allCases {
            let lead = try page(address, language, of: fixture).firstMatch(of: /<p class="lead"[^>]*>([^<]*)/)?.1
            #expect(lead?.contains("0") == false, "\(lead ?? "")")
        }
    }

    @Test func whereNothingIsDueThereAreNoSharesOfNothing() throws {
        let fixture = try BoardFixture(plans: [])
        try fixture.importOngoing(2)
        let html = try page("/", of: fixture)
        #expect(html.contains("<p class=\"note\">Chưa có việc nào đến hạn.</p>"))
        #expect(html.contains("Không còn việc nào phải xong trong 12 tháng tới.") && !html.contains("(0/0)"))
    }
}
