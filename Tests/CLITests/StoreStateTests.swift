import Foundation
import TestSupport
import Testing
import TrackerDomain

/// Stores that cannot be used: locked by another process, something else, damaged.
struct StoreStateTests {
    /// Another process that holds a write lock on the store; it needs the shell of SQLite or Python.
    private enum OtherProgram {
        static let sqlite = ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3"].first(where: isThere)
        static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first(where: isThere)
        static var isAvailable: Bool { sqlite != nil || python != nil }

        private static func isThere(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

        /// Locks the store; the lock ends when the input is closed.
        static func lock(_ store: URL) throws -> (process: Process, input: Pipe) {
            let process = Process()
            let (input, output) = (Pipe(), Pipe())
            if let sqlite {
                process.executableURL = URL(fileURLWithPath: sqlite)
                process.arguments = [store.path]
            } else {
                process.executableURL = URL(fileURLWithPath: try #require(python))
                process.arguments = [
                    "-uc",
                    "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); "
                        + "c.execute('BEGIN IMMEDIATE'); print('locked'); sys.stdin.readlines()", store.path,
                ]
            }
            process.standardInput = input
            process.standardOutput = output
            try process.run()
            if sqlite != nil { input.fileHandleForWriting.write(Data("BEGIN IMMEDIATE; SELECT 'locked';\n".utf8)) }
            let answer = output.fileHandleForReading.availableData
            #expect(String(decoding: answer, as: UTF8.self) == "locked\n")
            return (process, input)
        }
    }

    @Test(.enabled(if: OtherProgram.isAvailable, "neither sqlite3 nor python3 is there to hold a lock"))
    func aLockedStoreIsBusyForWritersAndOpenForReaders() throws {
        let desk = try Desk.withSonLa()
        let (process, input) = try OtherProgram.lock(desk.folder.appendingPathComponent("kho.sqlite"))
        let refused = try desk.run("start", "3")
        let read = try desk.run("show", "3")
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(refused.status == 6)
        #expect(refused.output.isEmpty)
        #expect(refused.errors.contains("kho.sqlite đang được chương trình khác ghi"))
        #expect(read.status == 0)
        #expect(try desk.run("start", "3").status == 0, "the lock is gone")
    }

    static let contents = [
        ("văn bản", Data("Đây là một tệp văn bản, không phải kho dữ liệu.\n".utf8)),
        ("nhị phân", Data((0..<9000).map { UInt8(truncatingIfNeeded: $0 &* 31) })),
    ]

    @Test(arguments: contents, [["plans"], ["import", "son-la"], ["start", "1"], ["doctor"]])
    func aFileThatIsNoStoreIsRefusedAndLeftAlone(file: (String, Data), command: [String]) throws {
        let desk = try Desk()
        try desk.layOutSonLa()
        try desk.write("kho.sqlite", file.1)
        for language in Language.allCases {
            let run = try desk.run(command + ["--lang", language.rawValue])
            #expect(run.status == 7, "\(file.0): \(run.errors)")
            #expect(run.output.isEmpty)
            #expect(run.errors.hasPrefix("phuluc: kho.sqlite"))
        }
        #expect(try Data(contentsOf: desk.folder.appendingPathComponent("kho.sqlite")) == file.1)
    }

    @Test(arguments: [2, 5, 10, 20])
    func aTruncatedStoreIsDamaged(parts: Int) throws {
        let desk = try Desk.withSonLa()
        let file = desk.folder.appendingPathComponent("kho.sqlite")
        let whole = try Data(contentsOf: file)
        try whole.prefix(whole.count / parts / 4096 * 4096 + 100).write(to: file)
        let commands = [
            ["list", "--limit", "500"], ["doctor"], ["start", "3"], ["activities", "1", "--limit", "500"],
        ]
        let statuses = try commands.map { command in
            let run = try desk.run(command)
            if run.status != 0 { #expect(!run.errors.contains("Fatal"), "\(run.errors)") }
            return run.status
        }
        #expect(Set(statuses).isSubset(of: [0, 1, 7]), "\(statuses)")
        #expect(statuses.contains(7), "\(statuses)")
    }

    /// The shell limits how large files may grow, as a full disk or a quota does.
    @Test(arguments: [8, 32, 64])
    func whereThereIsNoRoomNothingIsHalfWritten(kilobytes: Int) throws {
        let desk = try Desk.withSonLa()
        try desk.layOutSonLa()
        let before = try desk.dump()
        let program = try ProgramRun.builtProgram().path
        func limited(_ arguments: [String]) throws -> ProgramRun {
            try ProgramRun(
                ["-c", "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$0\" \"$@\" | cat", program] + arguments
                    + ["--store", "kho.sqlite", "--today", Desk.today],
                in: desk.folder, program: URL(fileURLWithPath: "/bin/bash"))
        }
        for arguments in [
            ["import", "son-la", "--regime", "bnv-cchc"], ["backup", "copy.sqlite"], ["export", "all.jsonl"],
        ] {
            let run = try limited(arguments)
            #expect(run.output.isEmpty, "\(arguments)")
            #expect(run.errors.contains("hết chỗ trên đĩa"), "\(arguments): \(run.errors)")
        }
        #expect(try desk.dump() == before)
        #expect(try desk.run("verify").status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
        #expect(!names.contains { $0.hasPrefix("copy") || $0.hasPrefix("all") }, "\(names)")
        #expect(try desk.run("import", "son-la", "--regime", "bnv-cchc").status == 0, "there is room again")
    }

    @Test func theFolderOfTheStoreMayBeMissing() throws {
        let desk = try Desk()
        try desk.layOutSonLa()
        let run = try desk.runPlain(["import", "son-la", "--store", "khong/co/kho.sqlite", "--today", Desk.today])
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("khong/co/kho.sqlite"))
    }

    @Test func anEmptyFileBecomesAStore() throws {
        let desk = try Desk()
        try desk.layOutSonLa()
        try desk.write("kho.sqlite", "")
        #expect(try desk.run("import", "son-la").status == 0)
        #expect(try JSON(desk.run("plans", "--format", "json").output)["items"].items.count == 1)
    }
}
