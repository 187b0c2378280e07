import Foundation
import Testing
import TrackerDomain

struct JSONObjectTextTests {
    @Test func membersStandAsTheyWereAdded() {
        var part = JSONObjectText()
        part.add("day", "2022-01-04")
        var object = JSONObjectText()
        object.add("b", "mục \"I\"")
        object.add("a", -3)
        object.add("c", true)
        object.add("d", orNull: nil)
        object.add("e", orNull: "")
        object.add("f", part)
        object.add("g", [part, JSONObjectText()])
        object.add("h", [])
        #expect(
            object.text == #"""
                {"b":"mục \"I\"","a":-3,"c":true,"d":null,"e":"","f":{"day":"2022-01-04"},"g":[{"day":"2022-01-04"},{}],"h":[]}
                """#)
        #expect(JSONObjectText().text == "{}")
    }

    /// Whatever stands in an appendix comes back from another reader, and in the words that the general encoder uses.
    @Test func everyCharacterIsReadBack() throws {
        let scalars =
            (0...0x2FF).compactMap(Unicode.Scalar.init) + ["\u{2028}", "\u{FEFF}", "ế", "👨‍👩‍👧"].flatMap(\.unicodeScalars)
        for scalar in scalars {
            let words = "a\(Character(scalar))b/"
            var object = JSONObjectText()
            object.add("words", words)
            #expect(try JSONDecoder().decode([String: String].self, from: Data(object.text.utf8)) == ["words": words])
            let encoder = JSONEncoder()
            encoder.outputFormatting = .withoutEscapingSlashes
            #expect(String(decoding: try encoder.encode(["words": words]), as: UTF8.self) == object.text)
        }
    }
}
