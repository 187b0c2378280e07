internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What comes out of one stream of a program. The lock guards the bytes, which arrive on a queue of their own.
final class ProcessOutput: @unchecked Sendable {
    /// For the program; whoever starts it closes it.
    let writingEnd: Int32
    private let reading: FileHandle
    private let lock = NSLock()
    private var bytes = Data()
    private let isComplete = DispatchSemaphore(value: 0)

    init(limit: Int) {
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        // Neither end goes to the program but as the stream that it is made.
        ends.forEach { _ = fcntl($0, F_SETFD, FD_CLOEXEC) }
        writingEnd = ends[1]
        reading = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        reading.readabilityHandler = { [weak self] file in
            let data = file.availableData
            guard let self, !data.isEmpty else {
                file.readabilityHandler = nil
                self?.isComplete.signal()
                return
            }
            lock.withLock { bytes.append(data.prefix(max(0, limit - bytes.count))) }
        }
    }

    /// The text up to the end of the stream; a program that was left behind and holds the stream open is not waited for.
    func text(within time: DispatchTimeInterval) -> String {
        _ = isComplete.wait(timeout: .now() + time)
        reading.readabilityHandler = nil
        return lock.withLock { String(decoding: bytes, as: UTF8.self) }
    }
}
