internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// One run of another program: arguments as a list, never through a shell; input from a file that nobody else can read;
/// output bounded; killed where it takes too long.
struct ProcessRun {
    /// The exit status, or 128 and the signal that ended the program, as shells count it.
    let status: Int
    let output: String
    let errors: String

    /// How much of each output is kept, in bytes; the rest is read and thrown away.
    private static let limit = 16 * 1_024
    /// How long a program may take to end after it was asked to, and its output to end after it.
    private static let grace = DispatchTimeInterval.seconds(1)

    init(
        _ program: String, _ arguments: [String], input: Data, timeout seconds: Int
    ) throws(DeliveryFailure) {
        let inputFile = try ScratchFile(input)
        defer { inputFile.remove() }
        let (output, errors) = (ProcessOutput(limit: Self.limit), ProcessOutput(limit: Self.limit))
        guard
            let child = ChildProcess(
                program, arguments, inputPath: inputFile.path, output: output.writingEnd, errors: errors.writingEnd)
        else { throw .notRunnable(program) }
        let isLate = !child.ends(within: .seconds(seconds))
        if isLate {
            child.signal(SIGTERM)
            if !child.ends(within: Self.grace) { child.signal(SIGKILL) }
        }
        status = child.status()
        self.output = output.text(within: Self.grace)
        self.errors = errors.text(within: Self.grace)
        guard !isLate else { throw .timedOut(program, seconds: seconds) }
    }

    /// The last lines that a program has complained with, as one that ends with a period.
    var complaint: String {
        let lines = errors.split(whereSeparator: \.isNewline).suffix(3).map { $0.prefix(200) }
        let text = lines.joined(separator: "; ")
        return text.hasSuffix(".") || text.isEmpty ? text : text + "."
    }

    /// The path of a program: as given, where it holds a slash; else the first in `PATH` and in some folders beside it.
    static func find(_ name: String, beside folders: [String] = []) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        let places = path.split(separator: ":").map(String.init) + folders
        return (name.contains("/") ? [name] : places.map { "\($0)/\(name)" }).first { file in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) && !isFolder.boolValue
                && FileManager.default.isExecutableFile(atPath: file)
        }
    }
}
