package import Foundation

/// A program that a test writes to see how it is called.
///
/// It is a link to a script of this folder that nobody ever writes. One just written cannot always be run ("Text file busy"): while
/// another test starts a program, the child for a moment holds open whatever this process was writing.
package enum StandInProgram {
    /// Makes a program of these lines of shell in a folder.
    /// - Returns: the path of the program.
    @discardableResult
    package static func make(_ name: String, in folder: URL, lines: String) throws -> String {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "does-as-told")
        let program = folder.appending(path: name)
        try Data((lines + "\n").utf8).write(to: folder.appending(path: name + ".lines"))
        try? FileManager.default.removeItem(at: program)
        try FileManager.default.createSymbolicLink(at: program, withDestinationURL: script)
        return program.path
    }
}
