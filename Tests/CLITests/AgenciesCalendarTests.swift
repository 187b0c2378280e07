import Foundation
import TestSupport
import Testing
import TrackerDomain

/// agencies calendar, over the plan of Sơn La.
struct AgenciesCalendarTests {
    @Test(arguments: Language.allCases)
    func theHelpReadsAsRecorded(language: Language) throws {
        let run = try Desk().runPlain(["help", "agencies", "calendar", "--lang", language.rawValue])
        #expect(run.status == 0)
        try expectSnapshot(run.transcript, "help-agencies-calendar.\(language.rawValue)")
    }

    @Test(arguments: Language.allCases)
    func aCalendarReadsAsRecorded(language: Language) throws {
        let run = try Desk.withSonLa().run(
            "agencies", "calendar", "Sở Kế hoạch và Đầu tư", "-", "--lang", language.rawValue)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        try expectSnapshot(run.output, "agencies-calendar.\(language.rawValue)")
    }

    @Test func aFileIsTheSameAndIsReplacedOnlyWhereSomebodySaysSo() throws {
        let desk = try Desk.withSonLa()
        let agency = "son-la/so-tu-phap"
        #expect(
            try desk.run("agencies", "calendar", agency, "a.ics").output
                == "Đã ghi 36 thời hạn của Sở Tư pháp vào a.ics.\n")
        let output = try desk.run("agencies", "calendar", agency, "-").output
        let file = desk.folder.appendingPathComponent("a.ics")
        #expect(try Data(contentsOf: file) == Data(output.utf8))
        #expect(try desk.run("agencies", "calendar", agency, "a.ics").status == 4)
        let run = try desk.run("agencies", "calendar", agency, "a.ics", "--replace", "--format", "json")
        #expect(run.output == #"{"agency":"son-la/so-tu-phap","events":36,"file":"a.ics"}"# + "\n")
    }

    @Test func anAgencyThatIsNotThereIsNotFound() throws {
        let desk = try Desk.withSonLa()
        #expect(try desk.run("agencies", "calendar", "Sở Không Có", "a.ics").status == 3)
        #expect(!desk.exists("a.ics"))
    }
}
