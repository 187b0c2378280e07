import Foundation
import Testing
import TrackerDomain
import TrackerService

@Suite("The calendar of an agency")
struct CalendarFeedTests {
    private let fixture: ServiceFixture

    init() throws {
        fixture = try ServiceFixture()
        try fixture.importRows([
            .init("I.1", "Rà soát văn bản", "28/02/2022"), .init("I.2", "Kiểm tra", "31/01/2022"),
            .init("I.3", "Trực hồ sơ", "Thường xuyên"), .init("I.4", "Của sở khác", lead: "Sở Nội vụ", "28/02/2022"),
            .init("I.5", "Xây dựng đề án (Sau khi Bộ Nội vụ ban hành hướng dẫn)", "28/02/2022"),
        ])
    }

    private func feed(on today: String, language: Language = .vi) throws -> String {
        let tracker = try fixture.tracker(on: today)
        var text = ""
        let events = try tracker.calendarFeed(of: try tracker.agency(named: "son-la/so-tu-phap"), in: language) {
            text += $0
        }
        #expect(text.components(separatedBy: "BEGIN:VEVENT").count - 1 == events)
        return text.replacing("\r\n ", with: "")
    }

    /// The properties of the event of a row.
    private func event(_ title: String, on today: String) throws -> [String] {
        let events = try feed(on: today).components(separatedBy: "BEGIN:VEVENT\r\n").filter {
            $0.contains("SUMMARY:Hạn: \(title)\r\n")
        }
        #expect(events.count == 1)
        return try #require(events.first).components(separatedBy: "\r\n")
    }

    @Test func holdsWhatTheAgencyOwesByADay() throws {
        let text = try feed(on: "2022-02-09")
        let titles = ["Rà soát văn bản", "Kiểm tra", "Xây dựng đề án (Sau khi Bộ Nội vụ ban hành hướng dẫn)"]
        #expect(text.matches(of: #/SUMMARY:Hạn: (.*)\r\n/#).map { String($0.1) } == titles)
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n"))
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    }

    @Test func standsOnTheLastDayInTimeAndSaysWhatThePlanSays() throws {
        let event = try event("Kiểm tra", on: "2022-02-08")
        #expect(event.contains("DTSTART;VALUE=DATE:20220207"))
        #expect(
            event.contains(
                #"DESCRIPTION:Thời hạn: 31/01/2022 (ngày nghỉ\, tính đến hết ngày 07/02/2022)\nSản phẩm: Báo cáo\nTình trạng: "#
                    + #"chưa thực hiện\nTheo: mục I.2\, Kế hoạch số 9/KH-UBND\nSố theo dõi: 2\nĐến ngày 08/02/2022: quá hạn 1 ngày"#
            ))
        #expect(!event.contains("BEGIN:VALARM"), "the days to remind on are past")
    }

    @Test func anotherDeadlineIsTheSameEventWithAHigherSequence() throws {
        let before = try event("Rà soát văn bản", on: "2022-02-08")
        let calendar = WorkCalendar(entries: try Tracker.builtInCalendar())
        try fixture.perform(
            .changeDeadline(to: DueDate(nominal: try day("2022-03-10"), calendar: calendar), reason: "x"), on: 1,
            today: "2022-02-09")
        let after = try event("Rà soát văn bản", on: "2022-02-09")
        for line in ["UID:obligation-1@son-la.phuluc", "TRIGGER:-P6DT16H", "TRIGGER:-PT16H", "TRIGGER:PT8H"] {
            #expect(before.contains(line) && after.contains(line), "\(line)")
        }
        #expect(before.contains("SEQUENCE:1") && before.contains("DTSTART;VALUE=DATE:20220228"))
        #expect(after.contains("SEQUENCE:2") && after.contains("DTSTART;VALUE=DATE:20220310"))
    }

    @Test func whatMayNotComeAboutIsTentativeAndRingsNot() throws {
        let event = try event("Xây dựng đề án (Sau khi Bộ Nội vụ ban hành hướng dẫn)", on: "2022-02-09")
        #expect(event.contains("STATUS:TENTATIVE"))
        #expect(!event.contains("BEGIN:VALARM"))
    }

    @Test func whatIsDoneLeavesTheCalendar() throws {
        try fixture.complete(1, on: "2022-02-09")
        #expect(try !feed(on: "2022-02-09").contains("Rà soát văn bản"))
    }

    @Test func aLongCalendarIsWrittenPieceByPiece() throws {
        let fixture = try ServiceFixture()
        try fixture.importRows((1...600).map { .init("I.\($0)", "Việc \($0)", "28/02/2022") })
        let tracker = try fixture.tracker(on: "2022-02-09")
        var pieces = 0
        let events = try tracker.calendarFeed(of: try tracker.agency(named: "son-la/so-tu-phap"), in: .en) { _ in
            pieces += 1
        }
        #expect(events == 600)
        #expect(pieces == 602)
    }
}
