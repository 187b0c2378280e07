import Foundation
import Testing
import TrackerDomain
import TrackerOutput
import TrackerPayloads
import TrackerService

@testable import phuluc_server

/// What writes its JSON itself writes what the general encoder would.
struct DirectJSONTests {
    @Test func listsAreWrittenAsTheGeneralEncoderDoes() throws {
        let desk = try ServerDesk()
        let tracker = desk.tracker
        let due = try tracker.due(ListRequest(limit: 3), withinDays: 3_650).page.items
        let ids = due.map(\.obligation.id)
        let later = try #require(CivilDate(iso: "2030-06-28"))
        for action in [
            Action.start(note: ""), .progress(percent: 40, note: "\"40 %\"\n"),
            .requestExtension(to: DueDate(nominal: later), reason: "chờ hướng dẫn\t\\ \u{1}"),
        ] {
            let owner = try #require(try tracker.detail(of: ids[0]).entry.obligation.agency)
            _ = try tracker.perform(ActionRequest(obligation: ids[0], action: action, agency: owner.description))
        }
        _ = try tracker.perform(ActionRequest(obligation: ids[1], action: .suspend(reason: "chờ")))
        let lists: [ObligationListPayload] = [
            ObligationListPayload(try tracker.overdue(ListRequest(limit: 200)), with: .conditionalPastDue),
            ObligationListPayload(try tracker.due(ListRequest(limit: 5), withinDays: 3_650)),
            ObligationListPayload(try tracker.list(ListRequest(limit: 500))),
            ObligationListPayload(try tracker.checkInsMissing(ListRequest(limit: 50)), with: .reports),
        ]
        #expect(lists.contains { $0.items.contains { $0.extensionRequest != nil } })
        #expect(lists.contains { $0.reports?.isEmpty == false })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for list in lists {
            #expect(!list.items.isEmpty)
            #expect(JSONText.encode(list) == String(decoding: try encoder.encode(list), as: UTF8.self))
            for item in list.items {
                #expect(JSONText.encode(item) == String(decoding: try encoder.encode(item), as: UTF8.self))
            }
        }
    }
}
