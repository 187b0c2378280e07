import Foundation
import HummingbirdTesting
import TestSupport
import Testing
import TrackerDomain
import TrackerService

/// Runs `phuluc` against a server and against a store of its own that began as a copy of the server's.
struct RemoteDesk: Sendable {
    let desk: ServerDesk
    private let url: String

    init(_ desk: ServerDesk, _ client: any TestClientProtocol) throws {
        self.desk = desk
        url = "http://127.0.0.1:\(try #require(client.port))"
        try desk.tracker.backup(to: desk.folder.appending(path: Self.copy).path, replaces: true)
    }

    private static let copy = "copy.sqlite"

    /// A file with a new token, which only its owner may read.
    func tokenFile(_ role: AccessRole, _ agency: String? = nil) throws -> String {
        let file = desk.folder.appending(path: "token-\(UUID().uuidString)")
        try (try desk.token(role, agency) + "\n").write(to: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        return file.lastPathComponent
    }

    /// Against the server.
    func remote(
        _ arguments: [String], _ tokenFile: String, input: String = "", environment: [String: String] = [:]
    ) async throws -> ProgramRun {
        try await run(arguments + ["--server", url, "--token-file", tokenFile], input, environment)
    }

    /// On the copy of the store.
    func local(_ arguments: [String], input: String = "") async throws -> ProgramRun {
        try await run(arguments + ["--store", Self.copy, "--today", "2022-02-08"], input, [:])
    }

    /// With exactly these arguments; `URL` stands for the server's.
    func run(
        _ arguments: [String], _ input: String = "", _ environment: [String: String] = [:]
    ) async throws -> ProgramRun {
        let folder = desk.folder
        let arguments = arguments.map { $0 == "URL" ? url : $0 }
        let environment = environment.mapValues { $0 == "URL" ? url : $0 }
        // The server runs in this process and needs the threads of the tests.
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        try ProgramRun(arguments, input: Data(input.utf8), environment: environment, in: folder)
                    })
            }
        }
    }

    /// Holds what a command does against the server to what it does on the store: output, complaints, exit status.
    @discardableResult
    func expectSame(
        _ arguments: [String], as agency: String? = nil, _ tokenFile: String, input: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> ProgramRun {
        let here = try await local(arguments + (agency.map { ["--as", $0] } ?? []), input: input)
        let there = try await remote(arguments, tokenFile, input: input)
        #expect(there.output == here.output, "\(arguments)", sourceLocation: sourceLocation)
        #expect(there.errors == here.errors, "\(arguments)", sourceLocation: sourceLocation)
        #expect(there.status == here.status, "\(arguments)", sourceLocation: sourceLocation)
        return there
    }
}
