import Testing
import TrackerDomain
import TrackerService

struct ReferenceDataTests {
    @Test func theBuiltInCalendarCoversThePlansOfTheDecade() throws {
        let calendar = WorkCalendar(entries: try Tracker.builtInCalendar())
        #expect(calendar.coveredYears == 2021...2030)
    }
}
