internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What comes out of one stream of a program. The lock guards the bytes, which a thread of its own reads to the stream's end.
final class ProcessOutput: @unchecked Sendable {
    /// For the program; whoever starts it closes it.
    let writingEnd: Int32
    private let limit: Int
    private let lock = NSLock()
    private var bytes: [UInt8] = []
    private let isComplete = DispatchSemaphore(value: 0)

    /// - Parameter limit: how many bytes are kept; the rest is read and thrown away.
    init(limit: Int) {
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        // Neither end goes to the program but as the stream that it is made.
        ends.forEach { _ = fcntl($0, F_SETFD, FD_CLOEXEC) }
        writingEnd = ends[1]
        self.limit = limit
        Thread.detachNewThread { [reading = ends[0]] in self.read(reading) }
    }

    private func read(_ descriptor: Int32) {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = Foundation.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            lock.withLock { bytes += buffer[..<min(count, limit - bytes.count)] }
        }
        close(descriptor)
        isComplete.signal()
    }

    /// The text up to the end of the stream; a program that was left behind and holds the stream open is not waited for.
    func text(within time: DispatchTimeInterval) -> String {
        _ = isComplete.wait(timeout: .now() + time)
        return lock.withLock { String(decoding: bytes, as: UTF8.self) }
    }
}
