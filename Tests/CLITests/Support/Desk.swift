import Foundation
import TestSupport
import Testing

/// A desk to work at: a folder of its own with a store "kho.sqlite", cleared away afterwards. Today is 08/02/2022.
final class Desk: Sendable {
    static let today = "2022-02-08"

    private let place: TemporaryFolder
    var folder: URL { place.url }

    init() throws { place = try TemporaryFolder() }

    /// A desk whose store holds the plan of Sơn La.
    static func withSonLa() throws -> Desk {
        let desk = try Desk()
        try desk.write("kho.sqlite", try sonLaStore.get())
        return desk
    }

    /// Runs a command on this desk's store.
    @discardableResult
    func run(
        _ arguments: String..., on day: String = Desk.today, input: String = "", environment: [String: String] = [:]
    ) throws -> ProgramRun {
        try run(arguments, on: day, input: input, environment: environment)
    }

    @discardableResult
    func run(
        _ arguments: [String], on day: String = Desk.today, input: String = "", environment: [String: String] = [:]
    ) throws -> ProgramRun {
        try runPlain(
            arguments + ["--store", "kho.sqlite", "--today", day], input: input, environment: environment)
    }

    /// Runs a command with exactly these arguments.
    func runPlain(
        _ arguments: [String], input: String = "", environment: [String: String] = [:]
    ) throws -> ProgramRun {
        try ProgramRun(arguments, input: Data(input.utf8), environment: environment, in: folder)
    }

    func write(_ name: String, _ contents: Data) throws {
        try contents.write(to: folder.appendingPathComponent(name))
    }

    func write(_ name: String, _ text: String) throws {
        try write(name, Data(text.utf8))
    }

    var storeExists: Bool { exists("kho.sqlite") }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
    }

    /// Puts the folder of the plan of Sơn La on the desk.
    func layOutSonLa() throws {
        try FileManager.default.copyItem(
            at: Self.plans.appendingPathComponent("son-la-2021-2030"), to: folder.appendingPathComponent("son-la"))
    }

    /// What the store holds, as the program tells it.
    func dump() throws -> String {
        let lists = [
            ["plans"], ["list", "--limit", "500"], ["settle", "--limit", "500"], ["activities", "1", "--limit", "500"],
        ]
        return try lists.map { arguments in
            let run = try runPlain(
                arguments + ["--format", "json", "--store", "kho.sqlite", "--today", Self.today])
            #expect(run.status == 0, "\(run.errors)")
            return run.output
        }.joined()
    }

    static let plans = Repository.appendixData("plans")

    /// The bytes of a store into which the plan of Sơn La was imported.
    private static let sonLaStore = Result {
        let desk = try Desk()
        try desk.layOutSonLa()
        let run = try desk.run("import", "son-la")
        #expect(run.status == 0, "\(run.errors)")
        #expect(!desk.exists("kho.sqlite-wal"), "everything is in the one file after the program's end")
        return try Data(contentsOf: desk.folder.appendingPathComponent("kho.sqlite"))
    }
}
