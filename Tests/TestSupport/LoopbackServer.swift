import Foundation

/// A web server on this machine for some exchanges: it answers each request with the next of its answers, and keeps what it
/// was asked. It waits on a thread of its own; the lock guards the requests.
package final class LoopbackServer: @unchecked Sendable {
    package let address: String
    private let listener: Int32
    private let lock = NSLock()
    private var received: [String] = []

    /// The requests so far, headers and body.
    package var requests: [String] { lock.withLock { received } }

    /// - Parameter answers: one for each exchange; an empty one closes the connection without a word.
    package init(answers: [String]) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 8) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        self.listener = listener
        address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))/hook"
        Thread { self.serve(answers) }.start()
    }

    private func serve(_ answers: [String]) {
        defer { close(listener) }
        for answer in answers {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            let request = Self.readRequest(from: connection)
            lock.withLock { received.append(request) }
            _ = Array(answer.utf8).withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            close(connection)
        }
    }

    private static func readRequest(from connection: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let end = text.range(of: "\r\n\r\n") {
                let length = text.firstMatch(of: /(?i)content-length: (\d+)/).flatMap { Int($0.1) } ?? 0
                if text[end.upperBound...].utf8.count >= length { return text }
            }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return text }
            bytes += buffer[..<count]
        }
    }

    package static func answer(_ status: Int) -> String {
        "HTTP/1.1 \(status) Answer\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    }
}
