import Synchronization

/// Counts what the server does, in the text form of Prometheus.
final class Metrics: Sendable {
    private struct Series: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private struct Counts {
        var requests = 0
        var microseconds: Int64 = 0
        var slower: [Int] = Array(repeating: 0, count: Metrics.bounds.count)
    }

    /// Upper bounds of the histogram, in milliseconds.
    private static let bounds: [Int64] = [1, 5, 25, 100, 500, 2_500]

    private let counts = Mutex<[Series: Counts]>([:])
    private let streams = Mutex(0)

    func record(method: String, route: String, status: Int, microseconds: Int64) {
        counts.withLock { all in
            var counts = all[Series(method: method, route: route, status: status)] ?? Counts()
            counts.requests += 1
            counts.microseconds += microseconds
            for (index, bound) in Self.bounds.enumerated() where microseconds <= bound * 1_000 {
                counts.slower[index] += 1
            }
            all[Series(method: method, route: route, status: status)] = counts
        }
    }

    /// Counts an event stream in or out.
    func stream(_ change: Int) { streams.withLock { $0 += change } }

    var text: String {
        var lines = [
            "# HELP phuluc_request_seconds How long requests took.", "# TYPE phuluc_request_seconds histogram",
        ]
        let all = counts.withLock { $0 }
        for (series, counts) in all.sorted(by: { "\($0.key)" < "\($1.key)" }) {
            let labels = "method=\"\(series.method)\",route=\"\(series.route)\",status=\"\(series.status)\""
            for (bound, count) in zip(Self.bounds, counts.slower) {
                lines.append("phuluc_request_seconds_bucket{\(labels),le=\"\(Double(bound) / 1_000)\"} \(count)")
            }
            lines.append("phuluc_request_seconds_bucket{\(labels),le=\"+Inf\"} \(counts.requests)")
            lines.append("phuluc_request_seconds_sum{\(labels)} \(Double(counts.microseconds) / 1e6)")
            lines.append("phuluc_request_seconds_count{\(labels)} \(counts.requests)")
        }
        lines += [
            "# HELP phuluc_event_streams Event streams that are open.", "# TYPE phuluc_event_streams gauge",
            "phuluc_event_streams \(streams.withLock { $0 })",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}
