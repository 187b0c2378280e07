import Foundation
import Testing
import TrackerDomain

@testable import TrackerDelivery

@Suite("A calendar file")
struct ICalendarTests {
    private let calendar = ICalendar(name: "Thời hạn của Sở Tư pháp", madeAt: 1_644_368_400_000)

    private func event(_ summary: String = "Hạn: Báo cáo", details: String = "", alarms: [Int] = []) throws
        -> ICalendar.Event
    {
        var event = ICalendar.Event(
            uid: "obligation-3@son-la.phuluc", sequence: 2, day: try #require(CivilDate(iso: "2022-02-28")),
            summary: summary, details: details)
        event.alarmDaysBefore = alarms
        return event
    }

    @Test func tellsADayInTheFormThatCalendarsRead() throws {
        var event = try event("Hạn: Báo cáo; quý I, 6 tháng", details: "Sản phẩm: A\\B\nMục I.3", alarms: [7, 1, 0])
        event.categories = ["2407/QĐ-UBND"]
        let head = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//phuluc//phuluc//VI", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "NAME:Thời hạn của Sở Tư pháp", "X-WR-CALNAME:Thời hạn của Sở Tư pháp",
            "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H",
        ]
        let properties = [
            "BEGIN:VEVENT", "UID:obligation-3@son-la.phuluc", "DTSTAMP:20220209T010000Z", "SEQUENCE:2",
            "DTSTART;VALUE=DATE:20220228", "DTEND;VALUE=DATE:20220301",
            #"SUMMARY:Hạn: Báo cáo\; quý I\, 6 tháng"#, #"DESCRIPTION:Sản phẩm: A\\B\nMục I.3"#,
            "CATEGORIES:2407/QĐ-UBND", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
        ]
        let alarms = ["-P6DT16H", "-PT16H", "PT8H"].flatMap { trigger in
            [
                "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:\(trigger)",
                #"DESCRIPTION:Hạn: Báo cáo\; quý I\, 6 tháng"#, "END:VALARM",
            ]
        }
        let text = calendar.head + calendar.event(event) + calendar.tail
        #expect(
            text.components(separatedBy: "\r\n") == head + properties + alarms + ["END:VEVENT", "END:VCALENDAR", ""])
    }

    @Test func linesAreFoldedAt75OctetsWithoutCuttingACharacter() throws {
        for length in 0...80 {
            let summary = String(repeating: "x", count: length) + String(repeating: "ộ👍🏽e\u{301}", count: 30)
            let text = calendar.event(try event(summary, details: summary))
            let lines = text.components(separatedBy: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 75 })
            #expect(lines.dropLast().allSatisfy { !$0.isEmpty && $0 != " " })
            #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:\(summary)\r\n"))
        }
    }

    @Test func aLineOfJust75OctetsIsNotFolded() {
        #expect(ICalendar.folded(String(repeating: "x", count: 75)) == String(repeating: "x", count: 75))
        #expect(ICalendar.folded(String(repeating: "x", count: 76)) == String(repeating: "x", count: 75) + "\r\n x")
    }

    @Test func nothingInATextBecomesAProperty() throws {
        let text = calendar.event(try event("A\r\nATTENDEE:x\rB\u{0}C\tD\nEND:VEVENT"))
        #expect(text.contains("SUMMARY:A\\nATTENDEE:x\\nB C D\\nEND:VEVENT\r\n"))
        #expect(text.components(separatedBy: "\r\n").filter { $0 == "END:VEVENT" }.count == 1)
    }
}
