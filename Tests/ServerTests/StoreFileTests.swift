import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// What becomes of a server whose file is taken away, replaced, or can grow no more.
@Suite(.timeLimit(.minutes(5))) struct StoreFileTests {
    @Test(arguments: [false, true])
    func whereTheFileIsGoneNothingIsTaken(anotherStandsThere: Bool) async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.standing, "son-la/so-noi-vu")
        let store = desk.folder.appending(path: "kho.sqlite").path
        let other = desk.folder.appending(path: "other.sqlite").path
        try desk.tracker.backup(to: other, replaces: false)
        try await desk.serve { client in
            #expect(try await client.send(.get, "/readyz").status == 200)
            try FileManager.default.moveItem(atPath: store, toPath: store + ".away")
            if anotherStandsThere { try FileManager.default.moveItem(atPath: other, toPath: store) }
            #expect(try await client.send(.get, "/readyz").status == 503)
            let answer = try await Self.comment(client, token)
            #expect(answer.status == 503 && answer.code == "storeReplaced", "\(answer.text)")
            let detail = try #require(try answer.json["detail"] as? String)
            #expect(detail.hasPrefix("The store is no longer the file"), "\(detail)")
            #expect(detail.contains("Restart the server") && !detail.contains("/"), "\(detail)")
        }
        #expect(throws: TrackerError.storeReplaced(path: store)) {
            try desk.tracker.createToken(TokenRequest(name: "", role: .reader, agency: nil))
        }
    }

    @Test func aRestoreUnderTheServerKeepsTheFile() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.standing, "son-la/so-noi-vu")
        let backup = desk.folder.appending(path: "backup.sqlite").path
        try desk.tracker.backup(to: backup, replaces: false)
        try await desk.serve { client in
            #expect(try await Self.comment(client, token).status == 200)
            _ = try Tracker.restore(
                from: backup, to: desk.folder.appending(path: "kho.sqlite").path, replaces: true, ambient: .live)
            #expect(try await client.send(.get, "/readyz").status == 200)
            #expect(try await Self.comment(client, token).status == 200)
        }
    }

    private static func comment(_ client: any TestClientProtocol, _ token: String) async throws -> Exchange {
        try await client.send(.post, "/v1/obligations/3/comment", as: token, "{\"note\":\"a\"}", ifMatch: "\"1\"")
    }

    @Test(arguments: Language.allCases)
    func whereTheFileLiesIsToldToNobody(language: Language) {
        let path = "/srv/kho.sqlite"
        let errors: [TrackerError] = [
            .storeMissing(path: path), .storeReplaced(path: path), .notAStore(path: path),
            .storeFromFuture(path: path, found: 2, known: 1), .storeBusy(path: path), .storeDamaged(path: path),
            .storeNotWritable(path: path), .diskFull(path: path),
        ]
        for error in errors {
            #expect(error.words(in: language).contains(path))
            let words = error.withoutPlace(language).words(in: language)
            #expect(!words.contains(path) && words.first?.isUppercase == true, "\(words)")
            #expect(!Wording(language: language).problem(error).contains(path))
        }
    }

    @Test func aFullDiskIsToldAsSuch() {
        let error = TrackerError.diskFull(path: "x")
        #expect(Board.status(of: error) == 507)
        #expect(error.retryAfter == 60)
        #expect(TrackerError.storeBusy(path: "x").retryAfter == 1)
    }
}
