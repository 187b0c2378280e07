import TestSupport
import Testing

/// What `explain` says of its reasons, and whose calendar it asks.
struct ExplainTests {
    private static let plan = ["--issued", "1/10/2021", "--period", "2021-2030", "--format", "json"]

    @Test func everyReasonHasCodeTextAndSource() throws {
        let input = "Thường xuyên\n\nTháng 1 hàng năm\nTrước ngày 15/6/2026\nKịp thời\nTheo quy định; Quý IV hàng năm\n"
        let run = try Desk().run(["explain", "-"] + Self.plan, input: input)
        let answers = try run.output.split(separator: "\n").map { try JSON(String($0)) }
        #expect(answers.count == 6)
        for answer in answers {
            #expect(!answer["why"].items.isEmpty)
            for reason in answer["why"].items + answer["parts"].items.flatMap({ $0["why"].items }) {
                for key in ["code", "text", "source"] { #expect(reason[key].string?.isEmpty == false, "\(reason)") }
            }
        }
        #expect(answers.last?["parts"].items.map { $0["rrule"].items.count } == [0, 1])
    }

    @Test func aMovedDateNamesItsDaysOffWithTheirSources() throws {
        let answer = try JSON(Desk().run(["explain", "Tháng 1 hàng năm"] + Self.plan).output)
        let moves = answer["why"].items.filter { $0["code"] == .text("movedToWorkingDay") }
        let pairs = zip(answer["nominal"].items, answer["effective"].items).filter { $0 != $1 }
        #expect(moves.map { $0["nominal"] } == pairs.map(\.0))
        #expect(moves.map { $0["effective"] } == pairs.map(\.1))
        #expect(moves.map { $0["certainty"].string } == ["official", "official", "official", "official", "expected"])
        let tet = try #require(moves.first)
        #expect(tet["daysOff"].items.count == 7)
        #expect(tet["daysOff"].items.first?["name"] == .text("Giao thừa Tết Nguyên Đán"))
        #expect(tet["daysOff"].items.first?["source"] == .text("Bộ luật Lao động 2019, Điều 112"))
        #expect(tet["source"].string?.contains("Điều 148 khoản 5") == true)
    }

    @Test func recurrencesAreContentLinesOfRFC5545() throws {
        let answer = try JSON(Desk().run(["explain", "Quý I hàng năm"] + Self.plan).output)
        let rule = "DTSTART;VALUE=DATE:20220331\nRRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1;UNTIL=20300331"
        #expect(answer["rrule"] == .list([.text(rule)]))
        #expect(try JSON(Desk().run(["explain", "2022"] + Self.plan).output)["rrule"] == .list([]))
    }

    @Test func theLimitSaysHowManyDatesAreListedAndTheCountHowManyThereAre() throws {
        for (limit, listed) in [("5", 5), ("500", 111)] {
            let run = try Desk().run(["explain", "Ngày 30 hàng tháng", "--limit", limit] + Self.plan)
            let answer = try JSON(run.output)
            #expect(answer["nominal"].items.count == listed)
            #expect(answer["count"].integer == 111)
        }
    }

    @Test func theCorrectedCalendarOfTheStoreIsUsed() throws {
        let desk = try Desk.withSonLa()
        let words = ["explain", "31/3/2023"] + Self.plan
        #expect(try JSON(desk.run(words).output)["effective"] == .list([.text("2023-03-31")]))
        try desk.run("calendar", "add", "31/3/2023", "--off", "--name", "Ngày nghỉ", "--source", "CV 1/VPCP-KGVX")
        let corrected = try JSON(desk.run(words).output)
        #expect(corrected["effective"] == .list([.text("2023-04-03")]))
        #expect(corrected["calendar"] == .text("store"))
        #expect(corrected["why"].items.last?["daysOff"].items.first?["source"] == .text("CV 1/VPCP-KGVX"))
        let fromEnvironment = try desk.runPlain(words, environment: ["PHULUC_STORE": "kho.sqlite"])
        #expect(try JSON(fromEnvironment.output) == corrected)
    }

    @Test func withoutAStoreTheBuiltInCalendarAnswersAndNoStoreAppears() throws {
        let desk = try Desk()
        let answer = try JSON(desk.run(["explain", "31/01/2022"] + Self.plan).output)
        #expect(answer["calendar"] == .text("builtIn"))
        #expect(answer["effective"] == .list([.text("2022-02-07")]))
        #expect(!desk.storeExists)
    }
}
