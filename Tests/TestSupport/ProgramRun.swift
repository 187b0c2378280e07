package import Foundation

/// One run of the built program: what it was asked and what it answered.
package struct ProgramRun {
    package let arguments: [String]
    /// The exit status; negative where a signal ended the program.
    package let status: Int32
    package let output: String
    package let errors: String

    /// Runs a program and waits for its end. Its streams are files, so that no full pipe can hold it up.
    package init(
        _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], in folder: URL,
        program: URL? = nil
    ) throws {
        let streams = folder.appendingPathComponent(".streams-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: streams) }
        func stream(_ name: String, _ contents: Data) throws -> URL {
            let file = streams.appendingPathComponent(name)
            try contents.write(to: file)
            return file
        }
        let (inputFile, outputFile) = (try stream("input", input), try stream("output", Data()))
        let errorFile = try stream("errors", Data())
        let process = Process()
        process.executableURL = try program ?? Self.builtProgram()
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = Self.plainEnvironment.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        try process.run()
        process.waitUntilExit()
        self.arguments = arguments
        let isSignal = process.terminationReason == .uncaughtSignal
        status = isSignal ? -process.terminationStatus : process.terminationStatus
        output = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
    }

    /// The run as a person sees it at the terminal.
    package var transcript: String {
        let words = arguments.map { $0.contains(" ") || $0.isEmpty ? "'\($0)'" : $0 }
        let end = status == 0 ? "" : "[\(status)]\n"
        return "$ phuluc \(words.joined(separator: " "))\n\(output)\(errors)\(end)"
    }

    /// The program that was built along with these tests: it stands beside the test bundle.
    package static func builtProgram() throws -> URL {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        for _ in 0..<5 {
            folder.deleteLastPathComponent()
            let program = folder.appendingPathComponent("phuluc")
            if FileManager.default.isExecutableFile(atPath: program.path) { return program }
        }
        throw CocoaError(.fileNoSuchFile)
    }

    /// Nothing of the environment of whoever runs the tests but where programs and libraries are.
    private static var plainEnvironment: [String: String] {
        let inherited = ProcessInfo.processInfo.environment
        var plain = ["COLUMNS": "120", "LANG": "C.UTF-8"]
        for name in ["PATH", "LD_LIBRARY_PATH"] { plain[name] = inherited[name] }
        return plain
    }
}
