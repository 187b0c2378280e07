import Mustache
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// What names its fields itself forgets none.
struct DirectFieldsTests {
    @Test func everyFieldIsNamed() throws {
        let fixture = try BoardFixture()
        let entry = try #require(try fixture.tracker().list(.init(limit: 1)).page.items.first)
        let links = BoardLinks(fixture.request("/overdue"))
        let row = ObligationRow(
            entry, on: CivilDate(dayNumber: 19_000), remarks: ["a"], links, Wording(language: .vi))
        let line = PlanPage.Row(
            section: nil, ordinal: "1", task: "a", product: "b", lead: "c", cooperation: "d", deadline: "e",
            reading: "f", funding: "g", state: PlanPage.State(href: "/", words: "h", tone: "late"))
        let values: [any MustacheParent] = [row, line, Link(href: "/", title: "a")]
        for value in values {
            let fields = Mirror(reflecting: value).children
            #expect(!fields.isEmpty)
            for field in fields {
                let name = try #require(field.label)
                let child = value.child(named: name).map { "\($0)" }
                // What is optional comes unwrapped.
                #expect(
                    child.map { "\(field.value)".contains($0) || $0 == "false" } == true, "\(name): \(child ?? "-")")
            }
            #expect(value.child(named: "nothing") == nil)
        }
    }
}
