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
        let parts = String(text).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy(AgencyID.isSlug(_:)) else { return nil }
        territory = String(parts[0])
        slug = String(parts[1])
    }

    /// The id as it is written in tables, in JSON and on the command line: "son-la/so-noi-vu".
    public var description: String { "\(territory)/\(slug)" }

    /// Ids sort by territory, then by slug, so that lists made from sets are the same on every run.
    public static func < (left: AgencyID, right: AgencyID) -> Bool {
        (left.territory, left.slug) < (right.territory, right.slug)
    }

    private static func isSlug(_ text: Substring) -> Bool {
        text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty
                && part.utf8.allSatisfy { byte in
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                }
        }
    }
}
