/// The name under which the tracker keeps an agency: the slug of its territory, a slash, its own slug.
///
/// An id names one legal person for good. Names change, ids do not: after the mergers of 2025 there is again a "Sở Tài
/// chính", which is another legal person and gets another id.
///
/// ```swift
/// AgencyID("son-la/so-noi-vu")?.territory  // "son-la"
/// AgencyID("Sơn La/Sở Nội vụ")             // nil: a slug is a–z, 0–9 and single hyphens
/// ```
public struct AgencyID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The id as it is written in tables, in JSON and on the command line: "son-la/so-noi-vu".
    public let description: String

    /// The id written as `territory/slug`, or `nil` where the text is anything else.
    public init?(_ text: String) {
        let bytes = text.utf8
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        let afterSlash = bytes.index(after: slash)
        guard Self.isSlug(bytes[..<slash]), Self.isSlug(bytes[afterSlash...]) else { return nil }
        description = text
    }

    /// The id written as a part of a text.
    public init?(_ text: Substring) { self.init(String(text)) }

    /// The slug of the territory whose directory the agency belongs to, "son-la".
    public var territory: String { String(description.prefix { $0 != "/" }) }

    /// The slug of the agency within its territory, "so-noi-vu".
    public var slug: String { String(description.drop { $0 != "/" }.dropFirst()) }

    /// Ids sort by territory, then by slug, so that lists made from sets are the same on every run.
    public static func < (left: AgencyID, right: AgencyID) -> Bool {
        // The slash ends the territory and so comes before every other letter of an id.
        func rank(_ letter: UInt8) -> UInt8 { letter == UInt8(ascii: "/") ? 0 : letter }
        return left.description.utf8.lexicographicallyPrecedes(right.description.utf8) { rank($0) < rank($1) }
    }

    /// Words of a–z and 0–9, joined by single hyphens.
    private static func isSlug(_ bytes: some Sequence<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        var previous = hyphen
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case hyphen where previous != hyphen: break
            default: return false
            }
            previous = byte
        }
        return previous != hyphen
    }
}
