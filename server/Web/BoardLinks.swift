import TrackerDomain

/// Addresses within the board. The day for which a page stands goes along.
struct BoardLinks: Sendable {
    private let asOf: String?

    init(_ request: BoardRequest) {
        asOf = request["asOf"]
    }

    /// A page, "/overdue", with what narrows it.
    func to(_ path: String, _ query: [String: String?] = [:]) -> String {
        var query = query.compactMapValues { $0 }.filter { !$0.value.isEmpty }
        if let asOf { query["asOf"] = asOf }
        return Self.address(path, query)
    }

    func obligation(_ id: Int64) -> String { to("/obligations/\(id)") }

    func plan(_ id: Int64) -> String { to("/plans/\(id)") }

    func agency(_ id: AgencyID) -> String { to("/agencies/\(id)") }

    /// A path with a query, its names in their order so that equal pages have one address.
    static func address(_ path: String, _ query: [String: String]) -> String {
        let fields = query.sorted { $0.key < $1.key }.map { "\(encoded($0.key))=\(encoded($0.value))" }
        return fields.isEmpty ? path : path + "?" + fields.joined(separator: "&")
    }

    /// The address of a path, "/plans/1".
    static func path(_ pieces: [String]) -> String { "/" + pieces.map(encoded).joined(separator: "/") }

    /// Where a visitor signs in, to be led on from there.
    static func signIn(next: String) -> String {
        next == "/" ? "/sign-in" : address("/sign-in", ["next": next])
    }

    /// The address on this board that somebody is to be led to; the overview where it is anything else. Browsers take a
    /// backslash for a slash and leave out control characters, so that both could name another site.
    static func onThisBoard(_ address: String?) -> String {
        guard let address, address.hasPrefix("/"), !address.hasPrefix("//"),
            address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return "/" }
        return address
    }

    /// Percent-encoded but for what RFC 3986 leaves unreserved.
    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        return result
    }
}
