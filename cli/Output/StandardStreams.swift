import Foundation
import TrackerOutput

/// Standard output and standard error.
struct StandardStreams {
    static let out = StandardStreams(descriptor: STDOUT_FILENO)
    static let error = StandardStreams(descriptor: STDERR_FILENO)

    private let descriptor: Int32

    /// Whether a person reads it in colour: a terminal, and no `NO_COLOR` in the environment.
    var isTerminal: Bool { isatty(descriptor) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil }

    /// Writes everything; ends quietly where the reader has gone away (`phuluc list | head`).
    func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
                guard count > 0 else { exit(ExitStatus.failed.rawValue) }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }

    /// Columns of the terminal; 120 where the output is no terminal and `COLUMNS` says nothing.
    static var width: Int {
        if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), columns > 20 {
            return columns
        }
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 { return Int(size.ws_col) }
        return 120
    }
}
