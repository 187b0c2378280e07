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
    /// The slug of the territory whose directory the agency belongs to, "son-la".
    public let territory: String
    /// The slug of the agency within its territory, "so-noi-vu".
    public let slug: String

    /// The id written as `territory/slug`, or `nil` where the text is anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = text.utf8
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        let afterSlash = bytes.index(after: slash)
        guard Self.isSlug(bytes[..<slash]), Self.isSlug(bytes[afterSlash...]) else { return nil }
        territory = String(text[..<slash])
        slug = String(text[afterSlash...])
    }

    /// The id as it is written in tables, in JSON and on the command line: "son-la/so-noi-vu".
    public var description: String { "\(territory)/\(slug)" }

    /// Ids sort by territory, then by slug, so that lists made from sets are the same on every run.
    public static func < (left: AgencyID, right: AgencyID) -> Bool {
        (left.territory, left.slug) < (right.territory, right.slug)
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
