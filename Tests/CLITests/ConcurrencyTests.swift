import Foundation
import TestSupport
import Testing

/// Real processes on one file.
struct ConcurrencyTests {
    /// Runs commands at the same time, each in a process of its own.
    private func atOnce(_ commands: [[String]], on desk: Desk) async throws -> [ProgramRun] {
        try await withThrowingTaskGroup(of: ProgramRun.self) { group in
            for command in commands { group.addTask { try desk.run(command) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test func ofTwoThatSawOneVersionOneWins() async throws {
        let desk = try Desk.withSonLa()
        for round in 1...5 {
            let commands = ["a", "b"].map {
                ["progress", "3", "--percent", "10", "--note", $0, "--if-version", String(round), "--format", "json"]
            }
            let runs = try await atOnce(commands, on: desk)
            #expect(runs.map(\.status).sorted() == [0, 5])
            let loser = try #require(runs.first { $0.status == 5 })
            let problem = try JSON(loser.errors)
            #expect(problem["code"] == .text("staleVersion"))
            #expect(problem["detail"].string?.contains("phiên bản \(round + 1)") == true)
        }
        let shown = try JSON(desk.run("show", "3", "--format", "json").output)
        #expect(shown["obligation"]["version"] == .number(6))
    }

    @Test func aHundredWritersLoseNothing() async throws {
        let desk = try Desk.withSonLa()
        let notes = (1...100).map { "người ghi \($0)" }
        let commands = notes.enumerated().map { index, note in
            ["progress", String(index % 10 + 1), "--percent", String(index), "--note", note]
        }
        let runs = try await atOnce(commands, on: desk)
        #expect(runs.allSatisfy { $0.status == 0 }, "\(runs.filter { $0.status != 0 }.map(\.errors))")
        let export = try desk.run("export", "-").output
        for note in notes { #expect(export.contains("\"note\":\"\(note)\"")) }
        let verification = try JSON(desk.run("verify", "--format", "json").output)
        #expect(verification["sound"] == .boolean(true))
        #expect(verification["events"] == .number(100))
    }

    @Test func aBackupIsMadeWhileOthersWrite() async throws {
        let desk = try Desk.withSonLa()
        let writers = (1...20).map { ["progress", String($0), "--note", "ghi", "--percent", "5"] }
        let backups = (1...5).map { ["backup", "copy-\($0).sqlite"] }
        let runs = try await atOnce(writers + backups, on: desk)
        #expect(runs.allSatisfy { $0.status == 0 }, "\(runs.filter { $0.status != 0 }.map(\.errors))")
        for number in 1...5 {
            #expect(try desk.runPlain(["verify", "--store", "copy-\(number).sqlite"]).status == 0)
        }
    }
}
