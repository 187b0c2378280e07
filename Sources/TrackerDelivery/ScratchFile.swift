internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file for the input of another program, which only its owner may read. Whoever makes it removes it.
struct ScratchFile {
    let path: String

    init(_ contents: Data) throws(DeliveryFailure) {
        let name = "phuluc-" + String(repeating: "X", count: 6)
        var template = Array(FileManager.default.temporaryDirectory.appending(path: name).path.utf8CString)
        let descriptor = mkstemp(&template)
        path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        guard descriptor >= 0 else { throw .notWritable(path) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: contents)
        } catch {
            unlink(path)
            throw .notWritable(path)
        }
    }

    func remove() { unlink(path) }
}
