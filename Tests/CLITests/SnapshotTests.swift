import Testing

/// The helper of the snapshots itself.
struct SnapshotTests {
    @Test func aDifferenceNamesTheLinesThatWentAndCame() {
        #expect(Snapshot.difference(from: "a\nb\nc", to: "a\nB\nc\nd") == "-2: b\n+2: B\n+4: d")
    }

    @Test func equalTextsHaveNoDifference() {
        #expect(Snapshot.difference(from: "một\nhai", to: "một\nhai").isEmpty)
    }

    @Test func aDecomposedLetterIsADifference() {
        #expect(Snapshot.difference(from: "\u{1EC7}", to: "e\u{323}\u{302}") == "-1: \u{1EC7}\n+1: e\u{323}\u{302}")
    }
}
