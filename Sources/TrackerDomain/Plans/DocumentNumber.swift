/// The number and symbol of an issued document, for example "2407/QĐ-UBND" (Decree 30/2020/NĐ-CP, appendix I).
///
/// The number comes first, then an optional year and the symbol: "62/2020/NĐ-CP", "813/TTr-SNV", "76/NQ-CP". In a text
/// that was taken before the records office filled it in, the number is blank: "/QĐ-UBND". Documents of the Party carry
/// their kind before the slash: "80-NQ/TW".
public struct DocumentNumber: Hashable, Sendable, CustomStringConvertible {
    /// The number as written, without spaces.
    public let description: String

    /// Dashes of all lengths are one; old fonts write the Icelandic capital that looks like "Đ".
    private static func plain(_ character: Character) -> Character {
        switch character {
        case "–", "—": "-"
        case "\u{D0}": "Đ"
        default: character
        }
    }

    /// Whether the number before the symbol is still blank.
    public var isBlank: Bool { description.hasPrefix("/") }

    /// Reads a number and symbol; `nil` unless it begins with a digit or is blank before the slash, and has a symbol
    /// behind it.
    ///
    /// Spaces around the slash and the dash are slips of typing and are left out: "2407 /QĐ- UBND".
    public init?(_ text: some StringProtocol) {
        let compact = String(text.filter { !$0.isWhitespace }.map(Self.plain))
        let parts = compact.split(separator: "/", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), compact.unicodeScalars.count <= 60,
            let number = parts.first, number.isEmpty || number.first?.isWholeNumber == true,
            let symbol = parts.last, symbol.contains(where: \.isLetter),
            symbol.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." || $0 == "&" }),
            parts.dropLast().allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }),
            parts.dropFirst().allSatisfy({ !$0.isEmpty })
        else { return nil }
        description = compact
    }
}
