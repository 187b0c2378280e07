import Foundation
import TestSupport
import Testing

/// The JSON shapes that other programs rely on.
struct JSONTests {
    static let lists = [
        ["list", "--limit", "500"], ["overdue"], ["overdue", "--conditional"], ["due", "--within", "90"], ["confirm"],
        ["checkins", "--limit", "500"], ["extend", "list"],
    ]

    @Test(arguments: lists)
    func aListHasItemsNextAndTheDay(arguments: [String]) throws {
        let list = try answer(arguments)
        #expect(list.keys.isSuperset(of: ["items", "next", "asOf"]))
        #expect(list["asOf"] == .text("2022-02-08"))
        #expect(list["next"] == .null)
        for item in list["items"].items { expectObligation(item) }
    }

    @Test(arguments: [["plans"], ["settle"], ["stats"], ["stats", "--by", "agency"], ["stats", "--by", "year"]])
    func otherListsHaveThemToo(arguments: [String]) throws {
        let list = try answer(arguments)
        #expect(list.keys.isSuperset(of: ["items", "next", "asOf"]))
        #expect(list["asOf"] == .text("2022-02-08"))
        #expect(!list["items"].items.isEmpty)
    }

    private func expectObligation(_ item: JSON) {
        for key in [
            "plan", "section", "ordinal", "title", "product", "agencyName", "period", "deadlineText", "stage",
            "timeStatus",
        ] {
            #expect(item[key].string != nil, "\(key) is a text")
        }
        for key in ["id", "deadlineVersion", "daysLate", "progress", "version"] {
            #expect(item[key].integer != nil, "\(key) is a number")
        }
        #expect(item["conditional"].isBoolean)
        for key in ["nominalDue", "effectiveDue"] { #expect(item[key] == .null || item[key].isDay, "\(key)") }
        #expect(item["agency"] == .null || item["agency"].string?.contains("/") == true)
        #expect(
            ["none", "within", "dueSoon", "overdue", "completedOnTime", "completedLate"]
                .contains(item["timeStatus"].string))
        #expect((item["daysLate"].integer ?? 0 > 0) == (item["timeStatus"] == .text("overdue")))
        #expect((item["nominalDue"] == .null) == (item["effectiveDue"] == .null))
    }

    @Test func theObligationsOfThePlanAreAllThere() throws {
        let items = try answer(["list", "--limit", "500"])["items"].items
        #expect(items.count == 209)
        #expect(Set(items.map { $0["id"].integer }).count == 209)
        #expect(items.contains { $0["nominalDue"] == .null })
        #expect(items.contains { $0["agency"] == .null })
        let justice = try #require(items.first { $0["id"].integer == 3 })
        #expect(justice["plan"] == .text("2407/QĐ-UBND"))
        #expect(justice["section"] == .text("I"))
        #expect(justice["ordinal"] == .text("3"))
        #expect(justice["agency"] == .text("son-la/so-tu-phap"))
        #expect(justice["period"] == .text("2022"))
        #expect(justice["nominalDue"] == .text("2022-01-31"))
        #expect(justice["effectiveDue"] == .text("2022-02-07"))
        #expect(justice["timeStatus"] == .text("overdue"))
        #expect(justice["daysLate"] == .number(1))
        #expect(justice["stage"] == .text("notStarted"))
    }

    @Test func pagesJoinToTheWholeList() throws {
        let desk = try Desk.withSonLa()
        let whole = try JSON(desk.run("list", "--limit", "500", "--format", "json").output)["items"].items
        var joined: [JSON] = []
        var cursor: String?
        repeat {
            let page = try JSON(
                desk.run(["list", "--limit", "60", "--format", "json"] + (cursor.map { ["--after", $0] } ?? [])).output)
            joined += page["items"].items
            cursor = page["next"].string
        } while cursor != nil && joined.count < 1000
        #expect(joined == whole)
    }

    @Test func remindGivesMessagesAndTheDay() throws {
        let desk = try Desk.withSonLa()
        let run = try JSON(desk.run("remind", "--as-of", "9/2/2022", "--format", "json").output)
        #expect(run["asOf"] == .text("2022-02-09"))
        #expect(
            run["messages"].items.map { $0["recipient"].string }.sorted { ($0 ?? "") < ($1 ?? "") } == [
                "son-la/so-ke-hoach-va-dau-tu", "son-la/so-noi-vu", "son-la/so-tu-phap", "son-la/ubnd-tinh",
            ])
        for message in run["messages"].items {
            #expect(message["channel"].string?.isEmpty == false)
            #expect(message["text"].string?.hasPrefix("Kính gửi: ") == true)
            #expect(!message["obligations"].items.isEmpty)
            for item in message["obligations"].items {
                #expect(item["id"].integer != nil)
                #expect(item["stage"].string?.isEmpty == false)
            }
        }
        let again = try JSON(desk.run("remind", "--as-of", "9/2/2022", "--format", "json").output)
        #expect(again["messages"] == .list([]), "never twice")
    }

    @Test func aDryRunOfRemindersRecordsNothing() throws {
        let desk = try Desk.withSonLa()
        let dry = try JSON(desk.run("remind", "--dry-run", "--as-of", "9/2/2022", "--format", "json").output)
        let real = try JSON(desk.run("remind", "--as-of", "9/2/2022", "--format", "json").output)
        #expect(!real["messages"].items.isEmpty)
        #expect(dry["messages"] == real["messages"])
    }

    @Test func explainAnswersEachLineWithOneObjectAndABlankLineCounts() throws {
        let input = "Thường xuyên\n\nTháng 1 hàng năm\nThứ 5 hàng tuần\nSở KHCN đưa ra kế hoạch\n"
        let run = try Desk().run(
            "explain", "-", "--issued", "1/10/2021", "--period", "2021-2030", "--format", "json", input: input)
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let answers = try lines.map { try JSON(String($0)) }
        #expect(
            answers.map { $0["text"].string } == [
                "Thường xuyên", "", "Tháng 1 hàng năm", "Thứ 5 hàng tuần", "Sở KHCN đưa ra kế hoạch",
            ])
        #expect(answers.map { $0["kind"].string } == ["ongoing", "unresolved", "recurring", "recurring", "unresolved"])
        #expect(answers.map { $0["nominal"].items.count } == [0, 0, 9, 12, 0], "at most the first twelve")
        for answer in answers {
            #expect(answer.keys.isSuperset(of: ["text", "kind", "nominal", "effective", "words", "notes"]))
            #expect(answer["words"].string?.isEmpty == false)
            #expect(answer["nominal"].items.count == answer["effective"].items.count)
            #expect(answer["nominal"].items.allSatisfy { $0.isDay })
            #expect(answer["parts"] == .missing)
        }
    }

    @Test func aCompoundDeadlineHasPartsWhoseDatesItJoins() throws {
        let run = try Desk().run(
            "explain", "- Quý IV hàng năm\n- Báo cáo quý, 6 tháng và năm.", "--issued", "1/10/2021", "--period",
            "2021-2023", "--format", "json")
        let answer = try JSON(run.output)
        #expect(answer["kind"] == .text("compound"))
        let parts = answer["parts"].items
        #expect(parts.count == 2)
        for part in parts { #expect(part.keys.isSuperset(of: ["label", "kind", "nominal", "effective"])) }
        let union = Set(parts.flatMap { $0["nominal"].items.compactMap(\.string) }).sorted()
        #expect(answer["nominal"].items.compactMap { $0.string } == union)
    }

    @Test func anActionAnswersWithTheObligation() throws {
        let answer = try answer(["start", "3", "--as", "Sở Tư pháp"])
        expectObligation(answer)
        #expect(answer["stage"] == .text("inProgress"))
        #expect(answer["version"] == .number(2))
    }

    @Test func keysAreTheSameInBothLanguages() throws {
        for arguments in Self.lists {
            let english = try answer(arguments + ["--lang", "en"])
            #expect(try answer(arguments) == english)
        }
    }

    private func answer(_ arguments: [String]) throws -> JSON {
        let run = try Desk.withSonLa().run(arguments + ["--format", "json"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasSuffix("\n"))
        return try JSON(run.output)
    }
}
