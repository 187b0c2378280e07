import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// What a result is sent as.
struct RepresentationTests {
    @Test(
        arguments: [
            (nil, .json), ("", .json), ("*/*", .json), ("text/csv", .csv), ("TEXT/CSV; q=0.1", .csv),
            ("text/plain, application/json;q=0.9", .text), ("application/json;q=0.5, text/*;q=0.6", .csv),
            ("text/*, text/csv;q=0", .text), ("*/*;q=0.1, text/plain", .text), ("text/html", nil),
            ("text/csv;q=0", nil),
            ("text/html, */*;q=0.01", .json),
        ] as [(String?, Representation?)])
    func theClientsLikingDecides(accept: String?, expected: Representation?) {
        #expect(Representation.preferred(by: accept, of: Representation.ofList) == expected)
    }

    @Test func everyEndpointAnswersAsItSaysAndInNoOtherWay() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.standing, "son-la/so-noi-vu")
        try await desk.serve { client in
            for endpoint in API.endpoints where endpoint.method == .get {
                guard !endpoint.representations.isEmpty else { continue }
                let path = AccessMatrixTests.path(of: endpoint)
                for representation in [Representation.json, .csv, .text] {
                    let answer = try await client.send(.get, path, as: token, accept: representation.rawValue)
                    guard endpoint.representations.contains(representation) else {
                        #expect(answer.status == 406 && answer.code == "notAcceptable", "\(path) \(answer.text)")
                        continue
                    }
                    #expect(answer.status == 200, "\(path) \(answer.text)")
                    #expect(answer.headers[.contentType] == representation.mediaType)
                    #expect(answer.headers[.vary] == "Accept, Accept-Language")
                    #expect(!answer.text.isEmpty)
                }
            }
        }
    }

    @Test func textIsLaidOutAsAsked() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            func text(_ query: String) async throws -> String {
                try await client.send(.get, "/v1/obligations?\(query)", as: token, accept: "text/plain").text
            }
            for columns in [100, 160] {
                let widest = try await text("columns=\(columns)").split(separator: "\n").map(\.count).max() ?? 0
                #expect(widest <= columns && widest > columns - 20)
            }
            #expect(try await text("colour=true").contains("\u{1B}["))
            #expect(try await !text("").contains("\u{1B}["))
            let narrow = try await client.send(.get, "/v1/obligations?columns=39", as: token, accept: "text/plain")
            #expect(narrow.status == 422)
        }
    }

    @Test func aChangeIsAnsweredAsAskedAndRepeatedAlike() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.lead, "Sở Tư pháp")
        try await desk.serve { client in
            func start(_ accept: String) async throws -> Exchange {
                try await client.send(
                    .post, "/v1/obligations/3/start", as: token, "{}", ifMatch: "\"1\"", key: "k", accept: accept)
            }
            // A representation that there is none of is refused before anything is done.
            #expect(try await start("text/csv").status == 406)
            let first = try await start("text/plain")
            #expect(first.status == 200 && first.text.hasPrefix("Obligation 3 ("), "\(first.text)")
            let again = try await start("text/plain")
            #expect(again.text == first.text && again.headers[.contentType] == "text/plain; charset=utf-8")
            #expect(try await start("application/json").code == "keyReused")
        }
        #expect(try desk.tracker.detail(of: 3).events.count == 1)
    }

    @Test func anImportUnderItsKeyIsDoneOnceAndAnsweredAlike() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.standing, "son-la/so-noi-vu")
        let query =
            "number=15/KH-UBND&issued=2022-01-05&firstYear=2022&title=K&issuer=UBND%20t%E1%BB%89nh%20S%C6%A1n%20La"
        try await desk.serve { client in
            func send(_ key: String) async throws -> Exchange {
                try await client.send(
                    .post, "/v1/plans?\(query)", as: token,
                    "Nhiệm vụ,Chủ trì,Thời gian\nBáo cáo,Sở Tư pháp,Quý I hàng năm\n", key: key, type: "text/csv")
            }
            let first = try await send("a")
            #expect(first.status == 200, "\(first.text)")
            #expect(try first.json["added"] as? Int == 1)
            let again = try await send("a")
            #expect(again.text == first.text)
            let other = try await send("b")
            #expect(try other.json["unchanged"] as? Int == 1)
        }
    }
}
