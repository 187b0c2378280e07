import Foundation
import Testing

@testable import phuluc_server

/// What axe-core does not look at: words in drawings, and what a field says while it is empty.
struct BoardColoursTests {
    /// The colours of the stylesheet by their names, in the light and in the dark.
    private static func colours(inTheDark: Bool) throws -> [String: String] {
        let sheet = try #require(BoardAsset.all.first { $0.name == "board.css" })
        let text = String(decoding: sheet.bytes, as: UTF8.self)
        let palettes = text.matches(of: /:root \{([^}]*)\}/).map(\.1)
        func read(_ palette: Substring) -> [(String, String)] {
            palette.matches(of: /--([a-z0-9-]+): #([0-9a-f]+);/).map { (String($0.1), String($0.2)) }
        }
        try #require(palettes.count == 3, "light, dark, paper")
        return Dictionary(read(palettes[0]) + (inTheDark ? read(palettes[1]) : []), uniquingKeysWith: { $1 })
    }

    /// WCAG 2.2, "relative luminance".
    private static func luminance(_ colour: String) throws -> Double {
        let digits = colour.count == 3 ? colour.map { "\($0)\($0)" }.joined() : colour
        let number = try #require(Int(digits, radix: 16))
        let parts = [16, 8, 0].map { shift in
            let part = Double(number >> shift & 255) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    @Test(
        arguments: [
            ("heat-ink", "heat1"), ("heat-ink", "heat2"), ("heat4-ink", "heat3"), ("heat4-ink", "heat4"),
            ("late", "late-bg"), ("soft", "sheet"), ("soft", "paper"), ("ink", "paper"),
        ], [false, true])
    func wordsStandOutFromWhatIsBehindThem(pair: (ink: String, ground: String), inTheDark: Bool) throws {
        let colours = try Self.colours(inTheDark: inTheDark)
        let (ink, ground) = (try #require(colours[pair.ink]), try #require(colours[pair.ground]))
        let lights = [try Self.luminance(ink), try Self.luminance(ground)].sorted()
        #expect((lights[1] + 0.05) / (lights[0] + 0.05) >= 4.5)
    }
}
