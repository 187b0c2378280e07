import Foundation
import TestSupport
import Testing

/// What goes over the wire when a command asks a server.
struct ServerConnectionTests {
    private static let secret = "phuluc_1_geheim"

    private static func desk() throws -> Desk {
        let desk = try Desk()
        try desk.write("token", secret + "\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: desk.folder.appendingPathComponent("token").path)
        return desk
    }

    private static func answer(_ status: Int, _ type: String, _ body: String) -> String {
        "HTTP/1.1 \(status) Answer\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n"
            + "Connection: close\r\n\r\n\(body)"
    }

    private static func header(_ name: String, of request: String) -> String? {
        request.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }
            .map { String($0.dropFirst(name.count + 2)) }
    }

    @Test func aChangeIsSentAgainUnderItsKeyWhereTheConnectionBreaks() throws {
        let desk = try Self.desk()
        let server = try LoopbackServer(answers: ["", Self.answer(200, "text/plain", "xong\n")])
        let run = try desk.runPlain([
            "accept", "3", "--if-version", "7", "--note", "\"được\"", "--server", server.address, "--token-file",
            "token",
        ])
        #expect(run.status == 0 && run.output == "xong\n", "\(run.errors)")
        #expect(server.requests.count == 2)
        let keys = server.requests.map { Self.header("Idempotency-Key", of: $0) }
        #expect(keys[0] != nil && keys[0] == keys[1])
        let request = try #require(server.requests.last)
        #expect(request.hasPrefix("POST /hook/v1/obligations/3/accept?columns=120 HTTP/1.1\r\n"))
        #expect(Self.header("If-Match", of: request) == "\"7\"")
        #expect(Self.header("Authorization", of: request) == "Bearer \(Self.secret)")
        #expect(Self.header("Accept", of: request) == "text/plain")
        #expect(Self.header("Accept-Language", of: request) == "vi")
        #expect(request.hasSuffix(#"{"note":"\"được\""}"#))
    }

    @Test func everyChangeHasAKeyOfItsOwn() throws {
        let desk = try Self.desk()
        let answer = Self.answer(200, "text/plain", "xong\n")
        let server = try LoopbackServer(answers: [answer, answer])
        for _ in 1...2 {
            _ = try desk.runPlain([
                "start", "3", "--if-version", "1", "--server", server.address, "--token-file", "token",
            ])
        }
        #expect(Set(server.requests.compactMap { Self.header("Idempotency-Key", of: $0) }).count == 2)
    }

    @Test func theVersionIsReadWhereNobodyNamesOne() throws {
        let desk = try Self.desk()
        let server = try LoopbackServer(answers: [
            Self.answer(200, "application/json", #"{"obligation":{"version":4,"stage":"submitted"}}"#),
            Self.answer(200, "application/json", #"{"version":5}"#),
        ])
        let run = try desk.runPlain([
            "accept", "3", "--format", "json", "--server", server.address + "/", "--token-file", "token",
        ])
        #expect(run.status == 0 && run.output == "{\"version\":5}\n", "\(run.errors)")
        #expect(server.requests.first?.hasPrefix("GET /hook/v1/obligations/3 HTTP/1.1\r\n") == true)
        #expect(server.requests.last.flatMap { Self.header("If-Match", of: $0) } == "\"4\"")
    }

    @Test func aServerThatIsNotThereOrIsSomethingElseIsNamed() throws {
        let desk = try Self.desk()
        let server = try LoopbackServer(answers: ["", "", "", Self.answer(301, "text/html", "<p>Moved</p>")])
        for _ in 1...2 {
            let run = try desk.runPlain(["list", "--server", server.address, "--token-file", "token"])
            #expect(run.status == 1 && run.output.isEmpty)
            #expect(run.errors.contains(server.address))
            #expect(!run.errors.contains(Self.secret))
        }
        #expect(server.requests.count == 4, "three attempts, and no redirection is followed")
    }

    @Test func theTokenIsNoArgumentOfAnyProgram() throws {
        let desk = try Self.desk()
        try StandInProgram.make(
            "curl", in: desk.folder, lines: "echo \"$@\" >> arguments; PATH=/usr/bin:/bin exec curl \"$@\"")
        let server = try LoopbackServer(answers: [Self.answer(200, "text/plain", "xong\n")])
        let run = try desk.runPlain(
            ["plans", "--server", server.address, "--token-file", "token"],
            environment: ["PATH": desk.folder.path + ":/usr/bin:/bin"])
        #expect(run.status == 0, "\(run.errors)")
        let arguments = try String(contentsOf: desk.folder.appendingPathComponent("arguments"), encoding: .utf8)
        #expect(arguments == "-q --config -\n")
    }
}
