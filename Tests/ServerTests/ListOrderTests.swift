import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain

@testable import phuluc_server

/// The list of obligations in either order, page by page.
@Suite(.timeLimit(.minutes(5))) struct ListOrderTests {
    private struct Page: Decodable {
        struct Item: Decodable {
            let id: Int64
            let effectiveDue: String?
        }

        let items: [Item]
        let next: String?
        let total: Int
    }

    @Test(arguments: [
        "sort=number", "sort=due", "sort=due&asOf=2021-12-31", "sort=due&plan=2407/Q%C4%90-UBND&year=2022",
    ])
    func pagesGoOnInTheirOrder(query: String) async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            var items: [Page.Item] = []
            var next: String?
            var total = 0
            repeat {
                let after = next.map { "&after=\($0)" } ?? ""
                let answer = try await client.send(.get, "/v1/obligations?limit=50&\(query)\(after)", as: token)
                #expect(answer.status == 200, "\(answer.text)")
                let page = try JSONDecoder().decode(Page.self, from: Data(answer.text.utf8))
                items += page.items
                (next, total) = (page.next, page.total)
            } while next != nil
            #expect(items.count == total && total > 20)
            let isByDue = query.hasPrefix("sort=due")
            let keys = items.map { (isByDue ? $0.effectiveDue ?? "none" : "", $0.id) }
            #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
            #expect(items.contains { $0.effectiveDue == nil } == !isByDue)
        }
    }

    /// Clients that hold requests against the document take every cursor that the server gives, and the server no other.
    @Test(arguments: [
        ("2021-12-31~2", true), ("2022-10-30~17", true), ("2024-02-29~1", true), ("17", true), ("2023-02-29~1", false),
        ("2022-06-31~1", false), ("2022-13-01~1", false), ("-1", false), ("+5", false), ("2022-06-30~+5", false),
        ("1234567890123456", false),
    ])
    func aCursorIsWhatTheDocumentSays(cursor: String, isOne: Bool) async throws {
        guard case .pattern(let pattern) = Parameter.afterEither.kind else { throw CancellationError() }
        let isDocumented = try Regex(pattern).firstMatch(in: cursor) != nil
        #expect(isDocumented == isOne)
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        let sort = cursor.contains("~") ? "due" : "number"
        try await desk.serve { client in
            let encoded = cursor.replacing("+", with: "%2B")
            let answer = try await client.send(.get, "/v1/obligations?sort=\(sort)&after=\(encoded)", as: token)
            #expect((answer.status == 200) == isOne, "\(answer.text)")
        }
    }

    @Test(arguments: ["sort=due&after=12", "sort=number&after=2022-01-01~12", "sort=title"])
    func whatDoesNotFitTheOrderIsRefused(query: String) async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            let answer = try await client.send(.get, "/v1/obligations?\(query)", as: token)
            #expect(answer.status == 422 && answer.code == "invalidInput", "\(answer.text)")
        }
    }
}
