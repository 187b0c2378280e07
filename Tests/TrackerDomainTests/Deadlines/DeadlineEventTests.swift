import Foundation
import Testing
import TrackerDomain

struct DeadlineEventTests {
    @Test(arguments: [
        (
            "10 ngày làm việc sau khi Nghị quyết được ban hành", "Nghị quyết được ban hành",
            EventTrigger.Offset(count: 10, unit: .workingDays)
        ),
        ("Trong vòng 02 tháng sau khi Luật có hiệu lực", "Luật có hiệu lực", .init(count: 2, unit: .months)),
        ("30 ngày kể từ ngày Nghị quyết có hiệu lực", "Nghị quyết có hiệu lực", .init(count: 30, unit: .days)),
        ("Sau khi HĐND, UBND tỉnh ban hành các văn bản QPPL", "HĐND, UBND tỉnh ban hành các văn bản QPPL", nil),
        ("Kỳ họp gần nhất 2026", "Kỳ họp gần nhất 2026", nil), ("Khi có yêu cầu", "Khi có yêu cầu", nil),
        ("10 ngày làm việc kể từ ngày ký ban hành", "ký ban hành", .init(count: 10, unit: .workingDays)),
    ])
    func anEventKeepsItsWordsAndItsTerm(text: String, event: String, offset: EventTrigger.Offset?) {
        let reading = DeadlineReading(of: text, in: Plan.fiveYears)
        #expect(reading.parts.map(\.rule) == [.event(EventTrigger(event: event, offset: offset))])
    }

    @Test(arguments: [
        (nil, "2026-01-31"), (EventTrigger.Offset(count: 30, unit: .days), "2026-03-02"),
        (.init(count: 1, unit: .months), "2026-02-28"),
        (.init(count: 2, unit: .weeks), "2026-02-14"), (.init(count: 1, unit: .years), "2027-01-31"),
        (.init(count: 5, unit: .workingDays), "2026-07-31"),
    ])
    func theTermRunsFromTheDayAfterTheEvent(offset: EventTrigger.Offset?, due: String) throws {
        let day = try #require(CivilDate(iso: "2026-01-31"))
        let result = EventTrigger(event: "", offset: offset).due(afterEventOn: day) { day, count in
            day.adding(months: count + 1)
        }
        #expect(result.description == due)
    }

    @Test(arguments: [
        ("Rà soát vị trí việc làm (Sau khi Bộ Nội vụ ban hành hướng dẫn)", "Sau khi Bộ Nội vụ ban hành hướng dẫn"),
        (
            "Sắp xếp (từng giai đoạn) (Sau  khi có văn bản của cấp có thẩm quyền).",
            "Sau  khi có văn bản của cấp có thẩm quyền"
        ),
        ("Sắp xếp (từng giai đoạn)", nil), ("Sau khi Bộ ban hành", nil), ("(Sau khi", nil), ("(sau khimuộn)", nil),
        ("", nil),
    ])
    func aConditionIsFoundInTheBracketsOfTheTask(text: String, condition: String?) {
        #expect(TaskCondition.find(in: text) == condition)
        #expect(TaskCondition.find(in: text.decomposedStringWithCanonicalMapping) == condition)
    }
}
