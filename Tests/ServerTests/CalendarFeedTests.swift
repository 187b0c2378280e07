import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// The calendar of an agency, as calendar programs fetch it.
struct CalendarFeedTests {
    private static let path = "/v1/agencies/son-la/so-tu-phap/calendar.ics"

    @Test func aKeyInTheAddressOpensItsAgencysFeedAndNothingElse() async throws {
        let desk = try ServerDesk()
        let key = try desk.token(.calendar, "Sở Tư pháp")
        let lead = try desk.token(.lead, "Sở Tư pháp")
        try await desk.serve { client in
            let feed = try await client.send(.get, "\(Self.path)?key=\(key)&lang=vi")
            #expect(feed.status == 200, "\(feed.text)")
            #expect(feed.headers[.contentType] == "text/calendar; charset=utf-8")
            #expect(feed.text.hasPrefix("BEGIN:VCALENDAR\r\n") && feed.text.hasSuffix("END:VCALENDAR\r\n"))
            #expect(feed.text.contains("BEGIN:VEVENT") && feed.text.contains("obligation-3@son-la.phuluc"))
            #expect(try await client.send(.get, Self.path, as: lead).text.contains("SUMMARY:Due: "))
            #expect(try await client.send(.get, "\(Self.path)?key=\(lead)").status == 401, "no secret of more in a URL")
            #expect(try await client.send(.get, Self.path).status == 401)
            #expect(try await client.send(.get, "\(Self.path)?key=phuluc_1_x").status == 401)
            let foreign = Self.path.replacing("so-tu-phap", with: "so-y-te")
            #expect(try await client.send(.get, "\(foreign)?key=\(key)").status == 403)
            #expect(try await client.send(.get, "/v1/overdue?key=\(key)").status == 401)
            #expect(try await client.send(.get, "/v1/overdue", as: key).status == 403)
            _ = try desk.tracker.revokeToken(1)
            #expect(try await client.send(.get, "\(Self.path)?key=\(key)").status == 401)
        }
        #expect(!desk.log.all.isEmpty)
        #expect(!desk.log.all.contains { $0.contains(key) || $0.contains(lead) })
    }

    @Test func whatHasNotChangedIsNotSentAgain() async throws {
        let desk = try ServerDesk()
        let key = try desk.token(.calendar, "Sở Tư pháp")
        try await desk.serve { client in
            let uri = "\(Self.path)?key=\(key)"
            func fetch(_ tag: String) async throws -> Exchange {
                try await client.execute(uri: uri, method: .get, headers: [.ifNoneMatch: tag]) { response in
                    Exchange(
                        status: response.status.code, headers: response.headers, text: String(buffer: response.body))
                }
            }
            let tag = try #require(try await client.send(.get, uri).headers[.eTag])
            // The language is not among the headers here.
            let vietnamese = try #require(try await fetch("\"other\"").headers[.eTag])
            #expect(vietnamese != tag)
            for match in [vietnamese, "\"a\", \(vietnamese)", "*"] {
                let answer = try await fetch(match)
                #expect(answer.status == 304 && answer.text.isEmpty && answer.headers[.eTag] == vietnamese)
            }
            _ = try desk.tracker.perform(ActionRequest(obligation: 3, action: .submit(evidence: nil, note: "xong")))
            #expect(try await fetch(vietnamese).status == 200)
        }
    }
}
