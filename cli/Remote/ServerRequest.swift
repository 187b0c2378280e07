import Foundation
import TrackerDomain
import TrackerService

/// What a command asks of a server: one HTTP request.
struct ServerRequest {
    /// Names with their values; those without a value are not sent.
    typealias Query = [(name: String, value: String?)]

    var method = "GET"
    /// "/v1/overdue".
    let path: String
    var query: Query = []
    var body: Data?
    var mediaType = "application/json"
    /// The version of the obligation that a change is for.
    var seenVersion: Int?

    init(_ path: String, _ query: Query = []) {
        self.path = path
        self.query = query
    }

    /// A change.
    init(posting body: Data, as mediaType: String, to path: String, _ query: Query = []) {
        self.init(path, query)
        self.body = body
        self.mediaType = mediaType
        method = "POST"
    }

    /// Path and query.
    var target: String {
        let pairs = query.compactMap { name, value in value.map { "\(name)=\(Self.encoded($0))" } }
        return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
    }

    /// Percent-encoded but for unreserved characters (RFC 3986, section 2.3).
    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                String(Unicode.Scalar(byte))
            default: (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}

extension ServerRequest {
    /// A list of obligations.
    init(
        _ path: String, _ filter: FilterOptions, _ page: PageOptions, _ options: GlobalOptions, more: Query = []
    ) throws(TrackerError) {
        self.init(path, filter.query + (try page.query) + options.query + more)
    }
}

extension GlobalOptions {
    var query: ServerRequest.Query { [("asOf", asOf?.description)] }
}

extension PageOptions {
    var query: ServerRequest.Query {
        get throws(TrackerError) {
            try ListRequest.check(limit: limit)
            return [("limit", String(limit)), ("after", after)]
        }
    }
}

extension FilterOptions {
    var query: ServerRequest.Query {
        [
            ("plan", plan), ("agency", agency), ("section", section), ("year", year.map(String.init)),
            ("search", search?.precomposed),
        ]
    }
}

extension Bool {
    /// The value of a flag in a query, which is left out where it is not set.
    var ifSet: String? { self ? "true" : nil }
}
